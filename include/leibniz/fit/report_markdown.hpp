#pragma once

#include <leibniz/document/markdown.hpp>
#include <leibniz/fit/report.hpp>

namespace leibniz::inline v0_1 {

/// The report of a fit as Markdown; formulas are `$LaTeX$`.
///
///     fit_result const found = fit("y = a + b*x", {{"a", 0}, {"b", 1}}, {{"x", xs}, {"y", ys}});
///     assert(markdown(found).view().find("| $a$ |") != text_view::npos);
inline characters markdown(fit_result const& found) { return markdown(report(found)); }
inline characters markdown(fit_result const& found, report_options const& options) { return markdown(report(found, options)); }

}  // namespace leibniz::inline v0_1
