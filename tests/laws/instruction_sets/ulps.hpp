#pragma once

#include <cmath>
#include <limits>

/// How far `got` is from `right`, in units of the last place that T has there.
template <class T>
double ulps(T got, long double right) {
    T const nearest = static_cast<T>(right);
    if (std::isnan(nearest) || std::isnan(got)) return std::isnan(nearest) == std::isnan(got) ? 0 : 1e9;
    if (std::isinf(nearest) || std::isinf(got)) {
        if (nearest == got) return 0;
        T const finite = std::isinf(nearest) ? got : nearest;
        bool const beside = std::signbit(nearest) == std::signbit(got) && std::abs(finite) > std::numeric_limits<T>::max() * (1 - 4 * std::numeric_limits<T>::epsilon());
        return beside ? 1 : 1e9;
    }
    if (nearest == 0 && got == 0) return std::signbit(nearest) == std::signbit(got) ? 0 : 1e9;
    T const size = std::abs(nearest), next = std::nextafter(size, std::numeric_limits<T>::infinity());
    T const unit = std::isinf(next) ? size - std::nextafter(size, T(0)) : next - size;
    return static_cast<double>(std::abs(static_cast<long double>(got) - right) / unit);
}
