#pragma once

#include "sections.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace page {

/// A line of an answer, and where it stands in the text of all of them, in bytes.
struct answered_line {
    std::string text;
    std::size_t first = 0;
};

/// The formulas of an answer: what stands on a line of its own, or between equals signs. A left side that only names the derivative,
/// f'(x) = or d/dx =, is none.
inline std::vector<answered_line> lines_of_answer(std::string_view all) {
    std::vector<answered_line> lines;
    std::size_t first = 0;
    auto const take = [&](std::size_t end) {
        std::string_view const part = all.substr(first, end - first), words = trimmed(part, " \t\r");
        bool const names = words.find('\'') != std::string_view::npos || words.starts_with("d/d") || words.starts_with("∂") || words.starts_with("df/d");
        if (!words.empty() && !names) lines.push_back({std::string(words), first + static_cast<std::size_t>(words.data() - part.data())});
        first = end + 1;
    };
    for (std::size_t i = 0; i < all.size(); ++i) {
        bool const compares = i > 0 && std::string_view("<>!:=").find(all[i - 1]) != std::string_view::npos;
        if (all[i] == '\n' || (all[i] == '=' && !compares && all.substr(i + 1, 1) != "=")) take(i);
    }
    take(all.size());
    return lines;
}

/// What is right but for a sign or a factor: the answer is c times the derivative, where c is a short fraction. Proved.
inline std::string likely_slip(model const& answer, model const& right, std::vector<model> const& assumed) {
    constexpr int numerators[] = {-1, 2, -2, 3, -3, 4, -4, 1, 1, 1, 1, -1, -1}, denominators[] = {1, 1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 2, 3};
    for (std::size_t k = 0; k < std::size(numerators); ++k) {
        std::string const factor = std::to_string(numerators[k]) + (denominators[k] == 1 ? "" : "/" + std::to_string(denominators[k]));
        std::string const product = "(" + factor + ")*(" + text(right) + ")";
        if (!equivalent(answer, leibniz::parse(product, limits()), assumed).is_equal()) continue;
        return factor == "-1" ? "It is the derivative with the other sign." : "It is " + factor + " times the derivative.";
    }
    return {};
}

/// Compares each line of an answer with the derivative by a symbol; the first that differs is marked, with a point that shows it.
inline document check(model const& m, std::string const& by, question const& asked) {
    std::string const& all = asked["answer"];
    auto const lines = lines_of_answer(all);
    if (lines.empty()) return document().paragraph("Write your derivative, or several lines that lead to it.");
    model const right = diff(m, by);
    std::vector<model> assumed;
    if (!trimmed(asked["assume"]).empty()) try {
            assumed.push_back(leibniz::parse(asked["assume"], limits()));
            static_cast<void>(equivalent(right, right, assumed));  // refuses what is no comparison
        } catch (std::invalid_argument const& error) { throw field_error("assume", error.what()); }
    rows verdicts;
    std::string conclusion = "Right: every line equals the derivative, which is proved.";
    bool found_wrong = false, all_proved = true;
    document slip;
    for (answered_line const& line : lines) {
        std::optional<model> read;
        try {
            read = leibniz::parse(line.text, limits());
        } catch (leibniz::syntax_error const& error) { throw field_error("answer", error.what()); }
        auto const found = equivalent(*read, right, assumed);
        bool const wrong = found == leibniz::verdict::different;
        all_proved = all_proved && found.is_equal();
        prose mark = prose::strong(found.is_equal() ? "✓" : wrong ? "✗" : "?");
        verdicts.push(cells(mark, shown(*read), leibniz::text_view(text(found))));
        if (!wrong || found_wrong) continue;
        found_wrong = true;
        conclusion = lines.size() == 1 ? "This is not the derivative." : "Line " + std::to_string(verdicts.size()) + " is the first that differs.";
        if (std::string const words = likely_slip(*read, right, assumed); !words.empty()) slip.paragraph(leibniz::text_view(words));
    }
    if (!found_wrong && !all_proved) conclusion = "No line is wrong as far as could be seen, but not all are proved on the whole domain.";
    document d;
    d.paragraph(prose::strong(conclusion));
    d.append(slip);
    d.table("Your lines against the derivative", cells("right?", "line", "verdict"), verdicts);
    if (found_wrong || asked["reveal"] == "yes") {
        d.equations("The derivative", cells("name", "formula"), [&] {
            rows one;
            one.push(cells(shown_result(right.name(0)), shown(right)));
            return one;
        }());
        d.append(derivation_document(m, by, leibniz::every_rule));
    }
    return d;
}

}  // namespace page
