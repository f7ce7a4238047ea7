// Training w*x sample by sample in single precision, with the log of the lesson bit for bit. The lesson's text says
// learning rate 0.05; the log that it prints is the one of 0.03 (at 0.05 the third line would read
// -7.199999809265137). Another rate may be given as argument.
#include "training_log.hpp"

#include <cstdlib>
#include <iostream>

using namespace leibniz;
using lesson::w, lesson::x, lesson::y;

constexpr auto squared = pow<2>(w*x - y);               // one way of writing the loss
constexpr auto multiplied = (w*x - y)*(w*x - y);        // the other; its gradient is the same formula
static_assert(squared == multiplied);
static_assert(text(diff(squared, w)) == "2*x*(w*x - y)");
static_assert(text(diff(multiplied, w)) == "2*x*(w*x - y)");

int main(int count, char** arguments) {
    float const rate = count > 1 ? std::strtof(arguments[1], nullptr) : 0.03f;
    lesson::write_training_log(std::cout, multiplied, rate);
}
