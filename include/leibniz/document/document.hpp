#pragma once

#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/string_builder.hpp>

namespace leibniz::inline v0_1 {

/// A piece of mathematics in three notations: text, LaTeX (math mode, without `$`), MathML (without `<math>`). Pieces are
/// joined by `+`.
struct mathematics {
    characters text, latex, mathml;

    constexpr mathematics& operator+=(mathematics const& next) {
        text += next.text;
        latex += next.latex;
        mathml += next.mathml;
        return *this;
    }
    friend constexpr mathematics operator+(mathematics a, mathematics const& b) { return a += b; }
    friend constexpr bool operator==(mathematics const& a, mathematics const& b) { return a.text == b.text; }
    constexpr bool empty() const { return text.empty(); }
};

/// Words mixed with mathematics, code and links: `prose("the loss ") + shown(loss) + " falls"`.
class prose {
public:
    enum class style : unsigned char { plain, strong, code, mathematics, link };
    struct piece {
        style what = style::plain;
        characters words{};
        leibniz::mathematics formula{};
        characters address{};  // of a link
    };

    constexpr prose() = default;
    constexpr prose(char const* words) : prose(text_view(words)) {}    // NOLINT: words are prose
    constexpr prose(text_view words) { add(words); }                   // NOLINT
    constexpr prose(characters const& words) : prose(words.view()) {}  // NOLINT
    constexpr prose(leibniz::mathematics const& formula) { pieces_.push({style::mathematics, {}, formula, {}}); }  // NOLINT

    static constexpr prose strong(text_view words) { return styled({style::strong, words, {}, {}}); }
    static constexpr prose code(text_view words) { return styled({style::code, words, {}, {}}); }
    static constexpr prose link(text_view words, text_view address) { return styled({style::link, words, {}, address}); }

    constexpr prose& operator+=(prose const& next) {
        for (piece const& p : next.pieces_) pieces_.push(p);
        return *this;
    }
    friend constexpr prose operator+(prose a, prose const& b) { return a += b; }

    constexpr bool empty() const { return pieces_.empty(); }
    constexpr piece const* begin() const { return pieces_.begin(); }
    constexpr piece const* end() const { return pieces_.end(); }

private:
    constexpr void add(text_view words) {
        if (!words.empty()) pieces_.push({style::plain, words, {}, {}});
    }
    static constexpr prose styled(piece const& p) {
        prose result;
        result.pieces_.push(p);
        return result;
    }

    buffer<piece> pieces_;
};

/// A block of a document: a heading, a paragraph, a table, ...
struct passage {
    enum class kind : unsigned char { heading, paragraph, code, list, table, equations, picture };
    kind what = kind::paragraph;
    int level = 1;                 // heading: 1 is the title
    characters name{};             // heading: the target of links, or empty
    prose words{};                 // heading, paragraph; table, equations: caption; picture: title
    characters raw{};              // code: lines; picture: one <svg> element
    characters description{};      // picture: what it shows, in words
    buffer<prose> header{};        // table, equations: a title for each column
    buffer<buffer<prose>> rows{};  // table, equations: cells; list: one cell each
};

/// A document as data, which `text`, `markdown`, `latex`, `html` and `html_page` write. Words may hold any characters; each
/// form escapes them. Only pictures and the notations of mathematics are taken unchanged.
///
///     auto const page = document().heading(1, "A neuron").paragraph("By hand.").code("w*x + b");
///     assert(markdown(page).view() == "# A neuron\n\nBy hand.\n\n```\nw*x + b\n```\n");
class document {
public:
    constexpr document& heading(int level, prose const& title, text_view name = {}) {
        return add({.what = passage::kind::heading, .level = level, .name = name, .words = title});
    }
    constexpr document& paragraph(prose const& words) { return add({.what = passage::kind::paragraph, .words = words}); }
    constexpr document& code(text_view lines) { return add({.what = passage::kind::code, .raw = lines}); }
    constexpr document& list(buffer<prose> const& items) {
        passage b{.what = passage::kind::list};
        for (prose const& item : items) b.rows.push(buffer<prose>(1, item));
        return add(b);
    }
    /// A table: titles of columns, then rows of cells; the first cell of a row is its title.
    constexpr document& table(prose const& caption, buffer<prose> const& header, buffer<buffer<prose>> const& rows) {
        return add({.what = passage::kind::table, .words = caption, .header = header, .rows = rows});
    }
    /// A table whose rows are equations `a = b = c`, which the text form writes as equations.
    constexpr document& equations(prose const& caption, buffer<prose> const& header, buffer<buffer<prose>> const& rows) {
        return add({.what = passage::kind::equations, .words = caption, .header = header, .rows = rows});
    }
    /// A picture: `svg` is one <svg> element; title and description are added to it for screen readers.
    constexpr document& picture(prose const& title, text_view description, text_view svg) {
        return add({.what = passage::kind::picture, .words = title, .raw = svg, .description = description});
    }
    constexpr document& append(document const& other) {
        for (passage const& b : other.blocks_) blocks_.push(b);
        return *this;
    }

    constexpr passage const* begin() const { return blocks_.begin(); }
    constexpr passage const* end() const { return blocks_.end(); }
    constexpr bool empty() const { return blocks_.empty(); }

private:
    constexpr document& add(passage const& b) {
        blocks_.push(b);
        return *this;
    }
    buffer<passage> blocks_;
};

/// The words alone, with formulas as text.
constexpr characters as_words(prose const& p) {
    characters all;
    for (prose::piece const& each : p) all += each.what == prose::style::mathematics ? each.formula.text.view() : each.words.view();
    return all;
}

/// The cells of a row of equations that are shown: all but those between the first and the last that are empty or equal to the
/// last.
constexpr buffer<int> shown_cells(buffer<prose> const& row) {
    buffer<int> all;
    for (int k = 0; k < row.size(); ++k)
        if (k == 0 || k + 1 == row.size() || !(row[k].empty() || as_words(row[k]) == as_words(row.back()))) all.push(k);
    return all;
}

/// A list of cells, titles of columns, or items: `cells("step", "formula")`.
template <class... Cell>
constexpr buffer<prose> cells(Cell const&... each) {
    buffer<prose> all;
    (all.push(prose(each)), ...);
    return all;
}

}  // namespace leibniz::inline v0_1
