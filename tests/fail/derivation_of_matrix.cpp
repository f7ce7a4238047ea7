// expect: diff: the derivative of a column by all rows of a column is a matrix; reduce it first, with sum(e) or mean(e)
// lines: 12
#include <leibniz/leibniz.hpp>
#include <leibniz/derivation.hpp>

#include <iostream>

using namespace leibniz;

constexpr column<"x"> x;

int main() {
#ifdef TWIN
    std::cout << derivation(sum(x*mean(x)), x);
#else
    std::cout << derivation(x*mean(x), x);
#endif
}
