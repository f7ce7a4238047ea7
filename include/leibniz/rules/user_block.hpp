#pragma once

#include <leibniz/rules/identities.hpp>

namespace leibniz::detail {

/// Derives a user's block at some operand; no constant expression if the derivative does not compile.
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

/// True if the derivative compiles. Checked where the block is first used, because an error found while a model is differentiated
/// would come with hundreds of lines.
template <class F>
struct user_block {
    static constexpr bool derives = requires { typename std::bool_constant<derived<F>()>; };
};

}  // namespace leibniz::detail
