#pragma once

#include <leibniz/backpropagation/calculation.hpp>
#include <leibniz/backpropagation/matrix_outline.hpp>
#include <leibniz/backpropagation/value_matrix.hpp>
#include <leibniz/matrix/writer.hpp>
#include <leibniz/notation/number_text.hpp>
#include <leibniz/notation/static_text.hpp>

namespace leibniz::inline v0_1::detail {

// The formulas of a worksheet's lines are written while compiling, once for each style, with a slot for each symbol; its name or its value
// is put there when they are shown.

inline constexpr char slot_mark = '\x01', times_mark = '\x02', line_end = '\n';
inline constexpr int slot_letters = 4;  // the mark, and the number of the node in three digits

constexpr void put_matrix_slots(view of, buffer<char>& letters, buffer<int>& ends) {
    for (int i = 0; i < of.node_count; ++i) {
        if (of.is(i, kind::symbol) || of.is(i, kind::column)) {
            letters.push(slot_mark);
            for (int digit = 2; digit >= 0; --digit) letters.push(static_cast<char>('0' + ((i >> (6 * digit)) & 63)));
        }
        ends.push(letters.size());
    }
}
constexpr int slot_at(text_view text, std::size_t at) {
    int node = 0;
    for (std::size_t k = at + 1; k < at + slot_letters; ++k) node = 64 * node + (text[k] - '0');
    return node;
}

template <class Style>
constexpr matrix_style made_slot_style() {
    matrix_style style = matrix_style_of<Style>;
    style.is_text = false;
    style.names = &put_matrix_slots;
    style.times = "\x02";
    style.times_digit = {};
    style.document = style.document_end = {};
    return style;
}
template <class Style>
inline constexpr matrix_style slot_style_of = made_slot_style<Style>();

/// The signs of a style that run time needs.
struct line_signs {
    text_view times, times_digit, opening, closing, comma, plus, minus, transposed, transpose;
};
template <class Style>
inline constexpr line_signs line_signs_of = {matrix_style_of<Style>.times, matrix_style_of<Style>.times_digit.empty() ? matrix_style_of<Style>.times : matrix_style_of<Style>.times_digit,
                                             matrix_style_of<Style>.opening, matrix_style_of<Style>.closing, matrix_style_of<Style>.comma,
                                             matrix_style_of<Style>.plus, matrix_style_of<Style>.minus, matrix_style_of<Style>.own.transposed,
                                             matrix_style_of<Style>.own.transpose};

/// The formulas of all lines in one style, each behind it a line's end.
template <class Sheet, class Style>
struct matrix_line_texts {
    static constexpr view const& shown = Sheet::value;
    static constexpr int guess = 2 * Style::letters * (Sheet::value.node_count + 4);
    static constexpr buffer<char> written(view const& of) {
        graph made(rules);
        imported(made, of);
        matrix_writer write(made, 1'000'000, slot_style_of<Style>);
        buffer<int> ends;
        for (int root = 1; root < of.root_count; root += 2) ends.push(write.append(of.roots[root]));
        buffer<char> const all = write.finished();
        buffer<char> lines;
        int first = 0;
        for (int end : ends) {
            lines.append(all.begin() + first, end - first);
            lines.push(line_end);
            first = end;
        }
        return lines;
    }
};
template <class Sheet, class Style>
constexpr text_view matrix_lines_of() {
    constexpr auto const& all = static_writing<matrix_line_texts<Sheet, Style>>::value;
    return {all.letters, static_cast<std::size_t>(all.size)};
}

/// The length in bytes of the one letter of a name that has digits behind it, or nothing; else 0.
inline int only_letter(text_view name) {
    std::size_t bytes = 1;
    while (bytes < name.size() && (static_cast<unsigned char>(name[bytes]) & 0xc0) == 0x80) ++bytes;
    for (std::size_t k = bytes; k < name.size(); ++k)
        if (!is_digit(name[k])) return 0;
    return static_cast<int>(bytes);
}

/// Matrices and adjoints in a style; others than text are specialised.
template <class Style>
struct matrix_notation {
    /// The name of an adjoint: u with a bar over it.
    static void adjoint(buffer<char>& out, text_view name) {
        auto const bytes = static_cast<std::size_t>(only_letter(name));
        buffer<char> barred;
        put(barred, name.substr(0, bytes)), put(barred, bytes > 0 ? text_view("\u0304") : text_view());
        put(barred, name.substr(bytes)), put(barred, bytes > 0 ? text_view() : text_view("_bar"));
        calculus_notation<Style>::name(out, text_view(barred.begin(), static_cast<std::size_t>(barred.size())));
    }
    static constexpr text_view matrix = "[", row = "; ", entry = " ", matrix_end = "]", by = " x ",
                               without_value = "no value: the matrix is singular";
};

/// Writes values and the names of symbols in one style.
template <class Style>
struct matrix_texts {
    static constexpr int most_shown = 4;  // rows and columns of what is written out
    using notation = calculus_notation<Style>;
    using signs = matrix_notation<Style>;

    template <class T>
    static void put_value(buffer<char>& out, value_matrix<T> const& of, int digits, int most = most_shown) {
        if (!of.exists) return put(out, signs::without_value);
        if (of.is_number()) return notation::number(out, number_letters(of.entries[0], digits));
        if (of.rows > most || of.columns > most) {
            characters rows, columns;
            rows += of.rows, columns += of.columns;
            put(out, notation::opening), notation::number(out, rows), put(out, signs::by), notation::number(out, columns);
            return put(out, notation::closing);
        }
        put(out, signs::matrix);
        for (int row = 0; row < of.rows; ++row) {
            if (row > 0) put(out, signs::row);
            for (int column = 0; column < of.columns; ++column) {
                if (column > 0) put(out, signs::entry);
                notation::number(out, number_letters(of(row, column), digits));
            }
        }
        put(out, signs::matrix_end);
    }
    /// A number that has a sign or a bar in parentheses, and words.
    template <class T>
    static void put_factor(characters& out, value_matrix<T> const& of, int digits) {
        bool const encloses = !of.exists || (of.is_number() && is_compound(number_letters(of.entries[0], digits)));
        if (encloses) out += notation::opening;
        put_value(out.letters(), of, digits);
        if (encloses) out += notation::closing;
    }
    static void put_symbol(buffer<char>& out, sheet_node const& of) {
        if (of.what == sheet_operation::adjoint) signs::adjoint(out, of.name);
        else notation::name(out, of.name);
    }
};

/// Fills the slots of a formula.
template <class Style>
class matrix_line_filler {
public:
    explicit matrix_line_filler(matrix_sheet_view const& of) : of_(of) {}

    /// With the names of symbols.
    characters named(text_view formula) const {
        characters out;
        for (std::size_t at = 0; at < formula.size();) {
            if (formula[at] == slot_mark) {
                matrix_texts<Style>::put_symbol(out.letters(), of_[slot_at(formula, at)]);
                at += slot_letters;
            } else if (formula[at] == times_mark) out += line_signs_of<Style>.times, ++at;
            else out.letters().push(formula[at++]);
        }
        return out;
    }
    /// With their values: `value_of(node)` is a matrix. A transposed symbol shows the transposed matrix.
    template <class Values>
    characters in_numbers(text_view formula, int digits, Values const& value_of) const {
        characters out;
        text_view const before = line_signs_of<Style>.transposed, behind = line_signs_of<Style>.transpose;
        for (std::size_t at = 0; at < formula.size();) {
            text_view const rest = formula.substr(at);
            std::size_t const slot = rest.starts_with(before) ? before.size() : 0;
            bool const turns = slot < rest.size() && rest[slot] == slot_mark && rest.substr(slot + slot_letters).starts_with(behind);
            if (turns && !value_of(slot_at(rest, slot)).is_number()) {
                matrix_texts<Style>::put_factor(out, transposed(value_of(slot_at(rest, slot))), digits);
                at += slot + slot_letters + behind.size();
            } else if (rest[0] == times_mark) {
                out += line_signs_of<Style>.times_digit;
                ++at;
            } else if (rest[0] == slot_mark) {
                at += slot_letters;
                put_between(out, value_of(slot_at(rest, 0)), digits, formula.substr(at));
            } else {
                out.letters().push(formula[at++]);
            }
        }
        return out;
    }

private:
    /// In parentheses where a sign or a bar of a fraction would break apart what stands beside it.
    template <class T>
    static void put_between(characters& out, value_matrix<T> const& value, int digits, text_view rest) {
        line_signs const& style = line_signs_of<Style>;
        bool const begins = out.empty() || ends_with(out, style.opening) || ends_with(out, style.comma) || ends_with(out, "{");
        bool const added = ends_with(out, style.plus) || ends_with(out, style.minus);
        bool const ends = rest.empty() || rest.starts_with(style.closing) || rest.starts_with(style.comma) || rest.starts_with("}") ||
                          rest.starts_with(style.plus) || rest.starts_with(style.minus);
        bool const negative = value.is_number() && value.entries[0] < T(0);
        if (ends && (begins || (added && !negative))) matrix_texts<Style>::put_value(out.letters(), value, digits);
        else matrix_texts<Style>::put_factor(out, value, digits);
    }
    static bool ends_with(text_view text, text_view with) {
        return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
    }

    matrix_sheet_view const& of_;
};

/// W - 0.1*W̄, where `adjoint` is W̄.
template <class Style, class T>
void write_update(characters& name, characters& formula, characters& numbers, sheet_node const& adjoint, value_matrix<T> const& from,
                  value_matrix<T> const& slope, T const& rate, int digits) {
    using notation = calculus_notation<Style>;
    notation::next(name.letters(), adjoint.name);
    notation::name(formula.letters(), adjoint.name);
    formula += notation::minus;
    notation::number(formula.letters(), number_letters(rate, digits));
    formula += notation::tight_times;
    matrix_texts<Style>::put_symbol(formula.letters(), adjoint);
    matrix_texts<Style>::put_value(numbers.letters(), from, digits);
    numbers += notation::minus;
    matrix_texts<Style>::put_factor(numbers, value_matrix<T>(rate), digits);
    numbers += notation::tight_times;
    matrix_texts<Style>::put_factor(numbers, slope, digits);
}

}  // namespace leibniz::inline v0_1::detail
