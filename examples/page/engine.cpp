// What the page calls, compiled to WebAssembly: scripts/page.
#include "answer.hpp"

#include <cstdlib>
#include <cstring>

extern "C" {

/// The answer to a question, both in UTF-8 with a zero behind them. The caller frees it.
[[gnu::used]] char* leibniz_answer(char const* question) {
    std::string const text = page::answer(question);
    auto* const letters = static_cast<char*>(std::malloc(text.size() + 1));
    if (letters != nullptr) std::memcpy(letters, text.c_str(), text.size() + 1);
    return letters;
}
}
