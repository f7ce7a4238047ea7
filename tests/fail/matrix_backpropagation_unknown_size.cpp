// expect: backpropagation: nothing that is bound says how large a dimension of this model is; give it as a number, such as ones<3>
#include <leibniz/backpropagation/matrix.hpp>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr vector<"x", "n"> x;
constexpr symbol<"c"> c;

int main() {
#ifdef TWIN
    static_cast<void>(backpropagation(c*sum(pow<2>(ones<3>)), wrt(c))(c = 2));
#else
    static_cast<void>(backpropagation(c*sum(ones<"k">), wrt(c))(c = 2));
#endif
}
