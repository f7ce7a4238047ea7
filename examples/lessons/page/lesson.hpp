#pragma once

#include <leibniz/document/document.hpp>
#include <leibniz/notation/number_text.hpp>

#include <cstdio>
#include <initializer_list>
#include <string>
#include <string_view>

namespace lesson {

/// A lesson on the page: what it calculates, and each of its figures beside ours.
class page {
public:
    page(char const* number, char const* title, char const* program) : number_(number) {
        name_ = leibniz::characters("l") + std::string_view(number).substr(1);
        body.heading(2, leibniz::characters(number) + ": " + title, name_);
        body.paragraph(leibniz::prose("The program: ") + leibniz::prose::code(leibniz::characters("examples/lessons/") + program));
    }

    leibniz::document body;

    /// A figure as the lesson prints it, and ours, rounded to as many decimals.
    void figure(leibniz::prose const& what, std::string_view theirs, double ours) {
        std::size_t const point = theirs.find('.'), end = theirs.find('e');
        int const decimals = point == std::string_view::npos ? 0 : static_cast<int>((end < theirs.size() ? end : theirs.size()) - point - 1);
        char rounded[64];
        if (end < theirs.size()) std::snprintf(rounded, sizeof rounded, "%.*e", decimals, ours);
        else std::snprintf(rounded, sizeof rounded, "%.*f", decimals, ours);
        compare(what, theirs, rounded);
    }
    /// The same, letter by letter.
    void figure(leibniz::prose const& what, std::string_view theirs, std::string_view ours) { compare(what, theirs, ours); }

    /// Writes the table of figures, after all of them.
    void finish() {
        body.heading(3, "The lesson's figures, and ours");
        leibniz::characters words;
        words += matched_;
        words += " of ";
        words += compared_;
        body.paragraph(leibniz::prose::strong(words) + " agree, to all the digits that the lesson has.");
        body.table("Figures", leibniz::cells("figure", "lesson", "here", "equal"), rows_);
    }

    std::string_view number() const { return number_; }
    std::string_view name() const { return name_; }
    int compared() const { return compared_; }
    int matched() const { return matched_; }

private:
    void compare(leibniz::prose const& what, std::string_view theirs, std::string_view ours) {
        bool const same = theirs == ours;
        ++compared_;
        matched_ += same;
        rows_.push(leibniz::cells(what, theirs, ours, same ? "yes" : "NO"));
    }

    leibniz::characters number_, name_;
    leibniz::buffer<leibniz::buffer<leibniz::prose>> rows_;
    int compared_ = 0, matched_ = 0;
};

// By the files that they stand in: hand.cpp, training.cpp, network.cpp, arrays.cpp; matrices.cpp and perceptron.cpp.
page one_weight();
page weight_and_bias();
page training_log();
page two_steps();
page tensors();
page network();
page sign_question();
page mean_of_squares();
page entries();
page products_with_jacobians();
page without_derivatives();
page quadratic();
page tensors_as_matrices();
page network_as_matrices();
page mean_of_squares_as_matrix();
page entries_as_matrix();
page products_with_jacobians_as_matrices();
page perceptron();
page least_squares();
page kalman();

}  // namespace lesson
