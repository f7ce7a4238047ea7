#pragma once

#include "columns.hpp"

#include <cstddef>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>

#include <unistd.h>

namespace train {

/// Whether a line on standard output can be drawn again: not in a file, a pipe or an editor's shell.
inline bool on_terminal() {
    char const* const kind = std::getenv("TERM");
    return isatty(STDOUT_FILENO) == 1 && kind != nullptr && std::string_view(kind) != "dumb";
}

/// Shows how training goes: a bar on a terminal, elsewhere about ten plain lines.
class progress {
public:
    explicit progress(int epochs) : epochs_(epochs), bar_(on_terminal()) {}
    progress(progress const&) = delete;
    progress& operator=(progress const&) = delete;

    /// An unfinished bar is wiped out, so that an error message stands on a line of its own.
    ~progress() {
        if (bar_ && unfinished_) std::cout << "\r\033[K" << std::flush;
    }

    /// Takes loss and line in the units of the file.
    void show(int epoch, double loss, line f) {
        int const steps = bar_ ? 100 : 10;
        int const share = static_cast<int>(static_cast<long long>(epoch) * steps / epochs_);
        if (share == shown_) return;  // drawing costs more than an epoch
        shown_ = share;
        unfinished_ = epoch < epochs_;
        if (bar_) {
            draw(share, epoch, loss);
        } else {
            std::cout << "  " << state(epoch, loss) << "   w " << std::setw(9) << f.w << "   b " << std::setw(9) << f.b << '\n';
        }
    }

private:
    void draw(int percent, int epoch, double loss) const {
        auto const filled = static_cast<std::size_t>(percent * width / 100);
        std::cout << "\r  [" << std::string(filled, '#') << std::string(width - filled, '.') << "] " << std::setw(3) << percent << " %  "
                  << state(epoch, loss) << "\033[K" << (unfinished_ ? "" : "\n") << std::flush;
    }

    std::string state(int epoch, double loss) const {
        auto const total = std::to_string(epochs_);
        std::ostringstream text;
        text << "epoch " << std::setw(static_cast<int>(total.size())) << epoch << " of " << total << "   loss " << std::setw(9) << loss;
        return text.str();
    }

    static constexpr int width = 24;
    int epochs_;
    bool bar_;
    bool unfinished_ = false;
    int shown_ = -1;
};

}  // namespace train
