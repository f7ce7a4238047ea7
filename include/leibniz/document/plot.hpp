#pragma once

#include <leibniz/notation/number_text.hpp>
#include <leibniz/document/picture.hpp>
#include <leibniz/notation/styles/unicode.hpp>

#include <cmath>
#include <string_view>

namespace leibniz::inline v0_1 {

/// A series of points, as a line or as dots, or a band between `ys` and `upper`; `name` is its entry in the legend. A line has gaps
/// where values are not finite.
struct plotted {
    characters name;
    buffer<double> xs, ys;
    bool dots = false;
    buffer<double> upper{};  // as many as ys, or none
};

/// A diagram with labelled axes. `logarithmic`: the vertical axis is logarithmic, and values that are not positive are left out.
struct plot {
    characters x, y;
    buffer<plotted> data;
    bool logarithmic = false;
};

namespace detail {

/// The ends of an axis and the distance of its marks: 1, 2 or 5 times a power of ten.
struct axis {
    double low = 0, high = 1, step = 1;
    double at(double value) const { return (value - low) / (high - low); }
    int marks() const { return static_cast<int>(std::floor((high - low) / step + 1.5)); }
};
inline axis axis_over(double low, double high, bool whole) {
    if (!(high > low)) high = low + (std::abs(low) < 1e6 ? 1 : std::abs(low));
    double const rough = (high - low) / 4;
    double power = std::pow(10.0, std::floor(std::log10(rough)));
    double const factor = rough / power;
    double step = power * (factor > 5 ? 10 : factor > 2 ? 5 : factor > 1 ? 2 : 1);
    if (whole && step < 1) step = 1;
    return {std::floor(low / step) * step, std::ceil(high / step) * step, step};
}

inline characters power_of_ten(double exponent) {
    buffer<char> digits;
    unicode_style::raised_number(digits, std::lround(exponent));
    return characters("10") + characters(digits).view();
}

}  // namespace detail

/// The diagram as one <svg> element.
inline characters svg(plot const& p) {
    constexpr int width = 420, left = 64, right = 26, bottom = 46;
    int const legend = p.data.size() < 2 ? 0 : p.data.size(), top = 28 + 18 * legend, height = 300 + 18 * legend;
    bool any = false;
    double low_x = 0, high_x = 1, low_y = 0, high_y = 1;
    auto const height_of = [&](double y) { return p.logarithmic ? std::log10(y) : y; };
    auto const is_shown = [&](double y) { return std::isfinite(y) && (!p.logarithmic || y > 0); };
    auto const include = [&](double at, double value) {
        if (!is_shown(value)) return;
        double const x = at, y = height_of(value);
        low_x = any && low_x < x ? low_x : x, high_x = any && high_x > x ? high_x : x;
        low_y = any && low_y < y ? low_y : y, high_y = any && high_y > y ? high_y : y;
        any = true;
    };
    for (plotted const& d : p.data)
        for (int k = 0; k < d.xs.size(); ++k) {
            include(d.xs[k], d.ys[k]);
            if (!d.upper.empty()) include(d.xs[k], d.upper[k]);
        }
    detail::axis const across = detail::axis_over(low_x, high_x, false), up = detail::axis_over(low_y, high_y, p.logarithmic);
    auto const fine_x = [&](double x) { return 10 * left + static_cast<int>(std::lround(10 * (width - left - right) * across.at(x))); };
    auto const fine_y = [&](double y) { return 10 * (height - bottom) - static_cast<int>(std::lround(10 * (height - top - bottom) * up.at(y))); };
    auto const px = [&](double x) { return (fine_x(x) + 5) / 10; };
    auto const py = [&](double y) { return (fine_y(y) + 5) / 10; };

    detail::svg_writer out(width, height, "plot");
    for (int k = 0; k < across.marks(); ++k) {
        double const x = across.low + k * across.step;
        out.line(px(x), top, px(x), height - bottom, "grid");
        out.text(px(x), height - bottom + 18, "mark", number_text(std::abs(x) < across.step / 2 ? 0.0 : x, 4));
    }
    for (int k = 0; k < up.marks(); ++k) {
        double const y = up.low + k * up.step;
        out.line(left, py(y), width - right, py(y), "grid");
        out.text(left - 7, py(y) + 5, "mark", p.logarithmic ? detail::power_of_ten(y) : number_text(std::abs(y) < up.step / 2 ? 0.0 : y, 4),
                 "end");
    }
    out.text(left + (width - left - right) / 2, height - 8, "mark", p.x);
    out.text(4, 14 + 18 * legend, "mark", p.y, "start");
    int lines = 0, bands = 0;  // each line takes the next colour; bands lie upon each other, in the legend too
    for (int s = 0; s < p.data.size(); ++s) {
        plotted const& d = p.data[s];
        characters kind = d.upper.empty() ? "series" : "band";
        if (d.upper.empty()) kind += 1 + lines++ % 3;
        buffer<int> points;  // in tenths, so that a curve has no steps
        auto const draw = [&] {
            if (!d.dots && !points.empty()) out.path(points.begin(), points.size() / 2, kind, !d.upper.empty(), 10);
            points.clear();
        };
        auto const add = [&](double at, double value) {
            if (!is_shown(value) && d.upper.empty()) draw();
            if (!is_shown(value)) return;
            if (d.dots) out.circle(px(at), py(height_of(value)), 4, kind + " dot");
            points.push(fine_x(at)), points.push(fine_y(height_of(value)));
        };
        for (int k = 0; k < d.xs.size(); ++k) add(d.xs[k], d.ys[k]);
        for (int k = d.upper.size() - 1; k >= 0; --k) add(d.xs[k], d.upper[k]);
        draw();
        if (p.data.size() < 2) continue;
        int const y = 16 + 18 * s;
        if (d.dots) out.circle(width - right - 12, y - 4, 4, kind + " dot");
        else if (!d.upper.empty())
            for (int k = 0; k <= bands; ++k) out.rectangle(width - right - 20, y - 10, 16, 12, kind);
        else out.line(width - right - 20, y - 4, width - right - 4, y - 4, kind);
        out.text(width - right - 26, y, "mark", d.name, "end");
        bands += !d.upper.empty();
    }
    return out.finished();
}

}  // namespace leibniz::inline v0_1
