// All lessons on one page: `lessons_page lessons.html` writes it; without a name, the list of figures alone.
#include "lesson.hpp"

#include <leibniz/document/html.hpp>

#include <fstream>
#include <iostream>

int main(int count, char** arguments) {
    using namespace leibniz;
    lesson::page const all[] = {
        lesson::one_weight(), lesson::weight_and_bias(),         lesson::training_log(),        lesson::two_steps(),
        lesson::tensors(),    lesson::network(),                 lesson::sign_question(),       lesson::mean_of_squares(),
        lesson::entries(),    lesson::products_with_jacobians(), lesson::without_derivatives(), lesson::quadratic(),
        lesson::tensors_as_matrices(), lesson::network_as_matrices(), lesson::mean_of_squares_as_matrix(), lesson::entries_as_matrix(),
        lesson::products_with_jacobians_as_matrices(), lesson::perceptron(), lesson::least_squares(), lesson::kalman(),
    };

    buffer<buffer<prose>> rows;
    int compared = 0, matched = 0;
    for (lesson::page const& p : all) {
        std::cout << p.number() << ": " << p.matched() << " of " << p.compared() << '\n';
        characters figures;
        figures += p.matched();
        figures += " of ";
        figures += p.compared();
        rows.push(cells(prose::link(p.number(), characters("#") + p.name()), figures));
        compared += p.compared();
        matched += p.matched();
    }
    std::cout << "all: " << matched << " of " << compared << '\n';

    if (count > 1) {
        document page;
        page.heading(1, "Lessons in back-propagation");
        page.paragraph("Each part calculates what a lesson note calculates by hand or on a tape; its figures stand beside ours at the end of the part, "
                       "and the page ends with their numbers. "
                       "All formulas were derived symbolically while the program that wrote this page was compiled.");
        for (lesson::page const& p : all) page.append(p.body);
        characters sum;
        sum += matched;
        sum += " of ";
        sum += compared;
        rows.push(cells("all", sum));
        page.heading(2, "All figures", "figures").table("Figures that agree", cells("lesson", "figures"), rows);
        std::ofstream file(arguments[1]);
        file << html_page(page);
        if (!file.flush()) {
            std::cerr << "lessons_page: " << arguments[1] << " cannot be written\n";
            return 1;
        }
    }
    return matched == compared ? 0 : 1;
}
