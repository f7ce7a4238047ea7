#pragma once

#include <leibniz/rules/all.hpp>

#include <boost/hana/basic_tuple.hpp>

namespace leibniz {

/// The lists of the table as values for the algorithms of Boost.Hana: `hana::for_each(all_functions, ...)`.
inline constexpr function_list all_functions{};
inline constexpr stable_form_list all_stable_forms{};
inline constexpr constant_list all_constants{};

}  // namespace leibniz
