// The column "units in the last place" of docs/functions.md: how far values are off at worst, beside the library's own in long doubles, at
// points that are drawn over the domain. tests/reference/accuracy.txt holds the figures; this program finds no greater ones. Only where nothing
// is left out of the tests (LEIBNIZ_EVERYTHING). Hidden: the lines of that file anew (laws_columns_x86-64-v3 "[.figures]").
#include <leibniz/eigen/lane_values.hpp>

#include "../../catch.hpp"
#include "../all.hpp"
#include "ulps.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <random>
#include <sstream>
#include <string>

using leibniz::interval;
using leibniz::detail::in_lanes;
using leibniz::detail::lane;

namespace {

/// The worst value by each way of computing: one double, doubles and floats over columns.
struct figures {
    double scalar = 0, doubles = 0, floats = 0;
};

/// Numbers of an argument: half of them evenly over the part of its interval that is within 30 of its middle, half towards its ends, or
/// towards 0, by magnitude. (Of gamma functions positive ones: beside their zeros to the left every argument is rounded too much.)
template <class F, int K>
class drawn {
public:
    double next() {
        if constexpr (is_whole<F, K>) return static_cast<double>(random_() % 5);
        interval in = pieces_[static_cast<int>(random_() % static_cast<unsigned>(pieces_.size()))];
        if (is_gamma) in = {std::max(in.low, F::text == std::string("factorial") ? -1.0 : 0.0), 1e300};
        double const low = std::max(in.low, -30.0), high = std::min(in.high, is_gamma ? 100.0 : 30.0);
        if (random_() % 2 == 0 || in.low > 0) return low + (high - low) * part_(random_);
        double const size = std::exp2(magnitude_(random_));
        if (in.low == 0) return std::min(size, high);
        return in.low < 0 && in.high > 0 ? std::clamp(random_() % 2 == 0 ? size : -size, low, high) : low + (high - low) * part_(random_);
    }

private:
    static constexpr bool is_gamma = std::same_as<F, leibniz::gamma_function> || std::same_as<F, leibniz::log_gamma> || std::same_as<F, leibniz::factorial_function> ||
                                     std::same_as<F, leibniz::digamma_function> || std::same_as<F, leibniz::polygamma_function>;
    interval_list pieces_ = domain_of<F>(K);
    std::mt19937_64 random_{static_cast<unsigned>(K + 1)};
    std::uniform_real_distribution<double> part_{0, 1}, magnitude_{-40, 5};
};

template <class F, class T>
class points {
public:
    explicit points(int count) : count_(count) {
        for (auto& each : of_) each.resize(static_cast<std::size_t>(count));
        drawn<F, 0> us;
        drawn<F, F::arity == 1 ? 0 : 1> vs;
        drawn<F, F::arity - 1> ws;
        for (int i = 0; i < count; ++i) {
            auto const k = static_cast<std::size_t>(i);
            of_[0][k] = static_cast<T>(us.next()), of_[1][k] = static_cast<T>(vs.next()), of_[2][k] = static_cast<T>(ws.next());
        }
    }

    double worst_of_scalars() const {
        double off = 0;
        for (int i = 0; i < count_; ++i) off = std::max(off, error(stated_value<F>(at<T>(i)), i));
        return off;
    }
    double worst_of_lanes() const {
        using L = lane<T>;
        double off = 0;
        T out[L::width];
        for (int i = 0; i + L::width <= count_; i += L::width) {
            auto const k = static_cast<std::size_t>(i);
            stated_value<F>(std::array<L, 3>{L::load(&of_[0][k]), L::load(&of_[1][k]), L::load(&of_[2][k])}).store(out);
            for (int j = 0; j < L::width; ++j) off = std::max(off, error(out[j], i + j));
        }
        return off;
    }

private:
    template <class N>
    std::array<N, 3> at(int i) const {
        auto const k = static_cast<std::size_t>(i);
        return {static_cast<N>(of_[0][k]), static_cast<N>(of_[1][k]), static_cast<N>(of_[2][k])};
    }
    /// Subnormal values have few digits: they are left out, and so are points beside a domain that depends on several arguments.
    double error(T got, int i) const {
        long double const right = stated_value<F>(at<long double>(i));
        if (std::isnan(right) || std::isinf(static_cast<T>(right)) || std::abs(right) < static_cast<long double>(std::numeric_limits<T>::min())) return 0;
        return ulps(got, right);
    }

    int count_;
    std::array<std::vector<T>, 3> of_;
};

template <class F>
figures worst(int count) {
    figures result;
    points<F, double> const doubles(count);
    result.scalar = doubles.worst_of_scalars();
    if constexpr (in_lanes<F>) {
        result.doubles = doubles.worst_of_lanes();
        result.floats = points<F, float>(count).worst_of_lanes();
    }
    return result;
}

template <class F>
inline constexpr bool is_exact = false;
template <class F>
    requires(F::exact)
inline constexpr bool is_exact<F> = true;

/// Every function that has figures: what calculates, and is no choice or comparison of what is given.
template <class F>
inline constexpr bool has_figures = (F::meaning == leibniz::role::none || F::meaning == leibniz::role::power) && F::arity > 0 && !is_exact<F>;

/// The figures of a line of accuracy.txt.
std::map<std::string, figures> stated_figures() {
    std::map<std::string, figures> result;
    std::ifstream in(LEIBNIZ_TEST_FOLDER "/reference/accuracy.txt");
    for (std::string line; std::getline(in, line);) {
        std::istringstream words(line);
        std::string name, way;
        figures f;
        if (words >> name >> way >> f.scalar >> f.doubles >> f.floats) result[name + ' ' + way] = f;
    }
    return result;
}

}  // namespace

TEST_CASE("no value is farther off than docs/functions.md says") {
    std::map<std::string, figures> const stated = stated_figures();
    int functions = 0;
    for_every_function([&]<class F>(F) {
        if constexpr (has_figures<F>) {
            std::string const line = std::string(F::text) + (in_lanes<F> ? " packets" : " rows");
            INFO(line);
            REQUIRE(stated.contains(line));
            figures const found = worst<F>(in_lanes<F> ? 20000 : 2000), of_page = stated.at(line);
            CHECK(found.scalar <= of_page.scalar);
            CHECK(found.doubles <= of_page.doubles);
            CHECK(found.floats <= of_page.floats);
            ++functions;
        }
    });
    CHECK(functions >= 80);
}

TEST_CASE("figures", "[.figures]") {
    for_every_function([]<class F>(F) {
        if constexpr (has_figures<F>) {
            figures const f = worst<F>(in_lanes<F> ? 1000000 : 20000);
            std::printf("%-20s %-8s %10.3f %8.3f %8.3f\n", F::text, in_lanes<F> ? "packets" : "rows", f.scalar, f.doubles, f.floats);
            std::fflush(stdout);
        }
    });
}
