#pragma once

#include <leibniz/leibniz.hpp>

#include <leibniz/notation/shared.hpp>
#include <leibniz/notation/styles/latex.hpp>
#include <leibniz/notation/styles/mathml.hpp>

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

// Formulas in notebooks whose kernel is xeus-cpp, which calls mime_bundle_repr for the value of a cell: #include <leibniz/notebook.hpp> in
// its first cell. It needs nlohmann's json, as the kernel does.

namespace leibniz::inline v0_1 {

namespace detail {

template <class T>
concept has_formulas_as_text = requires(T const& e) {
    std::string(std::string_view(text(e)));
    std::string(std::string_view(latex(e)));
    std::string(std::string_view(mathml(e)));
};
template <class T>
concept is_page = requires(T const& d) {
    std::string(std::string_view(html(d)));
    std::string(std::string_view(markdown(d)));
};

template <has_formulas_as_text E>
nlohmann::json formula_for_notebook(E const& e) {
    return {{"text/plain", std::string(std::string_view(text(e)))},
            {"text/latex", "$$" + std::string(std::string_view(latex(e))) + "$$"},
            {"text/html", std::string(std::string_view(mathml(e)))}};
}

}  // namespace detail

/// An expression, or the formulas of a gradient, Hessian, Jacobian or outputs, as a notebook shows them: an object with "text/plain",
/// "text/latex" and "text/html", which holds MathML. Several formulas share what occurs more than once. So are models that are known at
/// run time, with <leibniz/parse/model_notation.hpp>. Refused: what `text` refuses.
///
///     assert(mime_bundle_repr(diff(pow<2>(x), x))["text/latex"] == "$$2\\,x$$");
template <class E>
    requires(bundle<E> || detail::has_formulas_as_text<E>)
nlohmann::json mime_bundle_repr(E const& e) {
    if constexpr (bundle<E>) return detail::formula_for_notebook(shared(E{}));
    else return detail::formula_for_notebook(e);
}

/// A document of `<leibniz/page.hpp>`, such as `written_out(c)` of a hand calculation, as "text/html" and "text/markdown".
template <detail::is_page Document>
nlohmann::json mime_bundle_repr(Document const& d) {
    return {{"text/html", std::string(std::string_view(html(d)))}, {"text/markdown", std::string(std::string_view(markdown(d)))}};
}

}  // namespace leibniz::inline v0_1
