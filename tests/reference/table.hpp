#pragma once

// The reference values of functions.txt (written by make_table.py), and errors measured against them.

#include <boost/multiprecision/cpp_bin_float.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#ifndef LEIBNIZ_TEST_FOLDER
#define LEIBNIZ_TEST_FOLDER ""
#endif

/// 50 digits: holds what the table states with digits to spare.
using reference_number = boost::multiprecision::cpp_bin_float_50;

/// One line of the table: a function at a point, correct to 40 digits. Second derivatives of two arguments are by aa,
/// ab, bb, of three by aa, ab, ac, bb, bc, cc; NaN where there is none.
struct reference_point {
    std::string function;
    std::vector<double> at;
    std::vector<reference_number> value, first, second;
};

namespace reference_detail {

inline reference_number number(std::string const& text) {
    using limits = std::numeric_limits<reference_number>;
    if (text == "nan") return limits::quiet_NaN();
    if (text == "inf") return limits::infinity();
    if (text == "-inf") return -limits::infinity();
    return reference_number(text);
}

inline std::vector<reference_number> numbers(std::string const& field) {
    std::vector<reference_number> result;
    std::istringstream words(field);
    for (std::string word; words >> word;) result.push_back(number(word));
    return result;
}

inline reference_point point(std::string const& line) {
    std::istringstream fields(line);
    std::string head, value, first, second;
    std::getline(fields, head, '|');
    std::getline(fields, value, '|');
    std::getline(fields, first, '|');
    std::getline(fields, second);
    reference_point result{
        .function = {}, .at = {}, .value = numbers(value), .first = numbers(first), .second = numbers(second)};
    std::istringstream words(head);
    words >> result.function;
    for (std::string word; words >> word;) result.at.push_back(std::strtod(word.c_str(), nullptr));
    std::size_t const n = result.at.size();
    if (n == 0 || result.value.size() != 1 || result.first.size() != n || result.second.size() != n * (n + 1) / 2)
        throw std::runtime_error("reference table: a line has too many or too few numbers: " + line);
    return result;
}

}  // namespace reference_detail

/// The file of the table: in the folder of the tests that LEIBNIZ_TEST_FOLDER names, else beside this header.
inline std::string reference_file() {
    std::string_view const folder = LEIBNIZ_TEST_FOLDER, here = __FILE__;
    if (!folder.empty()) return std::string(folder) + "/reference/functions.txt";
    return std::string(here.substr(0, here.find_last_of("/\\") + 1)) + "functions.txt";
}

/// All points of the table, in its order. Throws std::runtime_error where the file is missing or a line is incomplete.
inline std::vector<reference_point> reference_points() {
    std::ifstream in(reference_file());
    if (!in) throw std::runtime_error("reference table: cannot read " + reference_file());
    std::vector<reference_point> result;
    for (std::string line; std::getline(in, line);) result.push_back(reference_detail::point(line));
    return result;
}

/// The distance of `got` from the exact value, in units in the last place of the exact value as a T (the spacing of
/// subnormals below them). Infinite where only one of the two is a NaN, or is infinite as a T.
template <class T>
double ulps(T got, reference_number const& exact) {
    using limits = std::numeric_limits<T>;
    constexpr double infinite = std::numeric_limits<double>::infinity();
    if (isnan(exact) || std::isnan(got)) return isnan(exact) && std::isnan(got) ? 0 : infinite;
    T const rounded = static_cast<T>(exact);
    if (std::isinf(got) || std::isinf(rounded)) return got == rounded ? 0 : infinite;
    int const exponent = exact == 0 ? limits::min_exponent - 1 : std::max(ilogb(exact), limits::min_exponent - 1);
    return static_cast<double>(abs(ldexp(reference_number(got) - exact, limits::digits - 1 - exponent)));
}

namespace reference_detail {

/// The sum of |x f_x / f| over the arguments x that f has a derivative by.
template <class Partial>
double condition(std::vector<double> const& at, reference_number const& f, Partial partial) {
    reference_number total = 0;
    for (std::size_t i = 0; i < at.size(); ++i) {
        reference_number const slope = partial(i);
        if (at[i] != 0 && !isnan(slope)) total += abs(at[i] * slope);
    }
    if (total == 0) return 0;
    return f == 0 ? std::numeric_limits<double>::infinity() : static_cast<double>(total / abs(f));
}

}  // namespace reference_detail

/// |x f'(x) / f(x)|, how much relative errors of the arguments (together) are magnified in the value: 8 ulps times this
/// is what rounding of intermediate results may cost. Infinite where only the value is zero.
inline double condition_of(reference_point const& p) {
    return reference_detail::condition(p.at, p.value[0], [&](std::size_t i) { return p.first[i]; });
}

/// The same of the first derivative by argument i.
inline double condition_of_first(reference_point const& p, std::size_t i) {
    return reference_detail::condition(p.at, p.first[i], [&, n = p.at.size()](std::size_t j) {
        std::size_t const low = std::min(i, j), high = std::max(i, j);
        return p.second[low * n - low * (low + 1) / 2 + high];  // the upper triangle by rows
    });
}
