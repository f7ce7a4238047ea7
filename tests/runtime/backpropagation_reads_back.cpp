// The formulas that hand calculations print read back: those of the README, the lessons and the tests of backpropagation.
#include "../catch.hpp"

#include <leibniz/parse.hpp>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

using namespace leibniz;

namespace {

/// The formulas of the hand calculations in a file, `  u2 = u1 - y = 2 - 4 = -2`, and of the lines of the command leibniz,
/// `d/dx = cos(x)`. In a program they stand in quotes.
std::vector<std::string> formulas_in(std::string const& file) {
    std::ifstream in(file);
    REQUIRE(in);
    std::vector<std::string> found;
    bool formulas = false;
    for (std::string line; std::getline(in, line);) {
        std::size_t const quote = line.find('"');
        bool const quoted = quote != std::string::npos && line.find_first_not_of(' ') == quote;
        if (quoted) line = line.substr(quote + 1, line.rfind("\\n") - quote - 1);
        if (!line.starts_with("  ")) formulas = line == "forward" || line == "local derivatives" || line == "gradient" || line == "afterwards";
        else if (file.ends_with(".cpp") && !quoted) formulas = false;
        std::size_t const sign = line.find(" = ");
        if (!(formulas || line.starts_with("d/d")) || sign == std::string::npos || line.find_first_not_of(' ') >= sign) continue;
        std::string const formula = line.substr(sign + 3, line.find(" = ", sign + 3) - sign - 3);
        found.push_back(formula.substr(0, formula.find_last_not_of(' ') + 1));
    }
    return found;
}

}  // namespace

TEST_CASE("the formulas of hand calculations read back") {
    std::string const here = LEIBNIZ_TEST_FOLDER "/runtime/", examples = LEIBNIZ_TEST_FOLDER "/../examples/", lessons = examples + "lessons/";
    int count = 0;
    for (std::string const& file : {std::string(LEIBNIZ_TEST_FOLDER "/../README.md"), examples + "first_screen.expected", lessons + "l01_one_weight.expected",
                                    lessons + "l02_weight_and_bias.expected", lessons + "l04_two_steps.expected", lessons + "l06_network_named.expected",
                                    lessons + "l12_quadratic.expected", here + "backpropagation.cpp"}) {
        CAPTURE(file);
        int in_file = 0;
        for (std::string const& formula : formulas_in(file)) {
            CAPTURE(formula);
            // Hand calculations keep the order in which a model was written.
            std::string const said = text(parse(formula));
            CHECK(parse(said) == parse(formula));
            CHECK(std::is_permutation(said.begin(), said.end(), formula.begin(), formula.end()));
            ++in_file;
        }
        CHECK(in_file > 0);
        count += in_file;
    }
    std::printf("%d formulas of hand calculations read back\n", count);
    CHECK(count >= 120);
}
