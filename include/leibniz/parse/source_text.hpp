#pragma once

#include <leibniz/graph/static_graph.hpp>
#include <leibniz/reading/text_rules.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace leibniz::inline v0_1 {

/// How text is read at run time: which names are columns, and the limits on its size.
struct parse_options {
    std::vector<std::string> columns{};  // names that are columns
    reading_limits limits{};
    long long effort = 50'000'000;  // of each step: parse, diff, ...; some hundred for each node of the formula
};

/// The shape of a vector or matrix: of each dimension its name, or the number.
struct named_shape {
    std::string_view name{}, rows{}, columns{};
    int row_count = 0, column_count = 0;
};

/// The text of a model. Its graphs refer to the names in it.
struct source_text {
    std::string text;
    int levels = reading_limits{}.levels;   // the greatest depth of its formula and its derivatives
    std::vector<std::string_view> names{};  // in the order of their first appearance
    std::unordered_set<std::string_view> known{};
    std::vector<function const*> further{};                   // the user's functions, with their values
    std::vector<std::shared_ptr<source_text const>> parts{};  // of several texts: they hold the names
    std::vector<named_shape> shapes{};                        // of its vectors and matrices
    std::vector<std::string_view> defined{};                  // the names of definitions, k := 2*a
    std::shared_ptr<result const> definitions{};              // and their formulas, in this order

    bool mentions(std::string_view name) const { return known.count(name) > 0; }
    /// The shape of a vector or matrix, or null.
    named_shape const* shape_of(std::string_view name) const {
        for (named_shape const& each : shapes)
            if (each.name == name) return &each;
        for (auto const& part : parts)
            if (named_shape const* const found = part->shape_of(name)) return found;
        return nullptr;
    }
    void mention(std::string_view name) {
        if (known.insert(name).second) names.push_back(name);
    }
};

namespace detail {
/// True for symbols and columns, also those that are vectors and matrices, but not for the names of sizes.
inline bool has_a_value(node const& n) {
    return (n.what == kind::symbol && (n.count > 0 || n.number.is_zero())) || n.what == kind::column;
}
}  // namespace detail

}  // namespace leibniz::inline v0_1
