// Sums a model over shards, each in a process of its own, and merges what they write, in any order:
//   shards sum 2/7 FILE     sums the second of seven shards, and writes the accumulator as bytes
//   shards merge FILE...    merges them, and prints loss and gradient
//   shards whole            prints the same from all rows at once, by evaluate
// The model is that of NIST's MGH17, two exponentials; the rows are made up.
#include "../input.hpp"
#include "../noise.hpp"

#include <leibniz/eigen.hpp>
#include <leibniz/eigen/accumulator.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace leibniz;
using examples::input_error;

constexpr symbol<"b1"> b1;
constexpr symbol<"b2"> b2;
constexpr symbol<"b3"> b3;
constexpr symbol<"b4"> b4;
constexpr symbol<"b5"> b5;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

constexpr auto loss = mean(pow<2>(b1 + b2 * exp(-x * b4) + b3 * exp(-x * b5) - y));
constexpr auto model = outputs(loss, gradient(loss, wrt(b1, b2, b3, b4, b5)));
constexpr auto parameters = values(b1 = 0.4, b2 = 2.0, b3 = -1.5, b4 = 0.013, b5 = 0.022);

constexpr long long all_rows = 100'003;

/// Rows from `first` to before `end`.
struct rows {
    Eigen::ArrayXd xs, ys;

    rows(long long first, long long end) : xs(end - first), ys(end - first) {
        for (Eigen::Index k = 0; k < xs.size(); ++k) {
            auto const row = 2 * static_cast<std::uint64_t>(first + k);
            xs[k] = 320 * examples::noise(row);
            ys[k] = 0.4 + examples::noise(row + 1);
        }
    }
};

template <class Results>
void print(unsigned long long rows, Results const& results) {
    auto const& [value, slope] = results;
    std::printf("rows %llu\nloss %a\ngradient", rows, value);
    for (double const each : {slope[b1], slope[b2], slope[b3], slope[b4], slope[b5]}) std::printf(" %a", each);
    std::printf("\n");
}

void sum_shard(std::string const& which, std::string const& file) {
    std::size_t const slash = std::min(which.find('/'), which.size() - 1);
    auto const part = examples::number_in<int>(which.substr(0, slash)), parts = examples::number_in<int>(which.substr(slash + 1));
    if (!part || !parts || *part < 1 || *part > *parts)
        throw input_error("a shard is named as in 2/7, the second of seven, and not " + examples::in_quotes(which));
    rows const mine(all_rows * (*part - 1) / *parts, all_rows * *part / *parts);

    auto total = accumulator(model);
    for (Eigen::Index at = 0, size = 1000; at < mine.xs.size(); at += size) {  // batches are segments of the columns: nothing is copied
        Eigen::Index const count = std::min(size, mine.xs.size() - at);
        total.add(parameters, x = mine.xs.segment(at, count), y = mine.ys.segment(at, count));
    }
    auto const bytes = total.bytes();
    std::ofstream out(file, std::ios::binary);
    if (!out.write(reinterpret_cast<char const*>(bytes.data()), static_cast<std::streamsize>(bytes.size())).flush())
        throw input_error(examples::printable(file, 200) + ": cannot be written");
}

void merge_shards(std::span<std::string const> files) {
    auto total = accumulator(model);
    for (std::string const& file : files) {
        std::ifstream in(file, std::ios::binary);
        std::vector<char> bytes(total.byte_count + 1);  // one more than there should be
        in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        bytes.resize(static_cast<std::size_t>(in.gcount()));
        try {
            total += accumulator(model, std::as_bytes(std::span(bytes)));
        } catch (std::exception const& error) {
            throw input_error(examples::printable(file, 200) + (in.is_open() ? std::string(": ") + error.what() : ": cannot be read"));
        }
    }
    print(total.rows(), total.value());
}

void run(std::vector<std::string> const& words) {
    std::string_view const task = words.empty() ? std::string_view() : words[0];
    if (task == "sum" && words.size() == 3) return sum_shard(words[1], words[2]);
    if (task == "merge" && words.size() > 1) return merge_shards(std::span(words).subspan(1));
    if (task != "whole" || words.size() != 1) throw input_error("write shards sum PART/PARTS FILE, shards merge FILE..., or shards whole");
    rows const all(0, all_rows);
    print(all_rows, evaluate(reproducible, model, parameters, x = all.xs, y = all.ys));
}

}  // namespace

int main(int count, char** arguments) {
    try {
        run({arguments + (count > 0 ? 1 : 0), arguments + count});
        return 0;
    } catch (std::exception const& error) {
        std::cerr << "shards: " << error.what() << '\n';
        return 2;
    }
}
