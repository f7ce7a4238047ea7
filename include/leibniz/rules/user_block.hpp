#pragma once

#include <leibniz/rules/identities.hpp>

namespace leibniz::detail {

/// The derivative of a user's block, at an operand without meaning: where it does not compile, it is no constant.
template <class F>
constexpr bool derived() {
    graph g(rules);
    term const u(g, g.symbol("u"));
    if constexpr (!has_partials<F>) return true;
    else if constexpr (F::arity == 1) F::partial(u);
    else if constexpr (F::arity == 2) F::partials(u, u);
    else if constexpr (F::arity == 3) F::partials(u, u, u);
    return true;
}

/// Whether it compiles. Asked where the block is used first: found while a model is differentiated, an error in it would
/// come with hundreds of lines.
template <class F>
struct user_block {
    static constexpr bool derives = requires { typename std::bool_constant<derived<F>()>; };
};

}  // namespace leibniz::detail
