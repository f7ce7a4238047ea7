#pragma once

#include <clocale>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

namespace examples {

/// The finite number that `text` is, as std::from_chars reads it, for libraries whose from_chars reads integers only: the closest
/// double, whatever the decimal point of the locale. Nothing if it is anything else, or beyond the numbers of a double.
inline std::optional<double> decimal_number(std::string_view text) {
    std::size_t k = 0;
    auto const digits = [&] {
        std::size_t const first = k;
        while (k < text.size() && text[k] >= '0' && text[k] <= '9') ++k;
        return k - first;
    };
    if (text.starts_with('-')) ++k;
    std::size_t const whole = digits();
    std::string written(text.substr(0, k));
    std::size_t places = 0;
    if (k < text.size() && text[k] == '.') {
        std::size_t const point = k++;
        places = digits();
        written += std::localeconv()->decimal_point;
        written += text.substr(point + 1, places);
    }
    if (whole + places == 0) return {};
    bool const is_zero = written.find_first_of("123456789") == std::string::npos;
    std::size_t const power = k;
    if (k < text.size() && (text[k] == 'e' || text[k] == 'E')) {
        ++k;
        if (k < text.size() && (text[k] == '+' || text[k] == '-')) ++k;
        if (digits() == 0) return {};
    }
    if (k != text.size()) return {};
    written += text.substr(power);
    double const value = std::strtod(written.c_str(), nullptr);
    if (!std::isfinite(value) || (value == 0 && !is_zero)) return {};
    return value;
}

}  // namespace examples
