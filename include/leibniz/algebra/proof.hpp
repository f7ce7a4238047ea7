#pragma once

#include <leibniz/graph/buffer.hpp>

namespace leibniz::inline v0_1::proving {

/// What a proof found. Equal: wherever both formulas are defined. `only_left` are conditions on which the left formula is defined
/// that do not follow from those of the right one and from what is assumed, by their places in its domain, `only_right` likewise:
/// if there are any, the formulas are equal where all of them hold. At the zeros of `left_holes` only the right formula is
/// defined, at those of `right_holes` only the left one; these are isolated. Those of `left_pieces` and `right_pieces` are not: values
/// of whole numbers.
struct proof {
    bool equal = false;
    bool branches_differ = false;  // choices are defined on unlike conditions: nothing is said
    buffer<int> only_left{}, only_right{}, left_holes{}, right_holes{}, left_pieces{}, right_pieces{};

    constexpr bool is_everywhere() const {
        return only_left.empty() && only_right.empty() && left_pieces.empty() && right_pieces.empty();
    }
};

}  // namespace leibniz::inline v0_1::proving
