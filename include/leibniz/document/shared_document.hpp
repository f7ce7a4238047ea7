#pragma once

#include <leibniz/document/document.hpp>
#include <leibniz/notation/styles/latex.hpp>
#include <leibniz/notation/styles/mathml.hpp>
#include <leibniz/notation/styles/text.hpp>

namespace leibniz::inline v0_1 {

namespace detail {

/// What shared(e) returns for an expression or a model.
template <class Shared>
concept writes_lines = requires(Shared const& formulas) { formulas.template lines<text_style>(); };

template <class Lines>
constexpr mathematics in_notations(Lines const& text, Lines const& latex, Lines const& mathml, decltype(text.size()) k, bool name) {
    if (!name) return {text_view(text[k].formula), text_view(latex[k].formula), text_view(mathml[k].formula)};
    if (text[k].name.empty()) return {"f", "f", "<mi>f</mi>"};
    return {text_view(text[k].name), text_view(latex[k].name), text_view(mathml[k].name)};
}

}  // namespace detail

/// Formulas with shared parts as a document: one table of equations. A single formula is called f. `shared` needs
/// leibniz/algebra.hpp, or leibniz/parse.hpp for models.
///
///     assert(markdown(written_out(shared(diff(sigmoid(w*x), w)))).view().find("t_{1}") != text_view::npos);
template <detail::writes_lines Shared>
constexpr document written_out(Shared const& formulas) {
    auto const text = formulas.template lines<text_style>();
    auto const latex = formulas.template lines<latex_style>();
    auto const mathml = formulas.template lines<mathml_style>();
    buffer<buffer<prose>> rows;
    for (auto k = text.size() - text.size(); k < text.size(); ++k)
        rows.push(cells(detail::in_notations(text, latex, mathml, k, true), detail::in_notations(text, latex, mathml, k, false)));
    return document().equations("Formulas", cells("name", "formula"), rows);
}

}  // namespace leibniz::inline v0_1
