// libFuzzer: whatever the bytes are, the laws of check.hpp hold. scripts/fuzz builds and runs it.
#include "check.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    try {
        hostile::check(text);
        if (text.find("sum") != text.npos || text.find("mean") != text.npos) hostile::check(text, {"x", "y"});
    } catch (std::exception const& e) {
        std::fprintf(stderr, "%s\n", e.what());
        std::abort();
    }
    return 0;
}
