#pragma once

#include <leibniz/document/html.hpp>
#include <leibniz/document/plot.hpp>
#include <leibniz/fit/report.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <string>

namespace leibniz::inline v0_1 {

namespace detail {

inline constexpr Eigen::Index most_dots = 1000;  // in a picture; of more rows every second, third, ... is drawn

/// The only column of the right side, or null where it has none or several.
inline named_column const* only_column(fit_result const& found) {
    named_column const* only = nullptr;
    for (named_column const& c : found.data) {
        if (!found.formula.source()->mentions(c.name)) continue;
        if (only != nullptr) return nullptr;
        only = &c;
    }
    return only != nullptr && only->values.size() == found.rows ? only : nullptr;
}

template <class Xs, class Ys>
plotted dots_of(characters const& name, Xs const& xs, Ys const& ys) {
    plotted dots{name, {}, {}, true};
    Eigen::Index const step = (ys.size() + most_dots - 1) / most_dots;
    for (Eigen::Index r = 0; r < ys.size(); r += std::max<Eigen::Index>(step, 1)) dots.xs.push(xs(r)), dots.ys.push(ys(r));
    return dots;
}

inline plotted band_of(characters const& name, Eigen::ArrayXd const& xs, fit_band const& band) {
    plotted area{name, {}, {}, false};
    for (Eigen::Index k = 0; k < xs.size(); ++k)
        if (std::isfinite(band.lower[k]) && std::isfinite(band.upper[k]))
            area.xs.push(xs[k]), area.ys.push(band.lower[k]), area.upper.push(band.upper[k]);
    return area;
}

}  // namespace detail

/// Data, fitted curve and both bands as a diagram for `svg`; of a model of several columns the response by the fitted value. Of more
/// than 1000 rows some are drawn.
///
///     fit_result const found = fit("y = a + b*x", {{"a", 0}, {"b", 1}}, {{"x", xs}, {"y", ys}});
///     assert(svg(curve_of(found)).view().find("prediction") != text_view::npos);
inline plot curve_of(fit_result const& found) {
    named_column const* const x = detail::only_column(found);
    std::string const response = text(found.response_formula);
    if (x == nullptr) {
        plot p{"fitted", text_view(response), {}, false};
        plotted line{"fitted = response", {}, {}, false};
        for (double const end : {found.fitted.minCoeff(), found.fitted.maxCoeff()}) line.xs.push(end), line.ys.push(end);
        p.data.push(line);
        p.data.push(detail::dots_of("rows", found.fitted, found.response));
        return p;
    }
    plot p{text_view(x->name), text_view(response), {}, false};
    constexpr Eigen::Index points = 161;
    Eigen::ArrayXd const xs = Eigen::ArrayXd::LinSpaced(points, x->values.minCoeff(), x->values.maxCoeff());
    fit_band const sure = found.confidence_band({{x->name, xs}});
    characters const level = detail::level_text(found.level);
    bool const sure_of_it = detail::has_errors(found) && sure.standard_error.allFinite();
    bool const one_sigma = !found.has_sigma || (found.sigma == found.sigma[0]).all();
    if (one_sigma && sure_of_it)
        p.data.push(detail::band_of(level + " prediction band", xs, found.prediction_band({{x->name, xs}}, {}, found.has_sigma ? deviation(found.sigma[0]) : deviation())));
    if (sure_of_it) p.data.push(detail::band_of(level + " confidence band", xs, sure));
    plotted curve{"fitted curve", {}, {}, false};
    for (Eigen::Index k = 0; k < points; ++k) curve.xs.push(xs[k]), curve.ys.push(sure.fitted[k]);
    p.data.push(curve);
    p.data.push(detail::dots_of("rows", x->values, found.response));
    return p;
}

/// Residuals by the column of the model, or, of several columns, by the fitted value; in units of sigma where that is given.
///
///     fit_result const found = fit("y = a + b*x", {{"a", 0}, {"b", 1}}, {{"x", xs}, {"y", ys}});
///     assert(svg(residuals_of(found)).view().find("residual") != text_view::npos);
inline plot residuals_of(fit_result const& found) {
    named_column const* const x = detail::only_column(found);
    plot p{x != nullptr ? characters(text_view(x->name)) : characters("fitted"), found.has_sigma ? "residual / sigma" : "residual", {}, false};
    Eigen::ArrayXd const shown = found.has_sigma ? Eigen::ArrayXd(found.residuals / found.sigma) : found.residuals;
    p.data.push(detail::dots_of("rows", x != nullptr ? x->values : found.fitted, shown));
    return p;
}

/// The report of a fit as a whole page of HTML, with formulas in MathML, the curve with its bands, and the residuals. It needs nothing
/// from the network, and is light or dark as the reader's screen is.
///
///     fit_result const found = fit("y = a + b*x", {{"a", 0}, {"b", 1}}, {{"x", xs}, {"y", ys}});
///     assert(html_page(found).view().starts_with("<!DOCTYPE html>"));
inline characters html_page(fit_result const& found, report_options const& options = {}) {
    bool const by_column = detail::only_column(found) != nullptr;
    Eigen::Index const step = (found.rows + detail::most_dots - 1) / detail::most_dots;
    characters some;
    if (step > 1) some += " Every row of number ", some += step, some += " is drawn.";
    document pictures;
    pictures.picture(by_column ? "Fitted curve" : "Response by fitted value",
                     (by_column ? characters("The rows, the fitted curve, its confidence band, and the band of new responses.")
                                : characters("Each row by its fitted value: on the line both are equal.")) + some.view(),
                     svg(curve_of(found)));
    pictures.picture("Residuals", characters("Response less fitted value, row by row.") + some.view(), svg(residuals_of(found)));
    return html_page(detail::report_with(pictures, found, options));
}

}  // namespace leibniz::inline v0_1
