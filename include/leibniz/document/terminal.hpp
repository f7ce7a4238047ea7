#pragma once

#include <leibniz/document/document.hpp>
#include <leibniz/document/document_writer.hpp>
#include <leibniz/language/text_view.hpp>

#include <iosfwd>

namespace leibniz::inline v0_1 {

namespace detail {

/// Writes a document for a terminal.
class terminal_writer : public document_writer<terminal_writer> {
    friend document_writer<terminal_writer>;

    static constexpr characters words(prose const& p) {
        characters line;
        add_safely(line, as_words(p));
        return line;
    }
    constexpr void separate(passage const& b) {
        if (b.what != passage::kind::equations || last_ != passage::kind::equations) out_ += "\n";
    }
    constexpr void paragraph(passage const& b) { put_line("", words(b.words)); }
    constexpr void list(passage const& b) {
        for (auto const& item : b.rows) put_line("- ", words(item[0]));
    }
    constexpr void picture(passage const& b) { put_line("", words(b.words) + ": " + b.description); }

    constexpr void put_line(text_view before, text_view line) {
        out_ += before;
        out_ += line;
        out_ += "\n";
    }
    constexpr void heading(passage const& b) {
        characters const title = words(b.words);
        put_line("", title);
        for (int k = columns_of(title); k > 0; --k) out_ += b.level == 1 ? "=" : b.level == 2 ? "-" : "";
        if (b.level <= 2) out_ += "\n";
    }
    constexpr void listing(passage const& b) {
        text_view rest = b.raw;
        while (!rest.empty()) {
            std::size_t const end = rest.find('\n');
            characters line;
            add_safely(line, rest.substr(0, end));
            put_line("    ", line);
            rest = end == text_view::npos ? text_view() : rest.substr(end + 1);
        }
    }

    constexpr void put_padded(text_view text, int width) {
        out_ += text;
        for (int k = columns_of(text); k < width; ++k) out_ += " ";
    }
    constexpr void table(passage const& b) {
        if (!b.words.empty()) put_line("", words(b.words));
        buffer<int> widths(b.header.size(), 0);
        auto const measure = [&](buffer<prose> const& row) {
            for (int k = 0; k < row.size() && k < widths.size(); ++k)
                if (int const width = columns_of(words(row[k])); width > widths[k]) widths[k] = width;
        };
        auto const put = [&](buffer<prose> const& row) {
            int last = row.size() < widths.size() ? row.size() : widths.size();  // no spaces at the end of a line
            while (last > 0 && words(row[last - 1]).empty()) --last;
            out_ += " ";
            for (int k = 0; k < last; ++k) {
                out_ += k > 0 ? "  " : " ";
                put_padded(words(row[k]), k + 1 < last ? widths[k] : 0);
            }
            out_ += "\n";
        };
        measure(b.header);
        for (auto const& row : b.rows) measure(row);
        put(b.header);
        for (auto const& row : b.rows) put(row);
    }

    /// `name = formula = numbers = value`; what equals the value character by character is left out.
    constexpr void equations(passage const& b) {
        if (b.rows.empty()) return;
        int widths[2] = {0, 0};  // of the first two cells; what follows them is not aligned
        for (auto const& row : b.rows)
            for (int k = 0; k < 2 && k + 1 < row.size(); ++k)
                if (int const width = columns_of(words(row[k])); width > widths[k]) widths[k] = width;
        if (widths[1] > 60) widths[1] = 0;  // long formulas are not aligned
        put_line("", words(b.words));
        for (auto const& row : b.rows) {
            buffer<int> const order = shown_cells(row);
            out_ += "  ";
            for (int k = 0; k < order.size(); ++k) {
                if (k > 0) out_ += " = ";
                put_padded(words(row[order[k]]), k < 2 && k + 1 < order.size() ? widths[k] : 0);
            }
            out_ += "\n";
        }
    }

    /// Strips control characters and line breaks.
    static constexpr void add_safely(characters& line, text_view text) {
        for (char const& c : text)
            if (c == '\n' || c == '\t') line += " ";
            else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) line += text_view(&c, 1);
    }
};

}  // namespace detail

/// A document as plain text for a terminal; tables of equations are aligned as `name = formula = numbers = value`.
///
///     assert(text(document().heading(2, "A neuron")).view() == "A neuron\n--------\n");
constexpr characters text(document const& d) { return detail::terminal_writer()(d); }

template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, document const& d) {
    return out << text(d);
}

}  // namespace leibniz::inline v0_1
