#pragma once

#include <leibniz/algebra/replaced.hpp>
#include <leibniz/algebra/rewritten.hpp>
#include <leibniz/language/symbol.hpp>

#include <cstddef>
#include <initializer_list>
#include <type_traits>

namespace leibniz::inline v0_1 {

namespace detail {

template <class V, class F>
struct replacement {};

/// The operation that replaces variables by formulas.
template <class... R>
struct replacing;
template <class... V, class... F>
struct replacing<replacement<V, F>...> {
    static constexpr std::uint64_t hash = hash_of("substitute");
    static constexpr bool recognised = any_of({canonical_stage<F>::recognised...});
    static constexpr long long most_effort = by_default;

    template <bool Evaluated>
    static constexpr int guess(view from) {
        int nodes = 2 * from.node_count + 8;
        for (int next : {graph_of<F, Evaluated>().node_count...}) nodes += next;
        return nodes;
    }
    template <bool Evaluated>
    static constexpr buffer<int> roots(graph& g, view from) {
        written const* const variables[] = {&as_written<V>...};
        view const formulas[] = {graph_of<F, Evaluated>()...};
        buffer<int> const place = replaced(g, from, [&](int old) {
            for (unsigned which = 0; which < sizeof...(V); ++which)
                if (from.is(old, variables[which]->what == form::column ? kind::column : kind::symbol) &&
                    from[old].name == variables[which]->name)
                    return imported(g, formulas[which])[formulas[which].root()];
            return -1;
        });
        buffer<int> results;
        for (int r = 0; r < from.root_count; ++r) results.push(place[from.roots[r]]);
        return results;
    }
};

/// What `x = a + b` says to `substitute`.
enum class misreplaced : unsigned char { nothing, no_replacement, family, number, reported };
template <class B>
struct replacement_in {
    static constexpr misreplaced fault = misreplaced::no_replacement;
};
template <class S, class T>
struct replacement_in<binding<S, T>> {
    using formula = std::remove_cvref_t<T>;
    using type = replacement<S, formula>;
    static constexpr misreplaced fault = !is_variable<S>::value ? misreplaced::family
                                         : !expression<formula> ? misreplaced::number
                                                                : misreplaced::nothing;
};

/// A family and no array: `w = x` has reported the error itself.
template <class S, std::size_t N>
struct replacement_in<binding<S, double[N]>> {
    static constexpr misreplaced fault = misreplaced::reported;
};

constexpr bool has_equal(std::initializer_list<std::uint64_t> all) {
    for (auto const* a = all.begin(); a != all.end(); ++a)
        for (auto const* b = all.begin(); b != a; ++b)
            if (*a == *b) return true;
    return false;
}
template <class... S, class... T>
consteval bool replaces_twice(binding<S, T> const*...) {
    return has_equal({as_written<S>.hash...});
}

}  // namespace detail

/// `e` with formulas in place of variables, all at once: `substitute(e, x = y, y = x)` exchanges them. An expression, put together
/// once per type while compiling, in canonical form; of a gradient, Hessian, Jacobian or of outputs, the same of each entry. On the
/// left stand symbols and columns only. What does not occur is replaced in vain. Conditions on record (`assumptions`) stay, with the
/// replacement made in them; comparisons of numbers are decided. Refused: plain numbers, which are bound by `evaluate`, and a
/// symbol that is replaced twice.
///
///     static_assert(substitute(pow<2>(w*x - y), x = y + 1_c, y = 2_c) == pow<2>(w*(y + 1_c) - 2_c));
///     static_assert(substitute(diff(sin(w*x), x), x = 0_c) == w);
template <class E, class... B>
    requires(expression<E> || bundle<E>)
constexpr auto substitute(E e, B const&...) {
    constexpr bool any = sizeof...(B) > 0;
    static_assert(any, "substitute: what is replaced? write substitute(e, x = a + b)");
    constexpr bool replacements = detail::all_of({detail::replacement_in<B>::fault != detail::misreplaced::no_replacement...});
    static_assert(replacements, "substitute: only symbols and columns are replaced; write substitute(e, x = a + b)");
    constexpr bool single = detail::all_of({detail::replacement_in<B>::fault != detail::misreplaced::family...});
    static_assert(single, "substitute: a family is replaced symbol by symbol; write substitute(e, w[0_c] = a, w[1_c] = b)");
    constexpr bool formulas = detail::all_of({detail::replacement_in<B>::fault != detail::misreplaced::number...});
    static_assert(formulas, "substitute: a plain number cannot be part of an expression; write x = 2_c, or evaluate(e, x = 2.0)");
    constexpr bool reported = detail::any_of({detail::replacement_in<B>::fault == detail::misreplaced::reported...});
    if constexpr (any && replacements && single && formulas && !reported) {
        constexpr bool once = !detail::replaces_twice(static_cast<B const*>(nullptr)...);
        static_assert(once, "substitute: a symbol is replaced twice; leave one of its replacements out");
        if constexpr (once) return typename detail::rewrite<detail::replacing<typename detail::replacement_in<B>::type...>, E>::type{};
        else return e;
    } else {
        return e;  // the error has been reported
    }
}
template <class Misused = int>
constexpr constant<0> substitute(...) {
    static_assert(!sizeof(Misused), "substitute(e, x = f): e is no expression; write substitute(w*x, x = a + b)");
    return {};
}

template <class E, class... V, class... F>
static constexpr written as_written<rewritten<E, detail::replacing<detail::replacement<V, F>...>>> =
    detail::written_whole<rewritten<E, detail::replacing<detail::replacement<V, F>...>>, E, V..., F...>(detail::hash_of("substitute"),
                                                                                                        static_cast<int>(sizeof...(V)));
template <class B, class... V, class... F>
static constexpr written as_written<rewritten_bundle<B, detail::replacing<detail::replacement<V, F>...>>> = detail::written_node(
    {.what = form::formula, .hash = detail::hash_of("substitute"), .number = static_cast<int>(sizeof...(V))},
    detail::all_written<B, V..., F...>, {{as_written<B>.hash, 0}, {as_written<V>.hash, 0}..., {as_written<F>.hash, 0}...});

}  // namespace leibniz::inline v0_1
