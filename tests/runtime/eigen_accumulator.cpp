// An accumulator gives the bits of one evaluation over all rows, however the rows are cut, added, merged and stored; and what it refuses
// leaves it as it was.
#include "../catch.hpp"

#include <leibniz/eigen.hpp>
#include <leibniz/eigen/accumulator.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <random>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

constexpr auto error = pow<2>(w*x + b - y);
constexpr auto line = outputs(mean(error), gradient(mean(error), wrt(w, b)), hessian(sum(error), wrt(w, b)));

template <class T>
using array = Eigen::Array<T, Eigen::Dynamic, 1>;

template <class T>
void put(std::vector<T>& to, T number) {
    to.push_back(number);
}
template <class T, class Rows, class Columns, int Width, class... U>
void put(std::vector<T>& to, table_of_results<Rows, Columns, Width, U...> const& all) {
    [&]<std::size_t... I>(std::index_sequence<I...>) { (put(to, all.template get<I>()), ...); }(std::index_sequence_for<U...>{});
}
template <class T, class Keys, class... U>
void put(std::vector<T>& to, record<Keys, U...> const& all) {
    [&]<std::size_t... I>(std::index_sequence<I...>) { (put(to, all.template get<I>()), ...); }(std::index_sequence_for<U...>{});
}
/// All numbers of a result.
template <class T, class R>
std::vector<T> numbers(R const& result) {
    std::vector<T> all;
    put(all, result);
    return all;
}
template <class T>
bool same_bits(std::vector<T> const& first, std::vector<T> const& second) {
    return first.size() == second.size() && std::memcmp(first.data(), second.data(), first.size() * sizeof(T)) == 0;
}

/// Numbers of about the same size, of very different size, or with infinities and NaN among them.
template <class T>
array<T> drawn(std::mt19937& chance, Eigen::Index rows, int kind) {
    array<T> all(rows);
    for (T& each : all) {
        double const number = static_cast<double>(chance()) / 0x1p31 - 1;
        int const scale = kind == 0 ? 0 : static_cast<int>(chance() % 40) - 20;
        each = static_cast<T>(std::ldexp(number, scale));
        if (kind == 2 && chance() % 500 == 0) each = chance() % 2 == 0 ? std::numeric_limits<T>::infinity() : std::numeric_limits<T>::quiet_NaN();
    }
    return all;
}

/// The law for one model of w, b, x and y.
template <class T, class E>
void any_cut(E model) {
    std::mt19937 chance(20261130);
    using total_of_model = decltype(accumulator<T>(model));
    for (int trial = 0; trial < 24; ++trial) {
        auto const rows = static_cast<Eigen::Index>(trial % 4 == 0 ? 1 + chance() % 70 : 1 + chance() % 6000);
        array<T> const xs = drawn<T>(chance, rows, trial % 3), ys = drawn<T>(chance, rows, trial % 3);
        T const weight = static_cast<T>(0.7), bias = static_cast<T>(-0.3);
        std::vector<T> const whole = numbers<T>(evaluate(reproducible, model, w = weight, b = bias, x = xs, y = ys));

        std::vector<total_of_model> parts(1 + chance() % 5, accumulator<T>(model));
        for (Eigen::Index at = 0; at < rows;) {
            auto const most = static_cast<Eigen::Index>(chance() % 3 == 0 ? chance() % 3 : chance() % 2000);
            Eigen::Index const count = std::min(most, rows - at);
            array<T> const some = xs.segment(at, count);  // one that is as long as it is, for the sanitizer of addresses
            parts[chance() % parts.size()].add(w = weight, b = bias, x = some, y = ys.segment(at, count));
            at += count;
        }
        while (parts.size() > 1) {
            std::shuffle(parts.begin(), parts.end(), chance);
            total_of_model const last = parts.back();
            parts.pop_back();
            if (chance() % 2 == 0) parts[0] += last;
            else parts[0] += accumulator<T>(model, last.bytes());
        }
        CAPTURE(trial, rows);
        CHECK(parts[0].rows() == static_cast<std::uint64_t>(rows));
        CHECK(same_bits(numbers<T>(parts[0].value()), whole));
    }
}

/// The message of the exception, or nothing.
template <class F>
std::string refusal(F const& work) {
    try {
        work();
    } catch (std::invalid_argument const& fault) {
        return fault.what();
    }
    return {};
}
/// The same, where the accumulator must be as before.
template <class Total, class F>
std::string harmless(Total& total, F const& work) {
    auto const before = total.bytes();
    std::string const said = refusal(work);
    CHECK(total.bytes() == before);
    return said;
}

}  // namespace

TEST_CASE("accumulators refuse more rows than their sums hold") {
    auto total = accumulator(mean(x));
    total.add(x = Eigen::ArrayXd::Constant(1, 2.0));
    for (int doublings = 0; doublings < 62; ++doublings) total += total;
    CHECK_THROWS_AS(total += total, std::invalid_argument);
    CHECK(total.rows() == std::uint64_t(1) << 62);
    CHECK(total.value() == 2);
}
TEST_CASE("any cut: a line, with gradient and Hessian") { any_cut<double>(line); }
TEST_CASE("any cut: in single precision") { any_cut<float>(line); }
TEST_CASE("any cut: exponentials") {
    constexpr auto loss = mean(pow<2>(b + w*exp(-x*w) - exp(-y*b)));
    any_cut<double>(outputs(loss, gradient(loss, wrt(w, b))));
}
TEST_CASE("any cut: sigmoids") {
    constexpr auto loss = sum(pow<2>(sigmoid(w*x + b) - tanh(b*y - w)));
    any_cut<double>(outputs(loss, hessian(loss, wrt(w, b))));
}
TEST_CASE("any cut: what is computed of sums") {
    constexpr auto spread = mean(x*x) - pow<2>(mean(x));
    any_cut<double>(outputs(spread, (mean(x*y) - mean(x)*mean(y))/sqrt(spread)*w + b));
    any_cut<double>(gradient(log(sum(exp(w*x - abs(b*y)))), wrt(w, b)));
}
TEST_CASE("any cut: choices, and sums of what is the same for all rows") {
    any_cut<double>(outputs(sum(where(x > y, w*x, b)), sum(w), mean(b), sum(1_c), mean(max(x, y)), w*b + sum(sign(x))));
}

TEST_CASE("functions that run row by row") {
    constexpr auto model = outputs(mean(lgamma(w*x) + lgamma(1_c + x*x*y*y)), lgamma(w) + sum(y));
    Eigen::ArrayXd const xs = Eigen::ArrayXd::LinSpaced(1000, -3, 3), ys = xs.cos();
    auto total = accumulator(model), first = accumulator(model), second = accumulator(model);
    total.add(w = 0.5, x = xs, y = ys);
    first.add(w = 0.5, x = xs.head(123), y = ys.head(123));
    second.add(w = 0.5, x = xs.tail(877), y = ys.tail(877));
    second += first;
    CHECK(same_bits(numbers<double>(second.value()), numbers<double>(total.value())));
    CHECK(second.value()[0_c] == Approx(evaluate(model, w = 0.5, x = xs, y = ys)[0_c]).epsilon(1e-12));
}

TEST_CASE("columns of every kind") {
    Eigen::ArrayXd const xs = Eigen::ArrayXd::LinSpaced(1000, -1, 1), ys = xs.sin();
    Eigen::ArrayXXd table(1000, 2);
    table << xs, ys;
    Eigen::Array<double, Eigen::Dynamic, 2, Eigen::RowMajor> const by_row = table;
    std::vector<double> const whole = numbers<double>(evaluate(reproducible, line, w = 0.5, b = 0.25, x = xs, y = ys));

    auto strided = accumulator(line);
    strided.add(w = 0.5, b = 0.25, x = by_row.col(0), y = by_row.col(1));
    CHECK(same_bits(numbers<double>(strided.value()), whole));
    auto lazy = accumulator(line);
    lazy.add(w = 0.5, b = 0.25, x = xs.head(300)*1.0, y = xs.head(300).sin());
    lazy.add(w = 0.5, b = 0.25, x = xs.tail(700).reverse(), y = xs.tail(700).sin().reverse());
    CHECK(same_bits(numbers<double>(lazy.value()), whole));
    auto mapped = accumulator(line);
    mapped.add(w = 0.5, b = 0.25, x = Eigen::Map<Eigen::VectorXd const>(xs.data(), 1000), y = ys.matrix());
    CHECK(same_bits(numbers<double>(mapped.value()), whole));

    Eigen::ArrayXf const singles = xs.cast<float>();
    auto widened = accumulator(line);
    widened.add(values(w = 0.5f, b = 0.25f), x = singles, y = ys);
    CHECK(same_bits(numbers<double>(widened.value()), numbers<double>(evaluate(reproducible, line, w = 0.5, b = 0.25, x = singles.cast<double>(), y = ys))));
    auto counted = accumulator(line);
    counted.add(w = 2, b = 1.0, x = Eigen::ArrayXi::LinSpaced(5, 0, 4), y = ys.head(5));
    CHECK(counted.rows() == 5);
}

TEST_CASE("no rows") {
    Eigen::ArrayXd const none(0), xs = Eigen::ArrayXd::Ones(3);
    auto total = accumulator(line);
    CHECK(refusal([&] { total.value(); }) == "accumulator: the mean of no rows is not defined; add rows before asking for the value");
    total.add(w = 0.5, b = 0.25, x = none, y = none);
    CHECK(total.rows() == 0);
    CHECK(refusal([&] { total.value(); }) == "accumulator: the mean of no rows is not defined; add rows before asking for the value");
    total += accumulator(line);
    total.add(w = 0.5, b = 0.25, x = xs, y = xs);
    CHECK(total.rows() == 3);

    auto sums = accumulator(outputs(sum(x), w*sum(w)));
    CHECK(refusal([&] { sums.value(); }) == "accumulator: no value has been bound to w yet; add rows before asking for the value");
    sums.add(w = 2.0, x = none);
    auto const [of_none, of_same] = sums.value();
    CHECK(of_none == 0);
    CHECK(of_same == 0);
}

TEST_CASE("what is refused leaves the accumulator as it was") {
    Eigen::ArrayXd const xs = Eigen::ArrayXd::LinSpaced(5000, -1, 1), ys = xs.cos();
    auto total = accumulator(line);
    total.add(w = 0.1, b = 0.25, x = xs, y = ys);

    CHECK(harmless(total, [&] { total.add(w = 0.1, b = 0.25, x = xs, y = ys.head(7)); }) ==
          "evaluate: columns of different length: x has 5000 rows, y has 7");
    CHECK(harmless(total, [&] { total.add(w = 0.1, b = 0.5, x = xs, y = ys); }) ==
          "accumulator: b was 0.25 before and is 0.5 now; it must be the same for all rows");
    CHECK(harmless(total, [&] { total.add(w = 0.10000000000000002, b = 0.25, x = xs, y = ys); }) ==
          "accumulator: w was 0.1 before and is 0.10000000000000002 now; it must be the same for all rows");
    CHECK(harmless(total, [&] { total.add(w = 0.1, b = 0.25, x = 2.0, y = ys); }) ==
          "accumulator: x was bound to a column before and is a number now; bind it alike for all rows");
    CHECK(harmless(total, [&] { total.add(w = xs, b = 0.25, x = xs, y = ys); }) ==
          "accumulator: w was bound to a number before and is a column now; bind it alike for all rows");
    auto other = accumulator(line);
    other.add(w = 0.2, b = 0.25, x = xs, y = ys);
    CHECK(harmless(total, [&] { total += other; }) == "accumulator: w was 0.1 before and is 0.2 now; it must be the same for all rows");

    int left = 3000;
    auto const breaks = [&left](double each) {
        if (--left == 0) throw std::invalid_argument("the disk is gone");
        return each;
    };
    CHECK(harmless(total, [&] { total.add(w = 0.1, b = 0.25, x = xs.unaryExpr(breaks), y = ys); }) == "the disk is gone");

    total += total;
    CHECK(total.rows() == 10000);
    auto both = accumulator(line);
    for (int k = 0; k < 2; ++k) both.add(w = 0.1, b = 0.25, x = xs, y = ys);
    CHECK(both.bytes() == total.bytes());

    auto constant = accumulator(mean(w*x));
    double const no_number = std::numeric_limits<double>::quiet_NaN();
    constant.add(w = no_number, x = xs);
    constant.add(w = no_number, x = xs);  // the same, bit for bit
    CHECK(std::isnan(constant.value()));
}

TEST_CASE("bytes") {
    Eigen::ArrayXd const xs = Eigen::ArrayXd::LinSpaced(100, -1, 1);
    auto total = accumulator(line);
    total.add(w = 0.1, b = 0.25, x = xs, y = xs);
    auto const bytes = total.bytes();
    static_assert(bytes.size() == decltype(total)::byte_count);
    auto const again = accumulator(line, bytes);
    CHECK(again.bytes() == bytes);
    CHECK(again.rows() == 100);

    std::string const other = "accumulator: these bytes are not of this model and number type; read them with the model that wrote them";
    CHECK(refusal([&] { accumulator<float>(line, bytes); }) == other);
    CHECK(refusal([&] { accumulator(mean(error), bytes); }) == other);
    CHECK(refusal([&] { accumulator(sum(x), accumulator(sum(y)).bytes()); }) == other);
    CHECK(refusal([&] { accumulator(sum(x), accumulator(mean(x)).bytes()); }) == other);
    CHECK(refusal([&] { accumulator(sum(2_c*x + w*exp(x)), accumulator(sum(3_c*x + w*exp(x))).bytes()); }) == other);
    CHECK(refusal([&] { accumulator(line, {}); }) == other);
    CHECK(refusal([&] { accumulator(line, std::span(bytes).first(bytes.size() - 1)); }) == other);
    std::vector<std::byte> longer(bytes.begin(), bytes.end());
    longer.push_back(std::byte(0));
    CHECK(refusal([&] { accumulator(line, longer); }) == other);
    int accepted = 0;
    for (std::size_t k = 0; k < bytes.size(); ++k)
        for (unsigned const flipped : {1u, 128u}) {
            auto changed = bytes;
            changed[k] ^= static_cast<std::byte>(flipped);
            std::string const said = refusal([&] { accumulator(line, changed); });
            accepted += said != other && said != "accumulator: these bytes are damaged; read what bytes() returned";
        }
    CHECK(accepted == 0);
}

TEST_CASE("copies are independent, and plain memory") {
    using total_of_line = decltype(accumulator(line));
    static_assert(std::is_trivially_copyable_v<total_of_line>);
    static_assert(std::is_nothrow_move_constructible_v<total_of_line> && std::is_nothrow_copy_assignable_v<total_of_line>);
    static_assert(sizeof(total_of_line) < 4096);
    Eigen::ArrayXd const xs = Eigen::ArrayXd::LinSpaced(100, -1, 1);
    auto total = accumulator(line);
    total.add(w = 0.1, b = 0.25, x = xs, y = xs);
    auto copy = total;
    copy.add(w = 0.1, b = 0.25, x = xs, y = xs);
    CHECK(total.rows() == 100);
    CHECK(copy.rows() == 200);
}
