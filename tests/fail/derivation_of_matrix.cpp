// expect: diff: the derivative of a column by all rows of a column is a matrix; reduce it first, with sum(e) or mean(e)
#include <leibniz/leibniz.hpp>
#include <leibniz/notation/derivation.hpp>

using namespace leibniz;

constexpr column<"x"> x;

#ifdef TWIN
constexpr int count = lines(derivation(sum(x*mean(x)), x)).size();
#else
constexpr int count = lines(derivation(x*mean(x), x)).size();
#endif
static_assert(count > 0);
