#pragma once

#include <leibniz/document/document.hpp>
#include <leibniz/document/document_writer.hpp>
#include <leibniz/document/html.hpp>
#include <leibniz/language/text_view.hpp>

namespace leibniz::inline v0_1 {

namespace detail {

class markdown_writer : public document_writer<markdown_writer> {
    friend document_writer<markdown_writer>;

    constexpr void separate(passage const&) { out_ += "\n"; }
    constexpr void heading(passage const& b) {
        for (int k = 0; k < b.level; ++k) out_ += "#";
        out_ += " ";
        words(b.words);
        out_ += "\n";
    }
    constexpr void paragraph(passage const& b) { line(b.words), out_ += "\n"; }
    constexpr void list(passage const& b) {
        for (auto const& item : b.rows) out_ += "- ", line(item[0]), out_ += "\n";
    }
    /// Markdown passes HTML through, up to a blank line.
    constexpr void picture(passage const& b) {
        characters svg;
        characters id = "picture";
        id += ++pictures_;
        add_labelled(svg, b, id);
        out_ += "<figure>\n";
        for (std::size_t k = 0; k < svg.view().size(); ++k)
            if (svg.view().substr(k, 2) != "\n\n") out_ += svg.view().substr(k, 1);
        out_ += "\n</figure>\n\n";
        line(b.words);
        out_ += ": ";
        escaped(b.description);
        out_ += "\n";
    }

    constexpr void table(passage const& b) {
        if (!b.words.empty()) line(b.words), out_ += "\n\n";
        row(b.header);
        for (int k = 0; k < b.header.size(); ++k) out_ += k == 0 ? "|---|" : "---|";
        out_ += "\n";
        for (auto const& each : b.rows) row(each);
    }
    constexpr void equations(passage const& b) { table(b); }
    constexpr void row(buffer<prose> const& all) {
        out_ += "|";
        for (prose const& cell : all) out_ += " ", words(cell), out_ += " |";
        out_ += "\n";
    }

    /// A fence longer than every run of backticks in the text.
    constexpr void listing(passage const& b) {
        int longest = 2, run = 0;
        for (char c : b.raw.view()) {
            run = c == '`' ? run + 1 : 0;
            if (run > longest) longest = run;
        }
        auto const fence = [&] {
            for (int k = 0; k <= longest; ++k) out_ += "`";
        };
        fence();
        out_ += "\n";
        out_ += b.raw;
        if (!b.raw.empty() && b.raw.view().back() != '\n') out_ += "\n";
        fence();
        out_ += "\n";
    }

    /// Escapes the beginning of a line that looks like a list or a heading.
    constexpr void line(prose const& p) {
        bool begins = true;
        for (prose::piece const& each : p) {
            if (begins && each.what == prose::style::plain) escaped(each.words, true);
            else piece(each);
            begins = false;
        }
    }
    constexpr void plain(text_view text) { escaped(text); }
    constexpr void strong(text_view text) { out_ += "**", escaped(text), out_ += "**"; }
    constexpr void code(text_view text) { out_ += "<code>", escaped(text), out_ += "</code>"; }
    constexpr void formula(mathematics const& m) { out_ += "$", mathematics_of(m.latex), out_ += "$"; }
    constexpr void link(text_view text, text_view to) {
        out_ += "[", escaped(text), out_ += "](";
        address(to);
        out_ += ")";
    }

    constexpr void mathematics_of(text_view latex) {
        for (char const& c : latex)
            if (c == '|') out_ += "\\vert ";  // else the end of a cell
            else if (c == '<') out_ += "\\lt ";
            else if (c == '>') out_ += "\\gt ";
            else if (c == '\n') out_ += " ";
            else out_ += text_view(&c, 1);
    }
    constexpr void address(text_view text) {
        for (char const& c : text)
            if (c == '(') out_ += "%28";
            else if (c == ')') out_ += "%29";
            else if (c == ' ' || c == '<' || c == '>' || c == '|' || c == '\n' || c == '\\') out_ += "%20";
            else out_ += text_view(&c, 1);
    }
    /// Escapes everything that has a meaning in Markdown.
    constexpr void escaped(text_view text, bool begins_line = false) {
        bool only_digits = begins_line;  // 1. begins a list
        for (std::size_t k = 0; k < text.size(); ++k) {
            char const c = text[k] == '\n' || text[k] == '\t' ? ' ' : text[k];
            if (static_cast<unsigned char>(c) < 0x20) continue;
            bool const marks_start =
                begins_line && ((k == 0 && (c == '+' || c == '-' || c == '=')) || (k > 0 && only_digits && (c == '.' || c == ')')));
            if (marks_start || text_view("\\`*_[]<>&|$~#").find(c) != text_view::npos) out_ += "\\";
            only_digits = only_digits && c >= '0' && c <= '9';
            out_ += text_view(&c, 1);
        }
    }

    int pictures_ = 0;
};

}  // namespace detail

/// A document as Markdown; formulas are `$LaTeX$`.
///
///     assert(markdown(document().heading(1, "A neuron")).view() == "# A neuron\n");
constexpr characters markdown(document const& d) { return detail::markdown_writer()(d); }

}  // namespace leibniz::inline v0_1
