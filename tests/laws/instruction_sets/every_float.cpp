// The functions of one argument in packets are at most four units in the last place off at every float. Hidden, and only where nothing is
// left out of the tests (LEIBNIZ_EVERYTHING): laws_columns_x86-64-v3 "every float", or "every float" -c sigmoid.
#include <leibniz/eigen/lane_values.hpp>
#include <leibniz/rules/listed.hpp>

#include "../../catch.hpp"
#include "ulps.hpp"

#include <boost/hana/for_each.hpp>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstdio>
#include <string_view>

namespace {

using leibniz::detail::lane;

/// Every float in packets beside doubles: those of packets, or, where floats are widened to them, those of the scalar function.
template <class F>
class every_float {
public:
    double off = 0.5;  // the most units in the last place; of no other than rounded values, a half
    float at = 0;
    unsigned long long others = 0;  // no number, infinite, or zero where the right value is not, or of the other sign

    every_float() {
        bool widened = true;
        for (std::uint32_t block = 0; block < blocks; block += 251) {
            compute<false>(block);
            for (std::uint32_t k = 0; k < rows; ++k) widened = widened && is_same(got_[k], static_cast<float>(right_[k]));
        }
        for (std::uint32_t block = 0; block < blocks; ++block) {
            if (widened) compute<true>(block);
            else compute<false>(block);
            compare();
        }
    }

private:
    static constexpr std::uint32_t rows = 4096, blocks = 1u << 20;
    float in_[rows], got_[rows];
    double right_[rows];

    static bool is_same(float a, float b) { return std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b) || (a != a && b != b); }

    template <bool Scalar>
    void compute(std::uint32_t block) {
        using floats = lane<float>;
        using doubles = lane<double>;
        for (std::uint32_t k = 0; k < rows; ++k) in_[k] = std::bit_cast<float>(block * rows + k);
        for (std::uint32_t k = 0; k < rows; k += floats::width) F::value(floats::load(in_ + k)).store(got_ + k);
        for (std::uint32_t k = 0; k < rows; ++k) right_[k] = in_[k];
        if constexpr (Scalar)
            for (double& each : right_) each = F::value(each);
        else
            for (std::uint32_t k = 0; k < rows; k += doubles::width) F::value(doubles::load(right_ + k)).store(right_ + k);
    }

    /// All rows at once; one by one where one of them is worse than those before.
    void compare() {
        std::uint32_t worse = 0;
        for (std::uint32_t k = 0; k < rows; ++k) {
            auto const nearest = std::bit_cast<std::uint32_t>(static_cast<float>(right_[k]));
            std::uint32_t const exponent = std::max(nearest & 0x7f800000u, 0x00800000u);
            double const unit = double(std::bit_cast<float>(exponent)) * 0x1p-23, error = std::abs(double(got_[k]) - right_[k]);
            bool const same = (std::bit_cast<std::uint32_t>(got_[k]) == nearest) | ((got_[k] != got_[k]) & (right_[k] != right_[k]));
            bool const within = (error <= off * unit) & ((nearest & 0x7fffffffu) != 0) & ((nearest & 0x7f800000u) != 0x7f800000u);
            worse |= std::uint32_t(!(same | within));
        }
        if (worse == 0) return;
        for (std::uint32_t k = 0; k < rows; ++k) {
            double const error = ulps(got_[k], static_cast<long double>(right_[k]));
            if (error >= 1e9) ++others;
            else if (error <= off) continue;
            else off = error, at = in_[k];
        }
    }
};

}  // namespace

TEST_CASE("every float", "[.exhaustive]") {
    boost::hana::for_each(leibniz::all_functions, [](auto block) {
        using F = decltype(block);
        if constexpr (F::arity == 1 && F::meaning == leibniz::role::none && leibniz::detail::in_lanes<F>) {
            if (std::string_view(F::text) == "digamma") return;  // to compute all of them row by row would take hours
            DYNAMIC_SECTION(F::text) {
                every_float<F> const of_this;
                std::printf("%-10s %8.3f ulp at %-14.9g (0x%08x), %llu other special values\n", F::text, of_this.off, double(of_this.at), std::bit_cast<unsigned>(of_this.at), of_this.others);
                std::fflush(stdout);
                CHECK(of_this.off <= 4);
                CHECK(of_this.others == 0);
            }
        }
    });
}
