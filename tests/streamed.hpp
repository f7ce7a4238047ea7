#pragma once

#include <sstream>
#include <string>

/// What `<<` writes of a value.
template <class T>
std::string streamed(T const& value) {
    std::ostringstream out;
    out << value;
    return out.str();
}
