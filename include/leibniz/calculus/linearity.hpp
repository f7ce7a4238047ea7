#pragma once

#include <leibniz/calculus/bundle.hpp>
#include <leibniz/calculus/dependencies.hpp>
#include <leibniz/calculus/diagnosis.hpp>
#include <leibniz/calculus/wrt.hpp>

namespace leibniz::inline v0_1 {

namespace detail {

inline constexpr int no_quadratic = 3;

/// The largest degree of the results as polynomials in variables, given by their hashes, 0 to 2; else no_quadratic.
constexpr int degree_up_to_two(view of, std::uint64_t const* variables, int count) {
    buffer<int> degrees(of.node_count);
    auto const limited = [](int degree) { return degree < no_quadratic ? degree : no_quadratic; };
    for (int i = 0; i < of.node_count; ++i) {
        node const& n = of[i];
        int& own = degrees[i];
        int largest = 0, total = 0;
        for (int k = 0; k < n.count; ++k) {
            int const degree = degrees[of.operand(i, k)];
            largest = larger(largest, degree);
            total = limited(total + degree);
        }
        switch (n.what) {
            case kind::symbol:
            case kind::column:
                for (int v = 0; v < count; ++v)
                    if (variables[v] == variable_hash(n)) own = 1;
                break;
            case kind::product: own = total; break;
            case kind::power: {
                node const& exponent = of[of.operand(i, 1)];
                bool const whole = exponent.what == kind::number && exponent.number.is_integer() && !exponent.number.is_negative();
                own = !whole ? (largest == 0 ? 0 : no_quadratic)
                             : limited(degrees[of.operand(i, 0)] * static_cast<int>(exponent.number.numerator() < 3 ? exponent.number.numerator() : 3));
                break;
            }
            case kind::call: {
                bool const chooses = *n.fn == *rules.choice && degrees[of.operand(i, 0)] == 0;
                own = chooses || largest == 0 ? largest : no_quadratic;
                break;
            }
            default: own = largest; break;  // sums, multiples, sums over rows
        }
    }
    int result = 0;
    for (int r = 0; r < of.root_count; ++r) result = larger(result, degrees[of.roots[r]]);
    return result;
}

template <class E, class... V>
constexpr bool has_degree_up_to(int most, variables<V...>) {
    using diagnosis = decltype(diagnose_numbers<E>());
    if constexpr (!std::is_same<diagnosis, accepted>::value) {
        static_cast<void>(diagnosis::sentence::report());
        return false;
    } else {
        return degree_up_to_two(canonical<E>, hashes_of<V...>, static_cast<int>(sizeof...(V))) <= most;
    }
}

}  // namespace detail

/// True if the canonical form of an expression, or of each entry of a bundle, is a polynomial of degree at most 1 in the variables of
/// `wrt(...)` together, or in one symbol: a constant is allowed. Other symbols may occur anyhow. False says only that the form does not
/// show it; see `expand`.
///
///     static_assert(is_linear_in(exp(w)*x + b, x) && !is_linear_in(w*x, wrt(w, x)));
template <class E, class... V>
    requires(expression<E> || bundle<E>)
constexpr bool is_linear_in(E, variables<V...> in) {
    return detail::has_degree_up_to<E>(1, in);
}
template <class E, class V>
    requires(expression<E> || bundle<E>)
constexpr bool is_linear_in(E, V in) {
    return detail::has_degree_up_to<E>(1, wrt(in));
}
template <class E, class... V>
constexpr bool is_linear_in(E, V...) {
    static_assert(!sizeof(E), "is_linear_in: in which variables? write is_linear_in(e, wrt(x, y))");
    return false;
}

/// The same of degree at most 2.
///
///     static_assert(is_quadratic_in(w*x + pow<2>(x), wrt(w, x)) && !is_quadratic_in(w*pow<2>(x), wrt(w, x)));
template <class E, class... V>
    requires(expression<E> || bundle<E>)
constexpr bool is_quadratic_in(E, variables<V...> in) {
    return detail::has_degree_up_to<E>(2, in);
}
template <class E, class V>
    requires(expression<E> || bundle<E>)
constexpr bool is_quadratic_in(E, V in) {
    return detail::has_degree_up_to<E>(2, wrt(in));
}
template <class E, class... V>
constexpr bool is_quadratic_in(E, V...) {
    static_assert(!sizeof(E), "is_quadratic_in: in which variables? write is_quadratic_in(e, wrt(x, y))");
    return false;
}

}  // namespace leibniz::inline v0_1
