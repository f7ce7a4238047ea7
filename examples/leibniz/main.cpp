// The command leibniz: derivatives of formulas from the command line. leibniz diff --help shows its options.

#include "answer.hpp"
#include "compare.hpp"
#include "input.hpp"
#include "options.hpp"
#include "report.hpp"
#include "sentence.hpp"
#include "tables.hpp"

#include <exception>
#include <iostream>
#include <new>
#include <stdexcept>
#include <string>
#include <vector>

namespace tool {

/// The exit code.
int run(std::vector<std::string> words) {
    auto const chosen = options_in(std::move(words));
    int code = 0;
    if (chosen && chosen->other) {
        comparison const c = comparison_for(*chosen);
        if (chosen->json) print_json(c);
        else print_lines(c);
        code = code_of(c.found.found);
    } else if (chosen && is_whole(chosen->written_as)) {
        std::cout << whole_answer_to(*chosen);
    } else if (chosen && chosen->what != task::each) {
        print_table(*chosen);
    } else if (chosen) {
        answer const a = answer_to(*chosen);
        if (chosen->json) print_json(a, *chosen);
        else print_lines(a, *chosen);
    }
    if (!std::cout.flush()) throw input_error("leibniz: standard output cannot be written");
    return code;
}

}  // namespace tool

int main(int argc, char** argv) {
    try {
        return tool::run({argv + (argc > 0 ? 1 : 0), argv + argc});
    } catch (std::bad_alloc const&) {
        std::cerr << "leibniz: there is not enough memory for this formula\n";
    } catch (leibniz::syntax_error const& error) { std::cerr << tool::sentence_of(error) << '\n'; } catch (std::length_error const& error) {
        std::cerr << tool::sentence_of(error) << '\n';
    } catch (std::domain_error const& error) { std::cerr << tool::sentence_of(error) << '\n'; } catch (std::exception const& error) {
        std::cerr << error.what() << '\n';
    }
    return 2;
}
