#pragma once

#include <leibniz/language/expression.hpp>
#include <leibniz/language/name.hpp>

namespace leibniz {

/// A variable of the table of identities: stands for any expression.
template <name Name>
struct wildcard : expression_base {
    static constexpr auto spelling = Name;
};

/// A variable of the table of identities that stands for numbers only.
template <name Name>
struct number_wildcard : expression_base {
    static constexpr auto spelling = Name;
};

}  // namespace leibniz
