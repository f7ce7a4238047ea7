#pragma once

#include <leibniz/graph/lower.hpp>
#include <leibniz/rules/identities.hpp>

namespace leibniz {

namespace detail {

template <class E>
struct canonical_stage {
    static constexpr int guess = as_written<E>.size + 8, roots = 1;
    static constexpr result run(long long allowed) {
        result r{graph(rules, false, allowed)};
        r.roots.push(lowering(r.in)(as_written<E>));
        return r;
    }
};

}  // namespace detail

/// The canonical form of an expression, computed once per type.
template <class E>
static constexpr view canonical = detail::finished<detail::canonical_stage<E>>::value.view();

}  // namespace leibniz
