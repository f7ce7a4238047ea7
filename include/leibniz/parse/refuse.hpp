#pragma once

#include <string>

#ifndef __cpp_exceptions
#include <cstdio>
#include <cstdlib>
#endif

namespace leibniz::inline v0_1::detail {

/// Throws the exception. Without exceptions (-fno-exceptions) the sentence goes to the standard error, and the program ends: what
/// must not end it uses the functions that return an outcome.
template <class Exception>
[[noreturn]] void refuse(std::string const& sentence) {
#ifdef __cpp_exceptions
    throw Exception(sentence);
#else
    std::fputs(("leibniz: " + sentence + '\n').c_str(), stderr);
    std::abort();
#endif
}

}  // namespace leibniz::inline v0_1::detail
