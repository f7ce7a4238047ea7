#include "program.hpp"

#include "check.hpp"

#include <cstdio>
#include <cstdlib>

void try_formula(std::string const& text) {
    try {
        hostile::check(text);
        if (text.find("sum") != text.npos || text.find("mean") != text.npos) hostile::check(text, {"x", "y"});
    } catch (std::exception const& e) {
        std::fprintf(stderr, "%s\nformula: %s\n", e.what(), text.c_str());
        std::abort();
    }
}
