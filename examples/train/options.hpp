#pragma once

#include "input.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#ifndef LEIBNIZ_EXAMPLE_CSV  // the build names the file beside the source
#define LEIBNIZ_EXAMPLE_CSV "examples/train/norris.csv"
#endif

namespace train {

inline constexpr std::string_view usage =
    R"(usage: train [--csv FILE] [--x NAME] [--y NAME] [--rate R] [--epochs N] [--float]

Fits the line w*x + b to two columns of a CSV file by gradient descent. The derivatives
of the loss are derived by Leibniz while this program is compiled.

  --csv FILE    the data, its first line naming the columns
                (default: )" LEIBNIZ_EXAMPLE_CSV R"()
  --x NAME      the column that explains (default: x)
  --y NAME      the column to be explained (default: y)
  --rate R      the step along the gradient, above 0; from 1 on it diverges (default: 0.1)
  --epochs N    how often to step (default: 200)
  --float       train in single precision
  --help        print this and stop

A value may also follow an equals sign: --rate=0.1. An example:

  train --csv measurements.csv --x time --y distance --epochs 50

Exit code: 0 if the line was fitted, 2 if an option or the file cannot be used or the rate
is too large; one sentence on standard error then says what is wrong. 1: any other failure.
)";

struct options {
    std::string csv = LEIBNIZ_EXAMPLE_CSV;
    std::string x = "x";
    std::string y = "y";
    double rate = 0.1;
    int epochs = 200;
    bool single_precision = false;
    bool help = false;
};

/// Hands out the words of the command line: `--rate 0.1` and `--rate=0.1` alike.
class command_line {
public:
    explicit command_line(std::vector<std::string> arguments) : words_(std::move(arguments)) {}

    /// The name of the next option; nothing at the end.
    std::optional<std::string> option() {
        if (at_ == words_.size()) return {};
        name_ = words_[at_++];
        inline_value_.reset();
        auto const equals = name_.find('=');
        if (name_.starts_with("--") && equals != std::string::npos) {
            inline_value_ = name_.substr(equals + 1);
            name_.resize(equals);
        }
        return name_;
    }

    /// The value of the option handed out last.
    std::string value() {
        if (inline_value_) {
            if (!inline_value_->empty()) return *inline_value_;
        } else if (at_ < words_.size() && !words_[at_].starts_with("--")) {
            return words_[at_++];
        }
        fail("the option ", name_, " needs a value; see --help");
    }

    /// Insists that the option handed out last carries no value.
    void no_value() const {
        if (inline_value_) fail("the option ", name_, " takes no value; write it alone");
    }

private:
    std::vector<std::string> words_;
    std::size_t at_ = 0;
    std::string name_;
    std::optional<std::string> inline_value_;
};

inline double rate_in(std::string const& text) {
    auto const rate = number_in(text);
    if (!rate || !(*rate > 0)) fail("--rate should be a number above 0, as in --rate 0.1, and is ", in_quotes(text));
    return *rate;
}

inline int epochs_in(std::string const& text) {
    auto const epochs = number_in<int>(text);
    if (!epochs || *epochs < 1) {
        fail("--epochs should be a whole number from 1 to 2147483647, as in --epochs 200, and is ", in_quotes(text));
    }
    return *epochs;
}

inline options parse_options(std::vector<std::string> arguments) {
    options chosen;
    command_line words(std::move(arguments));
    while (auto const option = words.option()) {
        if (*option == "--csv") chosen.csv = words.value();
        else if (*option == "--x") chosen.x = words.value();
        else if (*option == "--y") chosen.y = words.value();
        else if (*option == "--rate") chosen.rate = rate_in(words.value());
        else if (*option == "--epochs") chosen.epochs = epochs_in(words.value());
        else if (*option == "--float") words.no_value(), chosen.single_precision = true;
        else if (*option == "--help" || *option == "-h") words.no_value(), chosen.help = true;
        else if (option->starts_with('-')) fail("there is no option ", in_quotes(*option), "; see --help");
        else fail("the word ", in_quotes(*option), " belongs to no option; name the file with --csv FILE");
    }
    return chosen;
}

}  // namespace train
