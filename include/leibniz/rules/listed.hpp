#pragma once

#include <leibniz/rules/all.hpp>
#include <leibniz/rules/special_functions.hpp>

#include <boost/hana/basic_tuple.hpp>

namespace leibniz::inline v0_1 {

namespace detail {
template <class...>
struct joined;
template <class... F, class... G>
struct joined<boost::hana::basic_tuple<F...>, boost::hana::basic_tuple<G...>> {
    using type = boost::hana::basic_tuple<F..., G...>;
};
}  // namespace detail

/// Every function of both tables: what formulas that are read at run time may use.
using every_function_list = detail::joined<function_list, special_function_list>::type;

/// The lists of the table as values for the algorithms of Boost.Hana: `hana::for_each(all_functions, ...)`.
inline constexpr every_function_list all_functions{};
inline constexpr stable_form_list all_stable_forms{};
inline constexpr constant_list all_constants{};

}  // namespace leibniz::inline v0_1
