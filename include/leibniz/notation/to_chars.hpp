#pragma once

#include <leibniz/notation/exact_to_chars.hpp>

#include <charconv>

namespace leibniz::inline v0_1::detail {

// The same letters everywhere: libc++ before 20 has std::to_chars of integers only, or does not say that it has more.
#ifdef __cpp_lib_to_chars
using std::to_chars;
#else
using exact::to_chars;
#endif

}  // namespace leibniz::inline v0_1::detail
