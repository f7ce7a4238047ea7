#pragma once

// Catch2, whichever generation is installed: 3.x, or 2.13 with the few later names that the tests use.

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>

namespace Catch::Matchers {

inline auto ContainsSubstring(std::string const& text) { return Contains(text); }  // NOLINT(readability-identifier-naming): as in 3.x

}  // namespace Catch::Matchers
#endif
