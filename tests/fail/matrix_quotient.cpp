// expect: /: one divides by numbers; write solve(B, A) for inv(B)*A, A*inv(B), or hadamard(A, pow<-1>(B)) entry by entry
#include <leibniz/matrix.hpp>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr symmetric<"K", "n"> K;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "m"> y;

#ifdef TWIN
constexpr auto printed = text(hadamard(W, pow<-1>(W)));
#else
constexpr auto printed = text(W / W);
#endif
