// The command leibniz: derivatives of formulas from the command line, and fits. leibniz diff --help and leibniz fit --help show its options.

#include "answer.hpp"
#include "compare.hpp"
#include "fit.hpp"
#include "input.hpp"
#include "options.hpp"
#include "report.hpp"
#include "sentence.hpp"
#include "tables.hpp"

#include <algorithm>
#include <exception>
#include <iostream>
#include <new>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace tool {

/// Answers one question; returns the exit code.
int answered(options const& chosen) {
    if (chosen.other) {
        comparison const c = comparison_for(chosen);
        if (chosen.json) print_json(c);
        else print_lines(c, chosen);
        return code_of(c.found.found);
    }
    if (chosen.shared) print_lines(shared_answer_to(chosen), chosen);
    else if (is_whole(chosen.written_as)) std::cout << whole_answer_to(chosen);
    else if (chosen.what != task::each) print_table(chosen);
    else {
        answer const a = answer_to(chosen);
        if (chosen.json) print_json(a, chosen);
        else print_lines(a, chosen);
    }
    return 0;
}

/// Runs `work`; where it throws, writes the sentence for the exception behind `before`, and returns 2.
template <class Work>
int guarded(std::string const& before, Work const& work) {
    std::string sentence;
    try {
        return work();
    } catch (std::bad_alloc const&) {
        sentence = "leibniz: there is not enough memory for this formula";
    } catch (leibniz::syntax_error const& error) { sentence = sentence_of(error); } catch (std::length_error const& error) {
        sentence = sentence_of(error);
    } catch (std::domain_error const& error) { sentence = sentence_of(error); } catch (std::exception const& error) {
        sentence = error.what();
    }
    std::cerr << before << sentence << '\n';
    return 2;
}

/// Answers the question for each of several formulas. Returns the worst of their exit codes: 2, 3, 1, 0.
int answered_for_each(options chosen, std::vector<std::string> const& formulas) {
    int worst = 0;
    for (std::string const& formula : formulas) {
        chosen.formula = formula;
        ++chosen.number;
        int const code = guarded("f" + std::to_string(chosen.number) + ": ", [&] { return answered(chosen); });
        worst = worst == 2 || code == 2 ? 2 : std::max(worst, code);
    }
    return worst;
}

/// The exit code.
int run(std::vector<std::string> words) {
    int code = 0;
    if (!words.empty() && words[0] == "fit") {
        words.erase(words.begin());
        code = fit(std::move(words));
    } else if (auto const chosen = options_in(std::move(words))) {
        std::vector<std::string> formulas;
        if (chosen->lines) formulas = lines_of_input();
        else if (chosen->what != task::jacobian && !chosen->further.empty()) {
            formulas = chosen->further;
            formulas.insert(formulas.begin(), chosen->formula);
        }
        code = formulas.empty() && !chosen->lines ? answered(*chosen) : answered_for_each(*chosen, formulas);
    }
    if (!std::cout.flush()) throw input_error("leibniz: standard output cannot be written");
    return code;
}

}  // namespace tool

int main(int argc, char** argv) {
    return tool::guarded("", [&] { return tool::run({argv + (argc > 0 ? 1 : 0), argv + argc}); });
}
