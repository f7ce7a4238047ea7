#pragma once

#include <leibniz/language/expression.hpp>
#include <leibniz/language/name.hpp>

namespace leibniz {

/// The names in a formula that are columns: `formula<"mean(a*x + b)", columns<"x">>`.
template <name... Names>
struct columns {};

/// A formula written as text; see reading/formula.hpp.
template <name Text, class... With>
struct formula_of : expression_base {
    static constexpr auto spelling = Text;
};

}  // namespace leibniz
