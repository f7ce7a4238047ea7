#pragma once

#include <leibniz/leibniz.hpp>
#include <leibniz/notation/to_chars.hpp>

#include <cmath>
#include <ostream>
#include <string>

namespace lesson {

inline constexpr leibniz::symbol<"w"> w;
inline constexpr leibniz::symbol<"x"> x;
inline constexpr leibniz::symbol<"y"> y;

/// A number as Python prints a float: the shortest digits that read back, always with a point or an exponent.
inline std::string python_number(double value) {
    char digits[64];
    double const size = std::abs(value);
    bool const fixed = value == 0 || (size >= 1e-4 && size < 1e16);
    auto const end = leibniz::detail::to_chars(digits, digits + sizeof digits, value, fixed ? std::chars_format::fixed : std::chars_format::scientific).ptr;
    std::string text(digits, end);
    return fixed && text.find('.') == std::string::npos ? text + ".0" : text;
}

/// Trains ŷ = w*x on x = (1, 2, 3), y = (2, 4, 6), sample by sample, for 100 epochs in single precision from w = 1,
/// and writes the log of the lesson.
template <class Loss>
void write_training_log(std::ostream& out, Loss loss, float rate) {
    float const xs[] = {1, 2, 3}, ys[] = {2, 4, 6};
    float weight = 1;
    constexpr auto slope = diff(Loss{}, w);
    auto const predict = [&](float at) { return python_number(evaluate(w*x, w = weight, x = at)); };

    out << "predict (before training) 4 " << predict(4) << '\n';
    for (int epoch = 0; epoch < 100; ++epoch) {
        float last = 0;
        for (int i = 0; i < 3; ++i) {
            last = evaluate(loss, w = weight, x = xs[i], y = ys[i]);
            float const gradient = evaluate(slope, w = weight, x = xs[i], y = ys[i]);
            out << "\tgrad: " << python_number(xs[i]) << ' ' << python_number(ys[i]) << ' ' << python_number(gradient) << '\n';
            weight = weight - rate * gradient;
        }
        out << "progress: " << epoch << ' ' << python_number(last) << '\n';
    }
    out << "predict (after training) 4 " << predict(4) << '\n';
}

}  // namespace lesson
