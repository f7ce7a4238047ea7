// The table of reference values is right: all its digits against formulas in 100-digit arithmetic, which share nothing with
// the program that wrote it.
#include "../catch.hpp"
#include "../reference/table.hpp"
#include "reference_formulas.hpp"

#include <cstdio>

using namespace hundred_digits;

namespace {

/// The point by its formulas in 100-digit arithmetic; fails where the table has a function without a row above.
formulas computed(reference_point const& p) {
    list const x(p.at.begin(), p.at.end());
    if (x.size() == 1) return unary_formulas.at(p.function)(x[0]);
    if (x.size() == 2) return binary_formulas.at(p.function)(x[0], x[1]);
    return ternary_formulas.at(p.function)(x[0], x[1], x[2]);
}

/// Whether `stated` is `expected` rounded to 40 digits, or both are beyond 10^10000 on the same side.
bool all_digits_agree(reference_number const& stated, wide const& expected) {
    static wide const smallest("1e-10000");
    if (isnan(stated) || isnan(expected)) return isnan(stated) && isnan(expected);
    if (isinf(stated)) return abs(expected) > 1 / smallest && (stated > 0) == (expected > 0);
    if (stated == 0) return abs(expected) < smallest;
    int exponent = 0;
    double const fraction = static_cast<double>(frexp(abs(stated), &exponent));
    int const decimals = static_cast<int>(std::floor(std::log10(fraction) + exponent * std::log10(2.0) + 1e-9));
    wide decade = pow(wide(10), decimals);  // that of the first digit, or one above where that is a 9
    if (abs(wide(stated)) < decade * (1 - wide("1e-45"))) decade /= 10;
    return abs(wide(stated) - expected) <= 0.50001 * decade * wide("1e-39");
}

bool all_digits_agree(std::vector<reference_number> const& stated, list const& expected) {
    return std::equal(stated.begin(), stated.end(), expected.begin(), expected.end(),
                      [](reference_number const& a, wide const& b) { return all_digits_agree(a, b); });
}

}  // namespace

TEST_CASE("every digit of the table is that of the formulas in 100-digit arithmetic") {
    int points = 0;
    for (reference_point const& p : reference_points()) {
        CAPTURE(p.function, p.at);
        formulas const expected = computed(p);
        CHECK(all_digits_agree(p.value, {expected.value}));
        CHECK(all_digits_agree(p.first, expected.first));
        CHECK(all_digits_agree(p.second, expected.second));
        ++points;
    }
    std::printf("reference table: %d points, all digits of value, first and second derivatives\n", points);
    CHECK(points >= 4600);
}
