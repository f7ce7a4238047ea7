// The bits of evaluate(reproducible, ...) as text: every function that runs in packets and its derivative, over special and random
// numbers, and models. Compiled for each instruction set; all must print what stands in reproducible.expected. A function that is
// computed in another way has other bits: then `laws_reproducible_x86-64 > reproducible.expected`, and the others must agree.
#include <leibniz/eigen/reproducible.hpp>

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <string>
#include <type_traits>

using namespace leibniz;

namespace {

constexpr symbol<"u"> u;
constexpr symbol<"v"> v;
constexpr symbol<"w"> w;
constexpr symbol<"p"> p;
constexpr symbol<"q"> q;
constexpr symbol<"r"> r;

template <class T>
using array = Eigen::Array<T, Eigen::Dynamic, 1>;
template <class T>
using limits = std::numeric_limits<T>;

/// Random numbers by whole numbers alone.
class numbers {
public:
    explicit numbers(std::uint64_t seed) : state_(seed) {}
    std::uint64_t below(std::uint64_t end) {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return (state_ >> 33) % end;
    }
    template <class T>
    T between(int least, int most) {
        return static_cast<T>(static_cast<std::int64_t>(below(std::uint64_t(most - least) << 20)) + (std::int64_t(least) << 20)) / T(1 << 20);
    }

private:
    std::uint64_t state_;
};

/// Special numbers, numbers of every size, and usual ones.
template <class T>
array<T> points(std::uint64_t seed) {
    constexpr T infinity = limits<T>::infinity();
    T const special[] = {0, limits<T>::denorm_min(), limits<T>::min(), limits<T>::epsilon(), T(0.5), 1, T(1.25), 2, 3, 20, T(88.6), 104, T(355),
                         T(709.5), 750, T(1e5), T(2e6), T(1e10), T(1e22), T(1e30), limits<T>::max(), infinity, limits<T>::quiet_NaN()};
    numbers random(seed);
    array<T> all(600);
    for (Eigen::Index k = 0; k < all.size(); ++k) {
        int const exponent = static_cast<int>(random.below(limits<T>::max_exponent)) - limits<T>::max_exponent / 2;
        T number = k < 80    ? special[random.below(sizeof special / sizeof *special)]
                   : k < 200 ? std::ldexp(T(1) + random.between<T>(0, 1), exponent)
                   : k < 350 ? random.between<T>(0, 1)
                   : k < 500 ? random.between<T>(0, 5)
                             : random.between<T>(0, 800);
        all[k] = random.below(2) == 0 ? number : -number;
    }
    return all;
}

template <class T>
std::uint64_t bits_of(T number) {
    if (number != number) return 0;  // of NaN, sign and payload may differ
    return std::bit_cast<std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>>(number);
}
/// One number for the bits of all rows.
template <class T>
std::uint64_t hash_of_rows(array<T> const& rows) {
    std::uint64_t hash = 14695981039346656037u;
    for (T number : rows) hash = (hash ^ bits_of(number)) * 1099511628211u;
    return hash;
}
template <class T>
void print(T const& result) {
    if constexpr (std::is_floating_point_v<T>) std::printf(" %016llx", static_cast<unsigned long long>(bits_of(result)));
    else std::printf(" %016llx", static_cast<unsigned long long>(hash_of_rows<typename T::Scalar>(result)));
}

template <class T, class F>
void print_function(F f) {
    static array<T> const us = points<T>(1), vs = points<T>(2), ws = points<T>(3);
    auto const some = [](auto const& bound) { return bound; };
    auto const of = [&](auto const&... bound) {
        auto const all = evaluate(reproducible, outputs(f, diff(f, u)), bound...);
        print(all[0_c]), print(all[1_c]);
    };
    if constexpr (depends_on(F{}, w)) of(u = some(us), v = some(vs), w = some(ws));
    else if constexpr (depends_on(F{}, v)) of(u = some(us), v = some(vs));
    else of(u = some(us));
}
template <class... T, class... F>
void print_functions(F... all) {
    auto const line = [](auto f) {
        std::printf("%s:", std::string(text(f)).c_str());
        (print_function<T>(f), ...);
        std::printf("\n");
    };
    (line(all), ...);
}

/// A model and its gradient: whole; the number of rows is no multiple of anything.
template <class T, class E, class... B>
void print_model(char const* name, E e, B const&... bound) {
    std::printf("%s:", name);
    auto const all = evaluate(reproducible, outputs(e, gradient(e, wrt(p, q, r))), bound...);
    print(all[0_c]), print(all[1_c][p]), print(all[1_c][q]), print(all[1_c][r]);
    std::printf("\n");
}
template <class T>
void print_models() {
    numbers random(9);
    array<T> us(5003), vs(5003);
    for (Eigen::Index k = 0; k < us.size(); ++k) us[k] = random.between<T>(-2, 4), vs[k] = random.between<T>(-1, 3);
    auto const print_one = [&](char const* name, auto e) {
        print_model<T>(name, e, p = T(0.3), q = T(-1.7), r = T(0.6), u = us, v = vs);
    };
    print_one("affine", sum(pow<2>(p*u + q*v + r)));
    print_one("exponentials", mean(pow<2>(v - (p + q*exp(-u*r)))));
    print_one("network", sum(pow<2>(v - sigmoid(p*sigmoid(q*u + r) + q*sigmoid(r*u)))));
    print_one("logistic", mean(softplus(p*u + q) - v*(p*u + q)) + r*p*r*p/2_c);
    print_one("mixture", sum(log(exp(-pow<2>(u - p)/2_c) + exp(-pow<2>(u - q)/2_c) + r*r + v*v)));
    print_one("branches", sum(where(u < p, pow<2>(u)*q, max(u*r, v) + abs(v - p))));
    print_one("powers", mean(pow(abs(u) + 1_c, p)*pow(2_c + q*q, r) + cbrt(u*v*p)*q*r));
    print_one("waves", sum(sin(p*u + q)*cos(r*v) + atan(u*p + v*q) + tanh(u*r)));
    print_one("spread", mean(pow<2>(u*p - mean(v*q))) + log(sum(exp(r*u))));
    print_one("once", exp(p)*sin(q)*pow(r, p)*sum(u*v) + sqrt(r*p + exp(q))*log1p(r)/3_c);
}

}  // namespace

int main() {
    // Most functions of floats are those of doubles, but gamma functions below 0.
    print_functions<float>(abs(u), sign(u), square(u), sqrt(u), exp(u), exp2(u), expm1(u), log(u), log2(u), log10(u), log1p(u), sinh(u), cosh(u), tanh(u), asinh(u), atanh(u), sin(u), pow(u, v), sigmoid(u), softplus(u), gelu(u), tgamma(u), lgamma(u), u*v + w);
    print_functions<double>(abs(u), sign(u), square(u), sqrt(u), cbrt(u), exp(u), exp2(u), expm1(u), log(u), log2(u), log10(u), log1p(u));
    print_functions<double>(sin(u), cos(u), tan(u), cot(u), sec(u), asin(u), acos(u), atan(u), acot(u), asec(u), acsc(u));
    print_functions<double>(sinh(u), cosh(u), tanh(u), coth(u), sech(u), asinh(u), acosh(u), atanh(u), erf(u), erfc(u), normcdf(u));
    print_functions<double>(floor(u), ceil(u), round(u), trunc(u), step(u), sigmoid(u), softplus(u), relu(u), leaky_relu(u), elu(u), gelu(u), silu(u), mish(u));
    print_functions<double>(hypot(u, v), pow(u, v), atan2(u, v), min(u, v), max(u, v), xlogy(u, v), softmax(u, v), clamp(u, v, w), where(u < v, u*w, v));
    print_functions<double>(logit(u), stop_gradient(exprel(u)), stop_gradient(sinc(u)), csch(u), asech(u), acsch(u), selu(u), softsign(u), logsumexp(u, v), fmod(u, v), mod(u, v));
    print_functions<double>(tgamma(u), lgamma(u), polygamma(1_c, u));
    print_functions<double>(pow<3>(u) + u*v, u*v + w, u/v - w*w, 1_c/(1_c + exp(-u)) + v*w, exp(u)/(exp(u) + exp(v)), pow<-2>(u)*v);
    print_models<double>();
    print_models<float>();
}
