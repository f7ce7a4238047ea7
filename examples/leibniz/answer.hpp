#pragma once

#include "algebra.hpp"
#include "names.hpp"
#include "options.hpp"

#include <leibniz/parse/model_derivation.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace tool {

using point = std::vector<leibniz::named_binding<double>>;

inline bool holds(std::vector<std::string> const& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The formula after its replacements, where every column is a name of it, or was.
inline leibniz::model with_columns(leibniz::model const& written, leibniz::model const& m, options const& chosen) {
    for (std::string const& name : chosen.limits.columns)
        if (!m.source()->mentions(name)) require_name(written, "--columns", name);
    return m;
}

/// The same formulas, the first of which is called f1, f2, ... if the command line has several.
inline leibniz::model numbered(leibniz::model const& m, options const& chosen) {
    if (chosen.number == 0) return m;
    auto const evaluated = m.has_recognised() ? std::make_shared<leibniz::result const>(m.evaluated()) : nullptr;
    return {m.source(), m.finished(), m.effort(), {"f" + std::to_string(chosen.number)}, evaluated};
}

/// A formula of the command line, with the shapes of its vectors and matrices.
inline leibniz::model read_formula(std::string const& argument, options const& chosen) {
    std::string const text = formula_in(argument, chosen.limits.limits.characters);
    return chosen.shapes.empty() ? leibniz::parse(text, chosen.limits) : leibniz::parse(text, leibniz::shapes(chosen.shapes), chosen.limits);
}

/// The formula of the command line; every column must be one of its names.
inline leibniz::model formula_of(options const& chosen) {
    auto const m = read_formula(chosen.formula, chosen);
    for (leibniz::shape const& s : chosen.shapes) require_name(m, "--shape", s.name);
    return numbered(with_columns(m, with_replacements(m, chosen), chosen), chosen);
}

inline constexpr char const* too_many =
    "leibniz: these are too many derivatives of a large formula; choose fewer by --wrt, or raise --effort";

/// The symbols to differentiate by: those chosen, else all that are no columns.
inline std::vector<std::string> wanted(leibniz::model const& m, options const& chosen) {
    auto by = chosen.by;
    if (by.empty()) {
        by = names_in(m);
        std::erase_if(by, [&](std::string const& name) { return holds(chosen.limits.columns, name); });
        if (by.empty()) throw input_error("leibniz: the formula has no symbol to differentiate by");
    }
    // Each derivative is a graph of its own, at least as large as the formula.
    auto const work = static_cast<double>(by.size()) * chosen.order * m.finished().in.size() * 10;
    if (work > static_cast<double>(m.effort())) throw input_error(too_many);
    for (std::size_t i = 0; i < by.size(); ++i) {
        require_name(m, "--wrt", by[i]);
        if (std::find(by.begin(), by.begin() + static_cast<std::ptrdiff_t>(i), by[i]) != by.begin() + static_cast<std::ptrdiff_t>(i))
            throw input_error("leibniz: --wrt names " + in_quotes(by[i]) + " twice" +
                              (chosen.what == task::each ? "; --order 2 is the second derivative, --mixed x,y the mixed one" : ""));
    }
    return by;
}

/// A number, or what a formula of numbers is: 1/3, pi/2. Nothing where it has names, or no finite value.
inline std::optional<double> value_of(std::string_view text, options const& chosen) {
    if (auto const number = number_in(text)) return number;
    try {
        auto const m = leibniz::parse(text, chosen.limits);
        if (!names_in(m).empty()) return {};
        double const value = evaluate(m, point{});
        return std::isfinite(value) ? std::optional(value) : std::nullopt;
    } catch (leibniz::syntax_error const&) { return {}; }
}

/// The values of all names; the names live as long as the options.
inline point point_in(leibniz::model const& m, options const& chosen) {
    point result;
    for (std::string const& word : chosen.at) {
        auto const sign = std::min(word.find('='), word.size());
        auto const name = trimmed(std::string_view(word).substr(0, sign));
        auto const value = value_of(std::string_view(word).substr(std::min(sign + 1, word.size())), chosen);
        if (name.empty() || !value) throw input_error("leibniz: --at should be like x=1,y=1/3 and has " + in_quotes(word));
        require_name(m, "--at", std::string(name));
        for (auto const& known : result)
            if (known.name == name) throw input_error("leibniz: --at gives " + in_quotes(name) + " two values");
        result.push_back({name, *value});
    }
    std::vector<std::string> missing;
    for (std::string const& name : m.symbols())
        if (std::none_of(result.begin(), result.end(), [&](auto const& b) { return b.name == name; })) missing.push_back(name);
    if (!missing.empty())
        throw input_error("leibniz: --at gives no value of " + printable(joined(missing), 200) + "; add " + printable(missing[0]) + "=1");
    return result;
}

struct derivative {
    std::string by, name, text;
    double value = 0;  // where a point is given
};

/// All that is asked of a formula.
struct answer {
    std::string formula;
    double value = 0;
    std::vector<derivative> derivatives;
    std::optional<leibniz::model> all;  // the formula and its derivatives, where something is asked about them together
};

inline answer answer_to(options const& chosen) {
    auto const m = formula_of(chosen);
    auto const by = wanted(m, chosen);
    point const at = chosen.at.empty() ? point{} : point_in(m, chosen);
    auto const value = [&](leibniz::model const& of) -> double {
        if (chosen.at.empty()) return 0;
        return evaluate(of, at);
    };
    require_names_of_forms(m, chosen);
    auto const shown = rewritten(m, chosen);
    answer result{written(shown, chosen.written_as), value(shown), {}, {}};
    bool const whole = chosen.order == 1 && chosen.rewritten_as == rewriting::none;
    if (chosen.assumptions || chosen.operations) result.all = whole ? outputs(m, gradient(m, by)) : shown;
    double spent = 0;
    for (std::string const& name : by) {
        auto const d = diff(m, name, chosen.order);
        auto const other = rewritten(d, chosen);
        result.derivatives.push_back({name, d.name(0), written(other, chosen.written_as), value(other)});
        if (result.all && !whole) result.all = outputs(*result.all, other);
        // One derivative takes its effort alone; many of them may take as much as twenty.
        spent += static_cast<double>(d.finished().in.effort()) + 100.0 * static_cast<double>(result.derivatives.back().text.size());
        if (spent > 20 * static_cast<double>(m.effort())) throw input_error(too_many);
    }
    return result;
}

/// The symbols of a Hessian's upper triangle, of a mixed derivative, of the columns of a Jacobian's row.
inline std::vector<std::vector<std::string>> symbols_of_each(options const& chosen, std::vector<std::string> const& by) {
    std::vector<std::vector<std::string>> all;
    if (chosen.what == task::mixed) return {chosen.mixed};
    for (std::size_t i = 0; i < by.size(); ++i)
        if (chosen.what == task::jacobian) all.push_back({by[i]});
        else
            for (std::size_t j = i; j < by.size(); ++j) all.push_back({by[j], by[i]});
    return all;
}

/// The formulas of a Jacobian as one model; else the formula.
inline leibniz::model formulas_of(options const& chosen) {
    if (chosen.what != task::jacobian) return formula_of(chosen);
    auto all = read_formula(chosen.formula, chosen);
    for (std::string const& formula : chosen.further) all = outputs(all, read_formula(formula, chosen));
    for (leibniz::shape const& s : chosen.shapes) require_name(all, "--shape", s.name);
    return with_columns(all, with_replacements(all, chosen), chosen);
}

/// All derivatives as one model: those by each symbol, of a Hessian, a Jacobian, or a mixed one.
inline leibniz::model derivatives_of(leibniz::model const& m, options const& chosen, std::vector<std::string> const& by) {
    if (chosen.what == task::each && chosen.order == 1) return gradient(m, by);
    if (chosen.what == task::each) {
        auto all = diff(m, by[0], chosen.order);
        for (std::size_t k = 1; k < by.size(); ++k) all = outputs(all, diff(m, by[k], chosen.order));
        return all;
    }
    if (chosen.what == task::jacobian) return jacobian(m, by);
    if (chosen.what == task::hessian) {
        auto const h = hessian(m, by);
        std::optional<leibniz::model> upper;
        for (std::size_t i = 0; i < by.size(); ++i)
            for (std::size_t j = i; j < by.size(); ++j) {
                auto const entry = h[static_cast<int>(i * by.size() + j)];
                upper = upper ? outputs(*upper, entry) : entry;
            }
        return *upper;
    }
    for (std::string const& name : chosen.mixed) require_name(m, "--mixed", name);
    if (static_cast<double>(chosen.mixed.size()) * m.finished().in.size() * 10 > static_cast<double>(m.effort()))
        throw input_error(too_many);
    auto d = diff(m, chosen.mixed[0]);
    for (std::size_t k = 1; k < chosen.mixed.size(); ++k) d = diff(d, chosen.mixed[k]);
    return d;
}

/// How each derivative comes about.
inline std::string steps_to(leibniz::model const& m, std::vector<std::string> const& by, options const& chosen) {
    if (chosen.order != 1) throw input_error("leibniz: steps are shown for first derivatives only; leave --order out");
    std::ostringstream all;
    for (std::string const& name : by) {
        if (all.tellp() > 0) all << '\n';
        if (chosen.written_as == form::steps) all << derivation(m, name);
        else all << derivation(m, name, leibniz::every_rule);
        if (100 * static_cast<double>(all.tellp()) > 20 * static_cast<double>(m.effort())) throw input_error(too_many);
    }
    return all.str();
}

/// The formula and its derivatives as one text.
inline std::string whole_answer_to(options const& chosen) {
    if (chosen.what != task::each && (chosen.written_as == form::steps || chosen.written_as == form::every_rule))
        throw input_error("leibniz: steps are shown for first derivatives of one formula only; write leibniz diff FORMULA --steps");
    auto const m = formulas_of(chosen);
    auto const by = wanted(m, chosen);
    if (chosen.written_as == form::steps || chosen.written_as == form::every_rule) return steps_to(m, by, chosen);
    require_names_of_forms(m, chosen);
    auto const all = outputs(rewritten(m, chosen), rewritten(derivatives_of(m, chosen, by), chosen));
    if (chosen.written_as == form::dot) return dot(all);
    if (chosen.written_as == form::graph) return json(all);
    for (int i = 0; i < m.finished().in.size(); ++i)
        if (m.finished().in.is(i, leibniz::kind::reduction))
            throw input_error("leibniz: --c writes a function of one row, and the formula has a sum or mean over rows");
    std::string results = "/* out[0] = " + text(all);
    for (int k = 1; k < all.size(); ++k)
        results += ",\n   out[" + std::to_string(k) + "] = " + (k < m.size() ? text(all, k) : result_text(all.name(k), form::text));
    return results + " */\n" + c_code(all, chosen.number == 0 ? "f" : "f" + std::to_string(chosen.number));
}

/// The derivatives with their formulas, for a line for each part that occurs more than once.
struct shared_answer {
    leibniz::model formulas, derivatives;

    /// The derivatives; of several formulas these as well.
    leibniz::shared_model lines() const {
        return leibniz::shared_model(formulas.size() > 1 ? outputs(formulas, derivatives) : derivatives, true);
    }
};
inline shared_answer shared_answer_to(options const& chosen) {
    auto const m = formulas_of(chosen);
    auto const by = chosen.what == task::mixed ? chosen.mixed : wanted(m, chosen);
    if (static_cast<double>(symbols_of_each(chosen, by).size()) * m.size() * m.finished().in.size() * 10 > static_cast<double>(m.effort()))
        throw input_error(too_many);
    require_names_of_forms(m, chosen);
    return {rewritten(m, chosen), rewritten(derivatives_of(m, chosen, by), chosen)};
}

}  // namespace tool
