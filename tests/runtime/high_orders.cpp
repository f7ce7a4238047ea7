// Derivatives of high order, whose integer coefficients leave 64 bits: their values, against exact ones.
#include "../catch.hpp"

#include <leibniz/leibniz.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"x"> x;

}  // namespace

TEST_CASE("coefficients of high derivatives may leave 64 bits") {
    CHECK(evaluate(diff<12>(1_c / (1_c + 25_c * pow<2>(x)), x), x = 0.1) == Approx(26527681877114880.).epsilon(1e-12));
}
