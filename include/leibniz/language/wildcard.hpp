#pragma once

#include <leibniz/language/expression.hpp>
#include <leibniz/language/name.hpp>

namespace leibniz::inline v0_1 {

/// A placeholder in the table of identities that matches any expression.
template <name Name>
struct wildcard : expression_base {
    static constexpr auto spelling = Name;
};

/// A placeholder in the table of identities that matches numbers only.
template <name Name>
struct number_wildcard : expression_base {
    static constexpr auto spelling = Name;
};

}  // namespace leibniz::inline v0_1
