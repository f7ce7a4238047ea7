#pragma once

#include <leibniz/graph/lower.hpp>
#include <leibniz/rules/identities.hpp>

namespace leibniz {

namespace detail {

template <class E>
struct canonical_stage {
    static constexpr int guess = written_of<E>::value.size + 8, roots = 1;
    static constexpr result run() {
        result r{graph(rules)};
        r.roots.push(lowering(r.in)(written_of<E>::value));
        return r;
    }
};

}  // namespace detail

/// The canonical form of an expression, computed once per type.
template <class E>
inline constexpr view canonical = detail::finished<detail::canonical_stage<E>>::value.view();

}  // namespace leibniz
