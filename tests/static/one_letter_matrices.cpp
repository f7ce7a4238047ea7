// Symbols, vectors and matrices named by single letters: no name in the library's templates shadows them.
#include <leibniz/algebra.hpp>
#include <leibniz/document/matrix.hpp>
#include <leibniz/matrix.hpp>

#include <array>

using namespace leibniz;
inline constexpr symbol<"a"> a;
inline constexpr vector<"b", "n"> b;
inline constexpr symbol<"c"> c;
inline constexpr vector<"d", "n"> d;
inline constexpr symbol<"e"> e;
inline constexpr vector<"f", "n"> f;
inline constexpr symbol<"g"> g;
inline constexpr symbol<"h"> h;
inline constexpr symbol<"i"> i;
inline constexpr symbol<"j"> j;
inline constexpr symbol<"k"> k;
inline constexpr symbol<"l"> l;
inline constexpr symbol<"m"> m;
inline constexpr symbol<"n"> n;
inline constexpr symbol<"o"> o;
inline constexpr symbol<"p"> p;
inline constexpr symbol<"q"> q;
inline constexpr symbol<"r"> r;
inline constexpr symbol<"s"> s;
inline constexpr vector<"t", "n"> t;
inline constexpr vector<"u", "n"> u;
inline constexpr vector<"v", "n"> v;
inline constexpr vector<"w", "n"> w;
inline constexpr vector<"x", "n"> x;
inline constexpr vector<"y", "n"> y;
inline constexpr vector<"z", "n"> z;
inline constexpr matrix<"A", "n", "n"> A;
inline constexpr matrix<"B", "n", "n"> B;
inline constexpr matrix<"C", "n", "n"> C;
inline constexpr matrix<"D", "n", "n"> D;
inline constexpr matrix<"E", "n", "n"> E;
inline constexpr matrix<"F", "n", "n"> F;
inline constexpr matrix<"G", "n", "n"> G;
inline constexpr matrix<"H", "n", "n"> H;
inline constexpr matrix<"I", "n", "n"> I;
inline constexpr matrix<"J", "n", "n"> J;
inline constexpr matrix<"K", "n", "n"> K;
inline constexpr matrix<"L", "n", "n"> L;
inline constexpr matrix<"M", "n", "n"> M;
inline constexpr matrix<"N", "n", "n"> N;
inline constexpr matrix<"O", "n", "n"> O;
inline constexpr matrix<"P", "n", "n"> P;
inline constexpr matrix<"Q", "n", "n"> Q;
inline constexpr matrix<"R", "n", "n"> R;
inline constexpr matrix<"S", "n", "n"> S;
inline constexpr matrix<"T", "n", "n"> T;
inline constexpr matrix<"U", "n", "n"> U;
inline constexpr matrix<"V", "n", "n"> V;
inline constexpr matrix<"W", "n", "n"> W;
inline constexpr matrix<"X", "n", "n"> X;
inline constexpr matrix<"Y", "n", "n"> Y;
inline constexpr matrix<"Z", "n", "n"> Z;

constexpr auto loss = pow<2>(norm2(W*x - y)) + logsumexp(A*sigmoid(B*x + b)) + logdet(K) + tr(inv(X)*Y) + dot(u, solve(S, v)) + sum(softmax(z));
constexpr auto all = gradient(loss, wrt(W, x, A, B, b, K, X, S));
static_assert(all[W] == 2_c*(W*x - y)*transpose(x) && all[K] == transpose(inv(K)));
static_assert(text(all[X]) == "-inv(X)'*Y'*inv(X)'" && expand(pow<2>(norm2(x - y))) == pow<2>(norm2(x)) - 2_c*dot(x, y) + pow<2>(norm2(y)));
static_assert(jvp(inv(X), X, D) == -inv(X)*D*inv(X) && text(diff(exp(W*x), x)) == "diag(exp(W*x))*W");
static_assert(hessian(logsumexp(x), wrt(x))(x, x) == diag(softmax(x)) - softmax(x)*transpose(softmax(x)));
static_assert(formula<"norm2(W*x - y)^2", matrix<"W", "n", "n">, vector<"x", "n">, vector<"y", "n">> == pow<2>(norm2(W*x - y)));

document by_hand();
document by_hand() {
    auto const samples = backpropagation(dot(b, sigmoid(A*d)), wrt(A)).steps(2, 0.1)(A = {{1.0, 2.0}, {3.0, 4.0}}, b = {{1, 2}, {0, 1}}, values(d = std::array{1.0, 1.0}));
    return written_out(backpropagation(dot(b, A*d), wrt(A)).update(0.1_c)(A = {{1, 2}, {3, 4}}, b = {1, 2}, d = {1, 1})).append(written_out(samples));
}
