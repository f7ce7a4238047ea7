// expect: +=, -= of packs: a number is added to a pack; write p -= 0.1*evaluate(gradient(loss, wrt(W)), p) for a step of descent
#include <leibniz/eigen/matrix.hpp>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr auto loss = pow<2>(norm2(W));

int main() {
    auto p = values(W = Eigen::MatrixXd::Ones(2, 3));
#ifdef TWIN
    p -= 0.1*evaluate(gradient(loss, wrt(W)), p);
#else
    p -= 0.1*evaluate(loss, p);
#endif
}
