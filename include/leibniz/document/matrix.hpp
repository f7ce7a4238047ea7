#pragma once

// Documents of hand calculations with vectors and matrices.
#include <leibniz/backpropagation/matrix.hpp>
#include <leibniz/backpropagation/matrix_notation.hpp>
#include <leibniz/page.hpp>

namespace leibniz::inline v0_1 {

namespace detail {

/// The lines of one calculation in all notations.
template <class Sheet, class T>
class matrix_calculation_pages {
public:
    explicit matrix_calculation_pages(matrix_calculation<T> const& of) : of_(of) {}

    void add_to(document& page) const {
        buffer<prose> const titles = cells("step", "formula", "in numbers", "value");
        page.equations("Forward", titles, lines(false));
        page.equations(backward_title(), cells("adjoint", "formula", "in numbers", "value"), lines(true));
        if (!of_.update.empty()) page.equations("Update", cells("parameter", "formula", "in numbers", "value"), update());
    }
    buffer<buffer<prose>> lines(bool backward) const {
        buffer<buffer<prose>> all;
        text_view const texts[] = {matrix_lines_of<Sheet, text_style>(), matrix_lines_of<Sheet, latex_style>(),
                                   matrix_lines_of<Sheet, mathml_style>()};
        std::size_t first[3] = {};
        for (int root = 0; root < seen_.result_count; root += 2) {
            text_view formulas[3];
            for (int style = 0; style < 3; ++style) {
                std::size_t const end = texts[style].find("\n", first[style]);
                formulas[style] = texts[style].substr(first[style], end - first[style]);
                first[style] = end + 1;
            }
            if (seen_.is_adjoint(seen_.results[root]) != backward) continue;
            mathematics parts[4];
            write<text_style>(root, formulas[0], [&](int part) -> characters& { return parts[part].text; });
            write<latex_style>(root, formulas[1], [&](int part) -> characters& { return parts[part].latex; });
            write<mathml_style>(root, formulas[2], [&](int part) -> characters& { return parts[part].mathml; });
            all.push(cells(parts[0], parts[1], parts[2], parts[3]));
        }
        return all;
    }

    /// Boxes for all variables and steps with their values and adjoints, an arrow from each operand to its step.
    pictured_graph picture() const {
        matrix_line_filler<unicode_style> const fill(seen_);
        text_view formulas = matrix_lines_of<Sheet, unicode_style>();
        pictured_graph drawn;
        buffer<int> box(seen_.node_count, -1);
        for (int line = 0; line < seen_.result_count && !seen_.is_adjoint(seen_.results[line]); line += 2) {
            std::size_t const end = formulas.find("\n");
            buffer<int> const inputs = symbols_in(seen_.results[line + 1]);
            for (int place : inputs)
                if (box[place] < 0) {
                    box[place] = drawn.boxes.size();
                    drawn.boxes.push({named(place), in_numbers(place), derivative_by(place)});
                }
            int const step = seen_.results[line];
            box[step] = drawn.boxes.size();
            drawn.boxes.push({named(step) + " = " + fill.named(formulas.substr(0, end)), in_numbers(step), derivative_by(step)});
            for (int place : inputs) drawn.arrows.push({box[place], box[step], {}, {}});
            formulas = formulas.substr(end + 1);
        }
        return drawn;
    }

private:
    buffer<int> symbols_in(int formula) const {
        buffer<char> inside(formula + 1);
        inside[formula] = 1;
        for (int place = formula; place >= 0; --place)
            for (int number = 0; inside[place] != 0 && number < seen_[place].count && !seen_.is(place, sheet_operation::symbol); ++number)
                inside[seen_.operand(place, number)] = 1;
        buffer<int> all;
        for (int place = 0; place <= formula; ++place)
            if (inside[place] != 0 && seen_.is(place, sheet_operation::symbol)) all.push(place);
        return all;
    }
    characters named(int place) const {
        characters out;
        matrix_texts<unicode_style>::put_symbol(out.letters(), seen_[place]);
        return out;
    }
    characters in_numbers(int place) const {
        characters out;
        matrix_texts<unicode_style>::put_value(out.letters(), of_.values[place], of_.digits);
        return out;
    }
    characters derivative_by(int place) const {
        for (int line = 0; line < seen_.result_count; line += 2)
            if (int const adjoint = seen_.results[line]; seen_.is_adjoint(adjoint) && seen_[adjoint].name == seen_[place].name)
                return named(adjoint) + " = " + in_numbers(adjoint);
        return {};
    }

    template <class Style, class Part>
    void write(int root, text_view formula, Part const& part) const {
        matrix_line_filler<Style> const fill(seen_);
        matrix_texts<Style>::put_symbol(part(0).letters(), seen_[seen_.results[root]]);
        part(1) = fill.named(formula);
        part(2) = fill.in_numbers(formula, of_.digits, [&](int place) -> value_matrix<T> const& { return of_.values[place]; });
        matrix_texts<Style>::put_value(part(3).letters(), of_.values[seen_.results[root]], of_.digits);
    }
    prose backward_title() const {
        text_view const whole = of_.forward.back().name;
        return prose("Backward, ") + prose(shown_ratio(whole, "u")) + prose(" written ") +
               prose(in_three([&]<class Style>(Style, buffer<char>& out) { matrix_notation<Style>::adjoint(out, "u"); }));
    }
    buffer<buffer<prose>> update() const {
        buffer<buffer<prose>> all;
        int used = 0;
        for (int number = 0; number < seen_.wanted; ++number) {
            int const adjoint = seen_.derivative(number), variable = seen_.variable(number);
            if (variable < 0) continue;
            mathematics parts[3];
            auto const in = [&]<class Style>(Style, characters& name, characters& formula, characters& numbers) {
                write_update<Style>(name, formula, numbers, seen_[adjoint], of_.values[variable], of_.gradient[number], of_.rate, of_.digits);
            };
            in(text_style(), parts[0].text, parts[1].text, parts[2].text);
            in(latex_style(), parts[0].latex, parts[1].latex, parts[2].latex);
            in(mathml_style(), parts[0].mathml, parts[1].mathml, parts[2].mathml);
            value_matrix<T> const& value = of_.update[used++].value;
            all.push(cells(parts[0], parts[1], parts[2], in_three([&]<class Style>(Style, buffer<char>& out) {
                               matrix_texts<Style>::put_value(out, value, of_.digits);
                           })));
        }
        return all;
    }
    template <class Write>
    static mathematics in_three(Write const& write) {
        mathematics all;
        write(text_style(), all.text.letters());
        write(latex_style(), all.latex.letters());
        write(mathml_style(), all.mathml.letters());
        return all;
    }

    matrix_sheet_view seen_ = seen_matrix_sheet<Sheet>();
    matrix_calculation<T> const& of_;
};

}  // namespace detail

/// A hand calculation with vectors and matrices as a document: tables of its lines. `text`, `markdown`, `latex`, `html`, `html_page`
/// write it.
///
///     constexpr vector<"v", 2> v;
///     auto const c = backpropagation(pow<2>(norm2(v)), wrt(v))(v = {3, 4});
///     assert(!markdown(written_out(c)).empty() && !latex(written_out(c)).empty());
template <class T, class E, class... V>
document written_out(matrix_calculation_of<matrix_calculation<T>, E, V...> const& calculation) {
    document page;
    detail::matrix_calculation_pages<detail::matrix_sheet<E, V...>, T>(calculation).add_to(page);
    return page;
}

/// The computational graph of a hand calculation with vectors and matrices, with values and adjoints, for `svg`.
template <class T, class E, class... V>
pictured_graph graph_of(matrix_calculation_of<matrix_calculation<T>, E, V...> const& calculation) {
    return detail::matrix_calculation_pages<detail::matrix_sheet<E, V...>, T>(calculation).picture();
}

/// One of several steps: one below the other, under headings of this level, then the model after the last.
template <class T, class E, class... V>
document written_out(matrix_calculation_of<matrix_training<T>, E, V...> const& training, int level = 3) {
    using pages = detail::matrix_calculation_pages<detail::matrix_sheet<E, V...>, T>;
    document page;
    for (int step = 0; step < training.steps.size(); ++step) {
        characters title = "Step ";
        title += step + 1;
        page.heading(level, title);
        pages(training.steps[step]).add_to(page);
    }
    if (training.last.forward.empty()) return page;
    page.heading(level, "Afterwards").equations("Forward", cells("step", "formula", "in numbers", "value"), pages(training.last).lines(false));
    return page;
}

}  // namespace leibniz::inline v0_1
