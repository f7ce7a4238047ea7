#pragma once

#include <leibniz/evaluate/program.hpp>
#include <leibniz/evaluate/compiled.hpp>
#include <leibniz/backpropagation/distinct_names.hpp>
#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/static_text.hpp>
#include <leibniz/backpropagation/static_worksheet.hpp>
#include <leibniz/notation/names.hpp>
#include <leibniz/notation/writer.hpp>

#include <type_traits>
#include <utility>

namespace leibniz::inline v0_1 {

// The formulas and the arithmetic of all lines of a worksheet, made while compiling.

/// One step of the arithmetic of lines.
struct sheet_instruction {
    opcode op = opcode::constant;
    int a = 0, b = 0, c = 0;  // earlier instructions; input: a variable; reduce: the same value
    long long n = 0, d = 1;   // constant n/d; call: n is the place in a table of functions
};

namespace detail {

/// Writes derivatives and their products as text; `spelled` gives the spelling of some names.
template <class Style>
struct calculus_notation {
    static constexpr void name(buffer<char>& out, text_view variable, spelled_names const& = {}) { put(out, variable); }
    static constexpr void number(buffer<char>& out, text_view digits) { put(out, digits); }
    static constexpr void ratio(buffer<char>& out, text_view of, text_view by, spelled_names const& = {}) {
        put(out, "∂"), put(out, of), put(out, "/∂"), put(out, by);
    }
    static constexpr void direct(buffer<char>& out, text_view of, text_view by, spelled_names const& = {}) {
        ratio(out, of, by), put(out, " (direct)");
    }
    static constexpr void next(buffer<char>& out, text_view parameter, spelled_names const& = {}) { put(out, "new "), put(out, parameter); }
    static constexpr text_view times = " * ", tight_times = "*", plus = " + ", minus = " - ", opening = "(", closing = ")";
};

/// The number of lines in one constant expression, so that its limits suffice.
template <class Sheet>
inline constexpr int lines_together = is_small(Sheet::value.seen(), 800) ? larger(1, Sheet::value.extent.lines()) : 8;

/// The lines of a group: those of the steps in the order in which they were written, then all others. A small worksheet is one
/// group.
template <class Sheet>
struct line_range {
    static constexpr int forward = Sheet::value.extent.forward, all = Sheet::value.extent.lines(), together = lines_together<Sheet>;
    static constexpr bool is_whole = together >= all;
    static constexpr int forward_groups = is_whole ? 0 : (forward + together - 1) / together;
    static constexpr int groups = is_whole ? 1 : forward_groups + (all - forward + together - 1) / together;
    int first = 0, end = all;
    constexpr explicit line_range(int group) {
        if (is_whole) return;
        bool const is_step = group < forward_groups;
        first = is_step ? group * together : forward + (group - forward_groups) * together;
        end = first + together < (is_step ? forward : all) ? first + together : is_step ? forward : all;
    }
    constexpr int count() const { return end - first; }
};

/// The formulas of a group of lines in one buffer, and the end of each.
template <int Letters, int Lines>
struct text_of_lines {
    char letters[static_cast<unsigned>(Letters + 1)]{};
    int ends[static_cast<unsigned>(Lines)]{};
    int size = 0;  // counts on beyond the capacity
    constexpr bool fits() const { return size <= Letters; }
    constexpr void take(buffer<char> const& from) {
        size = from.size();
        if (fits()) copy_letters(letters, from.begin(), size);
    }
};

/// Writes the formulas of lines in a style, with slots for all variables or with their names.
template <class Sheet, class Style, bool Slots, class Kept>
constexpr void write_lines(Kept& kept, print_order const& order, sheet_line const* lines, int count,
                           [[maybe_unused]] int const* variables) {
    auto write = [&] {
        if constexpr (Slots) return styled_writer<Style>(order, variables);
        else if constexpr (distinct_names<Sheet, Style>::count > 0) return styled_writer<Style>(order, distinct_names<Sheet, Style>::value);
        else return styled_writer<Style>(order);
    }();
    for (int k = 0; k < count; ++k) kept.ends[k] = write.append(lines[k].shown);
    kept.take(write.finished());
}

/// The steps of a program over a graph as instructions. `variables` holds the variables of the worksheet by node, or -1; `place`
/// numbers a function.
template <class Place>
constexpr void put_instructions(sheet_instruction* to, program const& p, view of, int const* variables, Place const& place) {
    int node = -1;  // inputs come in the order of the nodes
    for (instruction const& i : p.code) {
        *to = {i.op, i.a, i.b, i.c, i.n, i.d};
        if (i.op == opcode::call) to->n = place(i.fn);
        else if (i.op == opcode::input) {
            text_view const name = p.variables[i.a].name;
            do ++node;
            while (variables[node] < 0 || of[node].name != name);
            to->a = variables[node];
        }
        ++to;
    }
}

/// Makes code that stood alone follow `before` instructions of other lines; `results` are those of all lines so far, and `first_line` is
/// the first of its own. The result of a step is a value of this code, not an input.
constexpr void join_instructions(sheet_instruction* code, int count, int before, int const* results, int first_line, int lines, int steps) {
    for (int k = 0; k < count; ++k) {
        sheet_instruction& to = code[k];
        bool const is_step = to.op == opcode::input && to.a < steps && to.a < lines;
        if (is_step && (to.a < first_line || results[to.a] < before + k)) to = {opcode::reduce, results[to.a]};
        else if (before > 0 && to.op != opcode::input && to.op != opcode::constant) to.a += before, to.b += before, to.c += before;
    }
}

template <class Sheet, class Style, bool Slots>
struct text_work {
    static constexpr int letters = 8 * Style::letters, instructions = 0;  // of a line
    template <int Letters, int Instructions, int Lines>
    struct kept {
        text_of_lines<Letters, Lines> text{};
        static constexpr int code_size = 0;
        constexpr bool fits() const { return text.fits(); }
        constexpr void add(print_order const& order, sheet_line const* lines, int const* variables) {
            write_lines<Sheet, Style, Slots>(text, order, lines, Lines, variables);
        }
    };
};

/// The arithmetic of all lines, each in its printed order; and their formulas as text with slots, of the same print_order.
template <class Sheet>
struct code_work {
    static constexpr int letters = 4 * text_style::letters, instructions = 5;
    template <int Letters, int Instructions, int Lines>
    struct kept {
        text_of_lines<Letters, Lines> text{};
        sheet_instruction code[static_cast<unsigned>(Instructions + 1)]{};
        int results[static_cast<unsigned>(Lines)]{};
        function const* functions[static_cast<unsigned>(Instructions + 1)]{};  // that are called, each once
        int code_size = 0, function_count = 0;
        constexpr bool fits() const { return text.fits() && code_size <= Instructions; }

        constexpr void add(print_order const& order, sheet_line const* lines, int const* variables) {
            write_lines<Sheet, text_style, true>(text, order, lines, Lines, variables);
            calculate(order, lines, variables);
        }

    private:
        constexpr void calculate(print_order const& order, sheet_line const* lines, int const* variables) {
            buffer<int> roots;
            for (int k = 0; k < Lines; ++k) roots.push(lines[k].root);
            using view_of = std::conditional_t<is_plain(Sheet::value.seen()), plain_view, view>;
            program const p(order, view_of(view{.roots = roots.begin(), .root_count = Lines}));
            code_size = p.code.size();
            if (code_size > Instructions) return;
            for (int k = 0; k < Lines; ++k) results[k] = p.roots[k];
            put_instructions(code, p, order.of(), variables, [&](function const* fn) { return place(fn); });
        }
        constexpr int place(function const* fn) {
            for (int k = 0; k < function_count; ++k)
                if (*functions[k] == *fn) return k;
            functions[function_count] = fn;
            return function_count++;
        }
    };
};

template <class Sheet, class Work, int Letters, int Instructions, int Group>
struct attempt_at_group {
    static constexpr line_range<Sheet> range{Group};
    static constexpr auto build(line_range<Sheet> lines) {
        auto const& sheet = Sheet::value;
        typename Work::template kept<Letters, Instructions, range.count()> kept;
        buffer<int> variables(sheet.extent.nodes, -1);
        for (int v = 0; v < sheet.extent.variables; ++v) variables[sheet.variables[v]] = v;
        if constexpr (line_range<Sheet>::is_whole) {
            kept.add(print_order(sheet.seen(), sheet.keys), sheet.lines, variables.begin());
        } else {
            excerpt const cut(sheet, variables, lines.first, lines.end);
            kept.add(print_order(cut.seen(), cut.keys()), cut.lines(), cut.variables().begin());
        }
        return kept;
    }
    static constexpr auto value = build(range);
};
/// The work for a group of lines; if the first guess of its size is too small, it is done again with the size found.
template <class Sheet, class Work, int Group>
class group {
    static constexpr int lines = line_range<Sheet>(Group).count();
    using first = attempt_at_group<Sheet, Work, Work::letters * lines, Work::instructions * lines, Group>;
    template <bool Fits, class First = first>
    struct choice {
        using type = First;
    };
    template <class First>
    struct choice<false, First> {
        using type = attempt_at_group<Sheet, Work, First::value.text.size, First::value.code_size, Group>;
    };

public:
    using fitting = typename choice<first::value.fits()>::type;
};
template <class Sheet, class Work, std::size_t Group>
using fitting_group = typename group<Sheet, Work, static_cast<int>(Group)>::fitting;

template <class Sheet>
using groups_of = std::make_index_sequence<static_cast<std::size_t>(line_range<Sheet>::groups)>;

/// The formulas of all lines.
template <class Sheet, class Work, class Groups = groups_of<Sheet>>
struct all_lines;
template <class Sheet, class Work, std::size_t... G>
struct all_lines<Sheet, Work, std::index_sequence<G...>> {
    static constexpr auto join(int size) {
        constexpr int letters = (fitting_group<Sheet, Work, G>::value.text.size + ... + 0);
        text_of_lines<letters, line_range<Sheet>::all> all;
        int line = 0;
        auto const add = [&](auto const& text) {
            for (int end : text.ends) all.ends[line++] = size + end;
            copy_letters(all.letters + size, text.letters, text.size);
            size += text.size;
        };
        (add(fitting_group<Sheet, Work, G>::value.text), ...);
        return all;
    }
    static constexpr auto value = join(0);
};
template <class Sheet, class Work>
struct all_lines<Sheet, Work, std::index_sequence<0>> {  // a letter takes g++ 20,000 instructions to copy, a whole array next to none
    static constexpr auto value = fitting_group<Sheet, Work, 0>::value.text;
};

/// The arithmetic of all lines, and what they call.
template <class Sheet, class Groups = groups_of<Sheet>>
struct all_code;
template <class Sheet, std::size_t... G>
struct all_code<Sheet, std::index_sequence<G...>> {
    template <std::size_t Group>
    using part = fitting_group<Sheet, code_work<Sheet>, Group>;
    static constexpr int size = (part<G>::value.code_size + ... + 0), most_functions = (part<G>::value.function_count + ... + 0);

    /// Concatenates the code of all groups; `list` gives each function its number.
    template <class List>
    static constexpr void join(sheet_instruction* code, int* results, List& list) {
        int before = 0, line = 0;
        auto const add = [&](auto const& from) {
            int const first_line = line;
            for (int result : from.results) results[line++] = before + result;
            for (int k = 0; k < from.code_size; ++k) {
                sheet_instruction& to = code[before + k] = from.code[k];
                if (to.op == opcode::call) to.n = list.number(from.functions[to.n]);
            }
            join_instructions(code + before, from.code_size, before, results, first_line, line, Sheet::value.extent.forward);
            before += from.code_size;
        };
        (add(part<G>::value), ...);
    }

    struct functions {
        function const* of[static_cast<unsigned>(most_functions + 1)]{};
        int count = 0;
        constexpr long long number(function const* fn) {
            for (int k = 0; k < count; ++k)
                if (*of[k] == *fn) return k;
            of[count] = fn;
            return count++;
        }
    };
    static constexpr functions all_called(functions list) {
        auto const add = [&](auto const& from) {
            for (int k = 0; k < from.function_count; ++k) list.number(from.functions[k]);
        };
        (add(part<G>::value), ...);
        return list;
    }
    static constexpr functions called = all_called({});
};

}  // namespace detail
}  // namespace leibniz::inline v0_1
