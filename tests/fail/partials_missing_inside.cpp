// expect: diff: a function states no partial derivative; add `static constexpr term partial(auto u)` to its block
#include "without_partials.hpp"

// The derivative is part of a further expression.
double const slope = leibniz::evaluate(x * leibniz::diff(squared, x), x = 3.0);
