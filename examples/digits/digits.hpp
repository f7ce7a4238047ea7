#pragma once

#include <Eigen/Core>

#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

/// Pictures of digits, a row for each, and what they show: 1 in one of ten columns.
struct samples {
    Eigen::MatrixXd pictures, digits;
};

/// Reads lines of 64 letters, from 0 (white) to g (16, black), and a digit; lines that begin with # are comments. Throws
/// std::runtime_error with the number of the line.
inline samples read_digits(std::string const& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error(file + ": cannot be read");
    std::vector<std::string> lines;
    int number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.empty() || line[0] == '#') continue;
        bool const fits = line.size() == 66 && line.find_first_not_of("0123456789abcdefg") == 64 && line[64] == ' ' && line[65] >= '0' && line[65] <= '9';
        if (!fits) throw std::runtime_error(file + ", line " + std::to_string(number) + ": 64 letters from 0 to g and a digit were expected");
        lines.push_back(line);
    }
    auto const count = static_cast<Eigen::Index>(lines.size());
    samples all{Eigen::MatrixXd(count, 64), Eigen::MatrixXd::Zero(count, 10)};
    for (Eigen::Index row = 0; row < count; ++row) {
        std::string const& line = lines[static_cast<std::size_t>(row)];
        for (Eigen::Index k = 0; k < 64; ++k) {
            char const letter = line[static_cast<std::size_t>(k)];
            all.pictures(row, k) = (letter <= '9' ? letter - '0' : letter - 'a' + 10)/16.0;
        }
        all.digits(row, line[65] - '0') = 1;
    }
    return all;
}
