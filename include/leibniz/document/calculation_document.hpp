#pragma once

#include <leibniz/backpropagation/backpropagation.hpp>
#include <leibniz/backpropagation/calculus_notation.hpp>
#include <leibniz/backpropagation/distinct_names.hpp>
#include <leibniz/document/document.hpp>
#include <leibniz/document/picture.hpp>
#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/styles/text.hpp>

namespace leibniz::inline v0_1 {

namespace detail {
/// The results of `write(notation, out)` in the three notations.
template <class Write>
mathematics in_all_notations(Write const& write) {
    characters text, latex, mathml;
    write(calculus_notation<text_style>(), text.letters());
    write(calculus_notation<latex_style>(), latex.letters());
    write(calculus_notation<mathml_style>(), mathml.letters());
    return {text, latex, mathml};
}
template <class C>
concept has_model = requires { typename C::model; };
}  // namespace detail

/// The formula of an expression, for a document: `prose("the loss ") + shown(loss)`.
template <expression E>
mathematics shown(E) {
    text_view const inside = mathml(E{});
    return {text(E{}), latex(E{}), inside.substr(6, inside.size() - 13)};
}
/// A number as mathematics: an exact fraction, or a floating number in a number of digits.
template <class T>
mathematics shown_number(T value, int digits = 6) {
    characters const text = number_text(value, digits);
    return detail::in_all_notations([&]<class Notation>(Notation, buffer<char>& out) { Notation::number(out, text); });
}
/// A name as formulas write it, and ∂of/∂by.
inline mathematics shown_name(text_view name) {
    return detail::in_all_notations([&]<class Notation>(Notation, buffer<char>& out) { Notation::name(out, name); });
}
inline mathematics shown_ratio(text_view of, text_view by) {
    return detail::in_all_notations([&]<class Notation>(Notation, buffer<char>& out) { Notation::ratio(out, of, by); });
}

/// The same as they are in the document of a hand calculation, `shown_name("w_1", calculation)`, where names that look alike,
/// such as those of symbols w_1 and w1, are told apart.
template <expression E, detail::has_model C>
mathematics shown(E, C const&) {
    print_order const order(canonical<E>);
    int const root = canonical<E>.root();
    auto const written = [&]<class Style>(Style) {
        return characters(styled_writer<Style>(order, detail::distinct_names<typename C::model, Style>::value)(root));
    };
    return {text(E{}), written(latex_style()), written(mathml_style())};
}
template <detail::has_model C>
mathematics shown_name(text_view name, C const&) {
    return detail::in_all_notations([&]<class Style>(detail::calculus_notation<Style> in, buffer<char>& out) {
        in.name(out, name, detail::distinct_names<typename C::model, Style>::value);
    });
}
template <detail::has_model C>
mathematics shown_ratio(text_view of, text_view by, C const&) {
    return detail::in_all_notations([&]<class Style>(detail::calculus_notation<Style> in, buffer<char>& out) {
        in.ratio(out, of, by, detail::distinct_names<typename C::model, Style>::value);
    });
}

namespace detail {

/// The formulas of a worksheet that was made while compiling, and its names.
template <class Sheet>
struct static_texts {
    static sheet_view sheet() { return seen<Sheet>(); }
    template <class Style, bool Slots>
    static sheet_text const& text() {
        static constexpr sheet_text all = text_of<Sheet, Style, Slots>();
        return all;
    }
    template <class Style>
    static spelled_names const& spelled() {
        return distinct_names<Sheet, Style>::value;
    }
};

/// The lines of one calculation in all notations. `Texts` is static_texts, or has the same functions.
template <class Texts, class T>
class calculation_pages {
public:
    explicit calculation_pages(hand_calculation<T> const& of, Texts const& texts = Texts())
        : texts_(texts), sheet_(texts.sheet()), of_(of), numbers_(of.values, of.digits) {}

    void add_to(document& d) const {
        sheet_extent const& e = sheet_.extent;
        d.equations("Forward", cells("step", "formula", "in numbers", "value"), lines(0, e.forward));
        if (e.local > 0) d.equations("Local derivatives", derivatives(), lines(e.forward, e.local));
        if (auto const rows = chain(); !rows.empty()) d.equations("Chain rule, backwards", derivatives(), rows);
        if (e.gradient > 0) d.equations("Gradient", derivatives(), lines(e.forward + e.local, e.gradient));
        if (auto const rows = update(); !rows.empty()) d.equations("Update", cells("parameter", "formula", "in numbers", "value"), rows);
    }

    buffer<buffer<prose>> lines(int first, int count) const {
        return rows(count, [&](auto const& write, int k, auto&... parts) { return write_line(write, first + k, parts...); });
    }

    /// Boxes for all symbols and steps, an arrow from each operand to its step.
    pictured_graph picture() const {
        line_writer<unicode_style> const write = writer<unicode_style>();
        sheet_extent const& e = sheet_.extent;
        pictured_graph g;
        buffer<int> box(e.variables, -1);
        text_view const whole = sheet_.variables[e.forward - 1];
        for (int s = 0; s < e.forward; ++s) {
            buffer<int> inputs;
            add_variables_in(texts_.template text<text_style, true>()[s], inputs);
            sort(inputs.begin(), inputs.size(), [&](int a, int b) { return sheet_.nodes[a] < sheet_.nodes[b]; });
            for (int v : inputs)
                if (box[v] < 0) {
                    box[v] = g.boxes.size();
                    g.boxes.push({name_in_picture(v), number_in_picture(numbers_[v]), by(whole, sheet_.variables[v])});
                }
            characters name, formula, numbers;
            write(s, name, formula, numbers);
            box[s] = g.boxes.size();
            g.boxes.push({name + " = " + formula, number_in_picture(value(s)), by(whole, sheet_.variables[s])});
            for (int v : inputs) g.arrows.push({box[v], box[s], number_in_picture(numbers_[v]), local(s, v)});
        }
        return g;
    }

private:
    using notation = calculus_notation<unicode_style>;
    spelled_names const& spelled() const { return texts_.template spelled<unicode_style>(); }
    characters name_in_picture(int variable) const {
        characters text;
        notation::name(text.letters(), sheet_.variables[variable], spelled());
        return text;
    }
    static characters number_in_picture(text_view number) {
        characters text;
        notation::number(text.letters(), number);
        return text;
    }
    static buffer<prose> derivatives() { return cells("derivative", "formula", "in numbers", "value"); }
    template <class Style>
    line_writer<Style> writer() const {
        return {sheet_, texts_.template text<Style, true>(), &texts_.template text<Style, false>(), numbers_, texts_.template spelled<Style>()};
    }
    /// One row for each k below `count`: name, formula, numbers and value in all notations.
    template <class Write>
    buffer<buffer<prose>> rows(int count, Write const& write) const {
        line_writer<text_style> const as_text(sheet_, texts_.template text<text_style, true>(), nullptr, numbers_);
        line_writer<latex_style> const as_latex = writer<latex_style>();
        line_writer<mathml_style> const as_mathml = writer<mathml_style>();
        buffer<buffer<prose>> all;
        for (int k = 0; k < count; ++k) {
            mathematics parts[3];
            characters const value = write(as_text, k, parts[0].text, parts[1].text, parts[2].text);
            write(as_latex, k, parts[0].latex, parts[1].latex, parts[2].latex);
            write(as_mathml, k, parts[0].mathml, parts[1].mathml, parts[2].mathml);
            buffer<prose> row;
            for (mathematics const& part : parts) row.push(prose(part));
            row.push(prose(in_all_notations([&]<class Notation>(Notation, buffer<char>& out) { Notation::number(out, value); })));
            all.push(row);
        }
        return all;
    }
    template <class Style>
    characters write_line(line_writer<Style> const& write, int k, characters& name, characters& formula, characters& numbers) const {
        write(k, name, formula, numbers);
        return value(k);
    }
    buffer<buffer<prose>> chain() const {
        buffer<int> order;
        for (int s = 0; s < sheet_.extent.sums; ++s)
            if (!sheet_.sums[s].repeats) order.push(sheet_.extent.lines() + s);
        return rows(order.size(), [&](auto const& write, int k, auto&... parts) { return write_line(write, order[k], parts...); });
    }
    buffer<buffer<prose>> update() const {
        int const first = sheet_.extent.forward + sheet_.extent.local;
        int k = 0;
        buffer<int> parameters;  // of the gradient, those that have an update
        for (int p = 0; p < sheet_.extent.gradient && k < of_.update.size(); ++p)
            if (place(sheet_.lines[first + p].by) >= 0) parameters.push(p), ++k;
        return rows(parameters.size(), [&](auto const& write, int u, auto&... parts) {
            int const line = first + parameters[u];
            text_view const by = sheet_.lines[line].by;
            write.update(parts..., sheet_.variables[sheet_.extent.forward - 1], by, numbers_[place(by)], number_text(of_.rate, of_.digits),
                         value(line), write.spelled());
            return number_text(of_.update[u].value, of_.digits);
        });
    }
    /// The text of a line's value, or a sum's.
    text_view value(int k) const { return numbers_[sheet_.extent.variables + k]; }
    /// The variables for which a text has slots, each once.
    static void add_variables_in(text_view text, buffer<int>& all) {
        for (char const *at = text.data(), *const end = at + text.size(); at != end;) {
            if (!is_mark(*at)) {
                ++at;
            } else if (*at == static_cast<char>(mark::repetition)) {
                add_variables_in({at - counted(at + 1, 3), static_cast<std::size_t>(counted(at + 4, 3))}, all);
                at += repetition_size;
            } else {
                int const slot = counted(at + 1, 2);
                bool known = false;
                for (int v : all) known = known || v == slot;
                if (!known) all.push(slot);
                at += slot_size;
            }
        }
    }
    int place(text_view name) const {
        for (int v = sheet_.extent.forward; v < sheet_.extent.variables; ++v)
            if (sheet_.variables[v] == name) return v;
        return -1;
    }

    characters by(text_view whole, text_view variable) const {
        characters text;
        for (int s = 0; s < sheet_.extent.sums; ++s)
            if (sheet_.sums[s].by == variable) {
                notation::ratio(text.letters(), whole, variable, spelled());
                text += " = ";
                notation::number(text.letters(), value(sheet_.extent.lines() + s));
                break;
            }
        return text;
    }
    characters local(int step, int variable) const {
        for (int k = 0; k < sheet_.extent.local; ++k) {
            sheet_line const& l = sheet_.lines[sheet_.extent.forward + k];
            if (l.of == sheet_.variables[step] && l.by == sheet_.variables[variable])
                return number_in_picture(value(sheet_.extent.forward + k));
        }
        return {};
    }

    Texts texts_;
    sheet_view sheet_;
    hand_calculation<T> const& of_;
    number_texts numbers_;  // of all values
};

}  // namespace detail

/// A hand calculation as a document: tables of its lines. `text`, `markdown`, `latex`, `html`, `html_page` write it.
///
///     auto const c = backpropagation(pow<2>(w*x - y), wrt(w))(w = 1, x = 2, y = 4);
///     assert(!markdown(written_out(c)).empty() && !latex(written_out(c)).empty());
template <class T, class E, class... V>
document written_out(calculation_of<hand_calculation<T>, E, V...> const& c) {
    document d;
    detail::calculation_pages<detail::static_texts<detail::sheet<E, V...>>, T>(c).add_to(d);
    return d;
}

/// A calculation of several steps as a document: one below the other, under headings of this level, then the model after the
/// last.
template <class T, class E, class... V>
document written_out(calculation_of<hand_training<T>, E, V...> const& training, int level = 3) {
    document d;
    for (int k = 0; k < training.steps.size(); ++k) {
        characters title = "Step ";
        title += k + 1;
        d.heading(level, title);
        detail::calculation_pages<detail::static_texts<detail::sheet<E, V...>>, T>(training.steps[k]).add_to(d);
    }
    if (training.last.values.empty()) return d;
    detail::calculation_pages<detail::static_texts<detail::sheet<E, V...>>, T> const last(training.last);
    d.heading(level, "Afterwards")
        .equations("Forward", cells("step", "formula", "in numbers", "value"), last.lines(0, training.after.size()));
    return d;
}

/// The computational graph of a hand calculation, with values and derivatives, for `svg`.
template <class T, class E, class... V>
pictured_graph graph_of(calculation_of<hand_calculation<T>, E, V...> const& c) {
    return detail::calculation_pages<detail::static_texts<detail::sheet<E, V...>>, T>(c).picture();
}

}  // namespace leibniz::inline v0_1
