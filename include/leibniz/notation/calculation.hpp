#pragma once

#include <leibniz/evaluate/binding.hpp>
#include <leibniz/notation/number.hpp>
#include <leibniz/notation/slots.hpp>

#include <iosfwd>
#include <string_view>

namespace leibniz {

/// One line of a hand calculation: `name = formula = numbers = value`.
template <class T>
struct calculation_line {
    characters name, formula, numbers;
    T value{};
};

/// A hand calculation of back-propagation for one row of data. Written with `<<`; with `<leibniz/page.hpp>` it is a
/// document too.
template <class T>
struct hand_calculation {
    using number = T;
    buffer<calculation_line<T>> forward;   // each step of the model
    buffer<calculation_line<T>> local;     // the derivative of each step by what it is made of
    buffer<calculation_line<T>> chain;     // upstream times local, from the result backwards
    buffer<calculation_line<T>> gradient;  // what diff derives, as formula and number
    buffer<calculation_line<T>> update;    // each parameter, one step of descent further
    buffer<T> values;                      // of the steps, then of all symbols
    T rate{};                              // of the update
    int digits = 6;                        // how many are written; 0: all
};

/// Several of them, step by step or sample by sample, and the steps of the model after the last.
template <class T>
struct hand_training {
    using number = T;
    buffer<hand_calculation<T>> steps;
    buffer<calculation_line<T>> after;
    hand_calculation<T> last;  // its whole calculation
};

namespace detail {

/// The value of each line, one after the other; those of steps are inputs of later ones.
template <class T>
struct line_values {
    buffer<T> of_line, of_sum;

    line_values(sheet_view const& sheet, T (*const* calls)(T const*), buffer<T>& variables) {
        buffer<T> v;
        for (int line = 0; line < sheet.extent.lines(); ++line) {
            v.clear();
            for (int i = sheet.begins[line]; i < sheet.begins[line + 1]; ++i) v.push(value(sheet.code[i], v, calls, variables));
            of_line.push(v[sheet.results[line]]);
            if (line < sheet.extent.forward) variables[line] = of_line.back();
        }
        for (int s = 0; s < sheet.extent.sums; ++s) {
            sheet_sum const& sum = sheet.sums[s];
            T total{};
            for (int k = 0; k < sum.count; ++k) {
                sheet_term const& t = sheet.terms[sum.first + k];
                T const local = of_line[sheet.extent.forward + t.local];
                T const product = t.upstream < 0 ? local : of_sum[t.upstream] * local;
                total = k == 0 ? product : total + product;
            }
            of_sum.push(total);
        }
    }

private:
    static T value(sheet_instruction const& step, buffer<T> const& v, T (*const* calls)(T const*), buffer<T> const& variables) {
        switch (step.op) {
            case opcode::input: return variables[step.a];
            case opcode::constant: return fraction<T>(step.n, step.d);
            case opcode::add: return v[step.a] + v[step.b];
            case opcode::subtract: return v[step.a] - v[step.b];
            case opcode::multiply: return v[step.a] * v[step.b];
            case opcode::divide: return v[step.a] / v[step.b];
            case opcode::negate: return -v[step.a];
            case opcode::reduce: return v[step.a];
            case opcode::call: break;
        }
        T const operands[] = {v[step.a], v[step.b], v[step.c]};
        return calls[step.n](operands);
    }
};

/// Whether a number among factors needs parentheses.
constexpr bool is_compound(std::string_view number) { return number[0] == '-' || number.find('/') != std::string_view::npos; }

/// Derivatives and their products as text; a style has its own.
template <class Style>
struct calculus_notation {
    static characters name(std::string_view variable) { return variable; }
    static characters number(std::string_view digits) { return digits; }
    static characters enclosed(characters const& what) { return characters("(") + what + ")"; }
    static characters ratio(std::string_view of, std::string_view by) { return characters("∂") + of + "/∂" + by; }
    static characters next(std::string_view parameter) { return characters("new ") + parameter; }
    static constexpr std::string_view times = " * ", tight_times = "*", plus = " + ", minus = " - ";
};

/// Writes the lines of a calculation in a style.
template <class Style>
class line_writer {
public:
    using notation = calculus_notation<Style>;
    struct written_line {
        characters name, formula, numbers, value;
    };

    /// `numbers` has one text for each variable; without `named`, formulas are the slots filled with names.
    line_writer(sheet_view const& sheet, sheet_text slots, sheet_text const* named, buffer<characters> const& numbers)
        : sheet_(sheet), slots_(slots), named_(named), numbers_(numbers) {}

    written_line line(int i, std::string_view value) const {
        sheet_line const& l = sheet_.lines[i];
        return {l.by.empty() ? notation::name(l.of) : ratio(l.of, l.by), named_ != nullptr ? characters((*named_)[i]) : filled(slots_[i], false),
                filled(slots_[i], true), notation::number(value)};
    }

    /// `texts` are the values of all lines, `sums` those of all sums.
    written_line sum(int s, buffer<characters> const& texts, buffer<characters> const& sums) const {
        sheet_sum const& sum = sheet_.sums[s];
        std::string_view const whole = sheet_.variables[sheet_.extent.forward - 1];
        written_line w{ratio(whole, sum.by), {}, {}, notation::number(sums[s])};
        for (int k = 0; k < sum.count; ++k) {
            sheet_term const& t = sheet_.terms[sum.first + k];
            sheet_line const& local = sheet_.lines[sheet_.extent.forward + t.local];
            if (k > 0) w.formula += notation::plus, w.numbers += notation::plus;
            if (t.upstream >= 0) {
                w.formula += ratio(whole, sheet_.sums[t.upstream].by) + notation::times;
                w.numbers += factor(sums[t.upstream]) + notation::tight_times;
            }
            w.formula += ratio(local.of, local.by);
            w.numbers += factor(texts[sheet_.extent.forward + t.local]);
        }
        return w;
    }

    written_line update(std::string_view parameter, std::string_view from, std::string_view rate, std::string_view slope, std::string_view value) const {
        std::string_view const whole = sheet_.variables[sheet_.extent.forward - 1];
        return {notation::next(notation::name(parameter)),
                notation::name(parameter) + notation::minus + notation::number(rate) + notation::tight_times + ratio(whole, parameter),
                notation::number(from) + notation::minus + factor(rate) + notation::tight_times + factor(slope), notation::number(value)};
    }

private:
    static characters ratio(std::string_view of, std::string_view by) { return notation::ratio(notation::name(of), notation::name(by)); }
    static characters factor(std::string_view number) {
        characters const plain = notation::number(number);
        return is_compound(number) ? notation::enclosed(plain) : plain;
    }
    characters filled(std::string_view text, bool with_numbers) const {
        characters out;
        for (std::size_t k = 0; k < text.size(); ++k) {
            if (text[k] != 1) {
                out += text.substr(k, 1);
                continue;
            }
            int const slot = 100 * (text[k + 2] - 1) + text[k + 3] - 2;
            characters const& number = numbers_[slot];
            if (!with_numbers) out += notation::name(sheet_.variables[slot]);
            else if (text[k + 1] == 2 && is_compound(number)) out += notation::enclosed(notation::number(number));
            else out += notation::number(number);
            k += 3;
        }
        return out;
    }

    sheet_view sheet_;
    sheet_text slots_;
    sheet_text const* named_;
    buffer<characters> const& numbers_;
};

template <class T>
buffer<characters> texts_of(buffer<T> const& values, int digits) {
    buffer<characters> all;
    for (T const& value : values) all.push(number_text(value, digits));
    return all;
}

/// Whether a sum is one local derivative of the whole: it says nothing new.
inline bool is_said_already(sheet_view const& sheet, int s) { return sheet.sums[s].count == 1 && sheet.terms[sheet.sums[s].first].upstream < 0; }

/// Fills in the lines of a calculation whose variables are known.
template <class T>
void calculate(hand_calculation<T>& result, sheet_view const& sheet, sheet_text slots, T (*const* calls)(T const*)) {
    line_values<T> const values(sheet, calls, result.values);
    buffer<characters> const numbers = texts_of(result.values, result.digits), lines = texts_of(values.of_line, result.digits),
                             sums = texts_of(values.of_sum, result.digits);
    line_writer<text_style> const write(sheet, slots, nullptr, numbers);
    auto const add = [](buffer<calculation_line<T>>& to, line_writer<text_style>::written_line const& said, T value) {
        to.push({said.name, said.formula, said.numbers, value});
    };
    int line = 0;
    for (int k = 0; k < sheet.extent.forward; ++k, ++line) add(result.forward, write.line(line, lines[line]), values.of_line[line]);
    for (int k = 0; k < sheet.extent.local; ++k, ++line) add(result.local, write.line(line, lines[line]), values.of_line[line]);
    for (int s = 0; s < sheet.extent.sums; ++s)
        if (!is_said_already(sheet, s)) add(result.chain, write.sum(s, lines, sums), values.of_sum[s]);
    for (int k = 0; k < sheet.extent.gradient; ++k, ++line) add(result.gradient, write.line(line, lines[line]), values.of_line[line]);
}

/// Adds one step of descent; `places` are those of the parameters among the variables, or -1 where the model has none.
template <class T>
void add_update(hand_calculation<T>& result, sheet_view const& sheet, sheet_text slots, int const* places) {
    buffer<characters> const numbers = texts_of(result.values, result.digits);
    line_writer<text_style> const write(sheet, slots, nullptr, numbers);
    for (int k = 0; k < sheet.extent.gradient; ++k) {
        if (places[k] < 0) continue;
        T const slope = result.gradient[k].value, next = result.values[places[k]] - result.rate * slope;
        auto const said = write.update(sheet.variables[places[k]], numbers[places[k]], number_text(result.rate, result.digits),
                                    number_text(slope, result.digits), number_text(next, result.digits));
        result.update.push({said.name, said.formula, said.numbers, next});
    }
}

template <class Out>
void write_padded(Out& out, std::string_view text, int width) {
    out << text;
    for (int k = columns_of(text); k < width; ++k) out << ' ';
}

template <class Out, class T>
void write_section(Out& out, std::string_view title, buffer<calculation_line<T>> const& lines, int digits) {
    if (lines.empty()) return;
    int name_width = 0, formula_width = 0;
    for (auto const& l : lines) {
        if (columns_of(l.name) > name_width) name_width = columns_of(l.name);
        if (columns_of(l.formula) > formula_width) formula_width = columns_of(l.formula);
    }
    if (formula_width > 60) formula_width = 0;  // long formulas are not aligned
    out << title << '\n';
    for (auto const& l : lines) {
        characters const value = number_text(l.value, digits);
        out << "  ";
        write_padded(out, l.name, name_width);
        out << " = ";
        if (l.formula == value) {
            out << value;
        } else {
            write_padded(out, l.formula, formula_width);
            if (!(l.numbers == value)) out << " = " << l.numbers;
            out << " = " << value;
        }
        out << '\n';
    }
}

}  // namespace detail

template <class Traits, class T>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, hand_calculation<T> const& c) {
    detail::write_section(out, "forward", c.forward, c.digits);
    detail::write_section(out, "local derivatives", c.local, c.digits);
    detail::write_section(out, "chain rule, backwards", c.chain, c.digits);
    detail::write_section(out, "gradient", c.gradient, c.digits);
    detail::write_section(out, "update", c.update, c.digits);
    return out;
}

template <class Traits, class T>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, hand_training<T> const& training) {
    for (int k = 0; k < training.steps.size(); ++k) out << (k > 0 ? "\n" : "") << "step " << k + 1 << '\n' << training.steps[k];
    if (!training.after.empty()) detail::write_section(out << '\n', "afterwards", training.after, training.steps[0].digits);
    return out;
}

}  // namespace leibniz
