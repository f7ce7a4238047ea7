// expect: diff: a function states no partial derivative; add `static constexpr term partial(auto u)` to its block
#include "without_partials.hpp"

constexpr auto bend = leibniz::text(leibniz::diff<2>(squared, x));
