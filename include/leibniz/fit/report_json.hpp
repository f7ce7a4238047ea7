#pragma once

#include <leibniz/export/json.hpp>
#include <leibniz/fit/report.hpp>

#include <Eigen/Core>

#include <cmath>
#include <limits>
#include <string>
#include <string_view>

namespace leibniz::inline v0_1 {

namespace detail {

/// A JSON object that is written member by member; numbers are the shortest that read back to the same value, or null.
class json_members {
public:
    static std::string number(double value) { return std::isfinite(value) ? std::string(number_text(value).view()) : "null"; }
    static std::string string(std::string_view text) {
        buffer<char> letters;
        put_json_string(letters, text);
        return {letters.begin(), static_cast<std::size_t>(letters.size())};
    }
    static std::string boolean(bool value) { return value ? "true" : "false"; }
    template <class Values, class Write>
    static std::string list(Values const& values, Write const& write) {
        std::string all;
        for (auto const& each : values) all += (all.empty() ? "" : ", ") + write(each);
        return '[' + all + ']';
    }
    template <class Column>
    static std::string numbers(Column const& values) {
        std::string all;
        for (Eigen::Index r = 0; r < values.size(); ++r) all += (r > 0 ? ", " : "") + number(values(r));
        return '[' + all + ']';
    }
    static std::string table(Eigen::MatrixXd const& values) {
        std::string all;
        for (Eigen::Index r = 0; r < values.rows(); ++r) all += (r > 0 ? ", " : "") + numbers(values.row(r));
        return '[' + all + ']';
    }

    json_members& add(std::string_view name, std::string const& value) {
        text_ += (text_.empty() ? "" : ",\n ") + string(name) + ": " + value;
        return *this;
    }
    json_members& add(std::string_view name, double value) { return add(name, number(value)); }
    std::string lines() const { return '{' + text_ + "}\n"; }
    std::string line() const {
        std::string all = '{' + text_ + '}';
        for (std::size_t at = 0; (at = all.find(",\n ", at)) != std::string::npos;) all.replace(at, 3, ", ");
        return all;
    }

private:
    std::string text_;
};

inline std::string_view name_of_state(parameter_state s) {
    constexpr std::string_view names[] = {"free", "fixed", "tied", "at lower bound", "at upper bound"};
    return names[static_cast<int>(s)];
}
inline std::string_view name_of_status(fit_status s) {
    constexpr std::string_view names[] = {"converged", "not converged", "undetermined"};
    return names[static_cast<int>(s)];
}

/// Value, standard error and interval; null where there are no errors.
inline json_members& add_number(json_members& o, fit_result const& found, double value, double error, double lower, double upper) {
    double const none = std::numeric_limits<double>::quiet_NaN();
    bool const known = has_errors(found);
    o.add("value", value).add("standard_error", known ? error : none);
    return o.add("lower", known ? lower : none).add("upper", known ? upper : none);
}

inline std::string json_of(fit_result const& found, fitted_parameter const& p) {
    json_members o;
    o.add("name", json_members::string(p.name));
    add_number(o, found, p.value, p.standard_error, p.lower, p.upper).add("state", json_members::string(name_of_state(p.state))).add("start", p.start);
    if (p.state == parameter_state::tied) o.add("tied_to", json_members::string(p.tied_to));
    return o.line();
}

/// The fitted values with both bands, row by row.
inline std::string json_of_bands(fit_result const& found) {
    fit_data const at = columns_of_formula(found);
    fit_band const sure = found.confidence_band(at);
    fit_band const next = found.prediction_band(at, {}, found.has_sigma ? deviation(found.sigma) : deviation());
    json_members o;
    o.add("confidence_lower", json_members::numbers(sure.lower)).add("confidence_upper", json_members::numbers(sure.upper));
    o.add("prediction_lower", json_members::numbers(next.lower)).add("prediction_upper", json_members::numbers(next.upper));
    return o.line();
}

}  // namespace detail

/// The report of a fit as a JSON object, with all digits: each number reads back to the same value; null stands for what is no
/// number.
///
///     fit_result const found = fit("y = a + b*x", {{"a", 0}, {"b", 1}}, {{"x", xs}, {"y", ys}});
///     assert(json(found).starts_with("{\"model\": \"y = b*x + a\""));
inline std::string json(fit_result const& found, report_options const& options = {}) {
    using j = detail::json_members;
    auto const sentence = [](std::string const& text) { return j::string(text); };
    j o;
    o.add("model", j::string(found.text())).add("status", j::string(detail::name_of_status(found.status))).add("why", j::string(found.why));
    o.add("undetermined", j::list(found.undetermined, sentence)).add("notes", j::list(found.notes, sentence));
    o.add("level", found.level);
    o.add("parameters", j::list(found.parameters, [&](fitted_parameter const& p) { return detail::json_of(found, p); }));
    if (!options.derived.empty())
        o.add("derived", j::list(options.derived, [&](std::string const& formula) {
                  derived_number const d = found.derive(parse(formula));
                  j each;
                  each.add("formula", j::string(formula));
                  return detail::add_number(each, found, d.value, d.standard_error, d.lower, d.upper).line();
              }));
    if (options.profiles) {
        j all;
        for (fitted_parameter const& p : found.parameters)
            if (detail::has_error(found, p) && p.state == parameter_state::free) {
                profile_interval const i = profile(found, p.name);
                all.add(p.name, j().add("lower", i.lower).add("upper", i.upper).line());
            }
        o.add("profiles", all.line());
    }
    if (detail::has_errors(found)) o.add("covariance", j::table(found.covariance)).add("correlation", j::table(found.correlation));
    o.add("condition", found.condition);
    j good;
    for (auto const& [name, value] : {std::pair("rows", static_cast<double>(found.rows)),
                                      {"free_parameters", static_cast<double>(found.free_parameters)},
                                      {"degrees_of_freedom", static_cast<double>(found.degrees_of_freedom)},
                                      {"chi_squared", found.chi_squared},
                                      {"reduced_chi_squared", found.reduced_chi_squared},
                                      {"residual_deviation", found.residual_deviation},
                                      {"r_squared", found.r_squared},
                                      {"adjusted_r_squared", found.adjusted_r_squared},
                                      {"aic", found.aic},
                                      {"bic", found.bic},
                                      {"runs", static_cast<double>(found.runs)},
                                      {"expected_runs", found.expected_runs}})
        good.add(name, value);
    o.add("goodness", good.line());
    o.add("sigma", j::string(!found.has_sigma ? "none" : found.sigma_is_absolute ? "absolute" : "relative"));
    o.add("iterations", found.iterations).add("evaluations", found.evaluations);
    o.add("fitted", j::numbers(found.fitted)).add("residuals", j::numbers(found.residuals)).add("influence", j::table(found.influence));
    if (options.bands && detail::has_errors(found)) o.add("bands", detail::json_of_bands(found));
    return o.lines();
}

}  // namespace leibniz::inline v0_1
