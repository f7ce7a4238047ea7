#pragma once

#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/string_builder.hpp>
#include <leibniz/notation/utf8.hpp>

#include <cstddef>
#include <type_traits>

namespace leibniz::inline v0_1 {

struct unicode_style;
struct latex_style;
struct mathml_style;
struct python_style;
struct sympy_style;

namespace detail {

template <class Style, class... Others>
inline constexpr bool is_one_of = (std::is_same<Style, Others>::value || ...);

/// A derivative's name in text, d^2/dx^2, d/dy d/dx f2, taken apart: symbols, each with its order, and the function.
struct derivative_name {
    struct run {
        text_view by{};
        int order = 1;
    };
    buffer<run> runs{};  // as a mixed derivative is written: the last one in front
    text_view of{};
    int order = 0;

    constexpr explicit derivative_name(text_view name) {
        while (!name.empty()) {
            std::size_t const space = name.find(' ');
            text_view const word = name.substr(0, space), by = after_slash(word);
            name = space == text_view::npos ? text_view() : name.substr(space + 1);
            if (by.empty()) of = word;
            else add(by);
        }
    }

private:
    /// x^2 of d^2/dx^2; nothing of a function's name.
    static constexpr text_view after_slash(text_view word) {
        std::size_t const slash = word.find("/d");
        return word[0] == 'd' && slash != text_view::npos ? word.substr(slash + 2) : text_view();
    }
    constexpr void add(text_view by) {
        std::size_t const hat = by.find('^');
        int times = hat == text_view::npos ? 1 : 0;
        if (times == 0)
            for (char c : by.substr(hat + 1)) times = 10 * times + (c - '0');
        by = by.substr(0, hat);
        if (!runs.empty() && runs.back().by == by) runs.back().order += times;
        else runs.push({by, times});
        order += times;
    }
};

/// Writes the name of a result, such as d/dw, d^2/dx^2 f2 or f, in a style: ∂f₂/∂w, \frac{\partial}{\partial w}, df_dw. With a
/// letter in place of f.
template <class Style>
constexpr void put_result_name(buffer<char>& out, text_view name, char letter = 'f') {
    auto const symbol = [&out](text_view of) {
        if constexpr (Style::renames) Style::name(out, of, false);
        else put(out, of);
    };
    auto const number = [&out](int order) {
        if (order > 1) put_number(out, order);
    };
    derivative_name d(name);
    characters const renamed = characters(text_view(&letter, 1)) + d.of.substr(d.of.empty() ? 0 : 1);
    if (!d.of.empty()) d.of = renamed;
    if constexpr (is_one_of<Style, python_style, sympy_style>) {
        if (d.order == 0) return symbol(d.of);
        put(out, "d"), number(d.order);
        if (d.of.empty()) put(out, "f");
        else symbol(d.of);
        put(out, "_");
        for (derivative_name::run const& r : d.runs) put(out, "d"), symbol(r.by), number(r.order);
    } else if constexpr (is_one_of<Style, unicode_style>) {
        auto const raised = [&out](int order) {
            if (order > 1) Style::raised_number(out, order);
        };
        if (d.order > 0) put(out, "∂"), raised(d.order);
        if (!d.of.empty()) symbol(d.of);
        if (d.order > 0) put(out, "/");
        for (derivative_name::run const& r : d.runs) put(out, "∂"), symbol(r.by), raised(r.order);
    } else if constexpr (is_one_of<Style, latex_style>) {
        auto const raised = [&](int order) {
            if (order > 1) put(out, "^{"), number(order), put(out, "}");
        };
        if (d.order == 0) return symbol(d.of);
        put(out, "\\frac{\\partial"), raised(d.order);
        if (!d.of.empty()) put(out, " "), symbol(d.of);
        put(out, "}{");
        bool first = true;
        for (derivative_name::run const& r : d.runs) {
            put(out, first ? "\\partial " : "\\,\\partial "), symbol(r.by), raised(r.order);
            first = false;
        }
        put(out, "}");
    } else if constexpr (is_one_of<Style, mathml_style>) {
        auto const raised = [&](int order, auto const& base) {
            if (order > 1) put(out, "<msup>");
            base();
            if (order > 1) put(out, "<mn>"), number(order), put(out, "</mn></msup>");
        };
        if (d.order == 0) return symbol(d.of);
        put(out, "<mfrac>");
        if (!d.of.empty()) put(out, "<mrow>");
        raised(d.order, [&] { put(out, "<mo>∂</mo>"); });
        if (!d.of.empty()) symbol(d.of), put(out, "</mrow>");
        put(out, "<mrow>");
        for (derivative_name::run const& r : d.runs) {
            put(out, "<mo>∂</mo>");
            raised(r.order, [&] { put(out, "<mrow>"), symbol(r.by), put(out, "</mrow>"); });
        }
        put(out, "</mrow></mfrac>");
    } else {
        auto const raised = [&](int order) {
            if (order > 1) put(out, "^"), number(order);
        };
        bool first = true;
        for (derivative_name::run const& r : d.runs) {
            put(out, first ? "d" : " d"), raised(r.order), put(out, "/d"), symbol(r.by), raised(r.order);
            first = false;
        }
        if (!d.of.empty()) put(out, first ? "" : " "), symbol(d.of);
    }
}

}  // namespace detail
}  // namespace leibniz::inline v0_1
