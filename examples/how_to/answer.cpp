#include <iostream>
#include <leibniz/parse.hpp>
#include <string>
using namespace leibniz;

int main() {
    model const right = diff(parse("x^2*log(x)"), "x");
    model const positive = parse("x > 0");
    for (std::string answer : {"x + 2*x*log(x)", "x*(1 + log(x^2))", "2*x*log(x)", "2*x/x + ("}) {
        try {
            std::cout << answer << ": " << equivalent(parse(answer), right, {positive}) << '\n';
        } catch (syntax_error const& error) {
            std::cout << error.what() << '\n';
        }
    }
}
