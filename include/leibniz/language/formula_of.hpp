#pragma once

#include <leibniz/language/expression.hpp>
#include <leibniz/language/name.hpp>

namespace leibniz::inline v0_1 {

/// Names the columns in a formula: `formula<"mean(a*x + b)", columns<"x">>`.
template <name... Names>
struct columns {};

/// The expression that `formula<"...">` is; see reading/formula.hpp.
template <name Text, class... With>
struct formula_of : expression_base {
    static constexpr auto spelling = Text;
};

}  // namespace leibniz::inline v0_1
