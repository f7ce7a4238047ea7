#pragma once

#include <leibniz/leibniz.hpp>

/// The function of a written call; the left side of an identity knows it by its hash alone.
template <class... F>
constexpr leibniz::function const& function_of(leibniz::written const& w, boost::hana::basic_tuple<F...> const&) {
    if (w.fn != nullptr) return *w.fn;
    leibniz::function const* found = nullptr;
    ((leibniz::detail::block_hash<F> == static_cast<leibniz::pattern const&>(w).block ? void(found = leibniz::detail::registered<F>::descriptor) : void()), ...);
    return *found;
}
constexpr leibniz::function const& function_of(leibniz::written const& w) { return function_of(w, leibniz::function_list{}); }
