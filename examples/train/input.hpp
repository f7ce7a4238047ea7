#pragma once

#include "../input.hpp"

#include <sstream>

namespace train {

using namespace examples;

/// Stops with the sentence that `parts` form one after another.
template <class... Parts>
[[noreturn]] void fail(Parts const&... parts) {
    std::ostringstream sentence;
    (sentence << ... << parts);
    throw input_error(sentence.str());
}

}  // namespace train
