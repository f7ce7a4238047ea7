#pragma once

#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/string_builder.hpp>
#include <leibniz/document/document.hpp>
#include <leibniz/document/document_writer.hpp>
#include <leibniz/document/html_style.hpp>
#include <leibniz/document/picture_style.hpp>

namespace leibniz::inline v0_1 {

namespace detail {

/// Escapes text for HTML, in double-quoted attributes too, and strips control characters, which HTML forbids.
constexpr void add_escaped(characters& out, text_view text) {
    for (char const& c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += text_view(&c, 1);
        }
    }
}

/// Adds a title and a description to an <svg> element, for screen readers; `id` is unique on its page.
constexpr void add_labelled(characters& out, passage const& picture, characters const& id) {
    text_view const svg = picture.raw;
    std::size_t const open = svg.find('>') == text_view::npos ? svg.size() : svg.find('>');
    out += svg.substr(0, open);
    out += characters(" role=\"img\" aria-labelledby=\"") + id + "-title " + id + "-words\"><title id=\"" + id + "-title\">";
    add_escaped(out, as_words(picture.words));
    out += characters("</title><desc id=\"") + id + "-words\">";
    add_escaped(out, picture.description);
    out += "</desc>";
    out += svg.substr(open < svg.size() ? open + 1 : open);
}

class html_writer : public document_writer<html_writer> {
public:
    /// `before` begins the names that links and screen readers use.
    constexpr explicit html_writer(text_view before = {}) : before_(before) {}

    /// Links to all headings of level 2.
    constexpr characters contents(document const& d) {
        out_ += "<nav aria-labelledby=\"contents\"><h2 id=\"contents\">Contents</h2>\n<ol>\n";
        int number = 0;
        for (passage const& b : d) {
            if (b.what != passage::kind::heading) continue;
            ++number;
            if (b.level != 2) continue;
            out_ += characters("<li><a href=\"#") + name_of(b, number) + "\">";
            words(b.words);
            out_ += "</a></li>\n";
        }
        out_ += "</ol></nav>\n";
        return out_;
    }

private:
    friend document_writer<html_writer>;

    constexpr characters name_of(passage const& heading, int number) const {
        if (heading.name.empty()) return numbered("section", number);
        characters name;
        add_escaped(name, heading.name);
        return name;
    }
    constexpr characters numbered(text_view kind, int number) const {
        characters name;
        add_escaped(name, before_);
        name += kind;
        name += number;
        return name;
    }

    constexpr void separate(passage const&) {}
    constexpr void paragraph(passage const& b) { element("p", b.words); }
    constexpr void listing(passage const& b) {
        out_ += count_of('\n', b.raw) > 60 ? "<pre class=\"long\" tabindex=\"0\"><code>" : "<pre tabindex=\"0\"><code>";
        add_escaped(out_, b.raw);
        out_ += "</code></pre>\n";
    }
    constexpr void list(passage const& b) {
        out_ += "<ul>\n";
        for (auto const& item : b.rows) element("li", item[0]);
        out_ += "</ul>\n";
    }
    constexpr void picture(passage const& b) {
        out_ += "<figure>\n<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"";
        add_escaped(out_, as_words(b.words));
        out_ += "\">";
        add_labelled(out_, b, numbered("picture", ++pictures_));
        out_ += "</div>\n";
        element("figcaption", b.words);
        out_ += "</figure>\n";
    }
    constexpr void equations(passage const& b) { table(b); }

    constexpr void heading(passage const& b) {
        characters level = "h";
        level += b.level < 1 ? 1 : b.level > 6 ? 6 : b.level;
        out_ += characters("<") + level + " id=\"" + name_of(b, ++headings_) + "\">";
        words(b.words);
        out_ += characters("</") + level + ">\n";
    }
    constexpr void element(text_view tag, prose const& p) {
        out_ += characters("<") + tag + ">";
        words(p);
        out_ += characters("</") + tag + ">\n";
    }

    /// Classes of a table: whether its cells wrap on a narrow screen (words do, formulas do not), and whether it may continue on
    /// the next page.
    static constexpr text_view kinds_of(passage const& b) {
        bool const words = b.what == passage::kind::table;
        if (b.rows.size() > 12) return words ? " class=\"words long\"" : " class=\"long\"";
        return words ? " class=\"words\"" : "";
    }
    constexpr void table(passage const& b) {
        characters const id = numbered("table", ++tables_);
        out_ += characters("<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-labelledby=\"") + id + "\"><table" + kinds_of(b) +
                ">\n<caption id=\"" + id + "\">";
        words(b.words);
        out_ += "</caption>\n<thead><tr>";
        for (prose const& title : b.header) {
            out_ += title.empty() ? "<td>" : "<th scope=\"col\">";
            words(title);
            out_ += title.empty() ? "</td>" : "</th>";
        }
        out_ += "</tr></thead>\n<tbody>\n";
        for (auto const& row : b.rows) {
            out_ += "<tr>";
            int length = 0;
            for (prose const& cell : row) length += length_of(cell);
            for (int k = 0; k < row.size(); ++k) {
                out_ += k == 0 ? "<th scope=\"row\">" : "<td>";
                too_long_ = length > 140 && length_of(row[k]) > 50;
                words(row[k]);
                too_long_ = false;
                out_ += k == 0 ? "</th>" : "</td>";
            }
            out_ += "</tr>\n";
        }
        out_ += "</tbody></table></div>\n";
    }

    static constexpr int count_of(char letter, text_view text) {
        int count = 0;
        for (char c : text) count += c == letter;
        return count;
    }

    constexpr void plain(text_view text) { add_escaped(out_, text); }
    constexpr void strong(text_view text) { tagged("strong", text); }
    constexpr void code(text_view text) { tagged("code", text); }
    /// Adds a formula that is too long for paper as text as well, which wraps.
    constexpr void formula(mathematics const& m) {
        if (too_long_) out_ += "<span class=\"long\">";
        out_ += "<math>";
        out_ += m.mathml;
        out_ += "</math>";
        if (too_long_) tagged("code", m.text), out_ += "</span>";
    }
    constexpr void link(text_view text, text_view to) {
        out_ += "<a href=\"";
        add_escaped(out_, to);
        out_ += "\">";
        add_escaped(out_, text);
        out_ += "</a>";
    }
    constexpr void tagged(text_view tag, text_view content) {
        out_ += characters("<") + tag + ">";
        add_escaped(out_, content);
        out_ += characters("</") + tag + ">";
    }

    text_view before_;
    int headings_ = 0, tables_ = 0, pictures_ = 0;
    bool too_long_ = false;
};

}  // namespace detail

/// A document as a fragment of HTML for the body of a page; formulas are MathML. Of several fragments on one page each needs another
/// word `before` the names that it gives to tables and pictures.
///
///     assert(html(document().paragraph("a < b")).view().find("a &lt; b") != text_view::npos);
constexpr characters html(document const& d, text_view before = {}) { return detail::html_writer(before)(d); }

/// A document as a whole page, without scripts or references to the network, for screens, phones, print and screen readers, light and
/// dark. Its title is the first heading; several headings of level 2 make a table of contents.
///
///     assert(html_page(document().heading(1, "A neuron")).view().find("<title>A neuron</title>") != text_view::npos);
constexpr characters html_page(document const& d, text_view language = "en") {
    characters title;
    int parts = 0;
    for (passage const& b : d) {
        bool const is_heading = b.what == passage::kind::heading;
        if (is_heading && title.empty()) detail::add_escaped(title, as_words(b.words));
        parts += is_heading && b.level == 2;
    }
    characters page = "<!DOCTYPE html>\n<html lang=\"";
    detail::add_escaped(page, language);
    page +=
        characters(
            "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>") +
        (title.empty() ? text_view("Leibniz") : title.view()) + "</title>\n<style>" + picture_style + html_style +
        "</style>\n</head>\n<body>\n";
    characters const body = html(d);
    std::size_t const opened = parts > 1 ? body.view().find("<h2") : text_view::npos;
    page += characters("<main>\n") + body.view().substr(0, opened);
    if (opened != text_view::npos) page += detail::html_writer().contents(d) + body.view().substr(opened);
    return page + "</main>\n</body>\n</html>\n";
}

}  // namespace leibniz::inline v0_1
