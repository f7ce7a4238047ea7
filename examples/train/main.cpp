// Fits a straight line to two columns of a CSV file by gradient descent, with derivatives that were
// derived while this file was compiled. Run it with --help for its options.

#include "columns.hpp"
#include "csv.hpp"
#include "options.hpp"
#include "progress.hpp"

#include <leibniz/backpropagation.hpp>
#include <leibniz/eigen.hpp>
#include <leibniz/leibniz.hpp>

#include <cmath>
#include <exception>
#include <iomanip>
#include <iostream>
#include <stdexcept>

namespace model {

using namespace leibniz;

inline constexpr symbol<"w"> w;
inline constexpr symbol<"b"> b;
inline constexpr symbol<"x"> x;
inline constexpr symbol<"y"> y;

inline constexpr auto loss = pow<2>(w * x + b - y);
inline constexpr auto slope_w = diff(loss, w);
inline constexpr auto slope_b = diff(loss, b);

}  // namespace model

namespace train {

/// The entries of `entries` where they are, as Eigen sees them.
auto as_array(column const& entries) { return Eigen::Map<Eigen::ArrayXd const>(entries.data(), static_cast<Eigen::Index>(entries.size())); }

/// The mean of `e` over all rows, in the precision of the columns.
template <class Expression, class Columns, class Number = typename Columns::Scalar>
Number mean_over(Columns const& xs, Columns const& ys, Expression e, Number w, Number b) {
    return evaluate(mean(e), model::w = w, model::b = b, model::x = xs, model::y = ys);
}

/// Gradient descent over all rows at once, in the precision `Number`. Starts from w = 0, b = 0 in the
/// units of the file, calls `report(epoch, loss, line)` before every step and at the end, and returns
/// the last line. All lines and losses handed in and out belong to the scaled columns.
template <class Number, class Report>
line descend(dataset const& data, options const& chosen, Report const& report) {
    Eigen::ArrayX<Number> const xs = as_array(data.scaled_xs).cast<Number>();
    Eigen::ArrayX<Number> const ys = as_array(data.scaled_ys).cast<Number>();
    auto const rate = static_cast<Number>(chosen.rate);
    auto const start = data.to_scaled({0.0, 0.0});
    auto w = static_cast<Number>(start.w);
    auto b = static_cast<Number>(start.b);
    double const first_loss = mean_over(xs, ys, model::loss, w, b);

    for (int epoch = 0;; ++epoch) {
        double const loss = mean_over(xs, ys, model::loss, w, b);
        if (!(loss <= 1.01 * first_loss)) {  // NaN fails this too; one percent is left to rounding
            fail("with --rate ", chosen.rate, " the loss grows instead of falling (epoch ", epoch,
                 "); choose a rate below 1, as in --rate 0.1");
        }
        report(epoch, loss, line{w, b});
        if (epoch == chosen.epochs) return {w, b};

        Number const slope_w = mean_over(xs, ys, model::slope_w, w, b);
        Number const slope_b = mean_over(xs, ys, model::slope_b, w, b);
        w -= rate * slope_w;  // only now: both slopes belong to the same point
        b -= rate * slope_b;
    }
}

void show_model(double first_x, double first_y) {
    using namespace model;
    std::cout << "model\n  L = " << loss << '\n'
              << "\ngradient, derived while this program was compiled\n"
              << "  ∂L/∂w = " << slope_w << '\n'
              << "  ∂L/∂b = " << slope_b << '\n'
              << "\nby hand: the first row of the file, at w = 1, b = 0\n"
              << backpropagation(loss, wrt(w, b))(w = 1.0, b = 0.0, x = first_x, y = first_y) << '\n';
}

void show_line(char const* units, line f, column const& xs, column const& ys) {
    std::cout << units << "w = " << std::setw(15) << f.w << "   b = " << std::setw(15) << f.b
              << "   loss = " << mean_over(as_array(xs), as_array(ys), model::loss, f.w, f.b) << '\n';
}

/// At the best line the loss slopes no more; a line that is off by 0.01 % of the deviation gets a remark.
void remark_unsettled(dataset const& data, line f) {
    double const by_w = mean_over(as_array(data.scaled_xs), as_array(data.scaled_ys), model::slope_w, f.w, f.b);
    double const by_b = mean_over(as_array(data.scaled_xs), as_array(data.scaled_ys), model::slope_b, f.w, f.b);
    if (std::hypot(by_w, by_b) < 2e-4) return;
    std::cout << "This is not the best line yet: take more --epochs, or a --rate nearer to 0.5.\n";
}

void run(options const& chosen) {
    table const file = read_csv(chosen.csv);
    dataset const data(file, chosen.x, chosen.y);  // all input is checked before the first line is printed

    std::cout << "data\n  " << data.xs.size() << " rows of " << file.file << ", " << printable(chosen.y) << " against "
              << printable(chosen.x) << "\n\n";
    show_model(data.xs[0], data.ys[0]);

    std::cout << "training: rate " << chosen.rate << (chosen.single_precision ? ", single precision" : "")
              << ", columns scaled to mean 0 and deviation 1\n";
    progress bar(chosen.epochs);
    double const loss_unit = data.y_scale.deviation * data.y_scale.deviation;
    auto const report = [&](int epoch, double loss, line f) { bar.show(epoch, loss * loss_unit, data.to_file(f)); };
    line const fitted = chosen.single_precision ? descend<float>(data, chosen, report) : descend<double>(data, chosen, report);

    std::cout << "\nfitted: the line through the scaled columns, and the same in the units of the file\n"
              << std::setprecision(chosen.single_precision ? 6 : 12);
    show_line("  scaled  ", fitted, data.scaled_xs, data.scaled_ys);
    show_line("  file    ", data.to_file(fitted), data.xs, data.ys);
    remark_unsettled(data, fitted);
    if (!std::cout.flush()) throw std::runtime_error("standard output cannot be written");
}

}  // namespace train

int main(int argc, char** argv) {
    try {
        auto const chosen = train::parse_options({argv + (argc > 0 ? 1 : 0), argv + argc});
        if (chosen.help) std::cout << train::usage;
        else train::run(chosen);
        return 0;
    } catch (train::input_error const& error) {
        std::cout.flush();
        std::cerr << "train: " << error.what() << '\n';
        return 2;
    } catch (std::exception const& error) {
        std::cout.flush();
        std::cerr << "train: failed: " << error.what() << '\n';
        return 1;
    }
}
