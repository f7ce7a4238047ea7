#include "block_values.hpp"
#include "programs.hpp"

#include <boost/math/special_functions.hpp>
#include <boost/multiprecision/cpp_bin_float.hpp>

#include <exception>
#include <limits>

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
        return digits(relative(run(slope, here, blocks()), difference));
    }));
}

}  // namespace

double distance_from_difference(leibniz::program const& slope, leibniz::program const& of, point const& at, std::size_t k, double room) {
    return distance_from_difference_of(slope, [&](place const& there) { return run(of, there, blocks()); }, at, k, room);
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

}  // namespace numbers
