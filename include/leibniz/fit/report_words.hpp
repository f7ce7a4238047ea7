#pragma once

#include <leibniz/document/document.hpp>
#include <leibniz/document/shared_document.hpp>
#include <leibniz/fit/result.hpp>
#include <leibniz/fit/rounded.hpp>
#include <leibniz/parse/model_calculus.hpp>
#include <leibniz/parse/model_notation.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace leibniz::inline v0_1::detail {

/// A formula in the notations of a document.
inline mathematics shown_formula(model const& m) {
    std::string const xml = mathml(m);
    std::size_t const begin = xml.find('>') + 1, end = xml.rfind("</math>");
    return {text_view(text(m)), text_view(latex(m)), text_view(xml).substr(begin, end - begin)};
}
/// A name as a formula; no text is read for it.
inline mathematics shown_name(std::string const& name) {
    auto const source = std::make_shared<source_text>(source_text{name});
    result r{.in = graph(rules)};
    text_view const letters(source->text.data(), source->text.size());
    r.roots.push(r.in.symbol(letters));
    program p;
    p.code.push({.op = opcode::input});
    p.variables.push({letters});
    p.roots.push(0);
    return shown_formula(model::made(source, r, unlimited, nullptr, std::move(p)).value());
}

/// The lines of several formulas, with those of their common parts in front.
inline void add_lines(buffer<buffer<prose>>& rows, model const& formulas) {
    shared_model const all(formulas, true);
    auto const as_text = all.lines<text_style>();
    auto const as_latex = all.lines<latex_style>();
    auto const as_mathml = all.lines<mathml_style>();
    for (std::size_t k = 0; k < as_text.size(); ++k)
        rows.push(cells(in_notations(as_text, as_latex, as_mathml, k, true), in_notations(as_text, as_latex, as_mathml, k, false)));
}

/// A number as words; one with a power of ten as mathematics: 7.3e-6.
inline prose shown_number(characters const& number) {
    text_view const all = number.view();
    std::size_t const at = all.find('e');
    if (at == text_view::npos) return number;
    text_view const digits = all.substr(0, at), power = all.substr(at + 1);
    bool const negative = power[0] == '-';
    text_view const size = power.substr(negative || power[0] == '+' ? 1 : 0);
    return mathematics{number, characters(digits) + " \\cdot 10^{" + (negative ? "-" : "") + size + "}",
                       characters("<mn>") + digits + "</mn><mo>·</mo><msup><mn>10</mn><mrow>" + (negative ? "<mo>−</mo>" : "") + "<mn>" + size +
                           "</mn></mrow></msup>"};
}

/// 95 %
inline characters level_text(double level) { return number_text(100 * level, 6) + " %"; }

inline prose shown_interval(double lower, double upper, double error) {
    return shown_number(rounded(lower, error)) + prose(" to ") + shown_number(rounded(upper, error));
}

/// Two digits behind the point; where a correlation is nearly 1, as many as show the difference.
inline int correlation_places(double value) {
    double const rest = 1 - std::abs(value);
    return rest > 0 && rest < 0.05 ? std::min(12, 1 - static_cast<int>(std::floor(std::log10(rest)))) : 2;
}

/// Whether standard errors mean something: not away from a minimum.
inline bool has_errors(fit_result const& found) { return found.status != fit_status::not_converged; }
/// Whether a parameter has a standard error.
inline bool has_error(fit_result const& found, fitted_parameter const& p) { return has_errors(found) && p.standard_error > 0; }

/// Whether the value of a parameter is one of many that fit as well.
inline bool is_open(fit_result const& found, fitted_parameter const& p) {
    for (std::size_t k = 0; k < found.parameters.size(); ++k)
        if (found.parameters[k].name == p.name) return !is_zero_row(found.open_directions, static_cast<Eigen::Index>(k));
    return false;
}

inline std::string remark_on(fit_result const& found, fitted_parameter const& p) {
    if (is_open(found, p)) return "not determined by the data; it stopped at " + std::string(number_text(p.value, 4).view());
    switch (p.state) {
        case parameter_state::free: return {};
        case parameter_state::fixed: return "fixed";
        case parameter_state::tied: return "= " + p.tied_to;
        case parameter_state::at_lower_bound: return "at its lower bound";
        case parameter_state::at_upper_bound: return "at its upper bound";
    }
    return {};
}

/// With a capital, unless it begins with the name of a parameter, and with its end.
inline std::string as_sentence(fit_result const& found, std::string words) {
    std::string const first = words.substr(0, words.find_first_of(" ,:"));
    bool const named = std::any_of(found.parameters.begin(), found.parameters.end(), [&](fitted_parameter const& p) { return p.name == first; });
    if (!named && !words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
    if (!words.empty() && words.back() != '.') words += '.';
    return words;
}

inline std::string ends_of(profile_interval const& i) {
    std::string words;
    auto const add = [&](bool bound, double end, char const* side) {
        if (bound) words += std::string(words.empty() ? "" : ", ") + "the " + side + " end is a bound";
        else if (!std::isfinite(end)) words += std::string(words.empty() ? "" : ", ") + "no " + side + " end";
    };
    add(i.lower_is_bound, i.lower, "lower");
    add(i.upper_is_bound, i.upper, "upper");
    return words;
}

/// The columns that the right side of a model needs.
inline fit_data columns_of_formula(fit_result const& found) {
    fit_data needed;
    for (named_column const& c : found.data)
        if (found.formula.source()->mentions(c.name)) needed.push_back(c);
    return needed;
}

/// How the fit ended, in sentences.
inline std::vector<std::string> outcome_of(fit_result const& found) {
    std::string const after = " after " + std::to_string(found.iterations) + (found.iterations == 1 ? " iteration: " : " iterations: ") + found.why + ".";
    if (found.status == fit_status::not_converged) return {"No convergence" + after + " This is the best point that was found; it has no standard errors."};
    if (found.status == fit_status::converged) return {"Converged: " + found.why + "."};
    std::vector<std::string> all{"The data do not determine all parameters."};
    for (std::string const& each : found.undetermined) all.push_back(as_sentence(found, each));
    all.push_back("The condition number of the Jacobian, with columns of length 1, is " +
                  std::string(std::isfinite(found.condition) ? number_text(found.condition, 2).view() : text_view("infinite")) +
                  ". Fix one of these parameters, tie them to each other, or add data. It stopped here: " + found.why + ".");
    return all;
}

struct goodness_line {
    characters what;
    prose value;
    characters words{};
};

/// How good the fit is, line by line.
inline std::vector<goodness_line> goodness_of(fit_result const& found) {
    auto const digits = [](double value, int count) { return number_text(value, count); };
    auto const number = [](double value, int count = 6) { return shown_number(number_text(value, count)); };
    auto const whole = [](auto value) { return characters(text_view(std::to_string(value))); };
    std::vector<goodness_line> all{{"rows", whole(found.rows)},
                                   {"free parameters", whole(found.free_parameters)},
                                   {"degrees of freedom", whole(found.degrees_of_freedom)},
                                   {found.has_sigma ? "chi squared" : "sum of squares", number(found.chi_squared)}};
    auto const add_known = [&](characters const& what, double value, int count, characters const& words) {
        if (std::isfinite(value)) all.push_back({what, number(value, count), words});
    };
    if (found.has_sigma) {
        characters words;
        double const spread = std::sqrt(2 / static_cast<double>(found.degrees_of_freedom));
        if (found.sigma_is_absolute && found.degrees_of_freedom > 0)
            words = found.reduced_chi_squared > 1 + 2 * spread   ? "too large: sigma is too small, or the model misses something"
                    : found.reduced_chi_squared < 1 - 2 * spread ? "too small: sigma is too large, or the model has too many parameters"
                                                                 : "about 1: the residuals scatter as sigma says";
        add_known("reduced chi squared", found.reduced_chi_squared, 4, words);
    }
    if (found.loss.what != loss_function::kind::squares) all.push_back({"sum of losses", number(found.cost), "which was minimised"});
    add_known("residual deviation", found.residual_deviation, 6, found.has_sigma ? "in units of sigma" : "of one response about the curve");
    add_known("R squared", found.r_squared, 8, found.r_squared < 0 ? "worse than a constant" : "the share of the variance that the model explains");
    add_known("adjusted R squared", found.adjusted_r_squared, 8, "");
    add_known("AIC", found.aic, 6, "to compare models of the same data: the smaller, the better");
    add_known("BIC", found.bic, 6, "the same, stricter with parameters");
    if (found.runs_deviation > 0) {
        double const off = (static_cast<double>(found.runs) - found.expected_runs) / found.runs_deviation;
        all.push_back({"runs of residuals", prose(whole(found.runs) + " (by chance " + digits(found.expected_runs, 3).view() + " +- " + digits(found.runs_deviation, 2).view() + ")"),
                       off < -2  ? "too few: the model may miss something"
                       : off > 2 ? "too many: the signs alternate"
                                 : "as by chance"});
    }
    if (std::isfinite(found.condition)) all.push_back({"condition number", number(found.condition, 2), "of the Jacobian with columns of length 1"});
    return all;
}

}  // namespace leibniz::inline v0_1::detail
