#pragma once

#include <cstddef>
#include <cstdlib>
#include <iomanip>
#include <ostream>
#include <sstream>
#include <string>
#include <string_view>

#include <unistd.h>

namespace examples {

/// Whether a line of this output (STDOUT_FILENO, STDERR_FILENO) can be drawn again: not in a file, a pipe or an editor's shell.
inline bool on_terminal(int file) {
    char const* const kind = std::getenv("TERM");
    return isatty(file) == 1 && kind != nullptr && std::string_view(kind) != "dumb";
}

/// A line that is drawn over and over: `[######..................]  25 %  text`.
class progress_bar {
public:
    explicit progress_bar(std::ostream& out) : out_(out) {}
    progress_bar(progress_bar const&) = delete;
    progress_bar& operator=(progress_bar const&) = delete;

    /// An unfinished bar is wiped out, so that an error message stands on a line of its own.
    ~progress_bar() { wipe(); }

    void draw(int percent, std::string const& text, bool finished = false) {
        auto const filled = static_cast<std::size_t>(percent) * width / 100;
        std::ostringstream bar;
        bar << '[' << std::string(filled, '#') << std::string(width - filled, '.') << "] " << std::setw(3) << percent << " %  " << text;
        draw(bar.str(), finished);
    }
    /// The text alone, where nobody knows how much there is.
    void draw(std::string const& text, bool finished = false) {
        out_ << "\r  " << text << "\033[K" << (finished ? "\n" : "") << std::flush;
        unfinished_ = !finished;
    }
    void wipe() {
        if (unfinished_) out_ << "\r\033[K" << std::flush;
        unfinished_ = false;
    }

private:
    static constexpr std::size_t width = 24;
    std::ostream& out_;
    bool unfinished_ = false;
};

}  // namespace examples
