#pragma once

#include <leibniz/evaluate/program.hpp>
#include <leibniz/evaluate/shared.hpp>
#include <leibniz/notation/worksheet.hpp>
#include <leibniz/notation/writer.hpp>

#include <string_view>
#include <utility>

namespace leibniz {

/// One step of a line's arithmetic.
struct sheet_instruction {
    opcode op = opcode::constant;
    int a = 0, b = 0, c = 0;  // earlier instructions of the line; input: a variable
    long long n = 0, d = 1;   // constant n/d; call: n is the place in a table of functions
};

namespace detail {

inline constexpr int lines_together = 8;  // how many lines one constant expression works on: its limits hold for them

/// What a group of lines is made of, one line behind the other; beyond the capacity it only counts.
template <class T, int Capacity>
struct kept_pieces {
    T items[static_cast<unsigned>(Capacity + 1)]{};
    int ends[lines_together]{}, results[lines_together]{};
    int size = 0;
    constexpr bool fits() const { return size <= Capacity; }
    constexpr void push(T const& item) {
        if (size < Capacity) items[size] = item;
        ++size;
    }
};

template <class Sheet>
constexpr int place_in(std::string_view name) {
    int v = 0;
    while (Sheet::value.variables[v] != name) ++v;
    return v;
}

/// The formulas of a group of lines in a style: with slots for all variables, or with their names.
template <class Sheet, class Style, bool Slots>
struct text_work {
    using item = char;
    static constexpr int guess = 100 * Style::letters * lines_together;
    template <class Kept>
    static constexpr void add(Kept& kept, int, view of) {
        buffer<substitution> slots;
        for (int i = 0; Slots && i < of.node_count; ++i)
            if (of.is(i, kind::symbol) || of.is(i, kind::column)) slots.push({of[i].name, {}, 1 + place_in<Sheet>(of[i].name)});
        arrangement const order(of);
        for (char c : styled_writer<Style>(order, slots)(of.root())) kept.push(c);
    }
};

/// Their arithmetic, each line in its printed order.
template <class Sheet>
struct code_work {
    using item = instruction;
    static constexpr int guess = 48 * lines_together;
    template <class Kept>
    static constexpr void add(Kept& kept, int line, view of) {
        program const p(of);
        for (instruction i : p.code) {
            if (i.op == opcode::input) i.a = place_in<Sheet>(p.variables[i.a].name);
            kept.push(i);
        }
        kept.results[line] = p.roots[0];
    }
};

template <class Sheet, class Work, int Group>
struct group {
    template <int Capacity>
    static constexpr auto build() {
        kept_pieces<typename Work::item, Capacity> kept;
        for (int k = 0; k < lines_together; ++k) {
            int const line = Group * lines_together + k;
            if (line < Sheet::value.extent.lines()) {
                excerpt const cut(Sheet::value.seen(), Sheet::value.lines[line].root);
                Work::add(kept, k, cut.seen());
            }
            kept.ends[k] = kept.size;
        }
        return kept;
    }
    static constexpr auto first = build<Work::guess>();
    static constexpr auto whole() {
        if constexpr (first.fits()) return first;
        else return build<first.size>();
    }
    static constexpr auto value = whole();
};

template <class Sheet>
inline constexpr int lines_of = Sheet::value.extent.lines();
template <class Sheet>
using groups_of = std::make_index_sequence<static_cast<std::size_t>((lines_of<Sheet> + lines_together - 1) / lines_together)>;

/// All lines in one array; line k begins at begins[k].
template <class T, int Size, int Lines>
struct joined_pieces {
    T items[static_cast<unsigned>(Size + 1)]{};
    int begins[static_cast<unsigned>(Lines + 1)]{}, results[static_cast<unsigned>(Lines + 1)]{};
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
            for (int k = 0; k < lines_together && line < lines_of<Sheet>; ++k, ++line) {
                for (int i = k == 0 ? 0 : kept.ends[k - 1]; i < kept.ends[k]; ++i) all.items[size++] = kept.items[i];
                all.begins[line + 1] = size;
                all.results[line] = kept.results[k];
            }
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

/// What is left of a worksheet at run time: no graph, no rules.
template <class Sheet>
struct outline {
    static constexpr sheet_extent extent = Sheet::value.extent;
    sheet_line lines[static_cast<unsigned>(extent.lines() + 1)]{};
    sheet_sum sums[static_cast<unsigned>(extent.sums + 1)]{};
    sheet_term terms[static_cast<unsigned>(extent.terms + 1)]{};
    std::string_view variables[static_cast<unsigned>(extent.variables + 1)]{};
    sheet_instruction code[static_cast<unsigned>(called<Sheet>::code::total + 1)]{};
    int begins[static_cast<unsigned>(extent.lines() + 1)]{}, results[static_cast<unsigned>(extent.lines() + 1)]{};

    constexpr outline() {
        auto const& from = Sheet::value;
        for (int i = 0; i < extent.lines(); ++i) lines[i] = from.lines[i];
        for (int i = 0; i < extent.sums; ++i) sums[i] = from.sums[i];
        for (int i = 0; i < extent.terms; ++i) terms[i] = from.terms[i];
        for (int i = 0; i < extent.variables; ++i) variables[i] = from.variables[i];
        auto const& steps = called<Sheet>::code::value;
        for (int i = 0; i < called<Sheet>::code::total; ++i) {
            instruction const& s = steps.items[i];
            code[i] = {s.op, s.a, s.b, s.c, s.op == opcode::call ? called<Sheet>::functions.place(s.fn) : s.n, s.d};
        }
        for (int i = 0; i < extent.lines(); ++i) begins[i + 1] = steps.begins[i + 1], results[i] = steps.results[i];
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
    sheet_instruction const* code;
    int const* begins;
    int const* results;
};

/// The lines of a worksheet in a style, each with slots (see `substitution`), and with names.
struct sheet_text {
    char const* letters;
    int const* begins;
    constexpr std::string_view operator[](int line) const { return {letters + begins[line], static_cast<std::size_t>(begins[line + 1] - begins[line])}; }
};

namespace detail {
template <class Sheet>
constexpr sheet_view seen() {
    constexpr auto const& o = outline_of<Sheet>;
    return {o.extent, o.lines, o.sums, o.terms, o.variables, o.code, o.begins, o.results};
}
template <class Sheet, class Style, bool Slots>
constexpr sheet_text text_of() {
    constexpr auto const& all = all_lines<Sheet, text_work<Sheet, Style, Slots>>::value;
    return {all.items, all.begins};
}
}  // namespace detail
}  // namespace leibniz
