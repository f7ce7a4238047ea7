// expect: *: the columns of the left factor must be the rows of the right one; transpose one of them, or give both dimensions one name
#include <leibniz/matrix.hpp>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr symmetric<"K", "n"> K;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "m"> y;

#ifdef TWIN
constexpr auto printed = text(norm2(W * x));
#else
constexpr auto printed = text(norm2(W * y));
#endif
