#pragma once

#include <leibniz/calculus/forward.hpp>
#include <leibniz/parse/model_calculus.hpp>

#include <memory>
#include <string>
#include <vector>

namespace leibniz::inline v0_1::detail {

/// The name of the direction of a parameter: no text has such a name.
inline std::string direction_of(std::string const& parameter) { return "direction of " + parameter; }

/// The second derivative of a model's first formula along a direction of these names; `direction_of` names its entries.
inline model second_along(model const& m, std::vector<std::string> const& names) {
    std::string text;
    for (std::string const& name : names) text += direction_of(name) + '\n';
    auto const source = std::make_shared<source_text>(source_text{text, m.source()->levels});
    source->parts.push_back(m.source());
    source->further = m.source()->further;
    for (std::string_view each : m.source()->names) source->mention(each);
    std::vector<text_view> directions;
    std::size_t begin = 0;
    for (std::string const& name : names) {
        std::string_view const each = std::string_view(source->text).substr(begin, direction_of(name).size());
        source->mention(each);
        directions.emplace_back(each.data(), each.size());
        begin += each.size() + 1;
    }
    return made_of(
        m, false, {"f"}, m.has_recognised(),
        [&](result& r, graph_of_model which) {
            variable_places const places(r.in);
            buffer<int> const leaves = places.of(names);
            buffer<int> tangents;
            for (std::size_t k = 0; k < names.size(); ++k)
                if (places.have(names[k])) tangents.push(r.in.symbol(directions[k]));
            forward_sweep along(r.in);
            r.roots.push(along(along((m.*which)().roots[0], leaves, tangents), leaves, tangents));
        },
        source, true);
}

}  // namespace leibniz::inline v0_1::detail
