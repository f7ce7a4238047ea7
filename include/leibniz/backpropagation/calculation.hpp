#pragma once

#include <leibniz/evaluate/interpret.hpp>
#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/names.hpp>
#include <leibniz/notation/number_text.hpp>
#include <leibniz/backpropagation/slots.hpp>

#include <cstddef>
#include <iosfwd>

namespace leibniz::inline v0_1 {

/// One line of a hand calculation: `name = formula = numbers = value`.
template <class T>
struct calculation_line {
    characters name, formula, numbers;
    T value{};
};

/// A hand calculation of back-propagation for one row of data. `<<` writes it; with `<leibniz/page.hpp>`, `written_out` makes it a
/// document.
template <class T>
struct hand_calculation {
    using number = T;
    buffer<calculation_line<T>> forward;   // each step of the model
    buffer<calculation_line<T>> local;     // the derivative of each step by its operands
    buffer<calculation_line<T>> chain;     // upstream times local, from the result backwards
    buffer<calculation_line<T>> gradient;  // the derivatives, as formula and number
    buffer<calculation_line<T>> update;    // each parameter after one step of descent
    buffer<T> values;                      // of the steps, of all symbols, of all lines, of all sums
    T rate{};                              // of the update
    int digits = 6;                        // significant digits to write; 0: all
};

/// Several hand calculations, step by step or sample by sample, and the model after the last.
template <class T>
struct hand_training {
    using number = T;
    buffer<hand_calculation<T>> steps;
    buffer<calculation_line<T>> after;
    hand_calculation<T> last;  // its whole calculation
};

namespace detail {

/// Computes the values of all lines, then of all sums, after those of the variables, which include the steps.
template <class T>
[[gnu::cold]] void work_out(T* values, sheet_view const& sheet, T (*const* calls)(T const*)) {
    buffer<T> all(sheet.code_size);
    T* const v = all.begin();
    for (int i = 0; i < sheet.code_size; ++i)
        v[i] = value_of(sheet.code[i], v, values,
                        [calls](sheet_instruction const& step, T const* operands) { return calls[step.n](operands); });
    T *const lines = values + sheet.extent.variables, *const local = lines + sheet.extent.forward,
             *const sums = lines + sheet.extent.lines();
    for (int k = 0; k < sheet.extent.lines(); ++k) lines[k] = v[sheet.results[k]];
    for (int k = 0; k < sheet.extent.forward; ++k) values[k] = lines[k];
    for (int s = 0; s < sheet.extent.sums; ++s) {
        sheet_sum const& sum = sheet.sums[s];
        for (int k = 0; k < sum.count; ++k) {
            sheet_term const& t = sheet.terms[sum.first + k];
            T const product = t.upstream < 0 ? local[t.local] : sums[t.upstream] * local[t.local];
            sums[s] = k == 0 ? product : sums[s] + product;
        }
    }
}

/// True if a number among factors needs parentheses.
constexpr bool is_compound(text_view number) {
    bool compound = number[0] == '-';
    for (char c : number) compound = compound || c == '/';
    return compound;
}

/// The texts of numbers.
class number_texts {
public:
    template <class T>
    number_texts(buffer<T> const& values, int digits) : texts_(values.size()) {
        for (int k = 0; k < values.size(); ++k) texts_[k] = number_letters(values[k], digits);
    }
    text_view operator[](int k) const { return texts_[k]; }

private:
    buffer<number_letters> texts_;
};

/// Writes the lines of a calculation in one style: each line of the worksheet, then each sum.
template <class Style>
class line_writer {
public:
    using notation = calculus_notation<Style>;

    /// `numbers` are the texts of all values. Without `named`, formulas are made of `slots` and names.
    line_writer(sheet_view const& sheet, sheet_text slots, sheet_text const* named, number_texts const& numbers,
                spelled_names const& spelled = {})
        : sheet_(sheet), slots_(slots), named_(named), numbers_(numbers), spelled_(spelled) {}

    spelled_names const& spelled() const { return spelled_; }

    /// Writes the name, formula and numbers of a line into empty texts.
    [[gnu::cold]] void operator()(int k, characters& name, characters& formula, characters& numbers) const {
        if (int const sum = k - sheet_.extent.lines(); sum >= 0) return write_sum(sum, name, formula, numbers);
        write_name(name, sheet_.lines[k]);
        if (named_ != nullptr) formula += (*named_)[k];
        else fill(formula, slots_[k], false);
        fill(numbers, slots_[k], true);
    }

    [[gnu::cold]] static void update(characters& name, characters& formula, characters& numbers, text_view whole, text_view parameter,
                                     text_view from, text_view rate, text_view slope, spelled_names const& spelled = {}) {
        notation::next(name.letters(), parameter, spelled);
        notation::name(formula.letters(), parameter, spelled);
        formula += notation::minus;
        notation::number(formula.letters(), rate);
        formula += notation::tight_times;
        notation::ratio(formula.letters(), whole, parameter, spelled);
        notation::number(numbers.letters(), from);
        numbers += notation::minus;
        factor(numbers, rate);
        numbers += notation::tight_times;
        factor(numbers, slope);
    }

private:
    [[gnu::cold]] void write_name(characters& out, sheet_line const& l) const {
        if (l.by.empty()) notation::name(out.letters(), l.of, spelled_);
        else if (l.direct) notation::direct(out.letters(), l.of, l.by, spelled_);
        else notation::ratio(out.letters(), l.of, l.by, spelled_);
    }
    [[gnu::cold]] void write_sum(int s, characters& name, characters& formula, characters& numbers) const {
        sheet_extent const& e = sheet_.extent;
        sheet_sum const& sum = sheet_.sums[s];
        text_view const whole = sheet_.variables[e.forward - 1];
        write_name(name, {whole, sum.by});
        for (int k = 0; k < sum.count; ++k) {
            sheet_term const& t = sheet_.terms[sum.first + k];
            if (k > 0) formula += notation::plus, numbers += notation::plus;
            if (t.upstream >= 0) {
                write_name(formula, {whole, sheet_.sums[t.upstream].by});
                formula += notation::times;
                factor(numbers, numbers_[e.variables + e.lines() + t.upstream]);
                numbers += notation::tight_times;
            }
            write_name(formula, sheet_.lines[e.forward + t.local]);
            factor(numbers, numbers_[e.variables + e.forward + t.local]);
        }
    }
    [[gnu::cold]] static void factor(characters& out, text_view number) {
        bool const enclosed = is_compound(number);
        if (enclosed) out += notation::opening;
        notation::number(out.letters(), number);
        if (enclosed) out += notation::closing;
    }
    [[gnu::cold]] void fill(characters& out, text_view text, bool with_numbers) const {
        char const *from = text.data(), *at = from, *const end = at + text.size();
        for (;; from = at) {
            while (at != end && !is_mark(*at)) ++at;
            out += {from, static_cast<std::size_t>(at - from)};
            if (at == end) return;
            mark const how = static_cast<mark>(*at);
            if (how == mark::repetition) {
                fill(out, {at - counted(at + 1, 3), static_cast<std::size_t>(counted(at + 4, 3))}, with_numbers);
                at += repetition_size;
                continue;
            }
            int const slot = counted(at + 1, 2);
            if (!with_numbers) notation::name(out.letters(), sheet_.variables[slot], spelled_);
            else if (how == mark::enclosing_slot) factor(out, numbers_[slot]);
            else notation::number(out.letters(), numbers_[slot]);
            at += slot_size;
        }
    }

    sheet_view const& sheet_;
    sheet_text slots_;
    sheet_text const* named_;
    number_texts const& numbers_;
    spelled_names spelled_;
};

/// Computes the lines of a calculation from its variables.
template <class T>
[[gnu::cold]] void calculate(hand_calculation<T>& result, sheet_view const& sheet, sheet_text slots, T (*const* calls)(T const*)) {
    sheet_extent const& e = sheet.extent;
    work_out(result.values.begin(), sheet, calls);
    number_texts const numbers(result.values, result.digits);
    line_writer<text_style> const write(sheet, slots, nullptr, numbers);
    buffer<calculation_line<T>>* const sections[] = {&result.forward, &result.local, &result.gradient, &result.chain};
    int const counts[] = {e.forward, e.local, e.gradient, e.chain};
    for (int s = 0, k = 0; s < 4; ++s) {
        *sections[s] = buffer<calculation_line<T>>(counts[s]);
        for (calculation_line<T>& line : *sections[s]) {
            while (k >= e.lines() && sheet.sums[k - e.lines()].repeats) ++k;
            write(k, line.name, line.formula, line.numbers);
            line.value = result.values[e.variables + k++];
        }
    }
}

/// Adds one step of descent; `places` are the parameters' places among the variables, or -1 where the model has none.
template <class T>
[[gnu::cold]] void add_update(hand_calculation<T>& result, sheet_view const& sheet, int const* places) {
    for (int k = 0; k < sheet.extent.gradient; ++k) {
        if (places[k] < 0) continue;
        T const from = result.values[places[k]], slope = result.gradient[k].value;
        calculation_line<T>& line = result.update.add();
        line.value = from - result.rate * slope;
        line_writer<text_style>::update(line.name, line.formula, line.numbers, sheet.variables[sheet.extent.forward - 1],
                                        sheet.variables[places[k]], number_letters(from, result.digits),
                                        number_letters(result.rate, result.digits), number_letters(slope, result.digits));
    }
}

[[gnu::cold]] inline void write_padded(characters& out, text_view before, text_view text, int width) {
    out += before;
    out += text;
    for (int k = columns_of(text); k < width; ++k) out += " ";
}

template <class T>
[[gnu::cold]] void write_section(characters& out, text_view title, buffer<calculation_line<T>> const& lines, int digits) {
    if (lines.empty()) return;
    int name_width = 0, formula_width = 0;
    for (auto const& l : lines) {
        name_width = larger(name_width, columns_of(l.name));
        formula_width = larger(formula_width, columns_of(l.formula));
    }
    if (formula_width > 60) formula_width = 0;  // long formulas are not aligned
    out += title;
    out += "\n";
    for (auto const& l : lines) {
        number_letters const letters(l.value, digits);
        text_view const value = letters;
        write_padded(out, "  ", l.name, name_width);
        if (l.formula.view() != value) {
            write_padded(out, " = ", l.formula, formula_width);
            if (l.numbers.view() != value) write_padded(out, " = ", l.numbers, 0);
        }
        write_padded(out, " = ", value, 0);
        out += "\n";
    }
}
template <class T>
[[gnu::cold]] void write_sections(characters& out, hand_calculation<T> const& c) {
    write_section(out, "forward", c.forward, c.digits);
    write_section(out, "local derivatives", c.local, c.digits);
    write_section(out, "chain rule, backwards", c.chain, c.digits);
    write_section(out, "gradient", c.gradient, c.digits);
    write_section(out, "update", c.update, c.digits);
}

}  // namespace detail

template <class Traits, class T>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, hand_calculation<T> const& c) {
    characters text;
    detail::write_sections(text, c);
    return out << text;
}

template <class Traits, class T>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, hand_training<T> const& training) {
    characters text;
    for (int k = 0; k < training.steps.size(); ++k) {
        text += k > 0 ? "\nstep " : "step ";
        text += k + 1;
        text += "\n";
        detail::write_sections(text, training.steps[k]);
    }
    if (!training.after.empty()) text += "\n", detail::write_section(text, "afterwards", training.after, training.steps[0].digits);
    return out << text;
}

}  // namespace leibniz::inline v0_1
