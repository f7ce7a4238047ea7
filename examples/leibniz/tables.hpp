#pragma once

#include "answer.hpp"
#include "json.hpp"
#include "report.hpp"

#include <cstddef>
#include <iostream>
#include <string>
#include <vector>

namespace tool {

/// Prints a Hessian (its upper triangle: it is symmetric), a Jacobian or a mixed derivative, one line each.
inline void print_table(options const& chosen) {
    auto const given = formulas_of(chosen);
    auto const by = chosen.what == task::mixed ? chosen.mixed : wanted(given, chosen);
    auto const each = symbols_of_each(chosen, by);
    if (static_cast<double>(each.size()) * given.size() * given.finished().in.size() * 10 > static_cast<double>(given.effort()))
        throw input_error(too_many);
    require_names_of_forms(given, chosen);
    auto const m = rewritten(given, chosen), d = rewritten(derivatives_of(given, chosen, by), chosen);
    bool const valued = !chosen.at.empty();
    point const at = valued ? point_in(m, chosen) : point{};
    auto const value = [&](leibniz::model const& of) -> double { return evaluate(of, at); };
    if (!chosen.json) {
        style const in;
        for (int i = 0; i < m.size(); ++i) {
            if (valued || m.size() > 1 || chosen.number > 0 || chosen.rewritten_as != rewriting::none)
                std::cout << equation(in.name(result_text(m.name(i), chosen.written_as)), written(m[i], chosen.written_as),
                                      chosen.written_as)
                          << (valued ? " = " + in.value(number(value(m[i]))) : "") << '\n';
            for (std::size_t k = 0; k < each.size(); ++k) {
                auto const entry = d[i * static_cast<int>(each.size()) + static_cast<int>(k)];
                std::cout << equation(in.name(result_text(entry.name(0), chosen.written_as)), written(entry, chosen.written_as),
                                      chosen.written_as)
                          << (valued ? " = " + in.value(number(value(entry))) : "") << '\n';
            }
        }
        if (chosen.assumptions || chosen.operations) print_lines_about(outputs(m, d), chosen);
        return;
    }
    // The derivatives by their symbols: "x,y" is the one by x, then by y.
    std::string formulas, tables, values, numbers;
    for (int i = 0; i < m.size(); ++i) {
        json_object texts, results;
        for (std::size_t k = 0; k < each.size(); ++k) {
            auto const entry = d[i * static_cast<int>(each.size()) + static_cast<int>(k)];
            std::vector<std::string> const names = chosen.what == task::hessian ? std::vector{each[k][1], each[k][0]} : each[k];
            std::string key;
            for (std::string const& name : names) key += (key.empty() ? "" : ",") + name;
            texts.add(key, json(written(entry, chosen.written_as)));
            if (valued) results.add(key, json(value(entry)));
        }
        std::string const between_two = i > 0 ? ", " : "";
        formulas += between_two + json(written(m[i], chosen.written_as)), tables += between_two + texts.text();
        if (valued) values += between_two + json(value(m[i])), numbers += between_two + results.text();
    }
    bool const list = chosen.what == task::jacobian;
    auto const listed_if = [&](std::string const& all) { return list ? '[' + all + ']' : all; };
    json_object all;
    all.add(list ? "formulas" : "formula", listed_if(formulas))
        .add(list                           ? "jacobian"
             : chosen.what == task::hessian ? "hessian"
                                            : "derivatives",
             listed_if(tables));
    if (valued) all.add(list ? "values" : "value", listed_if(values)).add("numbers", listed_if(numbers));
    if (chosen.assumptions || chosen.operations) add_about(all, outputs(m, d), chosen);
    std::cout << all.text() << '\n';
}

}  // namespace tool
