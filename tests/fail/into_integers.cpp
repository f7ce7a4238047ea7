// expect: evaluate_into: integers would lose the fractions of these results; write into double
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

void write(double* numbers, int* integers) {
    evaluate_into(integers, gradient(w*x, wrt(w, x)), w = 2, x = 3);
#ifdef TWIN
    evaluate_into(numbers, gradient(w*x, wrt(w, x)), w = 2.5, x = 3);
#else
    evaluate_into(integers, gradient(w*x, wrt(w, x)), w = 2.5, x = 3);
    static_cast<void>(numbers);
#endif
}
