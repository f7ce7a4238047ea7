#pragma once

#include "../progress_bar.hpp"
#include "columns.hpp"

#include <cstddef>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <string>

namespace train {

/// Shows how training goes: a bar on a terminal, elsewhere about ten plain lines.
class progress {
public:
    explicit progress(int epochs) : epochs_(epochs), bar_(std::cout) {}

    /// Takes loss and line in the units of the file.
    void show(int epoch, double loss, line f) {
        int const steps = on_terminal_ ? 100 : 10;
        int const share = static_cast<int>(static_cast<long long>(epoch) * steps / epochs_);
        if (share == shown_) return;  // drawing costs more than an epoch
        shown_ = share;
        if (on_terminal_) {
            bar_.draw(share, state(epoch, loss), epoch == epochs_);
        } else {
            std::cout << "  " << state(epoch, loss) << "   w " << std::setw(9) << f.w << "   b " << std::setw(9) << f.b << '\n';
        }
    }

private:
    std::string state(int epoch, double loss) const {
        auto const total = std::to_string(epochs_);
        std::ostringstream text;
        text << "epoch " << std::setw(static_cast<int>(total.size())) << epoch << " of " << total << "   loss " << std::setw(9) << loss;
        return text.str();
    }

    int epochs_;
    bool on_terminal_ = on_terminal(STDOUT_FILENO);
    progress_bar bar_;
    int shown_ = -1;
};

}  // namespace train
