// The functions of packets are at most four units in the last place off, over their whole range: numbers drawn evenly and by
// magnitude, subnormal ones, zeros, infinities and what is no number. The reference is the library's own of long doubles.
// Hidden: every 251st float, and ten million doubles (laws_columns_x86-64-v3 "[.exhaustive]").
#include <leibniz/eigen/lane_values.hpp>

#include "../../catch.hpp"
#include "ulps.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <string>

using leibniz::detail::lane;

namespace {

/// The worst point of a function so far.
template <class Lane, class Function, class Right>
class worst {
    using T = typename Lane::number;

public:
    worst(Function f, Right right) : f_(f), right_(right) {}
    void add(T u) {
        in_[count_++] = u;
        if (count_ == width) flush();
    }
    void flush() {
        while (count_ < width) in_[count_++] = T(1);
        T out[width];
        f_(Lane::load(in_)).store(out);
        for (int k = 0; k < width; ++k)
            if (double const off = ulps(out[k], right_(static_cast<long double>(in_[k]))); off > off_) off_ = off, at_ = in_[k];
        count_ = 0;
    }
    double off() const { return off_; }
    T at() const { return at_; }

private:
    static constexpr int width = Lane::width;
    Function f_;
    Right right_;
    T in_[width];
    int count_ = 0;
    double off_ = 0;
    T at_ = 0;
};

/// Numbers from least to most: half of them evenly, half by magnitude; and those beside all limits.
template <class T, class Worst>
void draw(Worst& found, double least, double most, int count) {
    std::mt19937_64 random(1);
    double const size = std::max(std::abs(least), std::abs(most));
    std::uniform_real_distribution<double> part(0, 1), magnitude(std::log2(size) - 70, std::log2(size));
    while (count-- > 0) {
        double const even = least * (1 - part(random)) + most * part(random), by_size = std::exp2(magnitude(random));
        double const drawn = count % 2 == 0 ? even : random() % 2 == 0 ? by_size : -by_size;
        if (drawn >= least && drawn <= most) found.add(static_cast<T>(drawn));
    }
    using limits = std::numeric_limits<T>;
    for (T const special : {T(0), T(0.5), T(1), T(2), T(3), T(10), T(88.5), T(89), T(104), T(708.5), T(710), T(746), T(1e5), T(1e30), limits::max(), limits::min(),
                            limits::denorm_min(), T(limits::min() / 3), limits::epsilon(), limits::infinity(), limits::quiet_NaN()})
        found.add(special), found.add(-special);
    found.flush();
}

template <class Lane, class Function, class Right>
void require_four_ulps(std::string const& name, Function f, Right right, double least, double most, int count) {
    using T = typename Lane::number;
    worst<Lane, Function, Right> found(f, right);
    draw<T>(found, least, most, count);
    INFO(name << (sizeof(T) == 8 ? " of doubles" : " of floats") << ": " << found.off() << " ulp at " << found.at());
    CHECK(found.off() <= 4);
}

/// Calls what(name, function of lanes, function of long doubles, least, most) for each function.
template <class T, class F>
void for_each_function(F what) {
    using L = long double;
    double const large = sizeof(T) == 8 ? 1e308 : 3e38, overflow = sizeof(T) == 8 ? 712 : 90, whole = sizeof(T) == 8 ? 1e6 : 1e5;
    what("exp", [](auto u) { return exp(u); }, [](L u) { return std::exp(u); }, -1.06 * overflow, overflow);
    what("exp2", [](auto u) { return exp2(u); }, [](L u) { return std::exp2(u); }, -1.6 * overflow, 1.5 * overflow);
    what("expm1", [](auto u) { return expm1(u); }, [](L u) { return std::expm1(u); }, -50, overflow);
    what("log", [](auto u) { return log(u); }, [](L u) { return std::log(u); }, 0, large);
    what("log beside 1", [](auto u) { return log(u); }, [](L u) { return std::log(u); }, 0.4, 2.5);
    what("log2", [](auto u) { return log2(u); }, [](L u) { return std::log2(u); }, 0, large);
    what("log2 beside 1", [](auto u) { return log2(u); }, [](L u) { return std::log2(u); }, 0.4, 2.5);
    what("log10", [](auto u) { return log10(u); }, [](L u) { return std::log10(u); }, 0, large);
    what("log10 beside 1", [](auto u) { return log10(u); }, [](L u) { return std::log10(u); }, 0.4, 2.5);
    what("log1p", [](auto u) { return log1p(u); }, [](L u) { return std::log1p(u); }, -1, 3);
    what("sin", [](auto u) { return sin(u); }, [](L u) { return std::sin(u); }, -whole, whole);
    what("sin beyond", [](auto u) { return sin(u); }, [](L u) { return std::sin(u); }, -large, large);
    what("cos", [](auto u) { return cos(u); }, [](L u) { return std::cos(u); }, -whole, whole);
    what("tan", [](auto u) { return tan(u); }, [](L u) { return std::tan(u); }, -whole, whole);
    what("sin of a few turns", [](auto u) { return sin(u); }, [](L u) { return std::sin(u); }, -10, 10);
    what("cos of a few turns", [](auto u) { return cos(u); }, [](L u) { return std::cos(u); }, -10, 10);
    what("tan of a few turns", [](auto u) { return tan(u); }, [](L u) { return std::tan(u); }, -10, 10);
    what("asin", [](auto u) { return asin(u); }, [](L u) { return std::asin(u); }, -1, 1);
    what("acos", [](auto u) { return acos(u); }, [](L u) { return std::acos(u); }, -1, 1);
    what("atan", [](auto u) { return atan(u); }, [](L u) { return std::atan(u); }, -5, 5);
    what("atan of all", [](auto u) { return atan(u); }, [](L u) { return std::atan(u); }, -large, large);
    what("sinh", [](auto u) { return sinh(u); }, [](L u) { return std::sinh(u); }, -overflow, overflow);
    what("cosh", [](auto u) { return cosh(u); }, [](L u) { return std::cosh(u); }, -overflow, overflow);
    what("tanh", [](auto u) { return tanh(u); }, [](L u) { return std::tanh(u); }, -25, 25);
    what("asinh", [](auto u) { return asinh(u); }, [](L u) { return std::asinh(u); }, -10, 10);
    what("asinh of all", [](auto u) { return asinh(u); }, [](L u) { return std::asinh(u); }, -large, large);
    what("acosh", [](auto u) { return acosh(u); }, [](L u) { return std::acosh(u); }, 1, 10);
    what("acosh of all", [](auto u) { return acosh(u); }, [](L u) { return std::acosh(u); }, 1, large);
    what("atanh", [](auto u) { return atanh(u); }, [](L u) { return std::atanh(u); }, -1, 1);
    what("erf", [](auto u) { return erf(u); }, [](L u) { return std::erf(u); }, -7, 7);
    what("erfc", [](auto u) { return erfc(u); }, [](L u) { return std::erfc(u); }, -7, 28);
    what("cbrt", [](auto u) { return cbrt(u); }, [](L u) { return std::cbrt(u); }, -large, large);
    what("sqrt", [](auto u) { return sqrt(u); }, [](L u) { return std::sqrt(u); }, 0, large);
    what("floor", [](auto u) { return floor(u); }, [](L u) { return std::floor(u); }, -1000, 1000);
    what("ceil", [](auto u) { return ceil(u); }, [](L u) { return std::ceil(u); }, -1000, 1000);
    what("round", [](auto u) { return round(u); }, [](L u) { return std::round(u); }, -1000, 1000);
    what("trunc", [](auto u) { return trunc(u); }, [](L u) { return std::trunc(u); }, -1000, 1000);
    what("pow(u, 2.3)", [](auto u) { return pow(u, decltype(u)(T(2.3))); }, [](L u) { return std::pow(u, L(T(2.3))); }, 0, large);
    what("pow(u, -321.7) beside 1", [](auto u) { return pow(u, decltype(u)(T(-321.7))); }, [](L u) { return std::pow(u, L(T(-321.7))); }, 0.2, 5);
    what("pow(u, 3)", [](auto u) { return pow(u, decltype(u)(T(3))); }, [](L u) { return std::pow(u, L(3)); }, -1e5, 1e5);
    what("pow(1.7, u)", [](auto u) { return pow(decltype(u)(T(1.7)), u); }, [](L u) { return std::pow(L(T(1.7)), u); }, -1400, 1400);
    what("pow(u, 90) beside 1", [](auto u) { return pow(u, decltype(u)(T(90))); }, [](L u) { return std::pow(u, L(90)); }, 0.4, sizeof(T) == 8 ? 2500 : 2.6);
    what("hypot(u, 3)", [](auto u) { return hypot(u, decltype(u)(T(3))); }, [](L u) { return std::hypot(u, L(3)); }, -1e5, 1e5);
    what("atan2(u, 3)", [](auto u) { return atan2(u, decltype(u)(T(3))); }, [](L u) { return std::atan2(u, L(3)); }, -1e5, 1e5);
    what("atan2(u, -3)", [](auto u) { return atan2(u, decltype(u)(T(-3))); }, [](L u) { return std::atan2(u, L(-3)); }, -1e5, 1e5);
    // Made of the functions above: by their blocks.
    what("logit", [](auto u) { return leibniz::log_odds::value(u); }, [](L u) { return leibniz::log_odds::value(u); }, 0, 1);
    what("csch", [](auto u) { return leibniz::hyperbolic_cosecant::value(u); }, [](L u) { return leibniz::hyperbolic_cosecant::value(u); }, -0.98 * overflow, 0.98 * overflow);
    what("asech", [](auto u) { return leibniz::inverse_hyperbolic_secant::value(u); }, [](L u) { return leibniz::inverse_hyperbolic_secant::value(u); }, 0, 1);
    what("acsch", [](auto u) { return leibniz::inverse_hyperbolic_cosecant::value(u); }, [](L u) { return leibniz::inverse_hyperbolic_cosecant::value(u); }, -50, 50);
    what("acsch of all", [](auto u) { return leibniz::inverse_hyperbolic_cosecant::value(u); }, [](L u) { return leibniz::inverse_hyperbolic_cosecant::value(u); }, -large, large);
    what("sinc", [](auto u) { return leibniz::cardinal_sine::value(u); }, [](L u) { return leibniz::cardinal_sine::value(u); }, -100, 100);
    what("exprel", [](auto u) { return leibniz::relative_exponential::value(u); }, [](L u) { return leibniz::relative_exponential::value(u); }, -200, overflow);
    what("1 - sigmoid", [](auto u) { using leibniz::stable::logistic_complement; return logistic_complement::value(u, leibniz::stable::logistic_decay::value(u), leibniz::logistic::value(u)); }, [](L u) { return 1 / (1 + std::exp(u)); }, -10, 10);
    what("silu", [](auto u) { return leibniz::sigmoid_linear_unit::value(u); }, [](L u) { return leibniz::sigmoid_linear_unit::value(u); }, -1.06 * overflow, 100);
    what("mish", [](auto u) { return leibniz::mish_unit::value(u); }, [](L u) { return leibniz::mish_unit::value(u); }, -1.06 * overflow, 100);
    what("normcdf", [](auto u) { return leibniz::normal_cumulative::value(u); }, [](L u) { return leibniz::normal_cumulative::value(u); }, sizeof(T) == 8 ? -38.6 : -14.6, 10);
    what("gelu", [](auto u) { return leibniz::gaussian_unit::value(u); }, [](L u) { return leibniz::gaussian_unit::value(u); }, sizeof(T) == 8 ? -38.6 : -14.6, large);
    what("softsign", [](auto u) { return leibniz::soft_sign::value(u); }, [](L u) { return leibniz::soft_sign::value(u); }, -large, large);
    what("selu", [](auto u) { return leibniz::scaled_exponential_unit::value(u); }, [](L u) { return u > 0 ? L(T(1.0507009873554805)) * u : L(T(1.7580993408473766)) * std::expm1(u); }, -50, 50);
    what("logsumexp(u, 1)", [](auto u) { return leibniz::log_sum_exp::value(u, decltype(u)(T(1))); }, [](L u) { return leibniz::log_sum_exp::value(u, L(1)); }, 0, large);
    what("tgamma", [](auto u) { return tgamma(u); }, [](L u) { return std::tgamma(u); }, 0, sizeof(T) == 8 ? 171.7 : 35.1);
    what("lgamma", [](auto u) { return lgamma(u); }, [](L u) { return std::lgamma(u); }, 0, 100);
    what("lgamma of all", [](auto u) { return lgamma(u); }, [](L u) { return std::lgamma(u); }, 0, large);
    what("digamma", [](auto u) { return digamma(u); }, [](L u) { return leibniz::elementary::digamma(u); }, 0, 100);
    what("trigamma", [](auto u) { return polygamma(decltype(u)(T(1)), u); }, [](L u) { return leibniz::elementary::polygamma(L(1), u); }, 0, 100);
    what("fmod(u, 3.7)", [](auto u) { return fmod(u, decltype(u)(T(3.7))); }, [](L u) { return std::fmod(u, L(T(3.7))); }, -large, large);
    what("fmod(u, 3)", [](auto u) { return fmod(u, decltype(u)(T(3))); }, [](L u) { return std::fmod(u, L(3)); }, -1e5, 1e5);
    what("fmod(7, u)", [](auto u) { return fmod(decltype(u)(T(7)), u); }, [](L u) { return std::fmod(L(7), u); }, -10, 10);
    what("mod(u, -3)", [](auto u) { return leibniz::floored_modulo::value(u, decltype(u)(T(-3))); }, [](L u) { return leibniz::floored_modulo::value(T(u), T(-3)); }, -1e5, 1e5);
    what("atan2(2, u)", [](auto u) { return atan2(decltype(u)(T(2)), u); }, [](L u) { return std::atan2(L(2), u); }, -large, large);
}

template <class Lane>
void require_all(int count) {
    for_each_function<typename Lane::number>(
        [&](char const* name, auto f, auto right, double least, double most) { require_four_ulps<Lane>(name, f, right, least, most, count); });
}
template <class T>
using reproducible_lane = lane<T, 1, leibniz::vector_math::rounding::separate>;

}  // namespace

TEST_CASE("functions of packets are at most four units in the last place off") {
    require_all<lane<double>>(20000);
    require_all<lane<float>>(20000);
}
TEST_CASE("functions of packets that round products one by one are at most four units in the last place off") {
    require_all<reproducible_lane<double>>(20000);
    require_all<reproducible_lane<float>>(20000);
}

TEST_CASE("ten million doubles", "[.exhaustive]") {
    require_all<lane<double>>(10000000);
    require_all<reproducible_lane<double>>(10000000);
}
TEST_CASE("every 251st float", "[.exhaustive]") {
    for_each_function<float>([&](char const* name, auto f, auto right, double, double) {
        worst<lane<float>, decltype(f), decltype(right)> found(f, right);
        for (std::uint64_t bits = 0; bits < std::uint64_t(1) << 32; bits += 251) found.add(std::bit_cast<float>(static_cast<std::uint32_t>(bits)));
        found.flush();
        INFO(std::string(name) << ": " << found.off() << " ulp at " << found.at());
        CHECK(found.off() <= 4);
    });
}
