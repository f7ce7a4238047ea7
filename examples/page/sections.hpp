#pragma once

#include "question.hpp"

#include <leibniz/document/plot.hpp>
#include <leibniz/parse/model_document.hpp>
#include <leibniz/parse/model_notation.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace page {

using leibniz::cells;
using leibniz::document;
using leibniz::mathematics;
using leibniz::model;
using leibniz::prose;
using rows = leibniz::buffer<leibniz::buffer<prose>>;

/// The page has no use for LaTeX.
inline mathematics shown(model const& formula) {
    auto const in = [&]<class Style>(Style) {
        leibniz::buffer<char> const letters = leibniz::styled_writer<Style>(leibniz::print_order(leibniz::detail::seen(formula.finished())))(formula.root(0));
        return leibniz::characters(letters);
    };
    return {in(leibniz::text_style()), {}, in(leibniz::mathml_style())};
}
inline mathematics shown_result(std::string const& name) {
    auto const in = [&]<class Style>(Style) {
        leibniz::buffer<char> letters;
        leibniz::detail::put_result_name<Style>(letters, name);
        return leibniz::characters(letters);
    };
    return {in(leibniz::text_style()), {}, in(leibniz::mathml_style())};
}
inline mathematics shown_value(double value) { return leibniz::shown_number(std::isnan(value) ? std::nan("") : value); }

/// The formulas of a model with their values, below one another; long ones with lines for what occurs more than once.
inline void add_formulas(document& d, char const* caption, model const& all, point const& at) {
    constexpr int longest = 100;  // characters that stand on a line
    auto const values = evaluate(all, at);
    bool is_long = all.size() > 40;
    for (int k = 0; k < all.size() && !is_long; ++k) is_long = static_cast<int>(text(all, k).size()) > longest;
    rows lines;
    for (int k = 0; k < all.size(); ++k)
        if (is_long) lines.push(cells(shown_result(all.name(k)), shown_value(values[k])));
        else lines.push(cells(shown_result(all.name(k)), shown(all[k]), shown_value(values[k])));
    if (!is_long) {
        d.equations(caption, cells("name", "formula", "value"), lines);
        return;
    }
    auto const text = leibniz::shared_model(all, true).lines<leibniz::text_style>(), mathml = leibniz::shared_model(all, true).lines<leibniz::mathml_style>();
    rows formulas;
    for (std::size_t k = 0; k < text.size(); ++k)
        formulas.push(cells(mathematics{leibniz::text_view(text[k].name), {}, leibniz::text_view(mathml[k].name)},
                            mathematics{leibniz::text_view(text[k].formula), {}, leibniz::text_view(mathml[k].formula)}));
    d.equations(caption, cells("name", "formula"), formulas).equations(leibniz::characters(caption) + ", in numbers", cells("name", "value"), lines);
}

/// The names of `m` with their values in `at`.
inline point bound(model const& m, point const& at) {
    point all;
    for (auto const& b : at)
        if (m.source()->mentions(b.name)) all.push_back(b);
    return all;
}

inline model upper_triangle(model const& hessian, int size) {
    model upper = hessian[0];
    for (int i = 0; i < size; ++i)
        for (int j = i; j < size; ++j)
            if (i + j > 0) upper = outputs(upper, hessian[i * size + j]);
    return upper;
}

/// Gradient, Hessian, conditions and the count of operations.
inline document derivatives(model const& m, std::vector<std::string> const& by, point const& at) {
    document d;
    add_formulas(d, "Model", m, at);
    if (by.empty()) return d.paragraph("This formula has no symbol to differentiate by.");
    model const slopes = gradient(m, by);
    add_formulas(d, "Gradient", slopes, at);
    constexpr std::size_t most = 6;
    if (by.size() <= most) add_formulas(d, "Hessian", upper_triangle(hessian(m, by), static_cast<int>(by.size())), at);
    else d.paragraph("The Hessian is shown for up to 6 symbols; choose fewer.");
    model const both = outputs(m, slopes);
    d.paragraph(prose("Value and gradient together take ") + prose(leibniz::text_view(text(operations(both)))) + ", common work shared.");
    if (auto const given = assumptions(both); given.size() > 0)
        d.paragraph(prose("As it is written the model is defined for ") + prose(leibniz::text_view(text(given))) + "; what stands here may be for more.");
    return d;
}

/// How each derivative comes about.
inline document steps(model const& m, std::vector<std::string> const& by, bool every_rule) {
    document d;
    for (std::string const& name : by) {
        if (by.size() > 1) d.heading(3, prose("By ") + leibniz::shown_name(name));
        d.append(every_rule ? derivation_document(m, name, leibniz::every_rule) : derivation_document(m, name));
    }
    return d;
}

/// Back-propagation with numbers, and its graph.
inline document calculation(std::string const& formula, std::vector<std::string> const& by, point const& at, question const& asked) {
    leibniz::backpropagation_options options{.reading = limits()};
    if (!asked["rate"].empty()) options.rate = number_of("rate", asked["rate"]);
    auto const c = leibniz::backpropagation(formula, by, at, options);
    document d = written_out(c);
    constexpr int most = 60;
    if (c.forward.size() > most) return d.paragraph("The graph is shown for up to 60 steps; name some of them by definitions, h := w*x; …");
    return d.picture("The computational graph",
                     "Each box is a symbol or a step with its value; arrows go from operands to results, and derivatives come back along them.",
                     svg(graph_of(c)));
}

/// The model and its first two derivatives over one symbol, the others as they are bound.
inline document curves(model const& m, std::string const& over, point at, question const& asked) {
    if (!m.source()->mentions(over)) return document().paragraph("There is no symbol to plot over.");
    double const middle = [&] {
        for (auto const& b : at)
            if (b.name == over) return b.value;
        return 0.0;
    }();
    double const from = asked["from"].empty() ? middle - 3 : number_of("from", asked["from"]),
                 to = asked["to"].empty() ? middle + 3 : number_of("to", asked["to"]);
    if (!(from < to)) throw field_error("to", "the end of the plot should be greater than its begin");
    model const slope = diff(m, over), all = outputs(outputs(m, slope), diff(m, over, 2));
    constexpr int points = 240;
    leibniz::plot p{.x = leibniz::characters(leibniz::text_view(over)), .y = {}, .data = {}};
    char const* const names[] = {"the model", "its derivative", "its second derivative"};
    for (char const* name : names) p.data.push({.name = name, .xs = {}, .ys = {}});
    std::vector<double> heights;
    for (int k = 0; k <= points; ++k) {
        double const x = from + (to - from) * k / points;
        for (auto& b : at)
            if (b.name == over) b.value = x;
        auto const y = evaluate(all, at);
        for (int n = 0; n < 3; ++n) {
            p.data[n].xs.push(x), p.data[n].ys.push(y[n]);
            if (std::isfinite(y[n])) heights.push_back(std::abs(y[n]));
        }
    }
    // Beside a pole the rest would be a flat line: values far beyond most others are left out.
    if (!heights.empty()) {
        auto const most = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() * 9 / 10);
        std::nth_element(heights.begin(), most, heights.end());
        for (auto& curve : p.data)
            for (double& y : curve.ys)
                if (std::abs(y) > 10 * *most) y = std::nan("");
    }
    return document().picture(prose("The model and its derivatives by ") + leibniz::shown_name(over),
                              "Three lines: the model, its first and its second derivative.", svg(p));
}

}  // namespace page
