#pragma once

#include <leibniz/arithmetic/rational.hpp>
#include <leibniz/graph/decimal_form.hpp>
#include <leibniz/notation/utf8.hpp>

#include <iosfwd>

namespace leibniz::inline v0_1 {

namespace detail {

/// An exact number as a person writes it: a decimal number where a short one exists, else n/d.
constexpr void put_exact(buffer<char>& out, rational value) {
    if (!value.valid()) return put(out, "an exact number beyond 64 bits");
    rational const size = value.is_negative() ? -value : value;
    if (value.is_negative()) out.push('-');
    if (!size.is_fraction()) return put_decimal(out, size);
    long long const d = size.denominator();
    long long scale = 1;
    int digits = 0;
    while (scale % d != 0 && digits < 9) scale *= 10, ++digits;
    rational const scaled = rational(size.numerator()) * rational(scale / d);
    if (scale % d != 0 || !scaled.is_integer()) {
        written_quotient const written(size);
        put_decimal(out, written.above);
        if (!written.below.is_one()) out.push('/'), put_decimal(out, written.below);
        return;
    }
    put_number(out, scaled.numerator() / scale);
    if (digits == 0) return;
    out.push('.');
    for (long long rest = scaled.numerator() % scale, place = scale / 10; place > 0; place /= 10)
        out.push(static_cast<char>('0' + rest / place % 10));
}

}  // namespace detail

template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, rational const& value) {
    buffer<char> letters;
    detail::put_exact(letters, value);
    return out << text_view(letters.begin(), static_cast<std::size_t>(letters.size()));
}

}  // namespace leibniz::inline v0_1
