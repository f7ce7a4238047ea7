// expect: diff: a function states no partial derivative; add `static constexpr term partial(auto u)` to its block
#include "without_partials.hpp"

constexpr bool proved = leibniz::diff(squared, x) == leibniz::constant<0>{};
