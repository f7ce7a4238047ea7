#pragma once

#include "matrix_points.hpp"
#include "random_matrices.hpp"

#include <leibniz/matrix.hpp>

#include <array>
#include <deque>
#include <string>
#include <utility>
#include <vector>

namespace matrix_values {

/// Formulas as text, whose names are the symbols of a model.
class formula_reader {
public:
    /// With `shapes` the names are those of a model's vectors, matrices and sizes; without, they stand for values.
    explicit formula_reader(std::string const& text, random_matrices const& draw, bool shapes = true) : text_(text), read_(text_view(text_.data(), text_.size()), words::all) {
        if (!read_.sound()) return;
        static std::vector<function const*> const rows = [] {
            return []<int... K>(std::integer_sequence<int, K...>) {
                return std::vector<function const*>{detail::written_row<words::block<K>>()...};
            }(std::make_integer_sequence<int, words::count>{});
        }();
        for (int k = 0; k < read_.operands().size(); ++k) operands_.push_back(nullptr);
        for (int i = 0; i < read_.nodes().size(); ++i) nodes_.emplace_back();
        for (std::size_t k = 0; k < operands_.size(); ++k) operands_[k] = &nodes_[static_cast<std::size_t>(read_.operands()[static_cast<int>(k)])];
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            read_node const& n = read_.nodes()[static_cast<int>(i)];
            nodes_[i] = written_of(n, rows.data(), operands_.data(), false);
            if (!shapes) continue;
            for (written const& d : draw.dimensions())
                if (n.what == form::symbol && n.name == d.name) nodes_[i] = d;
            for (auto const& v : draw.variables())
                if (n.what == form::symbol && string_of(n.name) == v.name) nodes_[i] = *v.symbol;
        }
    }
    written const* formula() const { return read_.sound() ? &nodes_[static_cast<std::size_t>(read_.root())] : nullptr; }

private:
    using words = detail::spoken_by<detail::blocks<>, vector<"x", "n">>::words;
    std::string text_;
    parser read_;
    std::deque<written> nodes_;
    std::vector<written const*> operands_;
};

inline constexpr std::array<int, 3> all_sizes[] = {{3, 2, 4}, {1, 3, 2}, {2, 1, 1}, {1, 1, 1}, {2, 2, 2}};

/// The derivative of what was written along a direction, by differences of fourth order.
inline dense slope(written const& w, point const& at, std::string const& name, dense const& direction) {
    auto const shifted = [&](double step) {
        bound all = at.all;
        all[name] = all[name] + times(direction, step);
        return value_of(w, all, at.of);
    };
    double const h = 1e-3;
    return times(times(shifted(h) - shifted(-h), 8) - (shifted(2 * h) - shifted(-2 * h)), 1 / (12 * h));
}

inline dense random_direction(random_matrices& draw, dense const& like, bool symmetric) {
    dense d = like;
    for (double& entry : d.entries) entry = (draw.below(2001) - 1000) / 1000.0;
    return symmetric ? times(d + transposed(d), 0.5) : d;
}

}  // namespace matrix_values
