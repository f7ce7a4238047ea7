// Models drawn at random: value, gradient and Hessian over columns are those of each row alone.
#include "../catch.hpp"

#include <leibniz/eigen.hpp>

#include "gradient_models.hpp"

#include <algorithm>
#include <cmath>

using namespace leibniz;


namespace rows {

using drawn::p, drawn::q, drawn::x;

template <class T>
double entry_of(T const& result, Eigen::Index row) {
    if constexpr (std::is_arithmetic_v<T>) return result;
    else return result[row];
}

template <class E>
void check(E e) {
    constexpr auto by = wrt(p, q, x);
    constexpr auto all = outputs(E{}, gradient(E{}, by), hessian(E{}, by));
    constexpr auto total = gradient(mean(E{}), wrt(p, q));
    CAPTURE(text(e));
    Eigen::ArrayXd const xs = Eigen::ArrayXd::LinSpaced(19, -1.5, 1.5), qs = xs.square() - 0.4;  // odd, so that lanes end within
    auto const [values_by_row, slopes, curvature] = evaluate(all, p = 0.6, q = qs, x = xs);
    double sum_p = 0, sum_q = 0;
    for (Eigen::Index row = 0; row < xs.size(); ++row) {
        CAPTURE(row);
        auto const [value, slope, second] = evaluate(all, p = 0.6, q = qs[row], x = xs[row]);
        auto const close = [](double a, double b) { CHECK(std::abs(a - b) <= 1e-11 * std::max(1.0, std::abs(b))); };
        close(entry_of(values_by_row, row), value);
        close(entry_of(slopes[p], row), slope[p]);
        close(entry_of(slopes[q], row), slope[q]);
        close(entry_of(slopes[x], row), slope[x]);
        close(entry_of(curvature(p, p), row), second(p, p));
        close(entry_of(curvature(p, q), row), second(p, q));
        close(entry_of(curvature(x, p), row), second(x, p));
        close(entry_of(curvature(q, q), row), second(q, q));
        close(entry_of(curvature(x, x), row), second(x, x));
        sum_p += slope[p], sum_q += slope[q];
    }
    auto const by_mean = evaluate(total, p = 0.6, q = qs, x = xs);
    CHECK(by_mean[p] == Approx(sum_p / 19).epsilon(1e-11).margin(1e-12));
    CHECK(by_mean[q] == Approx(sum_q / 19).epsilon(1e-11).margin(1e-12));
}

template <int... N>
void check_models(std::integer_sequence<int, N...>) {
    (check(drawn::small_number<N>), ...);
}



TEST_CASE("models drawn at random, over columns and row by row") { check_models(std::make_integer_sequence<int, 8>{}); }

}  // namespace rows
