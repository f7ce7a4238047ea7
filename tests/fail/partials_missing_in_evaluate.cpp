// expect: diff: a function states no partial derivative; add `static constexpr term partial(auto u)` to its block
#include "without_partials.hpp"

double const slope = leibniz::evaluate(leibniz::diff(squared, x), x = 3.0);
