#include "block_values.hpp"
#include "programs.hpp"

#include <boost/math/special_functions.hpp>
#include <boost/multiprecision/cpp_bin_float.hpp>

#include <array>
#include <exception>
#include <limits>
#include <stdexcept>

namespace numbers {

using digits = boost::multiprecision::cpp_bin_float_50;

template <>
struct block_value<leibniz::digamma_function, digits> {
    static digits of(digits const* u) { return boost::math::digamma(u[0]); }
};
template <>
struct block_value<leibniz::polygamma_function, digits> {
    static digits of(digits const* u) { return boost::math::polygamma(static_cast<int>(u[0]), u[1]); }
};

template <>
struct block_value<leibniz::spherical_bessel_function, digits> {
    static digits of(digits const* u) {
        auto const order = static_cast<int>(u[0]);
        digits const x = abs(u[1]);
        if (order == -1) return cos(u[1]) / u[1];
        if (x == 0) return order == 0 ? 1 : 0;
        digits const value = sqrt(digits(boost::math::constants::half_pi<digits>() / x)) * boost::math::cyl_bessel_j(digits(order) + digits(0.5), x);
        return u[1] < 0 && order % 2 != 0 ? digits(-value) : value;
    }
};
template <>
struct block_value<leibniz::relative_exponential_derivative, digits> {
    /// exp(v) times Kummer's series, whose terms are positive for v < 0 (DLMF 13.2.2, 13.2.39); or without the factor.
    static digits of(digits const* u) {
        digits const x = u[1], first = u[0] + 1;
        digits sum = 0, term = 1 / first;
        if (x < 0) {
            for (int k = 1; term > sum * digits("1e-60"); ++k) sum += term, term *= -x / (first + k);
            return sum * exp(x);
        }
        term = 1;
        for (int k = 0; k < x || term > sum * digits("1e-60"); ++k) sum += term / (first + k), term *= x / (k + 1);
        return sum;
    }
};

namespace {
digits tail(digits const& u) { return boost::math::erfc(u); }
}  // namespace
template <>
struct block_value<leibniz::scaled_complementary_error_function, digits> {
    static digits of(digits const* u) { return exp(digits(u[0] * u[0])) * tail(u[0]); }
};
template <>
struct block_value<leibniz::log_normal_distribution, digits> {
    static digits of(digits const* u) { return log(digits(tail(digits(-u[0] / sqrt(digits(2)))) / 2)); }
};
template <>
struct block_value<leibniz::inverse_error_function, digits> {
    static digits of(digits const* u) { return boost::math::erf_inv(u[0]); }
};
template <>
struct block_value<leibniz::inverse_complementary_error_function, digits> {
    static digits of(digits const* u) { return boost::math::erfc_inv(u[0]); }
};
template <>
struct block_value<leibniz::normal_quantile, digits> {
    static digits of(digits const* u) { return -sqrt(digits(2)) * boost::math::erfc_inv(digits(2 * u[0])); }
};
template <>
struct block_value<leibniz::log_beta, digits> {
    static digits of(digits const* u) { return boost::math::lgamma(u[0]) + boost::math::lgamma(u[1]) - boost::math::lgamma(digits(u[0] + u[1])); }
};
template <>
struct block_value<leibniz::log_binomial, digits> {
    static digits of(digits const* u) {
        return boost::math::lgamma(digits(u[0] + 1)) - boost::math::lgamma(digits(u[1] + 1)) - boost::math::lgamma(digits(u[0] - u[1] + 1));
    }
};
template <>
struct block_value<leibniz::lower_incomplete_gamma, digits> {
    static digits of(digits const* u) { return boost::math::gamma_p(u[0], u[1]); }
};
template <>
struct block_value<leibniz::upper_incomplete_gamma, digits> {
    static digits of(digits const* u) { return boost::math::gamma_q(u[0], u[1]); }
};
template <>
struct block_value<leibniz::density_of_gamma_distribution, digits> {
    static digits of(digits const* u) { return exp(digits((u[0] - 1) * log(u[1]) - u[1] - boost::math::lgamma(u[0]))); }
};
template <>
struct block_value<leibniz::density_of_beta_distribution, digits> {
    static digits of(digits const* u) {
        digits const exponent = (u[0] - 1) * log(u[2]) + (u[1] - 1) * log(digits(1 - u[2]));
        return exp(digits(exponent - block_value<leibniz::log_beta, digits>::of(u)));
    }
};
template <>
struct block_value<leibniz::incomplete_beta, digits> {
    static digits of(digits const* u) { return boost::math::ibeta(u[0], u[1], u[2]); }
};

namespace {

digits const undefined = std::numeric_limits<digits>::quiet_NaN();

block_values<digits> const& blocks() {
    static block_values<digits> const all;
    return all;
}

using place = std::array<digits, 3>;
place wide(point const& at) { return {at[0], at[1], at[2]}; }

/// Boost throws where a function is not defined.
template <class F>
digits defined(F f) {
    try {
        return f();
    } catch (std::exception const&) {
        return undefined;
    }
}

double relative(digits const& a, digits const& b) {
    digits const size = abs(a) > 1 ? digits(abs(a)) : digits(1);
    return static_cast<double>(digits(abs(a - b) / size));
}

/// Of sixth order in the step: with 50 digits, some 36 of the slope.
template <class F>
double distance_from_difference_of(leibniz::program const& slope, F f, point const& at, std::size_t k, double room) {
    place const here = wide(at);
    digits const h = digits(room) * digits(1e-7);
    auto const moved = [&](int steps) {
        place there = here;
        there[k] += steps * h;
        return f(there);
    };
    return static_cast<double>(defined([&] {
        digits const difference =
            (45 * (moved(1) - moved(-1)) - 9 * (moved(2) - moved(-2)) + (moved(3) - moved(-3))) / (60 * h);
        if (!isfinite(difference)) return undefined;
        double const distance = relative(defined([&] { return run(slope, here, blocks()); }), difference);
        return std::isnan(distance) ? std::numeric_limits<digits>::infinity() : digits(distance);
    }));
}

/// The value of an expression as it was written; throws where it is not to be trusted, and off_kinks also where a part
/// has a kink.
class value_of_written {
public:
    explicit value_of_written(place const& at, bool off_kinks = false) : at_(at), off_kinks_(off_kinks) {}

    digits operator()(leibniz::written const& w) const {
        using leibniz::form;
        switch (w.what) {
            case form::number: return digits(w.number.numerator()) / digits(w.number.denominator());
            case form::call: return call(w);
            default: return at_[place_of({w.name})];
        }
    }

private:
    digits call(leibniz::written const& w) const {
        std::array<digits, 3> u;
        for (int k = 0; k < w.count; ++k) u[static_cast<std::size_t>(k)] = (*this)(*w.operands[k]);
        bool const varying_power = w.fn->meaning == leibniz::role::power && w.operands[1]->what != leibniz::form::number;
        if (varying_power && !(u[0] > 0)) throw std::domain_error("a base that is not positive");
        digits const value = blocks()[*w.fn](u.data());
        if (!(abs(value) < 1e12)) throw std::domain_error("no number, or a large one");
        bool at_zero = false;  // where atan2 and acot jump
        for (int k = 0; k < w.count; ++k) at_zero = at_zero || abs(u[static_cast<std::size_t>(k)]) < 1e-25;
        if (at_zero || blocks().may_jump(*w.fn))
            for (int signs = 0; signs < 4; ++signs) {
                digits const little("1e-30");
                std::array<digits, 3> moved{u[0] + (signs % 2 == 0 ? little : digits(-little)), u[1] + (signs / 2 == 0 ? little : digits(-little)), u[2]};
                if (!(abs(digits(blocks()[*w.fn](moved.data()) - value)) < 1e-10)) throw std::domain_error("a jump");
            }
        if (off_kinks_ && blocks().may_jump(*w.fn))
            for (int k = 0; k < w.count; ++k) {
                std::array<digits, 3> below = u, above = u;
                auto const moved = static_cast<std::size_t>(k);
                digits const little("1e-9");  // more than the steps of a difference
                below[moved] -= little, above[moved] += little;
                digits const bend = (blocks()[*w.fn](above.data()) - value) - (value - blocks()[*w.fn](below.data()));
                if (!(abs(bend) < little * digits("1e-4"))) throw std::domain_error("a kink");
            }
        return value;
    }

    place at_;
    bool off_kinks_;
};

}  // namespace

double distance_from_difference(leibniz::program const& slope, leibniz::program const& of, point const& at, std::size_t k, double room) {
    return distance_from_difference_of(slope, [&](place const& there) { return run(of, there, blocks()); }, at, k, room);
}

double distance_from_difference(leibniz::program const& slope, leibniz::written const& expression, point const& at, std::size_t k, double room) {
    return distance_from_difference_of(slope, [&](place const& there) { return value_of_written(there, true)(expression); }, at, k, room);
}

double distance_from_difference(leibniz::program const& slope, leibniz::function const& block, point const& at, std::size_t k, double room) {
    return distance_from_difference_of(slope, [&](place const& there) { return blocks()[block](there.data()); }, at, k, room);
}

double value(leibniz::program const& p, point const& at) {
    return static_cast<double>(defined([&] { return run(p, wide(at), blocks()); }));
}

double distance(leibniz::program const& a, leibniz::program const& b, point const& at) {
    return static_cast<double>(defined([&] { return digits(relative(run(a, wide(at), blocks()), run(b, wide(at), blocks()))); }));
}

double distance_from_written(leibniz::program const& p, leibniz::written const& expression, point const& at) {
    return static_cast<double>(defined([&] {
        place const here = wide(at);
        digits const expected = value_of_written(here)(expression);
        double const distance = relative(expected, defined([&] { return run(p, here, blocks()); }));
        if (distance <= 1e-25) return digits(distance);
        place nearby = here;
        for (digits& one : nearby) one += one * digits("1e-45");
        bool const cancels = relative(expected, value_of_written(nearby)(expression)) > 1e-30;
        if (cancels) return undefined;
        return std::isnan(distance) ? std::numeric_limits<digits>::infinity() : digits(distance);
    }));
}

}  // namespace numbers
