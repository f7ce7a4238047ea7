#pragma once

#include <leibniz/notation/shared_graph.hpp>
#include <leibniz/notation/derivative_names.hpp>
#include <leibniz/notation/styles/text.hpp>

namespace leibniz::inline v0_1 {

namespace detail {

/// Lines in one style: name, formula, name, formula, ...; a result alone has no name.
class shared_lines {
public:
    /// `results` are the names of the results in text, each with a line break behind it; empty if there is one without a name.
    template <class Style>
    static constexpr shared_lines of(view formulas, buffer<given_name> const& names, text_view results, int most) {
        shared_lines lines;
        lines.write<Style>(formulas, names, results, most);
        return lines;
    }
    constexpr int size() const { return ends_.size() / 2; }
    struct line {
        text_view name, formula;
    };
    constexpr line operator[](int k) const { return {piece(2 * k), piece(2 * k + 1)}; }
    /// All characters; more than `most` if writing was stopped.
    constexpr int letters() const { return letters_.size(); }

private:
    template <class Style>
    constexpr void write(view formulas, buffer<given_name> const& names, text_view results, int most) {
        shared_graph const parts(formulas, names);
        view const of = parts.seen();
        buffer<int> ends;
        buffer<char> all;
        if (of.matrices->exists) all = of.matrices->lines(of, of.matrices->style_of<Style>(), parts.symbols_of_parts(), ends, most);
        else {
            print_order const order(of);
            styled_writer<Style> write(order, most);
            for (int k = 0; k < parts.part_count(); ++k) {
                ends.push(write.append(parts.symbol_of_part(k)));
                ends.push(write.append(of.roots[k]));
            }
            for (int k = parts.part_count(); k < of.root_count; ++k) ends.push(write.append(of.roots[k]));
            all = write.finished();
        }
        if (ends.empty()) return;  // the style has no form of matrices
        char const letter = results.empty() ? 'f' : parts.letter_of_results();
        for (int k = 0, from = 0; k < ends.size(); ++k) {
            if (k >= 2 * parts.part_count()) put_next_name<Style>(results, letter);
            letters_.append(all.begin() + from, ends[k] - from);
            ends_.push(letters_.size());
            from = ends[k];
        }
    }
    template <class Style>
    constexpr void put_next_name(text_view& results, char letter) {
        std::size_t const end = results.find('\n');
        if (end != text_view::npos) put_result_name<Style>(letters_, results.substr(0, end), letter), results.remove_prefix(end + 1);
        ends_.push(letters_.size());
    }
    constexpr text_view piece(int k) const {
        int const first = k == 0 ? 0 : ends_[k - 1];
        return {letters_.begin() + first, static_cast<std::size_t>(ends_[k] - first)};
    }

    buffer<char> letters_{};
    buffer<int> ends_{};
};

/// What stands around and between lines.
template <class Style>
struct line_frame {
    static constexpr text_view begin = "", unnamed = "", equals = " = ", end = "", between = "\n", all_end = "";
};
template <>
struct line_frame<latex_style> {
    static constexpr text_view begin = "\\begin{aligned}\n", unnamed = "& ", equals = " &= ", end = "", between = " \\\\\n",
                               all_end = "\n\\end{aligned}";
};
// Chromium aligns the cells of formulas by these styles only, others by the attribute.
template <>
struct line_frame<mathml_style> {
    static constexpr text_view begin =
                                   "<math display=\"block\"><mtable columnalign=\"right left\" displaystyle=\"true\">\n"
                                   "<mtr><mtd style=\"text-align:-webkit-right;padding-right:0\">",
                               unnamed = "</mtd><mtd style=\"text-align:-webkit-left\">",
                               equals = "</mtd><mtd style=\"text-align:-webkit-left\"><mo>=</mo>", end = "</mtd></mtr>",
                               between = "\n<mtr><mtd style=\"text-align:-webkit-right;padding-right:0\">", all_end = "\n</mtable></math>";
};

/// All lines as one text; a single one without a name is just the formula.
template <class Style>
constexpr buffer<char> shared_text(view formulas, buffer<given_name> const& names, text_view results, int most = writer::endless) {
    using frame = line_frame<Style>;
    shared_lines const lines = shared_lines::of<Style>(formulas, names, results, most);
    buffer<char> out;
    if (lines.size() == 0) return out;
    if (lines.size() == 1 && lines[0].name.empty()) {
        put(out, Style::document), put(out, lines[0].formula), put(out, Style::document_end);
        return out;
    }
    put(out, frame::begin);
    for (int k = 0; k < lines.size(); ++k) {
        if (k > 0) put(out, frame::between);
        put(out, lines[k].name);
        put(out, lines[k].name.empty() ? frame::unnamed : frame::equals);
        put(out, lines[k].formula);
        put(out, frame::end);
    }
    put(out, frame::all_end);
    return out;
}

}  // namespace detail
}  // namespace leibniz::inline v0_1
