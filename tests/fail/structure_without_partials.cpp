// expect: diff: a function states no partial derivative; add `static constexpr term partial(auto u)` to its block
#include <leibniz/calculus.hpp>

#include "without_partials.hpp"

constexpr auto entries = leibniz::nonzeros(leibniz::hessian(squared, leibniz::wrt(x)));
