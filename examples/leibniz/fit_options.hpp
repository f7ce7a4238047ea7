#pragma once

#include "command_line.hpp"
#include "input.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tool {

/// What the report of a fit is written as.
enum class report_form { text, markdown, latex, json, html };

/// name=value, as it stands on the command line.
struct setting {
    std::string name, value;
};

/// leibniz fit FORMULA DATA ...
struct fit_command {
    std::string formula, data;
    std::vector<setting> starts;     // --start
    std::vector<setting> set;        // --set: a number, or a formula of other parameters
    std::vector<setting> bounds;     // --bounds: LOW:HIGH
    std::vector<setting> errors_in;  // --errors-in: a number, or a column
    std::vector<std::string> derived;
    std::vector<setting> columns;    // --column: the name that the file has
    std::string sigma;
    bool absolute = false, bands = false, profile = false, geodesic = false;
    std::string loss = "squares";  // --loss: its name, then its scale if it has one
    int iterations = 1000;
    double level = 0.95;           // of intervals and bands
    report_form form = report_form::text;
    std::string output, plot;
};

inline constexpr std::string_view fit_examples = R"(Example: NIST's Misra1a, a file with the line of names "y,x"
  leibniz fit 'y = b1*(1 - exp(-b2*x))' misra1a.csv --start b1=500,b2=1e-4
  leibniz fit 'log(y) = a + b*x' data.csv --start a=1,b=1 --sigma s --absolute-sigma
  leibniz fit 'y = a*exp(-k*t)' - --start a=1,k=1 --derive 'log(2)/k' --format html --output decay.html

Exit codes: 0 done; 1 no convergence, and the best point is printed; 2 the formula, the data or an option cannot be used;
3 the data do not determine the parameters, and the direction is printed.
)";

/// Each name=value of an option; `shape` is what it should be like.
inline std::vector<setting> settings_in(std::string_view option, std::vector<std::string> const& words, std::string_view shape) {
    std::vector<setting> all;
    for (std::string const& word : words) {
        auto const sign = std::min(word.find('='), word.size());
        setting next{std::string(trimmed(std::string_view(word).substr(0, sign))),
                     std::string(trimmed(std::string_view(word).substr(std::min(sign + 1, word.size()))))};
        if (next.name.empty() || next.value.empty())
            throw input_error("leibniz: " + std::string(option) + " should be like " + std::string(shape) + " and has " + in_quotes(word));
        for (setting const& known : all)
            if (known.name == next.name) throw input_error("leibniz: " + std::string(option) + " names " + in_quotes(next.name) + " twice");
        all.push_back(std::move(next));
    }
    return all;
}

inline std::vector<setting> settings_in(std::string_view option, std::string_view text, std::string_view shape) {
    return settings_in(option, text.empty() ? std::vector<std::string>{} : replacements_in(text), shape);
}

/// What the words behind `leibniz fit` say; nothing where they ask for help, which is printed. Throws input_error.
inline std::optional<fit_command> fit_command_in(std::vector<std::string> words) {
    fit_command chosen;
    std::string starts, set, bounds, errors_in, form = "text";
    CLI::App app("Fits the parameters of a formula to the columns of a CSV file, with honest uncertainties.\n", "leibniz fit");
    app.footer(std::string(fit_examples));
    auto const help = std::make_shared<short_help>();
    help->column_width(30);
    app.formatter(help);
    app.add_option("formula", chosen.formula, "Such as 'y = a + b*x'; left of = a formula of columns may stand");
    app.add_option("data", chosen.data, "CSV with a line of names; - reads standard input");
    auto const listed_option = [&](char const* name, std::string& text, char const* type, char const* about) {
        return app.add_option(name, text, about)->join(between)->type_name(type);
    };
    listed_option("--start", starts, "NAME=NUMBER,...", "Where each parameter starts");
    std::vector<std::string> columns;
    app.add_option("--column", columns, "A name for a column: x='Time (s)'; may be repeated")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("NAME=COLUMN");
    listed_option("--set", set, "NAME=FORMULA,...", "Fixes a parameter, b2=0.5, or ties it to others, b3=2*b1");
    listed_option("--bounds", bounds, "NAME=LOW:HIGH,...", "Keeps a parameter between bounds; one side may be empty");
    app.add_option("--sigma", chosen.sigma, "The standard deviation of each response: a number or a column")->type_name("SIGMA");
    app.add_flag("--absolute-sigma", chosen.absolute, "Takes --sigma as it is; else only its ratios count")->needs("--sigma");
    listed_option("--errors-in", errors_in, "NAME=SIGMA,...", "Errors in a column too: a number or a column")->needs("--sigma");
    app.add_option("--loss", chosen.loss, "squares, huber:1.5, soft-l1:1 or cauchy:1")->type_name("NAME");
    app.add_option("--derive", chosen.derived, "The value of a formula, and its error; may be repeated")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("FORMULA");
    app.add_flag("--bands", chosen.bands, "Adds the fitted values with confidence and prediction bands");
    app.add_flag("--profile", chosen.profile, "Adds intervals from profiles of the sum of squares");
    app.add_flag("--geodesic", chosen.geodesic, "Accelerates steps by the second derivative along them");
    app.add_option("--level", chosen.level, "The probability of intervals and bands, 0.95")->type_name("NUMBER");
    app.add_option("--iterations", chosen.iterations, "The most steps, 1000")->type_name("N")->check(CLI::Range(1, 1'000'000).description(""));
    app.add_option("--format", form, "text, markdown, latex, json or html")->type_name("NAME");
    app.add_option("--output", chosen.output, "Writes the report there, when it is whole")->type_name("FILE");
    app.add_option("--plot", chosen.plot, "Draws data, curve and bands as SVG")->type_name("FILE");
    if (!has_read(app, std::move(words), "leibniz fit --help")) return {};
    chosen.formula = shown(chosen.formula);
    if (chosen.formula.empty() || chosen.data.empty())
        throw input_error(std::string("leibniz: which ") + (chosen.formula.empty() ? "formula" : "data") +
                          "? Write leibniz fit 'y = a + b*x' data.csv --start a=1,b=1; see leibniz fit --help");
    for (std::string& formula : chosen.derived) formula = shown(formula);
    chosen.columns = settings_in("--column", columns, "x='Time (s)'");
    chosen.starts = settings_in("--start", starts, "b1=500,b2=1e-4");
    chosen.set = settings_in("--set", set, "b2=0.5,b3=2*b1");
    chosen.bounds = settings_in("--bounds", bounds, "b1=0:1000");
    chosen.errors_in = settings_in("--errors-in", errors_in, "x=0.1");
    constexpr std::string_view forms[] = {"text", "markdown", "latex", "json", "html"};
    auto const* const known = std::find(std::begin(forms), std::end(forms), form);
    if (known == std::end(forms))
        throw input_error("leibniz: --format should be text, markdown, latex, json or html and is " + in_quotes(form));
    chosen.form = static_cast<report_form>(known - std::begin(forms));
    return chosen;
}

}  // namespace tool
