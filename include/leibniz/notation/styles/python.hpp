#pragma once

#include <leibniz/language/expression.hpp>
#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/identifiers.hpp>
#include <leibniz/notation/matrix_style.hpp>
#include <leibniz/notation/signs.hpp>
#include <leibniz/notation/patterns.hpp>
#include <leibniz/notation/printing.hpp>

namespace leibniz::inline v0_1 {

namespace detail {

inline constexpr text_view python_keywords =
    "False None True and as assert async await break class continue def del elif else except finally for from global if import in is "
    "lambda nonlocal not or pass raise return try while with yield match case type print __debug__";

/// The base of the two styles of Python.
struct python_like : text_style {
    static constexpr bool renames = true, patterns = true, truth = true;
    static constexpr int letters = 18;
    static constexpr glyphs power = "**", nonzero = "", nonzero_end = " != 0";

    static constexpr bool is_infix(function const&) { return false; }
    static constexpr bool is_condition(function const& fn) { return stands_between(fn) || is_negation(fn); }
    static constexpr void name(buffer<char>& out, text_view symbol, bool literally) { put_identifier(out, symbol, literally); }
    static constexpr void substituted(buffer<char>& out, text_view value) { put(out, value); }
    /// True if the name is called like a function; false if it is a pattern with places for operands.
    static constexpr text_view pattern_in(text_view spelled) { return has_places(spelled) ? spelled : text_view(); }
};

}  // namespace detail

/// Python with NumPy as np; a few functions are those of scipy.special.
struct python_style : detail::python_like {
    static constexpr bool power_calls = true;  // ** of two plain numbers may be complex: (-8.0)**(1/3)
    static constexpr glyphs fraction_power = "np.power(", any_power = "np.float_power(", root = "np.sqrt(", truth_begin = "np.where(",
                            truth_end = ", 1, 0)";

    static constexpr bool reserved(text_view name) {
        return detail::among(detail::python_keywords, name) || name == "np" || name == "special";
    }
    static constexpr text_view spelled(function const& fn) { return fn.elsewhere->python; }
    static constexpr text_view pattern(function const& fn) { return pattern_in(spelled(fn)); }
    /// A function that NumPy lacks, and whose block names no other, is called by its own name.
    static constexpr text_view called(function const& fn) {
        constexpr text_view in_numpy =
            "abs sign sqrt cbrt hypot exp exp2 expm1 log log2 log10 log1p sin cos tan sinh cosh tanh floor ceil trunc fmod sum mean pi";
        return spelled(fn).empty() && !detail::among(in_numpy, fn.name) ? fn.name : text_view();
    }
    static constexpr void function_call(buffer<char>& out, function const& fn) {
        if (spelled(fn).empty() && called(fn).empty()) detail::put(out, "np.");
        detail::put(out, spelled(fn).empty() ? fn.name : spelled(fn));
    }
    static constexpr bool relation(buffer<char>&, function const& fn, bool) { return !detail::is_letter(fn.name[0]); }

    static constexpr matrix_signs of_matrices{.product = " @ ",
                                              .entry_product = "*",
                                              .entry_quotient = "/",
                                              .entry_power = "**",
                                              .transpose = ".T",
                                              .norm = "np.linalg.norm(",
                                              .norm_end = ")",
                                              .matrix_norm = "np.linalg.norm(",
                                              .matrix_norm_end = ")",
                                              .language = matrix_language::numpy};
    template <class Style = python_style>  // made where it is used
    static constexpr matrix_style const* matrices() {
        return &detail::matrix_style_of<Style>;
    }
};

/// The formula in Python for NumPy's arrays (import numpy as np; from scipy import special, where erf, gamma and the like
/// occur). Names become identifiers: θ₁ is theta1, lambda is lambda_. A function of your own whose block does not say what
/// NumPy calls it is called by its own name, to be defined there. Fractional powers of negative numbers are NaN, as here.
/// Refuses what `text` refuses.
///
///     static_assert(python(exp(x)*y) == "y*np.exp(x)");
template <expression E>
constexpr text_view python(E) {
    return detail::as_text(detail::written_form<python_style, E>::report());
}

}  // namespace leibniz::inline v0_1
