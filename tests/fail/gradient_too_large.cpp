// expect: this model takes more steps than the compiler is allowed; add the flag -fconstexpr-
#include <leibniz/leibniz.hpp>

#include <array>

#ifdef TWIN
constexpr int many = 5;
#else
constexpr int many = 250;
#endif

double mixed(std::array<double, many> const& values) {
    using namespace leibniz;
    constexpr symbols<"x", many> x;
    constexpr auto product = x.unpack([](auto... each) { return (... * each); });
    return evaluate(hessian(product, wrt(x)), x = values)(x[0_c], x[1_c]);
}
