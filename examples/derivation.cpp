// From a formula to its derivative, step by step: as a lecturer writes it, with every rule named, and as a page.
// The steps come from the rules by which the library itself derives; the last line is what diff gives.
#include <leibniz/leibniz.hpp>
#include <leibniz/document/derivation_document.hpp>
#include <leibniz/document/markdown.hpp>

#include <iostream>

namespace model {

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr symbol<"w1"> w1;
constexpr symbol<"w2"> w2;

constexpr auto loss = pow<2>(w*x - y);

constexpr auto hidden = let<"h">(sigmoid(w1*x));
constexpr auto output = let<"o">(sigmoid(w2*hidden));
constexpr auto error  = let<"E">(pow<2>(output - y)/2_c);

}  // namespace model

int main() {
    using namespace model;
    std::cout << derivation(loss, w) << '\n';
    std::cout << derivation(loss, w, every_rule) << '\n';
    std::cout << derivation(error, w1) << '\n';
    std::cout << "every rule of d/dx x/sin(x):\n";
    for (derivation_line const line : lines(derivation(x/sin(x), x, every_rule))) std::cout << line.depth << ' ' << line.rule << ": " << line.after << '\n';
    std::cout << '\n' << markdown(written_out(derivation(loss, w)));
}
