#pragma once

#include <leibniz/evaluate/program.hpp>
#include <leibniz/evaluate/shared.hpp>
#include <leibniz/notation/distinct_names.hpp>
#include <leibniz/notation/names.hpp>
#include <leibniz/notation/worksheet.hpp>
#include <leibniz/notation/writer.hpp>

#include <string_view>
#include <utility>

namespace leibniz {

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

/// The value of a function for numbers of type T: what a descriptor refers to besides is never asked for at run time.
template <class T>
constexpr auto value_for(function const* fn) -> T (*)(T const*) {
    if (fn == nullptr) return nullptr;
    if constexpr (std::is_same_v<T, float>) return fn->value.of_float;
    else if constexpr (std::is_same_v<T, double>) return fn->value.of_double;
    else if constexpr (std::is_same_v<T, long double>) return fn->value.of_long_double;
    else return fn->value.of_rational;
}
template <class Sheet, class T>
struct calls {
    struct table {
        T (*of[static_cast<unsigned>(called<Sheet>::functions.count + 1)])(T const*);
    };
    static constexpr table all() {
        table t{};
        for (int k = 0; k < called<Sheet>::functions.count; ++k) t.of[k] = value_for<T>(called<Sheet>::functions.of[k]);
        return t;
    }
    static constexpr table value = all();
};

template <int Letters, int Pieces>
struct kept_names {
    char letters[static_cast<unsigned>(Letters + 1)]{};
    int ends[static_cast<unsigned>(Pieces + 1)]{};
    int size = 0;
    constexpr kept_names(char const* from, int letter_count, int const* from_ends) : size(letter_count) {
        for (int k = 0; k < size && size <= Letters; ++k) letters[k] = from[k];
        for (int k = 0; k < Pieces; ++k) ends[k] = from_ends[k];
    }
};

/// The names of lines and the formulas of sums, which no number changes, and the numbers of sums with slots: behind those
/// of the variables there are slots for the values of all lines, then of all sums.
template <class Sheet, class Style>
struct names_of {
    using notation = calculus_notation<Style>;
    static constexpr int pieces = Sheet::value.extent.lines() + 3 * Sheet::value.extent.sums, guess = 2 * Style::letters * pieces;

    template <int Letters>
    static constexpr kept_names<Letters, pieces> build() {
        auto const& sheet = Sheet::value;
        buffer<char> out;
        buffer<int> ends;
        constexpr auto const& spelled = distinct_names<Sheet, Style>::value;
        auto const ratio = [&](std::string_view of, std::string_view by) { notation::ratio(out, of, by, spelled); };
        auto const derivative = [&](sheet_line const& l) { l.direct ? notation::direct(out, l.of, l.by, spelled) : ratio(l.of, l.by); };
        std::string_view const whole = sheet.variable(sheet.extent.forward - 1);
        for (int k = 0; k < sheet.extent.lines(); ++k) {
            sheet_line const& l = sheet.lines[k];
            if (l.by.empty()) notation::name(out, l.of, spelled);
            else derivative(l);
            ends.push(out.size());
        }
        int const of_line = sheet.extent.variables + sheet.extent.forward, of_sum = sheet.extent.variables + sheet.extent.lines();
        for (int s = 0; s < sheet.extent.sums; ++s) {
            sheet_sum const& sum = sheet.sums[s];
            sheet_term const *const begin = sheet.terms + sum.first, *const end = begin + sum.count;
            ratio(whole, sum.by);
            ends.push(out.size());
            for (sheet_term const* t = begin; t != end; ++t) {
                sheet_line const& local = sheet.lines[sheet.extent.forward + t->local];
                if (t != begin) put(out, notation::plus);
                if (t->upstream >= 0) ratio(whole, sheet.sums[t->upstream].by), put(out, notation::times);
                derivative(local);
            }
            ends.push(out.size());
            for (sheet_term const* t = begin; t != end; ++t) {
                if (t != begin) put(out, notation::plus);
                if (t->upstream >= 0) put_slot(out, of_sum + t->upstream, true), put(out, notation::tight_times);
                put_slot(out, of_line + t->local, true);
            }
            ends.push(out.size());
        }
        return {out.begin(), out.size(), ends.begin()};
    }
    static constexpr auto first = build<guess>();
    static constexpr auto exact() {
        if constexpr (first.size <= guess) return kept_names<first.size, pieces>(first.letters, first.size, first.ends);
        else return build<first.size>();
    }
    static constexpr auto value = exact();
};

/// What is left of a worksheet at run time: no graph, no rules.
template <class Sheet>
struct outline {
    static constexpr sheet_extent extent = Sheet::value.extent;
    sheet_line lines[static_cast<unsigned>(extent.lines() + 1)]{};
    sheet_sum sums[static_cast<unsigned>(extent.sums + 1)]{};
    sheet_term terms[static_cast<unsigned>(extent.terms + 1)]{};
    std::string_view variables[static_cast<unsigned>(extent.variables + 1)]{};
    int nodes[static_cast<unsigned>(extent.variables + 1)]{}, results[static_cast<unsigned>(extent.lines() + 1)]{};
    sheet_instruction code[static_cast<unsigned>(called<Sheet>::code::total + 1)]{};

    constexpr outline() {
        auto const& from = Sheet::value;
        auto const& steps = called<Sheet>::code::value;
        for (int i = 0; i < extent.lines(); ++i) lines[i] = from.lines[i];
        for (int i = 0; i < extent.sums; ++i) sums[i] = from.sums[i];
        for (int i = 0; i < extent.terms; ++i) terms[i] = from.terms[i];
        for (int i = 0; i < extent.variables; ++i) variables[i] = from.variable(i), nodes[i] = from.variables[i];
        for (int i = 0; i < extent.lines(); ++i) results[i] = steps.ends[i];
        for (int i = 0; i < called<Sheet>::code::total; ++i) {
            instruction const& s = steps.items[i];
            // What a step gave: a value of this code, no input.
            if (s.op == opcode::input && s.a < extent.forward && steps.ends[s.a] < i) code[i] = {opcode::reduce, steps.ends[s.a]};
            else code[i] = {s.op, s.a, s.b, s.c, s.op == opcode::call ? called<Sheet>::functions.place(s.fn) : s.n, s.d};
        }
    }
};
template <class Sheet>
static constexpr outline<Sheet> outline_of{};

}  // namespace detail

/// The same, whatever the model: what the run time works on.
struct sheet_view {
    sheet_extent extent;
    sheet_line const* lines;
    sheet_sum const* sums;
    sheet_term const* terms;
    std::string_view const* variables;
    int const* nodes;  // of the variables: in the order in which the model names them
    sheet_instruction const* code;
    int code_size;
    int const* results;  // of the lines
};

/// Texts one behind the other.
struct sheet_text {
    char const* letters;
    int const* ends;
    constexpr std::string_view operator[](int k) const {
        int const begin = k == 0 ? 0 : ends[k - 1];
        return {letters + begin, static_cast<std::size_t>(ends[k] - begin)};
    }
};

namespace detail {
template <class Sheet>
constexpr sheet_view seen() {
    constexpr auto const& o = outline_of<Sheet>;
    return {o.extent, o.lines, o.sums, o.terms, o.variables, o.nodes, o.code, called<Sheet>::code::total, o.results};
}

/// The lines of a worksheet in a style: their formulas, with slots (see `put_slot`) or with names, and what is written
/// beside them.
template <class Sheet, class Style, bool Slots>
constexpr sheet_text text_of() {
    constexpr auto const& all = all_lines<Sheet, text_work<Sheet, Style, Slots>>::value;
    return {all.items, all.ends};
}
template <class Sheet, class Style>
constexpr sheet_text names_in() {
    constexpr auto const& all = names_of<Sheet, Style>::value;
    return {all.letters, all.ends};
}
}  // namespace detail
}  // namespace leibniz
