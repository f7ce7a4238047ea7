#pragma once

#include <leibniz/language/constant.hpp>
#include <leibniz/rules/identities.hpp>

namespace leibniz::inline v0_1 {

namespace detail {

/// Derives a user's block at some operand; no constant expression if the derivative does not compile. False if it is made of
/// something else than terms and exact numbers.
template <class F>
constexpr bool derived() {
    graph g(rules);
    term const u(g, g.symbol("u"));
    if constexpr (!has_partials<F>) return true;
    else if constexpr (F::arity == 1) F::partial(u);
    else if constexpr (F::arity == 2) F::partials(u, u);
    else if constexpr (F::arity == 3) F::partials(u, u, u);
    return !g.faults.inexact;
}

template <class F>
struct user_block {
    static constexpr bool compiles = requires { typename std::bool_constant<derived<F>()>; };
    static constexpr bool derives = requires { typename std::enable_if<derived<F>()>::type; };
    static constexpr bool named = requires { text_view(F::text), text_view(F::latex); };
    static constexpr bool valued = requires(double u) { F::value(u); } || requires(double u) { F::value(u, u); } ||
                                   requires(double u) { F::value(u, u, u); } || requires { F::template value<double>(); };
};

}  // namespace detail

/// Applies the function of a user's block to expressions. Refuses a block without a name or a value, and one whose derivative
/// does not compile.
template <class F, expression... Args>
    requires(!detail::is_of_library<F>())
constexpr auto apply(Args...) {
    using block = detail::user_block<F>;
    using instead = typename detail::first_expression<Args..., constant<0>>::type;
    static_assert(block::named,
                  "apply: the block of this function has no name; add `static constexpr text_view text = \"f\", latex = \"f\"`");
    static_assert(block::valued, "apply: the block of this function has no value; add `template <class T> static constexpr T value(T u)`");
    if constexpr (!block::named || !block::valued) return instead{};
    else {
        // Used here first: what a compiler says of a derivative that does not compile is short if it stands near its use.
        // clang then takes the derivative for absent, and has said enough.
        term const* const u = nullptr;
        constexpr bool one = requires { F::partial(*u); }, two = requires { F::partials(*u, *u); };
        if constexpr (one)
            if (u) F::partial(*u);
        if constexpr (two)
            if (u) F::partials(*u, *u);
        if constexpr (one != requires { F::partial(*u); } || two != requires { F::partials(*u, *u); }) return instead{};
        else {
            static_assert(block::compiles,
                          "partial: this derivative does not compile, or is no constant expression; write it of its arguments and exact "
                          "numbers, such as return u/2");
            static_assert(!block::compiles || block::derives,
                          "partial: a derivative is made of its arguments and exact numbers; write u/2 in place of 0.5*u, and no symbol");
            if constexpr (block::derives) return call<F, Args...>{};
            else return instead{};
        }
    }
}

}  // namespace leibniz::inline v0_1
