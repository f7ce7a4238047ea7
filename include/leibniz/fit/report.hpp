#pragma once

#include <leibniz/document/document.hpp>
#include <leibniz/fit/problem.hpp>
#include <leibniz/fit/report_words.hpp>
#include <leibniz/fit/result.hpp>
#include <leibniz/fit/rounded.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace leibniz::inline v0_1 {

/// What a report of a fit shows beside parameters, correlation and goodness.
struct report_options {
    std::string title{};                 ///< without it, "Fit of " and the response
    std::vector<std::string> derived{};  ///< formulas of the parameters: "log(2)/b2"
    bool profiles = false;               ///< intervals from the sum of squares itself, which takes some dozen fits for each parameter
    bool bands = false;                  ///< each row with its fitted value and both bands
};

namespace detail {

/// The tables of a report.
class report_tables {
public:
    report_tables(fit_result const& found, report_options const& options) : found_(found), options_(options) {}

    void add_parameters(document& page) const {
        buffer<prose> header = cells("parameter", "value", "standard error", level_text(found_.level) + " interval");
        bool remarks = false;
        for (fitted_parameter const& p : found_.parameters) remarks = remarks || !remark_on(found_, p).empty();
        if (remarks) header.push("remark");
        buffer<buffer<prose>> rows;
        for (fitted_parameter const& p : found_.parameters) {
            buffer<prose> row = cells(shown_name(p.name));
            if (is_open(found_, p)) row.push(prose()), row.push(prose()), row.push(prose());
            else add_number(row, p.value, p.standard_error, p.lower, p.upper);
            if (remarks) row.push(text_view(remark_on(found_, p)));
            rows.push(row);
        }
        page.table("Parameters", header, rows);
    }

    void add_correlation(document& page) const {
        std::vector<Eigen::Index> shown;
        for (std::size_t k = 0; k < found_.parameters.size(); ++k)
            if (has_error(found_, found_.parameters[k])) shown.push_back(static_cast<Eigen::Index>(k));
        if (shown.size() < 2) return;
        buffer<prose> header = cells("");
        buffer<buffer<prose>> rows;
        for (Eigen::Index const k : shown) {
            header.push(shown_name(found_.parameters[static_cast<std::size_t>(k)].name));
            buffer<prose> row = cells(shown_name(found_.parameters[static_cast<std::size_t>(k)].name));
            for (Eigen::Index const other : shown)
                row.push(other > k ? characters() : with_decimals(found_.correlation(k, other), correlation_places(found_.correlation(k, other)), 1));
            rows.push(row);
        }
        page.table("Correlation", header, rows);
    }

    void add_goodness(document& page) const {
        buffer<buffer<prose>> rows;
        for (goodness_line const& line : goodness_of(found_)) rows.push(cells(line.what, line.value, line.words));
        page.table("Goodness", cells("quantity", "value", "in words"), rows);
    }

    void add_derived(document& page) const {
        if (options_.derived.empty()) return;
        buffer<buffer<prose>> rows;
        for (std::string const& formula : options_.derived) {
            model const m = parse(formula);
            derived_number const d = found_.derive(m);
            buffer<prose> row = cells(shown_formula(m));
            add_number(row, d.value, d.standard_error, d.lower, d.upper);
            rows.push(row);
        }
        page.table("Derived", cells("formula", "value", "standard error", level_text(found_.level) + " interval"), rows);
    }

    void add_profiles(document& page) const {
        if (!options_.profiles) return;
        buffer<buffer<prose>> rows;
        for (fitted_parameter const& p : found_.parameters) {
            if (!has_error(found_, p) || p.state != parameter_state::free) continue;
            profile_interval const i = profile(found_, p.name);
            prose interval = shown_interval(i.lower, i.upper, p.standard_error);
            if (std::string const remark = ends_of(i); !remark.empty()) interval += prose(text_view("; " + remark));
            rows.push(cells(shown_name(p.name), interval));
        }
        if (!rows.empty())
            page.table("Profiles: intervals from the sum of squares itself", cells("parameter", level_text(found_.level) + " interval"), rows);
    }

    void add_bands(document& page) const {
        if (!options_.bands || !has_errors(found_)) return;
        fit_data const at = columns_of_formula(found_);
        fit_band const sure = found_.confidence_band(at);
        fit_band const next = found_.prediction_band(at, {}, found_.has_sigma ? deviation(found_.sigma) : deviation());
        buffer<prose> header = cells("row");
        for (named_column const& c : at) header.push(shown_name(c.name));
        for (char const* title : {"response", "fitted", "residual", "confidence", "prediction"}) header.push(title);
        buffer<buffer<prose>> rows;
        for (Eigen::Index r = 0; r < found_.rows; ++r) {
            buffer<prose> row = cells(number_text(static_cast<double>(r + 1)));
            for (named_column const& c : at) row.push(shown_number(number_text(c.values[c.values.size() == 1 ? 0 : r])));
            row.push(shown_number(number_text(found_.response[r])));
            row.push(shown_number(rounded(found_.fitted[r], sure.standard_error[r])));
            row.push(shown_number(rounded(found_.residuals[r], sure.standard_error[r])));
            row.push(shown_interval(sure.lower[r], sure.upper[r], sure.standard_error[r]));
            row.push(shown_interval(next.lower[r], next.upper[r], next.standard_error[r]));
            rows.push(row);
        }
        page.table(characters("Rows, with bands of ") + level_text(found_.level), header, rows);
    }

    /// The rows that move a parameter most.
    void add_influence(document& page) const {
        if (!has_errors(found_)) return;
        double const least = 2 / std::sqrt(static_cast<double>(found_.rows));
        struct entry {
            Eigen::Index row;
            std::size_t parameter;
            double size;
        };
        std::vector<entry> all;
        for (Eigen::Index r = 0; r < found_.influence.rows(); ++r)
            for (Eigen::Index k = 0; k < found_.influence.cols(); ++k)
                if (double const by = found_.influence(r, k); std::abs(by) > least && std::isfinite(by))
                    all.push_back({r, static_cast<std::size_t>(k), by});
        if (all.empty()) return;
        // The largest first, equal ones in their order: std::stable_sort has clang 19 warn of a function of libstdc++ 12.
        std::sort(all.begin(), all.end(), [](entry const& a, entry const& b) {
            double const of_a = std::abs(a.size), of_b = std::abs(b.size);
            return of_a != of_b ? of_a > of_b : a.row != b.row ? a.row < b.row : a.parameter < b.parameter;
        });
        if (all.size() > 5) all.resize(5);
        buffer<buffer<prose>> rows;
        for (entry const& e : all)
            rows.push(cells(number_text(static_cast<double>(e.row + 1)), shown_name(found_.parameters[e.parameter].name), with_decimals(-e.size, 2, 1)));
        page.table("Influence: what leaving a row out would change, in standard errors", cells("row", "parameter", "change"), rows);
    }

    /// The model, and what ties parameters.
    void add_model(document& page) const {
        buffer<buffer<prose>> rows;
        rows.push(cells(shown_formula(found_.response_formula), shown_formula(found_.formula)));
        for (fitted_parameter const& p : found_.parameters)
            if (p.state == parameter_state::tied)
                for (named_formula const& tie : found_.problem->options.tied)
                    if (tie.name == p.name) rows.push(cells(shown_name(p.name), shown_formula(tie.formula)));
        page.equations("Model", cells("response", "formula"), rows);
    }
    /// The partial derivatives of the model, with their common parts.
    void add_jacobian(document& page) const {
        std::vector<std::string> by;
        for (fitted_parameter const& p : found_.parameters)
            if (found_.formula.source()->mentions(p.name)) by.push_back(p.name);
        if (by.empty()) return;
        buffer<buffer<prose>> rows;
        add_lines(rows, gradient(found_.formula, by));
        page.equations("Jacobian, derived from the model", cells("derivative", "formula"), rows);
    }

private:
    /// Value, standard error and interval; a value that has no error stands alone.
    void add_number(buffer<prose>& row, double value, double error, double lower, double upper) const {
        bool const known = has_errors(found_) && error > 0 && std::isfinite(error);
        row.push(shown_number(known ? rounded(value, error) : number_text(value, 6)));
        row.push(known ? shown_number(rounded(error)) : prose());
        row.push(known ? shown_interval(lower, upper, error) : prose());
    }

    fit_result const& found_;
    report_options const& options_;
};

/// The report, with pictures behind the parameters. Without options nothing is compiled that only they ask for.
template <bool Options = true>
document report_with(document const& pictures, fit_result const& found, report_options const& options) {
    report_tables const tables(found, options);
    document page;
    if (options.title.empty()) page.heading(1, prose("Fit of ") + prose(shown_formula(found.response_formula)));
    else page.heading(1, text_view(options.title));
    tables.add_model(page);
    for (std::string const& sentence : outcome_of(found)) page.paragraph(text_view(sentence));
    tables.add_parameters(page);
    if (!found.notes.empty() && has_errors(found)) {
        buffer<prose> notes;
        for (std::string const& note : found.notes) notes.push(text_view(as_sentence(found, note)));
        page.list(notes);
    }
    page.append(pictures);
    if constexpr (Options) tables.add_derived(page), tables.add_profiles(page);
    tables.add_correlation(page);
    tables.add_goodness(page);
    tables.add_influence(page);
    tables.add_jacobian(page);
    if constexpr (Options) tables.add_bands(page);
    return page;
}

}  // namespace detail

/// A fit as a document: parameters with their uncertainties, correlation, goodness, notes, formulas. `text(found)`, `markdown(found)`,
/// `latex(found)` and `html_page(found)` write it. Numbers have as many digits as their standard errors, which have two, warrant;
/// `json(found)` has all.
///
///     fit_result const found = fit("y = a + b*x", {{"a", 0}, {"b", 1}}, {{"x", xs}, {"y", ys}});
///     assert(text(report(found)).view().find("Parameters") != text_view::npos);
inline document report(fit_result const& found) { return detail::report_with<false>({}, found, {}); }
inline document report(fit_result const& found, report_options const& options) { return detail::report_with({}, found, options); }

}  // namespace leibniz::inline v0_1
