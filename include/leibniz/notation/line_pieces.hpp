#pragma once

#include <leibniz/evaluate/program.hpp>
#include <leibniz/evaluate/shared.hpp>
#include <leibniz/notation/distinct_names.hpp>
#include <leibniz/notation/names.hpp>
#include <leibniz/notation/worksheet.hpp>
#include <leibniz/notation/writer.hpp>

#include <string_view>
#include <type_traits>
#include <utility>

namespace leibniz {

// The formulas and the arithmetic of all lines of a worksheet, made while compiling.

/// One step of the arithmetic of lines.
struct sheet_instruction {
    opcode op = opcode::constant;
    int a = 0, b = 0, c = 0;  // earlier instructions; input: a variable; reduce: the same value
    long long n = 0, d = 1;   // constant n/d; call: n is the place in a table of functions
};

namespace detail {

/// Derivatives and their products as text; a style has its own, and may be told how some names are spelled.
template <class Style>
struct calculus_notation {
    static constexpr void name(buffer<char>& out, std::string_view variable, spelled_names const& = {}) { put(out, variable); }
    static constexpr void number(buffer<char>& out, std::string_view digits) { put(out, digits); }
    static constexpr void ratio(buffer<char>& out, std::string_view of, std::string_view by, spelled_names const& = {}) {
        put(out, "∂"), put(out, of), put(out, "/∂"), put(out, by);
    }
    static constexpr void direct(buffer<char>& out, std::string_view of, std::string_view by, spelled_names const& = {}) {
        ratio(out, of, by), put(out, " (direct)");
    }
    static constexpr void next(buffer<char>& out, std::string_view parameter, spelled_names const& = {}) { put(out, "new "), put(out, parameter); }
    static constexpr std::string_view times = " * ", tight_times = "*", plus = " + ", minus = " - ", opening = "(", closing = ")";
};

/// How many lines one constant expression works on: its limits hold for them.
template <class Sheet>
inline constexpr int lines_together = is_small(Sheet::value.seen(), 800) ? larger(1, Sheet::value.extent.lines()) : 8;

/// What a group of lines is made of, one line behind the other; beyond the capacity it only counts.
template <class T, int Capacity, int Lines>
struct kept_pieces {
    T items[static_cast<unsigned>(Capacity + 1)]{};
    int ends[static_cast<unsigned>(Lines)]{};
    int size = 0;
    constexpr bool fits() const { return size <= Capacity; }
    constexpr void append(T const* from, int count) {
        if (size + count <= Capacity)
            for (int k = 0; k < count; ++k) items[size + k] = from[k];
        size += count;
    }
};

/// The formulas of a group of lines in a style, with slots for all variables or with their names; each ends at its end.
template <class Sheet, class Style, bool Slots>
struct text_work {
    using item = char;
    static constexpr int guess = 12 * Style::letters;
    static constexpr int root(sheet_line const& line) { return line.shown; }
    template <class Kept>
    static constexpr void add(Kept& kept, arrangement const& order, buffer<int> const& variables) {
        auto write = [&] {
            if constexpr (Slots) return styled_writer<Style>(order, variables.begin());
            else if constexpr (distinct_names<Sheet, Style>::count > 0) return styled_writer<Style>(order, distinct_names<Sheet, Style>::value);
            else return styled_writer<Style>(order);
        }();
        for (int k = 0; k < order.of().root_count; ++k) kept.ends[k] = write.append(order.of().roots[k]);
        buffer<char> const all = write.finished();
        kept.append(all.begin(), all.size());
    }
};

/// Their arithmetic, each line in its printed order; an end is where its value stands.
template <class Sheet>
struct code_work {
    using item = instruction;
    static constexpr int guess = 5;
    static constexpr int root(sheet_line const& line) { return line.root; }
    template <class Kept>
    static constexpr void add(Kept& kept, arrangement const& order, buffer<int> const& variables) {
        program p(order);
        view const of = order.of();
        buffer<int> symbols;  // those that are variables
        for (int i = 0; i < of.node_count; ++i)
            if (variables[i] >= 0) symbols.push(i);
        for (instruction& i : p.code) {
            if (i.op != opcode::input) continue;
            std::string_view const name = p.variables[i.a].name;
            for (int s : symbols)
                if (of[s].name.size() == name.size() && of[s].name.back() == name.back() && of[s].name == name) i.a = variables[s];
        }
        kept.append(p.code.begin(), p.code.size());
        for (int k = 0; k < p.roots.size(); ++k) kept.ends[k] = p.roots[k];
    }
};

/// The lines of a group: those of the steps, in the order in which they were written, then all others, in the usual one.
template <class Sheet>
struct line_range {
    static constexpr int forward = Sheet::value.extent.forward, all = Sheet::value.extent.lines(), together = lines_together<Sheet>;
    static constexpr int forward_groups = (forward + together - 1) / together, groups = forward_groups + (all - forward + together - 1) / together;
    int first = 0, end = 0;
    constexpr explicit line_range(int group) {
        bool const is_step = group < forward_groups;
        first = is_step ? group * together : forward + (group - forward_groups) * together;
        end = first + together < (is_step ? forward : all) ? first + together : is_step ? forward : all;
    }
};

template <class Sheet, class Work, int Group>
struct group {
    static constexpr line_range<Sheet> range{Group};
    static constexpr int together = range.end - range.first;
    template <int Capacity>
    static constexpr auto build() {
        auto const& sheet = Sheet::value;
        kept_pieces<typename Work::item, Capacity, together> kept;
        buffer<int> roots, variables(sheet.extent.nodes, -1);
        for (int line = range.first; line < range.end; ++line) roots.push(Work::root(sheet.lines[line]));
        for (int v = 0; v < sheet.extent.variables; ++v) variables[sheet.variables[v]] = v;
        excerpt const cut(sheet.seen(), sheet.keys, roots);
        int const* const keys = range.first < sheet.extent.forward ? cut.keys() : nullptr;
        arrangement const order(cut.seen(), keys);
        buffer<int> const moved = cut.moved(variables);
        Work::add(kept, order, moved);
        return kept;
    }
    static constexpr auto first = build<Work::guess * together>();
    static constexpr auto whole() {
        if constexpr (first.fits()) return first;
        else return build<first.size>();
    }
    static constexpr auto value = whole();
};

template <class Sheet>
inline constexpr int lines_of = Sheet::value.extent.lines();
template <class Sheet>
using groups_of = std::make_index_sequence<static_cast<std::size_t>(line_range<Sheet>::groups)>;

/// All lines in one array, and the end of each.
template <class T, int Size, int Lines>
struct joined_pieces {
    T items[static_cast<unsigned>(Size + 1)]{};
    int ends[static_cast<unsigned>(Lines + 1)]{};
};

template <class Sheet, class Work, class Groups = groups_of<Sheet>>
struct all_lines;
template <class Sheet, class Work, std::size_t... G>
struct all_lines<Sheet, Work, std::index_sequence<G...>> {
    static constexpr int total = (group<Sheet, Work, static_cast<int>(G)>::value.size + ... + 0);
    static constexpr auto join() {
        joined_pieces<typename Work::item, total, lines_of<Sheet>> all;
        int size = 0, line = 0;
        auto const add = [&](auto const& kept) {
            for (int end : kept.ends) all.ends[line++] = size + end;
            for (int k = 0; k < kept.size; ++k) {
                auto& to = all.items[size + k] = kept.items[k];
                if constexpr (!std::is_same_v<typename Work::item, char>) to.a += to.op == opcode::input ? 0 : size, to.b += size, to.c += size;
            }
            size += kept.size;
        };
        (add(group<Sheet, Work, static_cast<int>(G)>::value), ...);
        return all;
    }
    static constexpr auto value = join();
};

/// The functions that any line calls, each once.
template <class Sheet>
struct called {
    using code = all_lines<Sheet, code_work<Sheet>>;
    struct list {
        function const* of[static_cast<unsigned>(code::total + 1)]{};
        int count = 0;
        constexpr int place(function const* fn) const {
            for (int k = 0; k < count; ++k)
                if (*of[k] == *fn) return k;
            return -1;
        }
    };
    static constexpr list all() {
        list l;
        for (int i = 0; i < code::total; ++i)
            if (instruction const& step = code::value.items[i]; step.op == opcode::call && l.place(step.fn) < 0) l.of[l.count++] = step.fn;
        return l;
    }
    static constexpr list functions = all();
};

}  // namespace detail
}  // namespace leibniz
