#pragma once

#include <leibniz/document/latex_document.hpp>
#include <leibniz/fit/report.hpp>

namespace leibniz::inline v0_1 {

/// The report of a fit as the body of a LaTeX document, which needs amsmath.
///
///     fit_result const found = fit("y = a + b*x", {{"a", 0}, {"b", 1}}, {{"x", xs}, {"y", ys}});
///     assert(latex(found).view().find("\\begin{tabular}") != text_view::npos);
inline characters latex(fit_result const& found) { return latex(report(found)); }
inline characters latex(fit_result const& found, report_options const& options) { return latex(report(found, options)); }

}  // namespace leibniz::inline v0_1
