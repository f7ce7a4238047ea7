#pragma once

#include "command_line.hpp"
#include "forms.hpp"
#include "input.hpp"
#include "shapes.hpp"

#include <leibniz/parse.hpp>
#include <leibniz/version.hpp>

#include <CLI/CLI.hpp>

#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tool {

/// What is done with the formula and its derivatives before they are written.
enum class rewriting { none, simplified, expanded, collected, factored, joined, parted };

/// Which derivatives.
enum class task { each, mixed, hessian, jacobian };

struct options {
    task what = task::each;
    std::string formula;
    std::vector<std::string> further;  // more formulas
    int number = 0;                    // that of the formula, from 1 on, if there are several, each for itself
    bool lines = false;                // each line of standard input is a formula
    bool shared = false;               // with a line for each part that occurs more than once
    std::vector<std::string> mixed;    // --mixed
    std::optional<std::string> other;  // --equal
    std::vector<std::string> assumed;  // --assume
    std::vector<std::string> by;       // --wrt; empty: every symbol
    int order = 1;
    std::vector<std::string> at;        // each name=number
    std::vector<std::string> replaced;  // --substitute: each name=formula
    bool assumptions = false, operations = false;
    rewriting rewritten_as = rewriting::none;
    std::string collected_by, parted_by;  // --collect, --apart
    bool json = false;
    form written_as = form::text;
    std::vector<leibniz::shape> shapes;  // --shape
    leibniz::parse_options limits{.columns = {}, .limits = {.characters = 100'000}};
};

inline constexpr std::string_view examples = R"(Examples:
  leibniz diff '(w*x + b - y)^2'                           by every symbol
  leibniz diff '(w*x + b - y)^2' --wrt w,b --at w=1,x=2,y=4,b=0
  leibniz diff 'sin(x)^3' --wrt x --order 2
  leibniz diff 'x^3*y^2' --mixed x,y                       d/dy d/dx
  leibniz hessian 'x^3*y^2' --wrt x,y                      all second derivatives
  leibniz jacobian 'x*y' 'sin(x) + y' --wrt x,y            of several formulas
  leibniz diff 'k := A*exp(-E/T); k*c  # a rate'           with a definition, and a comment
  leibniz diff '(a + b)^2' --equal 'a^2 + 2*a*b + b^2'     the same formula?
  leibniz diff 'tanh(x)' --wrt x --equal '1 - tanh(x)^2'   is this its derivative?
  leibniz diff 'log(x^2)' --equal '2*log(x)' --assume 'x > 0'
  leibniz diff 'mean((w*x - y)^2)' --columns x,y --wrt w
  leibniz diff 'norm2(W*x - y)^2' --shape W=m,n --shape x=n --shape y=m --wrt W,x
  leibniz diff 'w*x^2' --substitute 'x=a+b' --wrt a        a formula in place of a name
  leibniz diff 'exp(w*log(x))' --assumptions --operations  what it takes for granted, and the work
  leibniz diff 'sin(x)^2 + x*cos(x)^2' --simplify          or --expand, --factor, --together, --collect x, --apart x
  leibniz diff '(x^2 - 1)/(x - 1)' --simplify --assumptions --operations
  leibniz diff '(sigmoid(w*x) - y)^2' --shared             what occurs more than once in lines of its own
  leibniz diff 'x^2' 'sin(x)'                              two formulas, one after the other
  leibniz diff - --lines <formulas.txt --json              all lines of a file
  leibniz diff 'sigmoid(w*x)' --wrt w --latex              or --unicode, --mathml, --python, --sympy
  leibniz diff '(w*x + b - y)^2' --wrt w,b --c             a function of C99; --dot: the graph for Graphviz
  leibniz diff 'exp(-x^2)' --steps                         how it comes about; --every-rule names every rule
  echo 'exp(-x^2/2)' | leibniz diff - --json

Exit codes:
  0  done; with --equal: equal, which is proved
  1  with --equal: different, at a point that is printed
  2  the formula or an option cannot be used, or the output cannot be written
  3  with --equal: unknown, or equal on a part of what one of them is defined on
Of several formulas each is answered for itself, and the code is the largest of theirs, but 2 before 3.
)";

/// Insists that the first word is the command, unless it is an option such as --help.
inline void require_command(std::vector<std::string> const& words) {
    if (words.empty()) throw input_error("leibniz: which command? Write leibniz diff FORMULA; see leibniz --help");
    std::string const& first = words[0];
    constexpr char const* commands[] = {"diff", "hessian", "jacobian", "fit"};
    if (first.starts_with('-') && !is_negative_formula(first)) return;
    for (std::string const known : commands)
        if (first == known) return;
    for (std::string const known : commands)
        if (leibniz::detail::distance(first, known) <= 2)
            throw input_error("leibniz: there is no command " + in_quotes(first) + "; did you mean " + known + '?');
    throw input_error("leibniz: there is no command " + in_quotes(first) + ("; a formula stands behind diff: leibniz diff 'x^2'"));
}

/// What the command line says; nothing where it asked for help, which is printed. Throws input_error.
inline std::optional<options> options_in(std::vector<std::string> words) {
    require_command(words);
    options chosen;
    std::string other, by, at, columns, mixed, substituted, shaped;
    if (words[0] == "hessian") chosen.what = task::hessian;
    if (words[0] == "jacobian") chosen.what = task::jacobian;
    CLI::App app("Derivatives of formulas, exact and as text, and curve fitting.\n", "leibniz");
    app.set_version_flag("--version", "leibniz " + std::string(leibniz::version_text));
    app.footer(std::string(examples));
    app.require_subcommand(1);
    CLI::App* const commands[] = {app.add_subcommand("diff", "Prints the derivatives of a formula, or compares it with another"),
                                  app.add_subcommand("hessian", "Prints all second derivatives of a formula"),
                                  app.add_subcommand("jacobian", "Prints the first derivatives of several formulas")};
    app.add_subcommand("fit", "Fits the parameters of a formula to data; see leibniz fit --help");  // which fit_options.hpp reads
    CLI::App& diff = *commands[chosen.what == task::hessian ? 1 : chosen.what == task::jacobian ? 2 : 0];
    diff.footer(std::string(examples));
    diff.formatter(std::make_shared<short_help>());
    int const most = std::numeric_limits<int>::max();
    diff.add_option("formula", chosen.formula, "The formula, such as '(w*x + b - y)^2'; - reads it from standard input");
    diff.add_option("formulas", chosen.further, "Further formulas");
    auto* const lines = diff.add_flag("--lines", chosen.lines, "Takes each line of standard input as a formula, in place of all as one");
    diff.add_option("--wrt", by, "The symbols to differentiate by; without it, all")->join(between)->type_name("NAME,...");
    auto* const order = diff.add_option("--order", chosen.order, "How often to differentiate by each")
                            ->capture_default_str()
                            ->check(CLI::Range(1, 100))
                            ->type_name("N");
    auto* const several =
        diff.add_option("--mixed", mixed, "Prints the mixed derivative by these symbols, one after the other: --mixed x,x,y")
            ->join(between)
            ->type_name("NAME,...");
    auto* const second = diff.add_flag_callback(
        "--hessian", [&chosen] { chosen.what = task::hessian; }, "Prints all second derivatives, as leibniz hessian FORMULA does");
    second->excludes(order)->excludes(several);
    several->excludes(order)->excludes(diff.get_option("--wrt"));
    auto* const point = diff.add_option("--at", at, "Prints the values at this point too; a number may be a formula of numbers: 1/3, pi/2")
                            ->join(between)
                            ->type_name("NAME=NUMBER,...");
    auto* const equal = diff.add_option("--equal", other,
                                        "Compares each formula, or, with --wrt NAME, its derivative, with this one: equal where that "
                                        "is proved, different where a point shows it, else unknown")
                            ->type_name("FORMULA");
    auto* const json = diff.add_flag("--json", chosen.json, "Prints one JSON object");
    auto* const replaced =
        diff.add_option("--substitute", substituted, "Puts formulas in place of names first, all at once: --substitute 'x=a+b,y=2'")
            ->join(between)
            ->type_name("NAME=FORMULA,...");
    std::vector<CLI::Option*> rewritings;
    auto const add_rewriting = [&](char const* name, rewriting as, char const* help) {
        rewritings.push_back(diff.add_flag_callback(name, [&chosen, as] { chosen.rewritten_as = as; }, help));
    };
    add_rewriting("--simplify", rewriting::simplified, "Writes the formula and its derivatives in the shortest of several forms");
    add_rewriting("--expand", rewriting::expanded, "Writes them multiplied out");
    add_rewriting("--factor", rewriting::factored, "Writes them as products, as far as that goes");
    add_rewriting("--together", rewriting::joined, "Writes them over one denominator");
    rewritings.push_back(
        diff.add_option("--apart", chosen.parted_by, "Writes them as sums of partial fractions in a symbol")->type_name("NAME"));
    rewritings.push_back(diff.add_option("--collect", chosen.collected_by, "Writes them by the powers of a symbol")->type_name("NAME"));
    auto* const assume =
        diff.add_option("--assume", chosen.assumed, "What --equal and --simplify assume: 'x > 0', 'integer(n)', several times if need be")
            ->expected(1)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
            ->type_name("CONDITION");
    auto* const given =
        diff.add_flag("--assumptions", chosen.assumptions, "Says under which conditions the formula, as it was written, was defined");
    auto* const work =
        diff.add_flag("--operations", chosen.operations, "Counts the operations of the formula and its derivatives together");
    equal->excludes(point)->excludes(several)->excludes(second)->excludes(replaced)->excludes(given)->excludes(work);
    auto* const shared =
        diff.add_flag("--shared", chosen.shared, "Writes a line for each part that occurs more than once, then the derivatives")
            ->excludes(point)
            ->excludes(equal)
            ->excludes(json);
    for (CLI::Option* const option : rewritings) {
        option->excludes(equal);
        for (CLI::Option* const other_one : rewritings)
            if (other_one != option) option->excludes(other_one);
    }
    std::vector<CLI::Option*> algebra = rewritings;
    algebra.insert(algebra.end(), {replaced, assume, given, work, shared});
    for (CLI::Option* const option : algebra) option->group("Algebra");
    std::vector<CLI::Option*> forms;
    for (form_option const& choice : other_forms) {
        CLI::Option* const option =
            diff.add_flag_callback(choice.flag, [&chosen, &choice] { chosen.written_as = choice.what; }, choice.help);
        bool const known = chosen.what == task::each || (choice.what != form::steps && choice.what != form::every_rule);
        option->group(known ? "Other forms (one of them, without --at and --equal)" : "")->excludes(point)->excludes(equal);
        if (choice.what == form::steps || choice.what == form::every_rule)
            for (CLI::Option* const rewritten : rewritings) option->excludes(rewritten);
        if (is_whole(choice.what)) option->excludes(json)->excludes(given)->excludes(work)->excludes(shared);
        for (CLI::Option* const earlier : forms) option->excludes(earlier);
        forms.push_back(option);
    }
    if (chosen.what != task::each)  // they stand behind diff only: the others refuse them, and do not show them
        for (CLI::Option* const of_diff : {order, several, second, equal}) of_diff->group("");
    diff.add_option("--columns", columns, "The names that are columns of data")->join(between)->type_name("NAME,...");
    diff.add_option("--shape", shaped, "Makes a name a matrix, W=m,n, a vector, x=n, or symmetric, K=n,n,symmetric; once for each name")
        ->join(between)->excludes(point)
        ->excludes(equal)->excludes(replaced)
        ->excludes(given)
        ->excludes(work)
        ->type_name("NAME=SIZE,...");
    diff.add_option("--max-characters", chosen.limits.limits.characters, "The longest formula that is read")
        ->capture_default_str()
        ->check(CLI::Range(1, most - 1))
        ->type_name("N");
    diff.add_option("--max-depth", chosen.limits.limits.depth, "How many brackets may be open at once")
        ->capture_default_str()
        ->check(CLI::Range(1, leibniz::reading_limits{}.depth))
        ->type_name("N");
    diff.add_option("--effort", chosen.limits.effort, "How many steps each stage may take")
        ->capture_default_str()
        ->check(CLI::Range(1LL, 1'000'000'000'000LL))
        ->type_name("N");

    if (!has_read(app, std::move(words), "leibniz diff --help")) return {};
    if (diff.count("formula") == 0)
        throw input_error(
            "leibniz: which formula? Write leibniz diff 'x^2', or leibniz diff - for the one on standard input; see leibniz diff --help");
    chosen.formula = shown(chosen.formula);
    if (lines->count() > 0 && (chosen.formula != "-" || !chosen.further.empty() || chosen.what == task::jacobian))
        throw input_error("leibniz: --lines reads formulas from standard input, for diff and hessian; write leibniz diff - --lines");
    if (equal->count() > 0) chosen.other = shown(other);
    for (std::string& condition : chosen.assumed) condition = shown(condition);
    if (chosen.formula == "-" && chosen.other == "-")
        throw input_error("leibniz: standard input holds one formula only; write the other one out");
    chosen.by = listed_in_all(by);
    if (diff.count("--wrt") > 0 && chosen.by.empty()) throw input_error("leibniz: --wrt names no symbol; write --wrt x");
    chosen.mixed = listed_in_all(mixed);
    if (several->count() > 0) {
        if (chosen.mixed.empty()) throw input_error("leibniz: --mixed names no symbol; write --mixed x,y");
        if (chosen.what != task::each) throw input_error("leibniz: --mixed stands behind diff: leibniz diff 'x^2*y' --mixed x,y");
        chosen.what = task::mixed;
    }
    if (chosen.what != task::each && (chosen.other || order->count() > 0))
        throw input_error(std::string("leibniz: hessian and jacobian have no ") + (chosen.other ? "--equal" : "--order") +
                          "; leave it out, or write leibniz diff");
    for (std::string& formula : chosen.further) formula = shown(formula);
    chosen.at = listed_in_all(at);
    if (point->count() > 0 && chosen.at.empty()) throw input_error("leibniz: --at gives no value; write --at x=1");
    if (!chosen.collected_by.empty()) chosen.rewritten_as = rewriting::collected;
    if (!chosen.parted_by.empty()) chosen.rewritten_as = rewriting::parted;
    if (assume->count() > 0 && !chosen.other && chosen.rewritten_as != rewriting::simplified)
        throw input_error("leibniz: --assume helps --equal and --simplify; write one of them, or leave it out");
    if (replaced->count() > 0) chosen.replaced = replacements_in(substituted);
    chosen.limits.columns = listed_in_all(columns);
    chosen.shapes = shapes_in(shaped, between);
    return chosen;
}

}  // namespace tool
