// expect: let: the name of this step is also that of a symbol or of another step; choose another name
// lines: 12
#include <leibniz/derivation/matrix.hpp>

#include <iostream>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr vector<"x", "n"> x;

int main() {
#ifdef TWIN
    std::cout << derivation(norm2(let<"u">(W*x)), W);
#else
    std::cout << derivation(norm2(let<"x">(W*x)), W);
#endif
}
