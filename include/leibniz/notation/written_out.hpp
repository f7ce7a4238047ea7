#pragma once

#include <leibniz/notation/backpropagation.hpp>
#include <leibniz/notation/calculus_notation.hpp>
#include <leibniz/notation/document.hpp>
#include <leibniz/notation/picture.hpp>
#include <leibniz/notation/text.hpp>

#include <string_view>

namespace leibniz {

/// An expression's formula, for a document.
template <expression E>
mathematics shown(E) {
    std::string_view const inside = mathml(E{});
    return {text(E{}), latex(E{}), inside.substr(6, inside.size() - 13)};
}
/// A number as mathematics; an exact fraction or one that floats, in so many digits.
template <class T>
mathematics shown_number(T value, int digits = 6) {
    characters const text = number_text(value, digits);
    return {text, detail::calculus_notation<latex_style>::number(text), detail::calculus_notation<mathml_style>::number(text)};
}
/// A name as the formulas write it, and ∂of/∂by.
inline mathematics shown_name(std::string_view name) {
    return {name, detail::styled_name<latex_style>(name), detail::styled_name<mathml_style>(name)};
}
inline mathematics shown_ratio(std::string_view of, std::string_view by) {
    auto const in = [&]<class Style>(detail::calculus_notation<Style> notation) { return notation.ratio(notation.name(of), notation.name(by)); };
    return {in(detail::calculus_notation<text_style>()), in(detail::calculus_notation<latex_style>()), in(detail::calculus_notation<mathml_style>())};
}

namespace detail {

/// The lines of one calculation in all notations.
template <class Sheet, class T>
class calculation_pages {
public:
    explicit calculation_pages(hand_calculation<T> const& of)
        : sheet_(seen<Sheet>()), of_(of), variables_(of.values), values_(sheet_, calls<Sheet, T>::value.of, variables_),
          numbers_(texts_of(variables_, of.digits)), lines_(texts_of(values_.of_line, of.digits)), sums_(texts_of(values_.of_sum, of.digits)) {}

    void add_to(document& d) const {
        sheet_extent const& e = sheet_.extent;
        d.equations("Forward", cells("step", "formula", "in numbers", "value"), lines(0, e.forward));
        if (e.local > 0) d.equations("Local derivatives", derivatives(), lines(e.forward, e.local));
        if (auto const rows = chain(); !rows.empty()) d.equations("Chain rule, backwards", derivatives(), rows);
        if (e.gradient > 0) d.equations("Gradient", derivatives(), lines(e.forward + e.local, e.gradient));
        if (auto const rows = update(); !rows.empty()) d.equations("Update", cells("parameter", "formula", "in numbers", "value"), rows);
    }

    buffer<buffer<prose>> lines(int first, int count) const {
        return rows(count, [&](auto const& write, int k) { return write.line(first + k, lines_[first + k]); });
    }

    /// Boxes for all symbols and steps, arrows for what each step is made of.
    pictured_graph picture() const {
        line_writer<unicode_style> const write = writer<unicode_style>();
        using notation = calculus_notation<unicode_style>;
        sheet_extent const& e = sheet_.extent;
        pictured_graph g;
        buffer<int> box(e.variables, -1);
        std::string_view const whole = sheet_.variables[e.forward - 1];
        for (int s = 0; s < e.forward; ++s) {
            buffer<int> inputs;
            for (int i = sheet_.begins[s]; i < sheet_.begins[s + 1]; ++i)
                if (sheet_.code[i].op == opcode::input) inputs.push(sheet_.code[i].a);
            for (int v : inputs)
                if (box[v] < 0) {
                    box[v] = g.boxes.size();
                    g.boxes.push({notation::name(sheet_.variables[v]), notation::number(numbers_[v]), by(whole, sheet_.variables[v])});
                }
            auto const line = write.line(s, lines_[s]);
            box[s] = g.boxes.size();
            g.boxes.push({line.name + " = " + line.formula, line.value, by(whole, sheet_.variables[s])});
            for (int v : inputs) g.arrows.push({box[v], box[s], notation::number(numbers_[v]), local(s, v)});
        }
        return g;
    }

private:
    static buffer<prose> derivatives() { return cells("derivative", "formula", "in numbers", "value"); }
    template <class Style>
    line_writer<Style> writer() const {
        static constexpr sheet_text named = text_of<Sheet, Style, false>();
        return {sheet_, text_of<Sheet, Style, true>(), &named, numbers_};
    }
    /// One row for each k below `count`, written in all notations.
    template <class Write>
    buffer<buffer<prose>> rows(int count, Write const& write) const {
        line_writer<text_style> const as_text(sheet_, text_of<Sheet, text_style, true>(), nullptr, numbers_);
        line_writer<latex_style> const as_latex = writer<latex_style>();
        line_writer<mathml_style> const as_mathml = writer<mathml_style>();
        buffer<buffer<prose>> all;
        for (int k = 0; k < count; ++k) {
            auto const text = write(as_text, k);
            auto const latex = write(as_latex, k);
            auto const mathml = write(as_mathml, k);
            auto const cell = [](characters const& plain, characters const& typeset, characters const& marked) {
                return prose(mathematics{plain, typeset, marked});
            };
            buffer<prose> row;
            row.push(cell(text.name, latex.name, mathml.name));
            row.push(cell(text.formula, latex.formula, mathml.formula));
            row.push(cell(text.numbers, latex.numbers, mathml.numbers));
            row.push(cell(text.value, latex.value, mathml.value));
            all.push(row);
        }
        return all;
    }
    buffer<buffer<prose>> chain() const {
        buffer<int> order;
        for (int s = 0; s < sheet_.extent.sums; ++s)
            if (!is_said_already(sheet_, s)) order.push(s);
        return rows(order.size(), [&](auto const& write, int k) { return write.sum(order[k], lines_, sums_); });
    }
    buffer<buffer<prose>> update() const {
        int const first = sheet_.extent.forward + sheet_.extent.local;
        int k = 0;
        buffer<int> parameters;  // of the gradient, those that have an update
        for (int p = 0; p < sheet_.extent.gradient && k < of_.update.size(); ++p)
            if (place(sheet_.lines[first + p].by) >= 0) parameters.push(p), ++k;
        return rows(parameters.size(), [&](auto const& write, int u) {
            int const line = first + parameters[u];
            std::string_view const by = sheet_.lines[line].by;
            return write.update(by, numbers_[place(by)], number_text(of_.rate, of_.digits), lines_[line], number_text(of_.update[u].value, of_.digits));
        });
    }
    int place(std::string_view name) const {
        for (int v = sheet_.extent.forward; v < sheet_.extent.variables; ++v)
            if (sheet_.variables[v] == name) return v;
        return -1;
    }

    characters by(std::string_view whole, std::string_view variable) const {
        using notation = calculus_notation<unicode_style>;
        for (int s = 0; s < sheet_.extent.sums; ++s)
            if (sheet_.sums[s].by == variable) return notation::ratio(notation::name(whole), notation::name(variable)) + " = " + notation::number(sums_[s]);
        return {};
    }
    characters local(int step, int variable) const {
        for (int k = 0; k < sheet_.extent.local; ++k) {
            sheet_line const& l = sheet_.lines[sheet_.extent.forward + k];
            if (l.of == sheet_.variables[step] && l.by == sheet_.variables[variable])
                return calculus_notation<unicode_style>::number(lines_[sheet_.extent.forward + k]);
        }
        return {};
    }

    sheet_view sheet_;
    hand_calculation<T> const& of_;
    buffer<T> variables_;
    line_values<T> values_;
    buffer<characters> numbers_, lines_, sums_;
};

}  // namespace detail

/// A hand calculation as a document: tables of its lines; `text`, `markdown`, `latex`, `html` write it.
template <class T, class E, class... V>
document written_out(calculation_of<hand_calculation<T>, E, V...> const& c) {
    document d;
    detail::calculation_pages<detail::sheet<E, V...>, T>(c).add_to(d);
    return d;
}

/// The same for several steps, one below the other below headings of this level, and what the model gives after the last.
template <class T, class E, class... V>
document written_out(calculation_of<hand_training<T>, E, V...> const& training, int level = 3) {
    document d;
    for (int k = 0; k < training.steps.size(); ++k) {
        characters title = "Step ";
        title += k + 1;
        d.heading(level, title);
        detail::calculation_pages<detail::sheet<E, V...>, T>(training.steps[k]).add_to(d);
    }
    if (training.last.values.empty()) return d;
    detail::calculation_pages<detail::sheet<E, V...>, T> const last(training.last);
    d.heading(level, "Afterwards").equations("Forward", cells("step", "formula", "in numbers", "value"), last.lines(0, training.after.size()));
    return d;
}

/// The computational graph of a hand calculation, with values and derivatives.
template <class T, class E, class... V>
pictured_graph graph_of(calculation_of<hand_calculation<T>, E, V...> const& c) {
    return detail::calculation_pages<detail::sheet<E, V...>, T>(c).picture();
}

}  // namespace leibniz
