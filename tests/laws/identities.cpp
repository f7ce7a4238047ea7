// Every row of the table of identities is true: wherever its left side is defined, the right side is too, and has the
// same value. Where the left side is not defined for all numbers that the right side takes, the row says so, and there are
// numbers at which the two differ. So it is where the canonical form makes one power of equal factors. And what only looks
// like an identity is none.
#include "../catch.hpp"
#include "all.hpp"
#include "as_written.hpp"
#include "formulas.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
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

constexpr int row_count = sizeof(table::identities) / sizeof(table::identities[0]);

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
    int fewest = 1000, all = 0;
    for (identity_rule const& row : table::identities) {
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
        fewest = std::min(fewest, compared);
        all += compared;
    }
    std::printf("identities: %d rows, %d points, at least %d for each\n", row_count, all, fewest);
}

TEST_CASE("the condition of an identity is exactly what its left side asks for and its right side does not") {
    value_as_written value = sample();
    int conditions = 0, counterexamples = 0;
    for (identity_rule const& row : table::identities) {
        CAPTURE(&row - table::identities);
        value_as_written::rows const u = value(as_written<wildcard<"u">>);
        value_as_written::rows const left = value(*row.left), right = value(*row.right);
        value_as_written::rows const about = row.recorded.stated ? value(*row.recorded.about) : u;
        int differing = 0;  // where the condition does not hold, only the right side has a value
        for (std::size_t r = 0; r < u.size(); ++r) {
            bool const expected = !std::isnan(right[r]) && (!row.recorded.stated || holds(row.recorded.what, about[r]));
            CAPTURE(u[r]);
            CHECK(std::isnan(left[r]) == !expected);
            differing += std::isnan(left[r]) && !std::isnan(right[r]);
        }
        CHECK((differing > 0) == row.recorded.stated);
        conditions += row.recorded.stated;
        counterexamples += differing;
    }
    std::printf("identities: %d conditions, %d points at which one fails and the two sides differ\n", conditions, counterexamples);
}

namespace {

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr symbol<"z"> z;

/// Two formulas, and a place x, y, z where they are not the same.
struct pair_of_formulas {
    written const *left, *right;
    long double x, y, z;

    template <expression L, expression R>
    constexpr pair_of_formulas(L, R, long double at_x, long double at_y = 1, long double at_z = 1)
        : left(&as_written<L>), right(&as_written<R>), x(at_x), y(at_y), z(at_z) {}

    long double value(written const& side) const { return value_at(side, x, y, z); }

    static long double value_at(written const& side, long double at_x, long double at_y, long double at_z) {
        value_as_written values;
        values.bind("x", {at_x});
        values.bind("y", {at_y});
        values.bind("z", {at_z});
        return values(side)[0];
    }
};

/// Where equal factors meet in one power, and where the left side has no value although the right has.
constexpr pair_of_formulas enlargements[] = {
    {x / x,                             1_c,                0},
    {pow<3>(x) / x,                     pow<2>(x),          0},
    {y * x / (z * x),                   y / z,              0},
    {pow<2>(x) * pow<-2>(x),            1_c,                0},
    {pow<2>(sqrt(x)),                   x,                  -1},
    {sqrt(x) * sqrt(x) * y,             x * y,              -1},
    {pow<4>(pow(x, 0.5_c)),             pow<2>(x),          -1},
    {exp(log(x)) + y,                   x + y,              -1},
};

/// What looks like an identity and is none: somewhere both sides have values, other ones; or only the left side has.
constexpr pair_of_formulas tempting[] = {
    {sqrt(pow<2>(x)),                   x,                  -2},
    {pow(pow<2>(x), 1.5_c),             pow<3>(x),          -2},
    {pow(pow<6>(x), 1_c / 6_c),         x,                  -2},
    {pow(pow<2>(x), 0.25_c),            pow(x, 0.5_c),      -1},
    {log(x * y),                        log(x) + log(y),    -1, -2},
    {log(x / y),                        log(x) - log(y),    -1, -2},
    {log(pow<2>(x)),                    2_c * log(x),       -1},
    {sqrt(x * y),                       sqrt(x) * sqrt(y),  -1, -4},
    {sqrt(x / y),                       sqrt(x) / sqrt(y),  -1, -4},
    {pow(x * y, 0.5_c),                 pow(x, 0.5_c) * pow(y, 0.5_c), -1, -4},
    {pow(pow<2>(x), z),                 pow(x, 2_c * z),    -2, 1, 0.5L},
    {exp(x + y),                        exp(x) + exp(y),    1, 2},
    {asin(sin(x)),                      x,                  3},
    {acos(cos(x)),                      x,                  -1},
    {atan(tan(x)),                      x,                  2},
    {acosh(cosh(x)),                    x,                  -1},
    {atan2(y, x),                       atan(y / x),        -1, 1},
    {cbrt(x),                           pow(x, 1_c / 3_c),  -8},
    {abs(x + y),                        abs(x) + abs(y),    -1, 2},
    {max(x, y),                         x,                  1, 2},
    {floor(x + y),                      floor(x) + floor(y), 0.5L, 0.5L},
    {floor(-x),                         -floor(x),          0.5L},
    {round(x / 2_c) * 2_c,              round(x),           1},
    {sign(x + y),                       sign(x) + sign(y),  1, 2},
    {where(x > 0_c, x, -x),             x,                  -1},
    {fmod(x + y, y),                    fmod(x, y),         -1, 2},
    {lgamma(x),                         log(tgamma(x)),     -0.5L},
};

bool are_one(pair_of_formulas const& p, bool opens_sums, buffer<condition>* conditions = nullptr) {
    graph g(rules, opens_sums);
    lowering lower(g);
    int const left = lower(*p.left);
    if (conditions != nullptr) *conditions = g.conditions();
    return left == lower(*p.right);
}

}  // namespace

TEST_CASE("where equal factors meet the domain grows, and the condition goes on record") {
    int rows = 0, points = 0;
    for (pair_of_formulas const& row : enlargements) {
        CAPTURE(rows++);
        buffer<condition> conditions;
        CHECK(are_one(row, false, &conditions));
        CHECK(conditions.size() == 1);
        CHECK(std::isnan(row.value(*row.left)));
        CHECK(std::isfinite(row.value(*row.right)));
        int compared = 0;
        for (long double at = -3.05L; at < 3; at += 0.1L) {
            long double const left = row.value_at(*row.left, at, 1.3L, -0.7L), right = row.value_at(*row.right, at, 1.3L, -0.7L);
            if (std::isnan(left)) continue;
            ++compared;
            CAPTURE(at, left, right);
            CHECK(std::abs(left - right) <= 1e-17L * (1 + std::abs(left)));
        }
        CHECK(compared >= 20);
        points += compared;
    }
    std::printf("enlargements: %d rows, %d points, a counterexample for each condition\n", rows, points);
}

TEST_CASE("what only looks like an identity is none, and a number shows it") {
    int rows = 0;
    for (pair_of_formulas const& row : tempting) {
        CAPTURE(rows++);
        long double const left = row.value(*row.left), right = row.value(*row.right);
        CAPTURE(row.x, row.y, row.z, left, right);
        CHECK(std::isfinite(left));
        CHECK(!(std::abs(left - right) < 0.1L));
        CHECK(!are_one(row, false));
        CHECK(!are_one(row, true));
    }
    std::printf("no identities: %d rows, a counterexample for each\n", rows);
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
    CHECK(symmetric == 21);
}
