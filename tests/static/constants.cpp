// Literals are exact fractions in lowest terms.
#include <leibniz/language/constant.hpp>

#include <type_traits>

using namespace leibniz;

namespace {

template <long long N, long long D = 1, class C>
constexpr bool is(C) {
    return std::is_same_v<C, constant<N, D>>;
}

// Whole numbers.
static_assert(is<0>(0_c));
static_assert(is<2>(2_c));
static_assert(is<1000000>(1'000'000_c));
static_assert(is<9223372036854775807>(9223372036854775807_c));
static_assert(is<10>(010_c), "a leading zero does not make a number octal");

// Decimal fractions, in lowest terms.
static_assert(is<1, 2>(0.5_c));
static_assert(is<1, 2>(.5_c));
static_assert(is<2>(2.0_c));
static_assert(is<2>(2._c));
static_assert(is<5, 2>(2.5_c));
static_assert(is<1, 10>(0.1_c));
static_assert(is<3, 25>(0.12_c));
static_assert(is<0>(0.000_c));
static_assert(is<314159265358979, 100000000000000>(3.14159265358979_c));

// Exponents.
static_assert(is<1, 1000>(1e-3_c));
static_assert(is<1000>(1e3_c));
static_assert(is<1000>(1E+3_c));
static_assert(is<1, 400>(2.5e-3_c));
static_assert(is<2500>(2.5e3_c));
static_assert(is<1, 1000000000000000000>(1e-18_c));
static_assert(is<1000000000000000000>(1e18_c));
static_assert(is<0>(0e99_c));

// Equal numbers have one type, however they are spelled.
static_assert(std::is_same_v<decltype(0.5_c), decltype(50e-2_c)>);
static_assert(std::is_same_v<decltype(1e1_c), decltype(10.0_c)>);

// Where a fraction of 64-bit integers does not suffice, an exponent of ten stands beside the digits.
static_assert(std::is_same_v<decltype(6.62607015e-34_c), constant<662607015, 1, -42>>);
static_assert(std::is_same_v<decltype(1.380649e-23_c), decltype(1380649e-29_c)>);
static_assert(std::is_same_v<decltype(1e300_c), constant<1, 1, 300>> && std::is_same_v<decltype(1e19_c), constant<1, 1, 19>>);
static_assert(std::is_same_v<decltype(1e-19_c), constant<1, 1, -19>> && std::is_same_v<decltype(4.9e-324_c), constant<49, 1, -325>>);
static_assert(is<3, 2>(1.50000000000000000000000_c), "zeros at the end are no digits");
static_assert(std::is_same_v<decltype(10000000000000000000000_c), constant<1, 1, 22>>);

// More than 18 digits are kept as they are written; a number of 64 bits has its one form.
static_assert(std::is_same_v<decltype(9223372036854775807_c), constant<9223372036854775807>>);
static_assert(std::is_same_v<decltype(3.14159265358979323846_c), decltype(314159265358979323846e-20_c)>);
static_assert(is<17592186044416, 19073486328125>(0.9223372036854775808_c));

// More than 33 digits, and what lies beyond a double, are refused, not rounded.
static_assert(detail::read_literal<'9', '2', '2', '3', '3', '7', '2', '0', '3', '6', '8', '5', '4', '7', '7', '5', '8', '0', '9', '1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '1', '2', '3', '1'>().valid());
static_assert(!detail::read_literal<'9', '2', '2', '3', '3', '7', '2', '0', '3', '6', '8', '5', '4', '7', '7', '5', '8', '0', '9', '1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '1', '2', '3', '1', '7'>().valid());
static_assert(detail::read_literal<'1', 'e', '3', '0', '8'>().valid() && !detail::read_literal<'1', 'e', '3', '0', '9'>().valid());
static_assert(std::is_same_v<decltype(1.7976931348623157e308_c), constant<17976931348623157, 1, 292>>, "the largest double");
static_assert(!detail::read_literal<'1', '.', '7', '9', '7', '6', '9', '3', '1', '3', '4', '8', '6', '2', '3', '1', '5', '9', 'e', '3', '0', '8'>().valid());
static_assert(!detail::read_literal<'1', '.', '7', '9', '7', '6', '9', '3', '1', '3', '4', '8', '6', '2', '3', '1', '5', '9', '1', '2', '3', '4', '5', 'e', '3', '0', '8'>().valid());
static_assert(!detail::read_literal<'1', 'e', '9', '9', '9', '9', '9'>().valid());
static_assert(!detail::read_literal<'0', 'x', '1', '0'>().valid(), "hexadecimal is not read");

}  // namespace
