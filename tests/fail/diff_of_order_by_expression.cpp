// expect: diff: one differentiates by a symbol only; write diff<2>(e, x) with a symbol or column x
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto bend = diff<2>(exp(x), x);
#else
constexpr auto bend = diff<2>(exp(x), 2_c);
#endif
