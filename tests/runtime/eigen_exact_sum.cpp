// The exact sum is that of integers of unlimited length, rounded once, whatever the order of its terms and merges.
#include "../catch.hpp"

#include <leibniz/eigen/exact_sum.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <random>
#include <type_traits>
#include <vector>

using leibniz::exact_sum;

namespace {

using whole = boost::multiprecision::cpp_int;
template <class T>
using limits = std::numeric_limits<T>;

/// A finite number in units of the least one.
template <class T>
whole in_units(T number) {
    int exponent = 0;
    T const fraction = std::frexp(number, &exponent);
    auto const digits = static_cast<long long>(std::ldexp(fraction, limits<T>::digits));
    int const places = exponent - limits<T>::digits - exact_sum<T>::least_exponent;
    return places >= 0 ? whole(digits) << places : whole(digits / (1ll << -places));
}

/// Whether no number is nearer to the sum than `total`, and it is the even one of two that are as near. Twice the sum is compared
/// with the sums of neighbours, whose halves are the limits of what is rounded to `total`.
template <class T>
bool is_nearest(whole const& sum, T total) {
    whole const beyond = whole(1) << (limits<T>::max_exponent - exact_sum<T>::least_exponent);  // in place of infinity
    auto const units = [&](T number) { return std::isinf(number) ? (number > 0 ? beyond : whole(-beyond)) : in_units(number); };
    T const next = std::nextafter(total, limits<T>::infinity()), before = std::nextafter(total, -limits<T>::infinity());
    int exponent = 0;
    bool const even = std::isinf(total) || static_cast<long long>(std::ldexp(std::frexp(total, &exponent), limits<T>::digits)) % 2 == 0 ||
                      std::abs(total) < limits<T>::min();
    whole const twice = 2 * sum;
    if (std::abs(total) < limits<T>::min()) return in_units(total) == sum;  // every subnormal sum is exact
    bool const above = total == -limits<T>::infinity() || (even ? twice >= units(total) + units(before) : twice > units(total) + units(before));
    bool const below = total == limits<T>::infinity() || (even ? twice <= units(total) + units(next) : twice < units(total) + units(next));
    return above && below;
}

template <class T>
struct kind_of_terms {
    char const* name;
    int least, most;  // of the exponents
    bool cancelling;
};

template <class T>
std::vector<T> random_terms(std::mt19937_64& random, kind_of_terms<T> const& kind, int count) {
    std::vector<T> terms;
    std::uniform_int_distribution<int> exponents(kind.least, kind.most);
    std::uniform_real_distribution<T> fractions(T(0.5), T(1));
    for (int k = 0; k < count; ++k) {
        T const term = std::ldexp(fractions(random), exponents(random));
        terms.push_back(random() % 2 == 0 ? term : -term);
        if (kind.cancelling && random() % 4 != 0) terms.push_back(-terms.back());
    }
    std::shuffle(terms.begin(), terms.end(), random);
    return terms;
}

template <class T>
exact_sum<T> sum_of(T const* from, std::size_t count) {
    exact_sum<T> sum;
    for (std::size_t k = 0; k < count; ++k) sum.add(from[k]);
    return sum;
}
/// Merged in a random tree.
template <class T>
exact_sum<T> tree(std::mt19937_64& random, T const* from, std::size_t count) {
    if (count < 3) return sum_of(from, count);
    std::size_t const first = random() % count;
    exact_sum<T> sum = tree(random, from, first);
    exact_sum<T> const rest = tree(random, from + first, count - first);
    if (random() % 2 == 0) return sum += rest;
    exact_sum<T> other = rest;
    return other += sum;
}

template <class T>
bool same_bits(T a, T b) {
    return std::memcmp(&a, &b, sizeof(T)) == 0;
}

template <class T>
void check_against_integers() {
    std::mt19937_64 random(7);
    int const lowest = exact_sum<T>::least_exponent + 1, highest = limits<T>::max_exponent;
    kind_of_terms<T> const kinds[] = {{"all sizes", lowest, highest, false}, {"all sizes, cancelling", lowest, highest, true},
                                      {"subnormal", lowest, limits<T>::min_exponent + 2, false}, {"large", highest - 3, highest, true},
                                      {"alike", -2, 2, false}, {"alike, cancelling", -30, 2, true}, {"one size", 1, 1, true}};
    for (auto const& kind : kinds)
        for (int turn = 0; turn < 300; ++turn) {
            std::vector<T> terms = random_terms(random, kind, 1 + static_cast<int>(random() % 40));
            whole expected = 0;
            for (T term : terms) expected += in_units(term);
            exact_sum<T> const sum = sum_of(terms.data(), terms.size());
            CAPTURE(kind.name, turn, sum.total());
            REQUIRE(is_nearest(expected, sum.total()));
            CHECK((sum.total() != 0 || !std::signbit(sum.total())));
            CHECK(tree(random, terms.data(), terms.size()) == sum);
            std::shuffle(terms.begin(), terms.end(), random);
            CHECK(sum_of(terms.data(), terms.size()) == sum);
            CHECK(exact_sum<T>::from_bytes(sum.bytes()) == sum);
        }
}

/// Halves between neighbours, for which the rounding decides.
template <class T>
void check_halves() {
    for (int exponent : {limits<T>::min_exponent - 1, -3, 0, 20, limits<T>::max_exponent - 1})
        for (int odd : {0, 1})
            for (int more : {-1, 0, 1}) {
                T const one = std::ldexp(T(1), exponent), unit = std::ldexp(one, 1 - limits<T>::digits), number = one + T(odd) * unit;
                if (unit / 2 == 0) continue;
                for (T sign : {T(1), T(-1)}) {
                    exact_sum<T> sum;
                    sum.add(sign * number), sum.add(sign * (unit / 2)), sum.add(sign * T(more) * limits<T>::denorm_min());
                    whole const expected = in_units(sign * number) + in_units(sign * (unit / 2)) + in_units(sign * T(more) * limits<T>::denorm_min());
                    CAPTURE(exponent, odd, more, sum.total());
                    CHECK(is_nearest(expected, sum.total()));
                }
            }
    exact_sum<T> sum;  // half a unit above the largest number is infinite, anything less is not
    T const most = limits<T>::max(), half = std::ldexp(T(1), limits<T>::max_exponent - limits<T>::digits - 1);
    sum.add(most), sum.add(half);
    CHECK(sum.total() == limits<T>::infinity());
    sum.add(-limits<T>::denorm_min());
    CHECK(sum.total() == most);
    sum.add(most), sum.add(most);
    CHECK(sum.total() == limits<T>::infinity());
    sum.add(-most), sum.add(-most), sum.add(-most);
    CHECK(sum.total() == half);
}

template <class T>
void check_special() {
    T const infinity = limits<T>::infinity(), nan = limits<T>::quiet_NaN();
    std::mt19937_64 random(3);
    std::vector<T> terms{1, -infinity, 2, infinity, limits<T>::max()};
    for (int turn = 0; turn < 20; ++turn) {
        std::shuffle(terms.begin(), terms.end(), random);
        CHECK(same_bits(tree(random, terms.data(), terms.size()).total(), nan));
    }
    T const positive[] = {1, infinity, -limits<T>::max()}, negative[] = {1, -infinity, -infinity}, none[] = {-nan, 1};
    CHECK(sum_of(positive, 3).total() == infinity);
    CHECK(sum_of(negative, 3).total() == -infinity);
    CHECK(same_bits(sum_of(none, 2).total(), nan));
    T const zeros[] = {T(-0.0), T(-0.0)};
    CHECK(same_bits(sum_of(zeros, 2).total(), T(0)));
    CHECK(exact_sum<T>::from_bytes(sum_of(negative, 3).bytes()) == sum_of(negative, 3));
}

}  // namespace

TEST_CASE("exact sums are those of integers, in every order") {
    check_against_integers<double>();
    check_against_integers<float>();
}

TEST_CASE("exact sums round halves to even, and to infinity beyond the largest number only") {
    check_halves<double>();
    check_halves<float>();
}

TEST_CASE("exact sums of infinities, NaN and zeros do not depend on the order") {
    check_special<double>();
    check_special<float>();
}

TEST_CASE("multiples of powers of two are added as the numbers are") {
    std::mt19937_64 random(5);
    for (int turn = 0; turn < 2000; ++turn) {
        auto const number = static_cast<std::int64_t>(random()) >> (random() % 64);
        int const exponent = static_cast<int>(random() % 2000) - 1074;
        exact_sum<double> sum;
        sum.add_multiple(number, exponent);
        whole const expected = whole(number) << (exponent + 1074);
        CHECK(is_nearest(expected, sum.total()));
    }
    exact_sum<double> sum;
    sum.add_multiple(std::numeric_limits<std::int64_t>::min(), 0);
    CHECK(sum.total() == -0x1p63);
    exact_sum<float> least;
    least.add_multiple(3 * 1024, exact_sum<float>::least_exponent - 10);
    CHECK(least.total() == 3 * limits<float>::denorm_min());
    least.add_multiple(0, 1000);  // in a place that floats do not have
    CHECK(least.total() == 3 * limits<float>::denorm_min());
    static_assert([] {
        exact_sum<float> none;
        none.add_multiple(0, 1000);
        return none.total();
    }() == 0);
}

TEST_CASE("ten million terms of condition 10^12 are summed exactly") {
    std::mt19937_64 random(11);
    exact_sum<double> sum;
    __extension__ __int128 expected = 0, sizes = 0;  // in units of 2^-70
    for (int k = 0; k < 5'000'000; ++k) {
        auto const number = static_cast<std::int64_t>(random() >> 11);
        int const places = static_cast<int>(random() % 24);
        double const term = std::ldexp(static_cast<double>(number), places - 70), rest = std::ldexp(static_cast<double>(number - 3), places - 70);
        bool const positive = k % 3 == 0;
        sum.add(positive ? term : -term), sum.add(positive ? -rest : rest);
        expected += (positive ? 3 : -3) * (__int128(1) << places), sizes += __int128(number) << (places + 1);
    }
    double const exact = std::ldexp(static_cast<double>(expected), -70);
    CHECK(static_cast<double>(sizes / (expected < 0 ? -expected : expected)) > 1e12);
    CHECK(sum.total() == exact);
}

TEST_CASE("bytes that are no sum are refused") {
    exact_sum<double> sum;
    sum.add(1.5);
    auto bytes = sum.bytes();
    CHECK(std::to_integer<int>(bytes[8 + 1074 / 8]) == 3 << (1073 - 8 * (1074 / 8)));
    for (std::size_t k = 0; k < 8; ++k) {
        auto wrong = bytes;
        wrong[k] = std::byte{200};
        CHECK_THROWS_AS(exact_sum<double>::from_bytes(wrong), std::invalid_argument);
    }
    CHECK_THROWS_AS(exact_sum<float>::from_bytes(bytes), std::invalid_argument);
    CHECK_THROWS_AS(exact_sum<double>::from_bytes(std::span<std::byte const>(bytes).first(100)), std::invalid_argument);
    static_assert(std::is_trivially_copyable_v<exact_sum<double>> && sizeof(exact_sum<double>) == 280 && sizeof(exact_sum<float>) == 56);
    static_assert(std::has_unique_object_representations_v<exact_sum<double>>);
}

static_assert([] {
    exact_sum<double> sum, other;
    sum.add(1e300), sum.add(1.0), other.add(-1e300);
    sum += other;
    return sum.total();
}() == 1.0);
