#pragma once

#include "json.hpp"
#include "names.hpp"
#include "options.hpp"

#include <leibniz/parse.hpp>

#include <algorithm>
#include <cstddef>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace tool {

/// The formula with those of --substitute in place of names, all at once.
inline leibniz::model with_replacements(leibniz::model const& m, options const& chosen) {
    if (chosen.replaced.empty()) return m;
    std::vector<std::string> names;
    std::vector<leibniz::named_binding<leibniz::model>> all;
    names.reserve(chosen.replaced.size());  // the bindings refer to them
    for (std::string const& word : chosen.replaced) {
        auto const sign = std::min(word.find('='), word.size());
        std::string const name(trimmed(std::string_view(word).substr(0, sign)));
        std::string_view const formula = std::string_view(word).substr(std::min(sign + 1, word.size()));
        if (name.empty() || trimmed(formula).empty())
            throw input_error("leibniz: --substitute should be like x=a+b,y=2 and has " + in_quotes(word));
        require_name(m, "--substitute", name);
        if (std::find(names.begin(), names.end(), name) != names.end())
            throw input_error("leibniz: --substitute replaces " + in_quotes(name) + " twice");
        names.push_back(name);
        all.push_back({names.back(), leibniz::parse(formula, chosen.limits)});
    }
    return substitute(m, all);
}

/// The conditions of --assume.
inline std::vector<leibniz::model> assumed_in(options const& chosen) {
    std::vector<leibniz::model> all;
    for (std::string const& condition : chosen.assumed) all.push_back(leibniz::parse(condition, chosen.limits));
    return all;
}

/// Formulas as --simplify, --expand and the like want them.
inline leibniz::model rewritten(leibniz::model const& m, options const& chosen) {
    switch (chosen.rewritten_as) {
        case rewriting::none: break;
        case rewriting::simplified: return simplify(m, assumed_in(chosen));
        case rewriting::expanded: return expand(m);
        case rewriting::factored: return factor(m);
        case rewriting::joined: return together(m);
        case rewriting::collected: return collect(m, chosen.collected_by);
        case rewriting::parted: return apart(m, chosen.parted_by);
    }
    return m;
}

/// Refuses a symbol of --collect or --apart that the formulas do not have.
inline void require_names_of_forms(leibniz::model const& m, options const& chosen) {
    if (chosen.rewritten_as == rewriting::collected) require_name(m, "--collect", chosen.collected_by);
    if (chosen.rewritten_as == rewriting::parted) require_name(m, "--apart", chosen.parted_by);
}

/// What --assumptions and --operations ask of the formulas and their derivatives together.
inline void print_lines_about(leibniz::model const& all, options const& chosen) {
    if (chosen.assumptions) {
        auto const given = assumptions(all);
        std::cout << "assumes " << (given.size() == 0 ? "nothing" : text(given)) << '\n';
    }
    if (chosen.operations) std::cout << "takes " << operations(all) << '\n';
}

inline void add_about(json_object& to, leibniz::model const& all, options const& chosen) {
    if (chosen.assumptions) {
        std::string list;
        for (std::string const& each : assumptions(all)) list += (list.empty() ? "" : ", ") + json(each);
        to.add("assumptions", '[' + list + ']');
    }
    if (!chosen.operations) return;
    auto const n = operations(all);
    json_object counts, calls;
    for (std::string const& name : n.names()) calls.add(name, std::to_string(n.calls(name)));
    counts.add("additions", std::to_string(n.additions)).add("multiplications", std::to_string(n.multiplications));
    counts.add("divisions", std::to_string(n.divisions)).add("calls", calls.text());
    counts.add("nodes", std::to_string(n.nodes)).add("depth", std::to_string(n.depth));
    to.add("operations", counts.text());
}

}  // namespace tool
