// A model of hundreds of terms written with + is lowered under the default limits of every compiler.
#include <leibniz/leibniz.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"x"> x;

template <int N>
constexpr auto sum_of() {
    if constexpr (N == 0) return 1_c;
    else return sum_of<N - 1>() + constant<N>{} * x;
}

static_assert(text(sum_of<20>()) == "210*x + 1");
static_assert(text(sum_of<400>()) == "80200*x + 1");
static_assert(text(diff(sum_of<400>(), x)) == "80200");

}  // namespace
