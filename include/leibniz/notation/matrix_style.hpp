#pragma once

#include <leibniz/notation/names.hpp>
#include <leibniz/notation/style.hpp>

#include <type_traits>

namespace leibniz::inline v0_1 {

/// What vectors and matrices are written in: signs of mathematics, or calls of a package of Python.
enum class matrix_language : unsigned char { formula, numpy, sympy };

/// The signs that a style has for vectors and matrices alone.
struct matrix_signs {
    glyphs product{}, entry_product{}, entry_quotient{}, entry_power{};
    glyphs raised_entry{};                                        // before a raised exponent that acts entry by entry
    glyphs transposed{}, transpose{};                             // around what is transposed
    glyphs inverse{}, inverse_transpose{};                        // behind what is inverted; none: it is a call
    glyphs norm{}, norm_end{}, matrix_norm{}, matrix_norm_end{};  // of a vector, and of a matrix
    glyphs ones{}, identity{}, zeros{};                           // none: they are calls
    glyphs lowered{}, below{}, lowered_end{};                     // around a sign and its size
    glyphs over_rows{};                                           // behind sums and means over the rows of data
    matrix_language language = matrix_language::formula;
};

/// A function that a style may have. (A flag says so, as no address is known to differ from nullptr in a constant expression with g++'s
/// -fsanitize=null.)
template <class F>
struct style_function;
template <class R, class... A>
struct style_function<R(A...)> {
    R (*to)(A...) = nullptr;
    bool exists = false;

    constexpr style_function() = default;
    constexpr style_function(R (*function)(A...)) : to(function), exists(true) {}
    constexpr R operator()(A... arguments) const { return to(arguments...); }
};

/// A style as data: one writer of matrices serves all styles.
struct matrix_style {
    matrix_signs own;
    glyphs times, over, plus, minus, negative, opening, closing, comma, power, root, root_end, document, document_end;
    glyphs times_digit{}, tall_opening{}, tall_closing{}, raise{}, raise_end{}, fraction{}, fraction_bar{}, fraction_end{}, group{}, group_end{},
        bare_root{}, fraction_power{}, any_power{}, truth_begin{}, truth_end{}, nonzero{}, nonzero_end{};
    bool stacked = false, is_text = false;
    void (*number)(buffer<char>&, rational) = nullptr;                               // a magnitude
    style_function<void(buffer<char>&, long long)> raised{};                              // a whole exponent
    style_function<void(view, buffer<char>& letters, buffer<int>& ends)> names{};         // of the symbols, by node
    style_function<void(buffer<char>&, text_view)> lower{};                               // a size below a sign
    void (*called)(buffer<char>&, view, function const&) = nullptr;                  // what stands before the operands
    style_function<text_view(function const&)> pattern{};                                 // of what is no call
    void (*verbatim)(buffer<char>&, text_view) = nullptr;                            // a part of a pattern
    bool (*is_infix)(function const&) = nullptr;
    void (*infix)(buffer<char>&, function const&) = nullptr;
    style_function<bool(function const&)> is_tall{};
    style_function<bool(function const&)> is_condition{};                                 // where conditions are no numbers
    bool (*relation)(buffer<char>&, function const&, bool opens) = nullptr;
};

namespace detail {

template <class Style>
constexpr matrix_signs signs_of_matrices() {
    return Style::of_matrices;
}

template <class Style>
constexpr void put_magnitude_in(buffer<char>& out, rational r) {
    if (!Style::number.empty()) put(out, Style::number);
    if (r.is_integer()) put_number(out, r.is_negative() ? -r.numerator() : r.numerator());
    else if constexpr (Style::splits || Style::raised) {
        decimal_digits const decimal(r);
        decimal.put_digits([&out](char digit) { out.push(digit); });
        if (!Style::number.empty()) put(out, Style::number_end);
        if (!decimal.is_scientific()) return;
        put(out, Style::times_ten);
        if constexpr (Style::raised) Style::raised_number(out, decimal.place());
        else {
            if (decimal.place() < 0) put(out, Style::negative);
            put_magnitude_in<Style>(out, rational(decimal.place() < 0 ? -decimal.place() : decimal.place()));
            put(out, Style::raise_end);
        }
        return;
    } else {
        if constexpr (Style::rational) put(out, Style::decimal);
        put_decimal(out, r.is_negative() ? -r : r);
        if constexpr (Style::rational) put(out, Style::decimal_end);
    }
    if (!Style::number.empty()) put(out, Style::number_end);
}

/// The names of all symbols; sizes come last, so that they are the ones to give way.
template <class Style>
constexpr void put_matrix_names(view of, buffer<char>& letters, buffer<int>& ends) {
    written_names<Style> names;
    buffer<int> place(of.node_count, -1);
    if constexpr (requires(function const& fn) { Style::called(fn); })
        for (int i = 0; i < of.node_count; ++i)
            if (of.is(i, kind::call)) names.take(Style::called(*of[i].fn));
    for (int turn = 0; turn < 2; ++turn)
        for (int i = 0; i < of.node_count; ++i)
            if ((of.is(i, kind::symbol) || of.is(i, kind::column)) && (of[i].count == 0 && !of[i].number.is_zero()) == (turn == 1))
                place[i] = names.add(of[i].name);
    for (int i = 0; i < of.node_count; ++i) {
        if (place[i] >= 0) put(letters, names[place[i]]);
        ends.push(letters.size());
    }
}

template <class Style>
constexpr matrix_style made_matrix_style() {
    matrix_style s{signs_of_matrices<Style>(), Style::times, Style::over,  Style::plus, Style::minus,    Style::negative, Style::opening,
                   Style::closing,             Style::comma, Style::power, Style::root, Style::root_end, Style::document, Style::document_end};
    s.stacked = Style::stacked;
    s.is_text = std::is_same_v<Style, text_style>;
    s.number = &put_magnitude_in<Style>;
    s.called = &put_function_call<Style>;
    s.is_infix = &Style::is_infix;
    s.infix = &Style::infix;
    if constexpr (Style::splits) s.times_digit = Style::times_digit;
    if constexpr (Style::tall) s.tall_opening = Style::tall_opening, s.tall_closing = Style::tall_closing, s.is_tall = &Style::is_tall;
    if constexpr (Style::stacked) {
        s.raise = Style::raise, s.raise_end = Style::raise_end, s.group = Style::group, s.group_end = Style::group_end;
        s.fraction = Style::fraction, s.fraction_bar = Style::fraction_bar, s.fraction_end = Style::fraction_end;
    }
    if constexpr (Style::raised) s.raised = &Style::raised_number;
    if constexpr (Style::bare_root) s.bare_root = Style::bare_root_sign;
    if constexpr (Style::renames) s.names = &put_matrix_names<Style>;
    if constexpr (Style::patterns) s.pattern = &Style::pattern, s.verbatim = &Style::verbatim;
    if constexpr (Style::power_calls) s.fraction_power = Style::fraction_power, s.any_power = Style::any_power;
    if constexpr (Style::truth) {
        s.truth_begin = Style::truth_begin, s.truth_end = Style::truth_end, s.nonzero = Style::nonzero, s.nonzero_end = Style::nonzero_end;
        s.is_condition = &Style::is_condition, s.relation = &Style::relation;
    }
    if constexpr (requires { &Style::lower_size; }) s.lower = &Style::lower_size;
    return s;
}
template <class Style>
inline constexpr matrix_style matrix_style_of = made_matrix_style<Style>();

}  // namespace detail
}  // namespace leibniz::inline v0_1
