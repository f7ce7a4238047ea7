#pragma once

#include <leibniz/notation/number_text.hpp>
#include <leibniz/notation/string_builder.hpp>
#include <leibniz/notation/to_chars.hpp>

#include <cmath>

namespace leibniz::inline v0_1::detail {

/// A number with this many digits behind its point, which may be negative: 1234.5 with -2 is 1200. From 1e7 on and below 1e-4 with a
/// power of ten, which is that of `scale`.
inline characters with_decimals(double value, int decimals, double scale) {
    if (!std::isfinite(value)) return std::isnan(value) ? "nan" : value > 0 ? "inf" : "-inf";
    char letters[400];
    double const size = std::abs(scale);
    int const power = size > 0 && (size >= 1e7 || size < 1e-4) ? static_cast<int>(std::floor(std::log10(size))) : 0;
    double const unit = decimals < 0 ? std::pow(10.0, -decimals) : 1;
    double shown = decimals < 0 ? std::round(value / unit) * unit : value;
    if (power != 0) shown = value / std::pow(10.0, power);
    int const places = decimals + power < 0 ? 0 : decimals + power > 300 ? 300 : decimals + power;
    auto const end = to_chars(letters, letters + sizeof letters, shown, std::chars_format::fixed,
                              power != 0     ? places
                              : decimals < 0 ? 0
                                             : places)
                         .ptr;
    bool zero = true;  // then without a sign
    for (char const* c = letters; c != end; ++c) zero = zero && (*c == '-' || *c == '0' || *c == '.');
    std::size_t const sign = zero && letters[0] == '-' ? 1 : 0;
    characters all = text_view(letters + sign, static_cast<std::size_t>(end - letters) - sign);
    if (power != 0) all += "e", all += power;
    return all;
}

/// How many digits behind its point a value has whose standard error is shown with two digits.
inline int decimals_of(double error) {
    if (!(error > 0) || !std::isfinite(error)) return 0;
    int places = 1 - static_cast<int>(std::floor(std::log10(error)));
    // 0.0997 becomes 0.10, not 0.100
    if (std::round(error * std::pow(10.0, places)) >= 100) --places;
    return places;
}

/// A value with as many digits as its standard error, which has two, warrants; with six where there is no such error.
inline characters rounded(double value, double error) {
    if (!(error > 0) || !std::isfinite(error) || !std::isfinite(value)) return number_text(value, 6);
    double const size = std::abs(value) > error ? std::abs(value) : error;
    int const most = 14 - static_cast<int>(std::floor(std::log10(size))), wanted = decimals_of(error);  // 15 digits of a double are true
    return with_decimals(value, wanted < most ? wanted : most, size);
}

/// A standard error with two digits.
inline characters rounded(double error) {
    if (!(error > 0) || !std::isfinite(error)) return number_text(error, 2);
    return with_decimals(error, decimals_of(error), error);
}

}  // namespace leibniz::inline v0_1::detail
