// expect: ^: of a matrix; write A*A, or A.^2 entry by entry
#include <leibniz/matrix.hpp>

using namespace leibniz;

constexpr matrix<"A", "n", "n"> A;

#ifdef TWIN
constexpr auto printed = text(formula<"A.^2 + A*A", decltype(A)>);
#else
constexpr auto printed = text(formula<"A^2", decltype(A)>);
#endif
