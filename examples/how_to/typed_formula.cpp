#include <iostream>
#include <leibniz/parse.hpp>
#include <string>
using namespace leibniz;

int main() {
    std::string const typed = "a*sin(w*t) + b";         // from a file, a form, a command line
    model const wave = parse(typed), slopes = gradient(wave, {"a", "w"});
    std::cout << slopes << '\n';
    auto const values = evaluate(slopes, bind("a", 2.0), bind("w", 0.5), bind("t", 1.0));
    std::cout << values << '\n';
}
