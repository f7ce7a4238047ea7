// Fits the line w*x + b to rows that never are in memory together: a file or a pipe, CSV or .npy, or an Arrow stream. Value, gradient and
// Hessian of the loss, derived while this program was compiled, are summed chunk by chunk; as the loss is quadratic, one step of Newton's
// method from there is the best line. Run it with --help for its options.
#include "../progress_bar.hpp"
#include "csv.hpp"
#include "generated.hpp"
#include "npy.hpp"

#include <leibniz/eigen.hpp>
#include <leibniz/eigen/accumulator.hpp>

#include <Eigen/Cholesky>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace {

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

constexpr auto loss = mean(pow<2>(w * x + b - y));
constexpr auto model = outputs(loss, gradient(loss, wrt(w, b)), hessian(loss, wrt(w, b)));

constexpr std::string_view usage =
    R"(usage: stream [--x NAME] [--y NAME] [FILE [FILE]]
       stream --arrow ROWS
       stream --generate ROWS csv|npy

Fits the line w*x + b to rows that are read by the chunk, in memory that does not grow with them.

  FILE              CSV, its first line naming the columns, or .npy of float64 or float32: the first two columns
                    of one array, or two arrays of one column each; - or none is standard input
  --x, --y NAME     the columns of a CSV file (default: x and y)
  --arrow ROWS      reads generated rows from a producer behind Arrow's C stream interface
  --generate ROWS   writes generated rows to standard output: stream --generate 1000000 npy | stream

Exit code: 0 if the line was fitted, 2 if an option or the data cannot be used; one sentence on standard error then says why.
)";

/// Shows on a terminal how far the rows have been read.
class progress {
public:
    void show(std::uint64_t rows, double share) {
        auto const now = clock::now();
        if (!on_terminal_ || now - shown_ < std::chrono::milliseconds(100)) return;
        shown_ = now;
        char text[80];
        double const millions = static_cast<double>(rows) * 1e-6, seconds = std::chrono::duration<double>(now - start_).count();
        std::snprintf(text, sizeof text, "%.1f million rows, %.1f million a second", millions, millions / seconds);
        if (share < 0) bar_.draw(text);
        else bar_.draw(static_cast<int>(100 * share), text);
    }
    void finish() { bar_.wipe(); }

private:
    using clock = std::chrono::steady_clock;
    bool on_terminal_ = examples::on_terminal(STDERR_FILENO);
    clock::time_point start_ = clock::now(), shown_ = start_ - std::chrono::seconds(1);
    examples::progress_bar bar_{std::cerr};
};

int fit(stream::source& from) {
    auto total = accumulator(model);
    progress bar;
    for (stream::rows some = from.next(); some.count > 0; some = from.next()) {
        total.add(w = 0.0, b = 0.0, x = some.x(), y = some.y());
        bar.show(total.rows(), from.share());
    }
    bar.finish();
    if (total.rows() < 2) throw examples::input_error("there are fewer than two rows");

    auto const [at_zero, slope, curvature] = total.value();
    Eigen::Vector2d const g = as_vector(slope);
    Eigen::Matrix2d const h = as_matrix(curvature);
    if (!g.allFinite() || !h.allFinite()) throw examples::input_error("a number is infinite or NaN, or a square is too large");
    // the share of the variance of x in the mean of its squares, whatever its unit
    if (h(0, 0) * h(1, 1) - h(0, 1) * h(0, 1) <= 1e-14 * h(0, 0) * h(1, 1)) throw examples::input_error("x is the same in all rows");
    Eigen::Vector2d const line = h.ldlt().solve(-g);

    std::cout << "L = " << loss << "\ndL/dw = " << gradient(loss, wrt(w, b))[w] << "\ndL/db = " << gradient(loss, wrt(w, b))[b] << "\n\n"
              << std::flush;
    std::printf("rows   %llu\nline   y = %.12g*x %c %.12g\n", static_cast<unsigned long long>(total.rows()), line[0],
                line[1] < 0 ? '-' : '+', std::abs(line[1]));
    std::printf("loss   %.9g\nbits   %a %a\n", std::max(0.0, at_zero + g.dot(line) / 2), line[0], line[1]);
    return 0;
}

/// A file of its own, or standard input.
class input {
public:
    explicit input(std::string const& path) : name_(path == "-" ? "standard input" : examples::printable(path, 200)) {
        if (path == "-") return;
        std::error_code none;
        auto const size = std::filesystem::file_size(path, none);
        bytes_ = none ? 0 : size;
        file_.open(path, std::ios::binary);
        if (!file_ || std::filesystem::is_directory(path, none)) throw examples::input_error(name_ + ": cannot be read");
    }
    std::istream& in() { return file_.is_open() ? static_cast<std::istream&>(file_) : std::cin; }
    std::string const& name() const { return name_; }
    std::uintmax_t bytes() const { return bytes_; }
    bool is_npy() { return in().peek() == 0x93; }

private:
    std::string name_;
    std::ifstream file_;
    std::uintmax_t bytes_ = 0;
};

std::int64_t rows_in(std::string const& text) {
    auto const rows = examples::number_in<std::int64_t>(text);
    if (!rows || *rows < 0)
        throw examples::input_error("the number of rows should be a whole number, as in 1000000, and is " + examples::in_quotes(text));
    return *rows;
}

int run(std::vector<std::string> const& words) {
    std::string x_name = "x", y_name = "y";
    std::vector<std::string> files;
    for (std::size_t k = 0; k < words.size(); ++k) {
        auto const value = [&] {
            if (++k == words.size()) throw examples::input_error("the option " + words[k - 1] + " needs a value; see --help");
            return words[k];
        };
        if (words[k] == "--help") return std::cout << usage, 0;
        if (words[k] == "--generate") {
            auto const rows = static_cast<std::uint64_t>(rows_in(value()));
            std::string const format = value();
            if (format == "csv") stream::write_generated_csv(std::cout, rows);
            else if (format == "npy") stream::write_generated_npy(std::cout, rows);
            else throw examples::input_error("rows are generated as csv or npy, not as " + examples::in_quotes(format));
            return std::cout.flush() ? 0 : 1;
        }
        if (words[k] == "--arrow") {
            ArrowArrayStream rows = stream::arrow_producer::of(rows_in(value()));
            stream::arrow_source from(rows, "x", "y");
            return fit(from);
        }
        if (words[k] == "--x") x_name = value();
        else if (words[k] == "--y") y_name = value();
        else if (words[k].starts_with("--"))
            throw examples::input_error("there is no option " + examples::in_quotes(words[k]) + "; see --help");
        else files.push_back(words[k]);
    }
    if (files.size() > 2) throw examples::input_error("at most two files are read; see --help");
    if (files.empty()) files.emplace_back("-");

    input first(files[0]);
    if (files.size() == 2) {
        input second(files[1]);
        stream::npy_pair_source from(first.in(), first.name(), second.in(), second.name());
        return fit(from);
    }
    if (first.is_npy()) {
        stream::npy_source from(first.in(), first.name());
        return fit(from);
    }
    stream::csv_source from(first.in(), first.name(), x_name, y_name, first.bytes());
    return fit(from);
}

}  // namespace

int main(int count, char** arguments) {
    std::ios::sync_with_stdio(false);
    try {
        return run({arguments + (count > 0 ? 1 : 0), arguments + count});
    } catch (std::exception const& error) {
        std::cerr << "stream: " << error.what() << '\n';
        return 2;
    }
}
