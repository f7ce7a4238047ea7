#pragma once

#if __cplusplus < 202002L
#error "Leibniz is written in C++20; compile with -std=c++20 (g++ 12, clang 14, or later)"
#include <-std=c++20>  // There is none: compilers stop here, and do not report the next thousand lines.
#endif

#include <leibniz/language/text_view.hpp>

/// The version of the library. It stands here and nowhere else: CMake reads these lines.
#define LEIBNIZ_VERSION_MAJOR 0
#define LEIBNIZ_VERSION_MINOR 1
#define LEIBNIZ_VERSION_PATCH 0

namespace leibniz::inline v0_1 {

#define LEIBNIZ_QUOTED(major, minor, patch) #major "." #minor "." #patch
#define LEIBNIZ_EXPANDED(...) LEIBNIZ_QUOTED(__VA_ARGS__)
/// The version as text, such as "0.1.0".
inline constexpr text_view version_text = LEIBNIZ_EXPANDED(LEIBNIZ_VERSION_MAJOR, LEIBNIZ_VERSION_MINOR, LEIBNIZ_VERSION_PATCH);
#undef LEIBNIZ_EXPANDED
#undef LEIBNIZ_QUOTED

}  // namespace leibniz::inline v0_1
