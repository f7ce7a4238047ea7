#pragma once

#include <leibniz/parse/model_backpropagation.hpp>
#include <leibniz/document/calculation_document.hpp>
#include <leibniz/document/derivation_document.hpp>
#include <leibniz/parse/model_derivation.hpp>

#include <memory>
#include <string_view>
#include <type_traits>

namespace leibniz::inline v0_1 {

namespace detail {

/// The formulas of a worksheet that was made at run time in one notation, and the names of its variables.
template <class Style>
class texts_in_style {
public:
    explicit texts_in_style(model_worksheet const& of)
        : letters_(of.seen()), spelled_(letters_.seen()), slots_(of), named_(of, spelled_), texts_{named_.seen(), slots_.seen()} {}
    texts_in_style(texts_in_style const&) = delete;
    sheet_text const& text(bool slots) const { return texts_[slots ? 1 : 0]; }
    spelled_names const& spelled() const { return spelled_; }

private:
    struct no_spellings {
        explicit no_spellings(sheet_view const&) {}
        static spelled_names seen() { return {}; }
    };
    template <class S, bool Renames>
    struct spellings {
        using type = new_spellings<S>;
    };
    template <class S>
    struct spellings<S, false> {
        using type = no_spellings;
    };
    typename spellings<Style, Style::renames>::type letters_;
    spelled_names spelled_;
    model_worksheet::text<Style, true> slots_;
    model_worksheet::text<Style, false> named_;
    sheet_text texts_[2];
};

/// The same in all notations; see static_texts.
class model_texts {
public:
    explicit model_texts(model_worksheet const& of) : all_(std::make_shared<all const>(of)) {}
    sheet_view const& sheet() const { return all_->sheet; }
    template <class Style, bool Slots>
    sheet_text const& text() const {
        return static_cast<texts_in_style<Style> const&>(*all_).text(Slots);
    }
    template <class Style>
    spelled_names const& spelled() const {
        return static_cast<texts_in_style<Style> const&>(*all_).spelled();
    }

private:
    struct all : texts_in_style<text_style>, texts_in_style<unicode_style>, texts_in_style<latex_style>, texts_in_style<mathml_style> {
        explicit all(model_worksheet const& of)
            : texts_in_style<text_style>(of), texts_in_style<unicode_style>(of), texts_in_style<latex_style>(of),
              texts_in_style<mathml_style>(of), sheet(of.seen()) {}
        sheet_view sheet;
    };
    std::shared_ptr<all const> all_;
};

using model_pages = calculation_pages<model_texts, double>;

}  // namespace detail

/// The hand calculation of a formula that was read at run time as a document; see written_out of an expression's.
///
///     auto const c = backpropagation("(w*x - y)^2", {"w"}, {bind("w", 1.0), bind("x", 2.0), bind("y", 4.0)});
///     assert(!written_out(c).empty() && graph_of(c).boxes.size() == 6);
inline document written_out(model_calculation const& c) {
    document d;
    detail::model_pages(c, detail::model_texts(*c.sheet)).add_to(d);
    return d;
}

/// Its computational graph, with values and derivatives, for `svg`.
inline pictured_graph graph_of(model_calculation const& c) { return detail::model_pages(c, detail::model_texts(*c.sheet)).picture(); }

/// What `derivation_document` gives, or why it does not: nothing is thrown.
template <class Detail = as_main_steps>
outcome<document> try_derivation_document(model const& m, std::string_view by, Detail shown = {}) {
    auto const text = try_derivation<text_style>(m, by, shown);
    auto const latex = try_derivation<latex_style>(m, by, shown);
    auto const mathml = try_derivation<mathml_style>(m, by, shown);
    for (auto const* each : {&text, &latex, &mathml})
        if (!*each) return each->why();
    detail::lines_in_notations const all{text->lines(), latex->lines(), mathml->lines()};
    if constexpr (std::is_same<Detail, as_every_rule>::value) return detail::document_of_every_rule(all);
    else return detail::document_of_main_steps(all);
}

/// The steps to the derivative of a model's first formula as a document; with `every_rule`, every rule. Throws what
/// `derivation(m, by)` throws.
///
///     assert(!derivation_document(parse("(w*x)^2"), "w").empty());
template <class Detail = as_main_steps>
document derivation_document(model const& m, std::string_view by, Detail shown = {}) {
    return try_derivation_document(m, by, shown).value();
}

}  // namespace leibniz::inline v0_1
