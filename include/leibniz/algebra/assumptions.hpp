#pragma once

#include <leibniz/algebra/conditions.hpp>
#include <leibniz/algebra/rewritten.hpp>

namespace leibniz::inline v0_1 {

namespace detail {
template <class E>
struct assumption_texts;  // notation/assumption_texts.hpp
}

/// The conditions on record with E: an expression that is 1 where all of them hold, else 0, and a range of their texts.
template <class E>
struct assumptions_of : expression_base {
    static constexpr int size() { return detail::assumption_texts<E>::size(); }
    /// Condition number i as text; 0 <= i < size().
    constexpr text_view operator[](int i) const { return detail::assumption_texts<E>::at(i); }
    constexpr text_view const* begin() const { return detail::assumption_texts<E>::begin(); }
    constexpr text_view const* end() const { return begin() + size(); }
};

/// The conditions under which an expression or bundle, as it was written, was defined, where its canonical form is defined in more
/// places: x/x became 1, where x != 0. It can be printed, x > 0, y != 0; evaluated, which gives a bool, or 0 and 1 for each row; and
/// used as a condition of `where`. Conditions that always hold are left out, and those that follow from others. Only what the
/// identities took for granted is on record: 1/x has no condition.
///
///     constexpr auto e = exp(log(x)) + w/w;
///     static_assert(text(assumptions(e)) == "x > 0, w != 0" && assumptions(e).size() == 2);
///     static_assert(evaluate(assumptions(e), x = 1.0, w = 2.0) && !evaluate(assumptions(e), x = -1.0, w = 2.0));
template <class E>
    requires(expression<E> || bundle<E>)
constexpr assumptions_of<E> assumptions(E) {
    return {};
}

namespace detail {

template <class E, bool Evaluated>
struct canonical_stage<assumptions_of<E>, Evaluated> {
    static constexpr int guess = canonical<E>.condition_count == 0 ? 1 : canonical<E>.node_count + 4 * canonical<E>.condition_count + 4;
    static constexpr int roots = 1;
    static constexpr bool recognised = false;
    static constexpr result run(long long allowed) {
        result r{graph(rules_of<Evaluated>(), false, allowed)};
        r.in.faults.add(canonical<E>.faults);
        r.roots.push(conjunction_of(r.in, conditions_on_record(r.in, canonical<E>)));
        return r;
    }
};

}  // namespace detail

template <class E>
static constexpr written as_written<assumptions_of<E>> = detail::written_whole<assumptions_of<E>, E>(detail::hash_of("assumptions"));

}  // namespace leibniz::inline v0_1
