// libFuzzer: whatever the bytes are, the laws of check.hpp hold. scripts/fuzz builds and runs it.
#include "program.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    try_formula(std::string(reinterpret_cast<char const*>(data), size));
    return 0;
}
