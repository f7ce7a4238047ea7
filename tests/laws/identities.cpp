// Every row of the table of identities is true: wherever its left side is defined, the right side is too, and has the
// same value. Where the left side is not defined for all numbers that the right side takes, the row says so.
#include "../catch.hpp"
#include "all.hpp"
#include "as_written.hpp"

#include <cmath>
#include <string>

using namespace leibniz;

namespace {

/// u: 24 numbers of both signs, and 24 between -1 and 1; n: the same number in all rows.
value_as_written sample() {
    value_as_written value;
    value_as_written::rows u;
    for (int k = 0; k < 24; ++k) u.push_back(0.31L * static_cast<long double>(k) - 3.52L);
    for (int k = 0; k < 24; ++k) u.push_back((static_cast<long double>(k) - 11.4L) / 12.7L);
    value.bind("u", u);
    value_as_written::rows v, w;
    for (std::size_t k = 0; k < u.size(); ++k) v.push_back(1.7L - 0.3L * static_cast<long double>(k)), w.push_back(k % 3 == 0 ? 0.0L : 1.0L);
    value.bind("v", v);
    value.bind("w", w);
    value.bind("n", value_as_written::rows(u.size(), 3.0L / 7.0L));
    return value;
}

bool holds(predicate what, long double u) {
    switch (what) {
    case predicate::nonzero: return u != 0;
    case predicate::nonnegative: return u >= 0;
    default: return u > 0;
    }
}

}  // namespace

TEST_CASE("both sides of every identity have the same value where the left one is defined") {
    value_as_written value = sample();
    for (identity const& row : table::identities) {
        CAPTURE(&row - table::identities);
        int compared = 0;
        for (long double sign : {1.0L, -1.0L}) {
            value_as_written::rows u = value(as_written<wildcard<"u">>);
            for (long double& one : u) one = sign * std::abs(one);
            value.bind("u", u);
            value_as_written::rows const left = value(*row.left), right = value(*row.right);
            for (std::size_t r = 0; r < left.size(); ++r) {
                if (std::isnan(left[r])) continue;
                ++compared;
                CAPTURE(u[r], left[r], right[r]);
                CHECK(std::abs(left[r] - right[r]) <= 1e-17L * (1 + std::abs(left[r])));
            }
        }
        CHECK(compared >= 20);
    }
}

TEST_CASE("the condition of an identity is exactly what its left side asks for and its right side does not") {
    value_as_written value = sample();
    for (identity const& row : table::identities) {
        CAPTURE(&row - table::identities);
        value_as_written::rows const u = value(as_written<wildcard<"u">>);
        value_as_written::rows const left = value(*row.left), right = value(*row.right);
        value_as_written::rows const about = row.recorded.stated ? value(*row.recorded.about) : u;
        for (std::size_t r = 0; r < u.size(); ++r) {
            bool const expected = !std::isnan(right[r]) && (!row.recorded.stated || holds(row.recorded.what, about[r]));
            CAPTURE(u[r]);
            CHECK(std::isnan(left[r]) == !expected);
        }
    }
}

TEST_CASE("what a block says of its symmetry is so, and the canonical form knows it") {
    int symmetric = 0;
    for_every_function([&]<class F>(F) {
        constexpr parity stated = row<F>::descriptor.symmetry;
        if constexpr (stated != parity::none) {
            ++symmetric;
            constexpr long double sign = stated == parity::odd ? -1 : 1;
            constexpr symbol<"u"> u;
            constexpr call<F, symbol<"u">> f;
            if constexpr (stated == parity::odd) {
                CHECK(F::value(0.0L) == 0);
                static_assert(call<F, constant<0>>{} == 0_c && call<F, decltype(-u)>{} == -f);
            } else static_assert(call<F, decltype(-u)>{} == f);
            CAPTURE(std::string(F::text));
            at_every_point<F>([&](std::array<double, 3> const& at) {
                long double const here = F::value(static_cast<long double>(at[0])), there = F::value(static_cast<long double>(-at[0]));
                CHECK(std::abs(there - sign * here) <= 1e-18L * std::abs(here));
            });
        }
    });
    CHECK(symmetric == 16);
}
