#pragma once

#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/styles/python.hpp>

namespace leibniz::inline v0_1 {

/// Python with the names of SymPy; fractions are exact.
struct sympy_style : detail::python_like {
    static constexpr bool rational = true;
    static constexpr glyphs nonzero = "Ne(", nonzero_end = ", 0)", root = "sqrt(", truth_begin = "Piecewise((1, ",
                            truth_end = "), (0, True))", fraction = "Rational(", fraction_bar = ", ", fraction_end = ")",
                            decimal = "Rational('", decimal_end = "')";

    static constexpr bool reserved(text_view name) {
        if (detail::among(detail::python_keywords, name)) return true;
        return detail::among(
            "E I N O Q S oo zoo nan pi exp log sqrt sin cos tan cot sec csc asin acos atan acot asec acsc atan2 sinh cosh tanh coth sech "
            "csch asinh "
            "acosh atanh acoth asech acsch erf erfc gamma loggamma digamma polygamma beta zeta Min Max Abs sign floor ceiling Mod "
            "Heaviside Piecewise Rational Eq Ne And Or Not Function real_root Symbol symbols",
            name);
    }
    static constexpr text_view spelled(function const& fn) { return fn.elsewhere->sympy; }
    static constexpr text_view pattern(function const& fn) { return pattern_in(spelled(fn)); }
    /// A function that SymPy lacks is called by its own name.
    static constexpr text_view called(function const& fn) { return spelled(fn).empty() ? fn.name : text_view(); }
    static constexpr void function_call(buffer<char>& out, function const& fn) {
        detail::put(out, spelled(fn).empty() ? fn.name : spelled(fn));
    }
    /// Equality is a call, because == and != compare formulas in SymPy.
    static constexpr bool relation(buffer<char>& out, function const& fn, bool opens) {
        if (fn.name == "==" || fn.name == "!=") {
            detail::put(out, !opens ? ")" : fn.name == "==" ? "Eq(" : "Ne(");
            return false;
        }
        return !detail::is_letter(fn.name[0]);
    }

    static constexpr matrix_signs of_matrices{.product = "*", .transpose = ".T", .inverse = ".inv()", .inverse_transpose = ".inv().T", .language = matrix_language::sympy};
    template <class Style = sympy_style>  // made where it is used
    static constexpr matrix_style const* matrices() {
        return &detail::matrix_style_of<Style>;
    }
};

/// The formula in Python for SymPy (from sympy import *), with exact fractions. SymPy calculates in complex numbers: it has
/// values for roots and logarithms of negative numbers, which are NaN here. Refuses what `text` refuses.
///
///     static_assert(sympy(x/2_c) == "x/2" && sympy(1_c/2_c) == "Rational(1, 2)");
template <expression E>
constexpr text_view sympy(E) {
    return detail::as_text(detail::written_form<sympy_style, E>::report());
}

}  // namespace leibniz::inline v0_1
