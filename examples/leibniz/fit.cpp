// The command leibniz fit: parameters of a formula from the columns of a CSV file. leibniz fit --help shows its options.

#include "fit.hpp"

#include "../progress_bar.hpp"
#include "fit_columns.hpp"
#include "fit_options.hpp"
#include "whole_file.hpp"

#include <leibniz/document/picture_style.hpp>
#include <leibniz/fit.hpp>
#include <leibniz/fit/equation.hpp>
#include <leibniz/fit/report_html.hpp>
#include <leibniz/fit/report_json.hpp>
#include <leibniz/fit/report_latex.hpp>
#include <leibniz/fit/report_markdown.hpp>
#include <leibniz/fit/report_text.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iostream>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tool {

namespace {

/// A number, or a formula of numbers: 1/3, pi/2.
std::optional<double> value_of(std::string const& text) {
    if (auto const number = number_in(text)) return number;
    try {
        auto const m = leibniz::parse(text);
        if (m.size() != 1 || !m.source()->names.empty()) return {};
        double const value = evaluate(m, std::vector<leibniz::named_binding<double>>{});
        return std::isfinite(value) ? std::optional(value) : std::nullopt;
    } catch (leibniz::syntax_error const&) { return {}; }
}

double number_of(std::string_view option, setting const& given, std::string const& text) {
    if (auto const number = value_of(text)) return *number;
    throw input_error("leibniz: " + std::string(option) + " gives " + in_quotes(given.name) + " " + in_quotes(given.value) + ", which is no number");
}

leibniz::loss_function loss_in(std::string const& text) {
    auto const colon = std::min(text.find(':'), text.size());
    std::string const name = text.substr(0, colon);
    using kind = leibniz::loss_function::kind;
    constexpr std::pair<std::string_view, kind> known[] = {
        {"squares", kind::squares}, {"huber", kind::huber}, {"soft-l1", kind::soft_l1}, {"cauchy", kind::cauchy}};
    for (auto const& [each, what] : known) {
        if (each != name) continue;
        auto const scale = colon == text.size() ? std::optional(1.0) : value_of(text.substr(colon + 1));
        if (scale && *scale > 0 && (what != kind::squares || colon == text.size())) return {what, *scale};
    }
    throw input_error("leibniz: --loss should be squares, huber:1.5, soft-l1:1 or cauchy:1 and is " + in_quotes(text));
}

/// What the command line says, for the library; the names of the columns that it needs are collected.
class question {
public:
    explicit question(fit_command const& said) : said_(said), sides_(leibniz::parse_equation(said.formula)) {
        read_parameters();
        check_derived();
        read_bounds();
        options_.loss = loss_in(said.loss);
        options_.sigma_is_absolute = said.absolute;
        options_.geodesic = said.geodesic;
        options_.iterations = said.iterations;
        if (!(said.level > 0 && said.level < 1)) throw input_error("leibniz: --level should be between 0 and 1, such as 0.95");
        options_.level = said.level;
    }

    leibniz::fit_result answer() {
        csv_columns file(said_.data);
        for (setting const& each : said_.columns) file.rename(each.value, each.name);
        leibniz::fit_data data = file.read(columns_of(file));
        auto const column = [&](std::string const& name) {
            return std::find_if(data.begin(), data.end(), [&](leibniz::named_column const& c) { return c.name == name; })->values;
        };
        if (sigma_is_column(file)) options_.sigma = column(said_.sigma);
        else if (!said_.sigma.empty()) options_.sigma = *value_of(said_.sigma);
        for (setting const& each : said_.errors_in) {
            if (auto const number = value_of(each.value)) options_.errors_in.emplace_back(each.name, *number);
            else options_.errors_in.emplace_back(each.name, column(each.value));
        }
        std::erase_if(data, [&](leibniz::named_column const& c) { return !mentions(c.name); });
        progress_bar bar(std::cerr);
        auto drawn = std::chrono::steady_clock::now();
        if (on_terminal(STDERR_FILENO))
            options_.progress = [&bar, drawn](leibniz::fit_progress const& now) mutable {
                auto const time = std::chrono::steady_clock::now();
                if (time - drawn < std::chrono::milliseconds(200)) return;
                drawn = time;
                bar.draw("iteration " + std::to_string(now.iteration) + ", sum of squares " + std::string(leibniz::number_text(now.cost, 6).view()));
            };
        return leibniz::fit(sides_.left, sides_.right, start_, data, options_);
    }

private:
    bool mentions(std::string const& name) const { return sides_.left.source()->mentions(name) || sides_.right.source()->mentions(name); }
    bool is_parameter(std::string const& name) const {
        return std::any_of(start_.begin(), start_.end(), [&](auto const& each) { return each.name == name; }) ||
               std::any_of(options_.tied.begin(), options_.tied.end(), [&](auto const& each) { return each.name == name; });
    }
    void read_parameters() {
        for (setting const& each : said_.starts) start_.emplace_back(each.name, number_of("--start", each, each.value));
        for (setting const& each : said_.set) {
            if (is_parameter(each.name)) throw input_error("leibniz: --start and --set both give " + in_quotes(each.name) + "; leave one of them out");
            if (auto const number = value_of(each.value)) {
                start_.emplace_back(each.name, *number);
                options_.fixed.emplace_back(each.name);
            } else {
                options_.tied.emplace_back(each.name, leibniz::parse(each.value));
            }
        }
        if (start_.empty()) throw input_error("leibniz: no parameter has a start; write --start a=1,b=1");
        for (auto const& each : start_)
            if (!sides_.right.source()->mentions(each.name) &&
                std::none_of(options_.tied.begin(), options_.tied.end(), [&](auto const& tie) { return tie.formula.source()->mentions(each.name); }))
                throw input_error("leibniz: --start: the formula has no symbol " + in_quotes(each.name) + "; it has " +
                                  printable(joined(names_in(sides_.right)), 200));
    }
    void check_derived() const {
        for (std::string const& formula : said_.derived)
            for (std::string const& name : names_in(leibniz::parse(formula)))
                if (!is_parameter(name)) {
                    std::vector<std::string> known;
                    for (auto const& each : start_) known.push_back(each.name);
                    for (auto const& each : options_.tied) known.push_back(each.name);
                    throw input_error("leibniz: --derive: " + in_quotes(name) + " is no parameter; they are " + printable(joined(known), 200));
                }
    }
    void read_bounds() {
        for (setting const& each : said_.bounds) {
            auto const colon = each.value.find(':');
            if (colon == std::string::npos)
                throw input_error("leibniz: --bounds should be like b1=0:1000, b1=0: or b1=:1000 and has " + in_quotes(each.name + "=" + each.value));
            std::string const low(trimmed(each.value.substr(0, colon))), high(trimmed(each.value.substr(colon + 1)));
            if (!low.empty()) options_.lower.emplace_back(each.name, number_of("--bounds", each, low));
            if (!high.empty()) options_.upper.emplace_back(each.name, number_of("--bounds", each, high));
        }
    }
    bool sigma_is_column(csv_columns const& file) const { return !said_.sigma.empty() && (file.has(said_.sigma) || !value_of(said_.sigma)); }
    /// The columns that formula and options need. Throws input_error for a name that is neither column nor parameter.
    std::vector<std::string> columns_of(csv_columns const& file) const {
        std::vector<std::string> all;
        auto const need = [&](std::string const& name, std::string const& wherefore) {
            if (!file.has(name)) throw input_error("leibniz: " + wherefore + "; the columns are " + file.listed_names());
            if (std::find(all.begin(), all.end(), name) == all.end()) all.push_back(name);
        };
        for (leibniz::model const* side : {&sides_.left, &sides_.right})
            for (std::string const& name : names_in(*side)) {
                if (!is_parameter(name)) {
                    bool const startable = sides_.right.source()->mentions(name);
                    need(name, in_quotes(name) + " is no column of " + file.file() +
                                   (startable ? ", and no parameter with a start (--start " + printable(name) + "=1)" : ""));
                } else if (file.has(name))
                    throw input_error("leibniz: " + in_quotes(name) + " is a parameter and a column of " + file.file() + "; one of them needs another name");
            }
        if (sigma_is_column(file)) need(said_.sigma, "--sigma: " + in_quotes(said_.sigma) + " is no number and no column of " + file.file());
        for (setting const& each : said_.errors_in) {
            if (!sides_.right.source()->mentions(each.name) || is_parameter(each.name))
                throw input_error("leibniz: --errors-in: " + in_quotes(each.name) + " is no column of the formula");
            if (!value_of(each.value)) need(each.value, "--errors-in: " + in_quotes(each.value) + " is no number and no column of " + file.file());
        }
        return all;
    }

    fit_command const& said_;
    leibniz::equation sides_;
    leibniz::fit_start start_;
    leibniz::fit_options options_;
};

std::string report_in(report_form form, leibniz::fit_result const& found, leibniz::report_options const& options) {
    switch (form) {
        case report_form::text: return text(found, options);
        case report_form::markdown: return markdown(found, options);
        case report_form::latex: return latex(found, options);
        case report_form::json: return json(found, options);
        case report_form::html: return html_page(found, options);
    }
    return {};
}

int code_of(leibniz::fit_status s) {
    switch (s) {
        case leibniz::fit_status::converged: return 0;
        case leibniz::fit_status::not_converged: return 1;
        case leibniz::fit_status::undetermined: return 3;
    }
    return 2;
}

}  // namespace

int fit(std::vector<std::string> words) {
    auto const said = fit_command_in(std::move(words));
    if (!said) return 0;
    leibniz::fit_result const found = question(*said).answer();
    leibniz::report_options const options{.derived = said->derived, .profiles = said->profile, .bands = said->bands};
    std::string const report = report_in(said->form, found, options);
    std::string const picture = said->plot.empty() ? "" : leibniz::svg_image(svg(curve_of(found)));
    std::vector<std::unique_ptr<whole_file>> files;
    if (!said->output.empty()) files.push_back(std::make_unique<whole_file>(said->output, report));
    if (!said->plot.empty()) files.push_back(std::make_unique<whole_file>(said->plot, picture));
    for (auto const& each : files) each->finish();
    if (said->output.empty()) std::cout << report;
    return code_of(found.status);
}

}  // namespace tool
