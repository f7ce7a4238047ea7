#pragma once

#include <leibniz/document/document.hpp>
#include <leibniz/document/document_writer.hpp>
#include <leibniz/language/text_view.hpp>

namespace leibniz::inline v0_1 {

namespace detail {

class typesetter : public document_writer<typesetter> {
    friend document_writer<typesetter>;
    static constexpr int line_length = 70;

    constexpr void separate(passage const&) { out_ += "\n"; }
    constexpr void heading(passage const& b) {
        out_ += b.level <= 1 ? "\\section*{" : b.level == 2 ? "\\subsection*{" : "\\subsubsection*{";
        words(b.words);
        out_ += "}\n";
    }
    constexpr void paragraph(passage const& b) { words(b.words), out_ += "\n"; }
    constexpr void list(passage const& b) {
        out_ += "\\begin{itemize}\n";
        for (auto const& item : b.rows) out_ += "\\item ", words(item[0]), out_ += "\n";
        out_ += "\\end{itemize}\n";
    }
    constexpr void picture(passage const& b) {
        out_ += "\\begin{quote}\\textbf{";
        words(b.words);
        out_ += "}: ";
        escaped(b.description);
        out_ += "\\end{quote}\n";
    }

    constexpr void caption(passage const& b) {
        if (b.words.empty()) return;
        out_ += "\\paragraph{";
        words(b.words);
        out_ += "}\n";
    }
    constexpr void table(passage const& b) {
        caption(b);
        out_ += "\\begin{center}\\begin{tabular}{";
        for (int k = 0; k < b.header.size(); ++k) out_ += "l";
        out_ += "}\n";
        row(b.header);
        out_ += "\\hline\n";
        for (auto const& each : b.rows) row(each);
        out_ += "\\end{tabular}\\end{center}\n";
    }
    constexpr void row(buffer<prose> const& all) {
        for (int k = 0; k < all.size(); ++k) {
            if (k > 0) out_ += " & ";
            words(all[k]);
        }
        out_ += " \\\\\n";
    }

    constexpr void equations(passage const& b) {
        if (b.rows.empty()) return;
        caption(b);
        out_ += "\\begin{align*}\n";
        for (int r = 0; r < b.rows.size(); ++r) {
            buffer<int> const order = shown_cells(b.rows[r]);
            int length = 0;
            for (int k : order) length += length_of(b.rows[r][k]) + 3;
            bool const broken = length > line_length;  // at each sign of equality
            for (int k = 0; k < order.size(); ++k) {
                out_ += k == 0 ? "" : k == 1 ? " &= " : broken ? " \\\\\n&= " : " = ";
                in_mathematics(b.rows[r][order[k]]);
            }
            out_ += r + 1 < b.rows.size() ? " \\\\\n" : "\n";
        }
        out_ += "\\end{align*}\n";
    }
    constexpr void in_mathematics(prose const& p) {
        for (prose::piece const& each : p) {
            if (each.what == prose::style::mathematics) out_ += each.formula.latex;
            else out_ += "\\text{", escaped(each.words), out_ += "}";
        }
    }

    constexpr void listing(passage const& b) {  // line by line, so that no text can end it early
        text_view rest = b.raw;
        out_ += "\\begin{quote}\\ttfamily\\obeylines\n";
        while (!rest.empty()) {
            std::size_t const end = rest.find('\n');
            for (char const& c : rest.substr(0, end))
                if (c == ' ') out_ += "~";
                else escaped(text_view(&c, 1));
            out_ += "\n";
            rest = end == text_view::npos ? text_view() : rest.substr(end + 1);
        }
        out_ += "\\end{quote}\n";
    }

    constexpr void plain(text_view text) { escaped(text); }
    constexpr void strong(text_view text) { out_ += "\\textbf{", escaped(text), out_ += "}"; }
    constexpr void code(text_view text) { out_ += "\\texttt{", escaped(text), out_ += "}"; }
    constexpr void formula(mathematics const& m) { out_ += "$", out_ += m.latex, out_ += "$"; }
    constexpr void link(text_view text, text_view to) {
        escaped(text);
        if (!to.empty() && to[0] != '#') out_ += " (\\texttt{", escaped(to), out_ += "})";
    }

    constexpr void escaped(text_view text) {
        for (char const& c : text) {
            switch (c) {
                case '\\': out_ += "\\textbackslash{}"; break;
                case '~': out_ += "\\textasciitilde{}"; break;
                case '[': out_ += "{[}"; break;  // after \\ and \item it would begin an option
                case '^': out_ += "\\textasciicircum{}"; break;
                case '{':
                case '}':
                case '$':
                case '&':
                case '#':
                case '_':
                case '%':
                    out_ += "\\";
                    out_ += text_view(&c, 1);
                    break;
                default:
                    if (static_cast<unsigned char>(c) >= 0x20) out_ += text_view(&c, 1);
                    else if (c == '\n' || c == '\t') out_ += " ";
            }
        }
    }
};

}  // namespace detail

/// A document as the body of a LaTeX document. It needs amsmath, and for names such as ŷ an engine that reads UTF-8. Pictures
/// become their descriptions.
///
///     assert(latex(document().paragraph("By hand.")).view().find("By hand.") != text_view::npos);
constexpr characters latex(document const& d) { return detail::typesetter()(d); }

}  // namespace leibniz::inline v0_1
