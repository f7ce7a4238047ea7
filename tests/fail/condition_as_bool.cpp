// expect: a condition of symbols is a formula, not true or false; write where(x < 3_c, a, b), or evaluate(e, x = 1.0) < 3.0
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

bool is_small() {
#ifdef TWIN
    if (evaluate(x, x = 1.0) < 3.0) return true;
#else
    if (x < 3_c) return true;
#endif
    return false;
}
