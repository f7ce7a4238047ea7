// Exact fractions: arithmetic in lowest terms; what leaves 64 bits is invalid, never a wrong digit.
#include <leibniz/arithmetic/rational_powers.hpp>

using leibniz::power_of;
using leibniz::rational;
using leibniz::root_of;

namespace {

constexpr long long most = 0x7fff'ffff'ffff'ffff;

constexpr bool is(rational r, long long n, long long d = 1) {
    return r.valid() && r.numerator() == n && r.denominator() == d;
}

// Lowest terms, the sign above.
static_assert(is(rational(), 0));
static_assert(is(rational(6, 4), 3, 2));
static_assert(is(rational(6, -4), -3, 2));
static_assert(is(rational(-6, -4), 3, 2));
static_assert(is(rational(0, -7), 0));
static_assert(rational(2, 4) == rational(1, 2) && rational(1, 2) != rational(1, 3));

// Arithmetic.
static_assert(is(rational(1, 2) + rational(1, 3), 5, 6));
static_assert(is(rational(1, 6) + rational(1, 3), 1, 2));
static_assert(is(rational(1, 2) - rational(1, 3), 1, 6));
static_assert(is(rational(1, 2) - rational(1, 2), 0));
static_assert(is(rational(2, 3) * rational(3, 4), 1, 2));
static_assert(is(rational(2, 3) / rational(-4, 3), -1, 2));
static_assert(is(-rational(2, 3), -2, 3));
static_assert(is(rational(3) + 4, 7) && is(2 * rational(3, 2), 3));

constexpr rational assigned() {
    rational r(1, 2);
    r += rational(1, 2);  // 1
    r *= rational(3, 4);  // 3/4
    r -= rational(1, 4);  // 1/2
    r /= rational(1, 6);  // 3
    return r;
}
static_assert(is(assigned(), 3));

// Order and questions.
static_assert(rational(1, 3) < rational(1, 2) && rational(-1, 2) < rational(-1, 3) && !(rational(1, 2) < rational(1, 2)));
static_assert(rational(most - 1, most) < rational(1) && rational(most - 2, most - 1) < rational(most - 1, most));
static_assert(rational(4).is_integer() && !rational(4, 3).is_integer());
static_assert(rational(-4).is_negative() && !rational(0).is_negative() && !rational(4).is_negative());
static_assert(rational(0, 5).is_zero() && !rational(0, 0).is_zero() && rational(3, 3).is_one() && !rational(-1).is_one());
static_assert(rational(-3).is_odd() && !rational(4).is_odd() && !rational(3, 5).is_odd());

// Overflow and division by zero give the invalid fraction, and nothing brings it back.
static_assert(is(rational(most), most) && is(rational(-most), -most));
static_assert(is(rational(most - 1) + 1, most));
static_assert(!(rational(most) + 1).valid());
static_assert(!(-rational(most) - 1).valid(), "the most negative integer is left out, so that -n is always safe");
static_assert(!(rational(most) * 2).valid());
static_assert(!(rational(1, most) / 2).valid());
static_assert(!(rational(1, most) + rational(1, most - 1)).valid());
static_assert(is(rational(most) * rational(2) / rational(2) == rational(most) ? rational(1) : rational(0), 0), "no step is skipped");
static_assert(is(rational(most, 3) * rational(3, most), 1), "wide in between");
static_assert(!(rational(1) / 0).valid() && !rational(1, 0).valid() && !rational(0, 0).valid());
static_assert(!rational(0x8000'0000'0000'0000u).valid());
constexpr rational invalid(0, 0);
static_assert(!(invalid + 1).valid() && !(1 - invalid).valid() && !(0 * invalid).valid() && !(invalid / 2).valid() &&
              !(-invalid).valid());
static_assert(!invalid.is_one() && !invalid.is_zero() && !invalid.is_integer());

// Powers.
static_assert(is(power_of(rational(2, 3), 3), 8, 27));
static_assert(is(power_of(rational(2, 3), -2), 9, 4));
static_assert(is(power_of(rational(5), 0), 1) && is(power_of(rational(0), 0), 1));
static_assert(is(power_of(rational(-2), 3), -8) && is(power_of(rational(-2), 2), 4));
static_assert(is(power_of(rational(2), 62), 1LL << 62) && !power_of(rational(2), 63).valid());
static_assert(is(power_of(rational(1), most), 1) && is(power_of(rational(-1), most), -1) && is(power_of(rational(0), most), 0));
static_assert(!power_of(rational(2), most).valid() && !power_of(rational(0), -1).valid());

// Roots, exact or not at all.
static_assert(is(root_of(rational(9, 4), 2), 3, 2));
static_assert(is(root_of(rational(27, 8), 3), 3, 2));
static_assert(is(root_of(rational(0), 2), 0) && is(root_of(rational(1), 64), 1));
static_assert(is(root_of(rational(1LL << 62), 62), 2));
static_assert(!root_of(rational(2), 2).valid() && !root_of(rational(8), 2).valid() && !root_of(rational(9, 2), 2).valid());
static_assert(!root_of(rational(-8), 3).valid(), "an odd root of a negative number is NaN in std::pow");
static_assert(is(root_of(rational(3037000499LL * 3037000499LL), 2), 3037000499LL));
static_assert(!root_of(rational(most), 2).valid());

// The largest fraction of which both are whole multiples.
static_assert(is(common_divisor(rational(4), rational(6)), 2));
static_assert(is(common_divisor(rational(1, 2), rational(1, 3)), 1, 6));
static_assert(is(common_divisor(rational(3, 2), rational(9, 4)), 3, 4));
static_assert(is(common_divisor(rational(-4), rational(6)), 2) && is(common_divisor(rational(0), rational(6)), 6));

}  // namespace
