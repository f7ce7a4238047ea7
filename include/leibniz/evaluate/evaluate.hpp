#pragma once

#include <leibniz/evaluate/door.hpp>
#include <leibniz/evaluate/scalar.hpp>

namespace leibniz {

namespace detail {
/// Evaluation with columns bound: eigen/evaluate.hpp.
template <class E, class T, class... B>
struct over_columns;
}  // namespace detail

/// The value of an expression: `evaluate(e, w = 1.0, x = 2.0)`. The number type is the common type of all bindings.
/// With a column bound (leibniz/eigen.hpp) and nothing that reduces it, an owning Eigen::Array with one value per row.
/// A constant expression wherever the arithmetic of the number type is.
template <expression E, class... B>
constexpr auto evaluate(E, B const&... bindings) {
    using verdict = decltype(detail::verdict<E, B...>());
    if constexpr (!std::same_as<verdict, detail::admitted>) {
        return static_cast<int>(sizeof(typename verdict::sentence));
    } else {
        using number = typename detail::common_number<detail::number_of<B>...>::type;
        if constexpr ((detail::is_column<typename B::type> || ...)) return detail::over_columns<E, number, B...>::run(bindings...);
        else return detail::evaluate_scalar<E, number>(bindings...);
    }
}

}  // namespace leibniz
