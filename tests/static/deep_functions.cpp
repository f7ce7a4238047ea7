// Functions nested 500 deep compile under the default limits of every compiler.
#include <leibniz/algebra.hpp>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

template <int Depth>
constexpr auto nested() {
    if constexpr (Depth == 0) return x;
    else return sin(nested<Depth - 1>());
}
static_assert(evaluate(nested<500>(), x = 0.0) == 0);
static_assert(text(nested<20>()) == "sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(x))))))))))))))))))))");
static_assert(evaluate(diff(nested<100>(), x), x = 0.0) == 1);
static_assert(diff(nested<500>(), y) == 0_c);
static_assert(nested<500>() == sin(nested<499>()) && nested<500>() != nested<499>());
static_assert(operations(nested<500>()).depth == 500);

}  // namespace
