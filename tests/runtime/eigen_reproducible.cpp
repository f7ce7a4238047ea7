// evaluate(reproducible, ...): the exact sum of the terms, rounded once, in whatever pieces and order.
#include <leibniz/eigen/reproducible.hpp>

#include "../catch.hpp"

#include <cstring>
#include <limits>
#include <random>
#include <vector>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"v"> v;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

template <class T>
using array = Eigen::Array<T, Eigen::Dynamic, 1>;
template <class T>
using limits = std::numeric_limits<T>;

template <class T>
bool same_bits(T a, T b) {
    return std::memcmp(&a, &b, sizeof(T)) == 0;
}
template <class T>
T exact_total(array<T> const& terms) {
    exact_sum<T> sum;
    for (T term : terms) sum.add(term);
    return sum.total();
}

/// Terms of every kind that meets another path of the sum: alike, far apart, vanishing, huge, cancelling, with rows of zeros.
template <class T>
array<T> terms_of_kind(std::mt19937_64& random, int kind, Eigen::Index rows) {
    std::uniform_real_distribution<T> fractions(T(0.5), T(1));
    int const widest = limits<T>::max_exponent - 1;
    array<T> terms(rows);
    for (Eigen::Index row = 0; row < rows; ++row) {
        int const exponents[] = {0, static_cast<int>(random() % 20), static_cast<int>(random() % 60) - 40, static_cast<int>(random() % 200) - 180,
                                 widest, 1 - widest - static_cast<int>(random() % 20), row % 997 == 500 ? 40 : -30, row < rows / 2 ? -60 : 3};
        terms[row] = std::ldexp(fractions(random), exponents[kind]) * (random() % 2 == 0 ? T(1) : T(-1));
        if (kind == 1 && row > 0 && random() % 2 == 0) terms[row] = -terms[row - 1];
        if (kind == 7 && random() % 3 == 0) terms[row] = random() % 2 == 0 ? T(-0.0) : T(0);
    }
    return terms;
}

template <class T>
void check_kinds() {
    std::mt19937_64 random(1);
    for (int kind = 0; kind < 8; ++kind)
        for (Eigen::Index rows : {1, 2, 7, 63, 64, 65, 1000, 5000, 20011}) {
            array<T> const terms = terms_of_kind<T>(random, kind, rows), halves = terms / T(2);
            T const expected = exact_total(terms);
            CAPTURE(kind, rows, sizeof(T));
            CHECK(same_bits(evaluate(reproducible, sum(x), x = terms), expected));
            CHECK(same_bits(evaluate(reproducible, mean(x), x = terms), T(expected / static_cast<T>(rows))));
            // many sums at once take another path
            auto const more = evaluate(reproducible, outputs(sum(x), sum(y), sum(x*y), sum(abs(x)), sum(-x)), x = terms, y = halves);
            CHECK(same_bits(more[0_c], expected));
            CHECK(same_bits(more[1_c], exact_total(halves)));
            CHECK(same_bits(more[2_c], exact_total(array<T>(terms * halves))));
            CHECK(same_bits(more[3_c], exact_total(array<T>(terms.abs()))));
            CHECK(more[4_c] == -expected);
        }
}

constexpr auto residual = w*exp(-v*x) - y;
constexpr auto loss = sum(pow<2>(residual));
constexpr auto model = outputs(loss, gradient(loss, wrt(w, v)), mean(sin(x)*log(2_c + y)));

/// What a model gives in the rows, summed by exact_sum, is what it gives as sums.
template <class T>
void check_rows() {
    std::mt19937_64 random(2);
    std::uniform_real_distribution<T> numbers(T(0), T(3));
    array<T> xs(200), ys(200);
    for (Eigen::Index row = 0; row < xs.size(); ++row) xs[row] = numbers(random), ys[row] = numbers(random);
    for (Eigen::Index rows = 1; rows <= 70; ++rows)
        for (Eigen::Index shift : {0, 1, 3, 8}) {
            auto const some_x = xs.segment(shift, rows), some_y = ys.segment(shift, rows);
            auto const all = evaluate(reproducible, model, w = T(1.3), v = T(0.7), x = some_x, y = some_y);
            auto const by_row = evaluate(reproducible, outputs(pow<2>(residual), gradient(pow<2>(residual), wrt(w, v)), sin(x)*log(2_c + y)), w = T(1.3),
                                         v = T(0.7), x = some_x, y = some_y);
            CAPTURE(rows, shift);
            CHECK(same_bits(all[0_c], exact_total(array<T>(by_row[0_c]))));
            CHECK(same_bits(all[2_c], T(exact_total(array<T>(by_row[2_c])) / static_cast<T>(rows))));
            // one row alone is the same as among others
            CHECK(same_bits(evaluate(reproducible, pow<2>(residual), w = T(1.3), v = T(0.7), x = xs.segment(shift + rows - 1, 1), y = ys.segment(shift + rows - 1, 1))[0],
                            by_row[0_c][rows - 1]));
            // strided columns, and rows in the other order
            array<T> const turned_x = some_x.reverse(), turned_y = some_y.reverse();
            auto const turned = evaluate(reproducible, model, w = T(1.3), v = T(0.7), x = turned_x.reverse(), y = some_y);
            auto const backwards = evaluate(reproducible, model, w = T(1.3), v = T(0.7), x = turned_x, y = turned_y);
            CHECK(same_bits(turned[0_c], all[0_c]));
            CHECK(same_bits(backwards[0_c], all[0_c]));
            CHECK(same_bits(backwards[1_c][w], all[1_c][w]));
            CHECK(same_bits(backwards[1_c][v], all[1_c][v]));
            CHECK(same_bits(backwards[2_c], all[2_c]));
        }
}

template <class T>
void check_special() {
    T const infinity = limits<T>::infinity(), nan = limits<T>::quiet_NaN();
    array<T> terms = array<T>::Constant(3000, T(1.5));
    terms[1700] = infinity;
    CHECK(evaluate(reproducible, sum(x), x = terms) == infinity);
    terms[20] = -infinity;
    CHECK(same_bits(evaluate(reproducible, sum(x), x = terms), nan));
    terms[1700] = 0;
    CHECK(evaluate(reproducible, sum(x), x = terms) == -infinity);
    terms[20] = nan;
    CHECK(same_bits(evaluate(reproducible, outputs(sum(x), sum(-x)), x = terms)[0_c], nan));
    CHECK(same_bits(evaluate(reproducible, sum(x), x = array<T>(array<T>::Constant(100, T(-0.0)))), T(0)));
    CHECK(evaluate(reproducible, sum(x), x = array<T>(0)) == 0);
    CHECK_THROWS_AS(evaluate(reproducible, mean(x), x = array<T>(0)), std::invalid_argument);
    CHECK(evaluate(reproducible, sum(x), x = array<T>(array<T>::Constant(5000, limits<T>::max()))) == infinity);
    array<T> beyond = array<T>::Constant(4000, limits<T>::max());
    beyond.tail(2000) = -limits<T>::max();
    beyond[0] = 1;
    CHECK(evaluate(reproducible, sum(x), x = beyond) == -limits<T>::max());
}

}  // namespace

TEST_CASE("reproducible sums are exact, whatever the terms") {
    check_kinds<double>();
    check_kinds<float>();
}
TEST_CASE("reproducible sums of models are those of their rows, in every order, number and alignment") {
    check_rows<double>();
    check_rows<float>();
}
TEST_CASE("reproducible sums of infinities, NaN and nothing") {
    check_special<double>();
    check_special<float>();
}
TEST_CASE("reproducible evaluation writes rows and takes numbers alone") {
    array<double> const xs = array<double>::LinSpaced(77, -3.0, 3.0);
    array<double> line(77);
    evaluate_into(reproducible, line, exp(w*x), w = 0.5, x = xs);
    array<double> const expected = evaluate(reproducible, exp(w*x), w = 0.5, x = xs);
    CHECK((line == expected).all());
    CHECK(((line - (xs * 0.5).exp()).abs() < 1e-14).all());
    CHECK(evaluate(reproducible, exp(w*v), w = 0.5, v = xs[3]) == expected[3]);
    double total = 0;
    evaluate_into(reproducible, total, sum(x*x), x = xs);
    CHECK(total == evaluate(reproducible, sum(x*x), x = xs));
    CHECK(evaluate(reproducible, sum(w), w = 0.5) == 0.5);
    CHECK(evaluate(reproducible, sum(w) + mean(x - mean(x)), w = 0.5, x = xs) == 77 * 0.5 + evaluate(reproducible, mean(x - mean(x)), x = xs));
}
