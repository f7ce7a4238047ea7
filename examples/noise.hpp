#pragma once

#include <cstdint>

namespace examples {

/// Number k of a sequence between 0 and 1 that looks like chance (Steele, Lea and Flood 2014, SplitMix64). Whoever asks for row k gets
/// the same, on every machine and in any order.
inline double noise(std::uint64_t k) {
    std::uint64_t z = (k + 1) * 0x9e37'79b9'7f4a'7c15u;
    z = (z ^ (z >> 30)) * 0xbf58'476d'1ce4'e5b9u;
    z = (z ^ (z >> 27)) * 0x94d0'49bb'1331'11ebu;
    return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

}  // namespace examples
