#pragma once

#include <leibniz/derivation/derivation.hpp>
#include <leibniz/document/document.hpp>
#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/styles/latex.hpp>
#include <leibniz/notation/styles/mathml.hpp>

namespace leibniz::inline v0_1 {

namespace detail {

template <>
struct derivation_signs<latex_style> {
    static constexpr text_view ratio = "\\frac{\\partial ", over = "}{\\partial ", ratio_end = "}", direct = "\\left(",
                               direct_end = "\\right)_{\\mathrm{direct}}", slope = "\\frac{\\partial}{\\partial ", of = "} ",
                               slope_end = "", times = " \\cdot ", equals = " = ", nonzero = " \\ne 0", nonnegative = " \\ge 0",
                               positive = " > 0";
};
template <>
struct derivation_signs<mathml_style> {
    static constexpr text_view ratio = "<mfrac><mrow><mo>∂</mo>", over = "</mrow><mrow><mo>∂</mo>", ratio_end = "</mrow></mfrac>",
                               direct = "<msub><mrow><mo>(</mo>", direct_end = "<mo>)</mo></mrow><mtext>direct</mtext></msub>",
                               slope = "<mfrac><mo>∂</mo><mrow><mo>∂</mo>", of = "</mrow></mfrac>", slope_end = "", times = "<mo>·</mo>",
                               equals = "<mo>=</mo>", nonzero = "<mo>≠</mo><mn>0</mn>", nonnegative = "<mo>≥</mo><mn>0</mn>",
                               positive = "<mo>&gt;</mo><mn>0</mn>";
};

/// The lines of a derivation in three notations.
struct lines_in_notations {
    derivation_lines text, latex, mathml;

    constexpr mathematics before(int k) const { return {text[k].before, latex[k].before, mathml[k].before}; }
    constexpr mathematics after(int k) const { return {text[k].after, latex[k].after, mathml[k].after}; }
    constexpr mathematics pattern(int k) const { return {text[k].pattern, latex[k].pattern, mathml[k].pattern}; }
    constexpr mathematics condition(int k) const { return {text[k].condition, latex[k].condition, mathml[k].condition}; }
};

constexpr buffer<buffer<prose>> rows_of_main_steps(lines_in_notations const& all, bool definitions) {
    buffer<buffer<prose>> rows;
    for (int k = 0; k < all.text.size(); ++k) {
        if ((all.text[k].kind == rule::definition) != definitions) continue;
        buffer<prose> row = cells(all.before(k), all.after(k));
        if (!all.text[k].condition.empty()) row.back() += prose("for ") + all.condition(k);
        rows.push(row);
    }
    return rows;
}

/// With the name of each rule; formulas stand last, for they may be long.
constexpr buffer<buffer<prose>> rows_of_differentials(lines_in_notations const& all) {
    buffer<buffer<prose>> rows;
    for (int k = 0; k < all.text.size(); ++k) {
        if (all.text[k].kind == rule::definition) continue;
        prose reason(all.text[k].rule);
        if (!all.text[k].pattern.empty()) reason += prose(": ") + all.pattern(k);
        rows.push(cells(all.before(k), reason, all.after(k)));
    }
    return rows;
}

/// The number of a line among the others: 1, 1.1, 1.2.
constexpr characters numbered(buffer<int> const& counts) {
    characters number;
    for (int k = 0; k < counts.size(); ++k) {
        if (k > 0) number += ".";
        number += static_cast<long long>(counts[k]);
    }
    return number;
}

constexpr buffer<buffer<prose>> rows_of_every_rule(lines_in_notations const& all) {
    buffer<buffer<prose>> rows;
    buffer<int> counts;
    for (int k = 0; k < all.text.size(); ++k) {
        derivation_line const line = all.text[k];
        mathematics const equals{" = ", " = ", "<mo>=</mo>"};
        counts.truncate(line.depth + 1 < counts.size() ? line.depth + 1 : counts.size());
        while (counts.size() < line.depth + 1) counts.push(0);
        ++counts[line.depth];
        prose reason(line.rule);
        if (!line.pattern.empty()) reason += prose(": ") + all.pattern(k);
        if (!line.condition.empty()) reason += prose("; for ") + all.condition(k);
        rows.push(cells(numbered(counts), all.before(k) + equals + all.after(k), reason));
    }
    return rows;
}

constexpr document document_of_main_steps(lines_in_notations const& all) {
    return document()
        .equations("What is differentiated", cells("name", "formula"), rows_of_main_steps(all, true))
        .equations("Derivatives", cells("derivative", "formula"), rows_of_main_steps(all, false));
}
constexpr document document_of_every_rule(lines_in_notations const& all) {
    return document().table("Every rule", cells("step", "equation", "rule"), rows_of_every_rule(all));
}

template <class E, class V>
inline constexpr bool derives_by_differentials = requires { derivation_work<E, V, as_main_steps, text_style>::by_differentials; };

/// Calls `use` with the lines. Those of a long derivation of vectors and matrices are computed when it is called: together they would
/// exceed the compilers' default limits.
template <class E, class V, class Detail, class Use>
constexpr document with_lines(derivation_of<E, V, Detail> steps, Use use) {
    using work = derivation_work<E, V, Detail, text_style>;
    if constexpr (derives_by_differentials<E, V> && work::is_long && !work::clashes()) {
        using diagnosis = decltype(work::diagnosis());
        if constexpr (std::same_as<diagnosis, accepted>) {
            written_lines const all[] = {work::run(as_written<E>), derivation_work<E, V, Detail, latex_style>::run(as_written<E>),
                                         derivation_work<E, V, Detail, mathml_style>::run(as_written<E>)};
            auto const seen = [&](int k) { return derivation_lines(all[k].letters.begin(), all[k].lines.begin(), all[k].lines.size()); };
            return use(lines_in_notations{seen(0), seen(1), seen(2)});
        } else return diagnosis::sentence::report(), document();
    } else return use(lines_in_notations{lines<text_style>(steps), lines<latex_style>(steps), lines<mathml_style>(steps)});
}

}  // namespace detail

/// A derivation as a document. `text`, `markdown`, `latex`, `html`, `html_page` write it.
///
///     assert(!html(written_out(derivation(pow<2>(w*x), w))).empty());
template <class E, class V>
constexpr document written_out(derivation_of<E, V, as_main_steps> d) {
    return detail::with_lines(d, [](detail::lines_in_notations const& all) {
        if constexpr (detail::derives_by_differentials<E, V>)
            return document()
                .equations("What is differentiated", cells("name", "formula"), detail::rows_of_main_steps(all, true))
                .table("Differentials, and the derivative", cells("part", "rule", "formula"), detail::rows_of_differentials(all));
        else return detail::document_of_main_steps(all);
    });
}
template <class E, class V>
constexpr document written_out(derivation_of<E, V, as_every_rule> d) {
    return detail::with_lines(d, [](detail::lines_in_notations const& all) { return detail::document_of_every_rule(all); });
}

}  // namespace leibniz::inline v0_1
