#include <leibniz/matrix.hpp>

using namespace leibniz;

// Texts of formulas of vectors and matrices, and formulas read from text.

inline constexpr matrix<"W", "m", "n"> W;
inline constexpr matrix<"X", "n", "n"> X;
inline constexpr symmetric<"K", "n"> K;
inline constexpr vector<"x", "n"> x;
inline constexpr vector<"u", "n"> u;
inline constexpr vector<"y", "m"> y;
inline constexpr symbol<"c"> c;

template <name Text>
inline constexpr auto read =
    formula<Text, matrix<"W", "m", "n">, matrix<"X", "n", "n">, symmetric<"K", "n">, vector<"x", "n">, vector<"u", "n">, vector<"y", "m">>;

/// The text of e, and that it reads back to e.
template <name Expected, class E>
constexpr bool is_written(E e) {
    return text(e) == Expected.view() && read<Expected> == e;
}

// The lecture.
constexpr auto least_squares = pow<2>(norm2(W * x - y));
static_assert(is_written<"norm2(W*x - y)^2">(least_squares));
static_assert(is_written<"2*(W*x - y)*x'">(gradient(least_squares, wrt(W))[W]));
static_assert(is_written<"2*W'*(W*x - y)">(gradient(least_squares, wrt(x))[x]));
static_assert(is_written<"inv(X)'">(gradient(log(det(X)), wrt(X))[X]) && is_written<"det(X)*inv(X)'">(gradient(det(X), wrt(X))[X]));
static_assert(is_written<"2*W*inv(W'*W)">(gradient(logdet(transpose(W) * W), wrt(W))[W]));

// A network.
inline constexpr matrix<"A", 10, "n"> A;
inline constexpr vector<"t", 10> t;
constexpr auto entropy = logsumexp(A * tanh(X * x + u)) - dot(t, A * tanh(X * x + u));
static_assert(text(entropy) == "logsumexp(A*tanh(X*x + u)) - t'*A*tanh(X*x + u)");
static_assert(text(gradient(entropy, wrt(A))[A]) == "(softmax(A*tanh(X*x + u)) - t)*tanh(X*x + u)'");
static_assert(text(gradient(entropy, wrt(u))[u]) == "(A'*(softmax(A*tanh(X*x + u)) - t)).*(1 - tanh(X*x + u).^2)");
static_assert(text(gradient(entropy, wrt(X))[X]) == "((A'*(softmax(A*tanh(X*x + u)) - t)).*(1 - tanh(X*x + u).^2))*x'");

// Whatever was written first, equal formulas have one text.
static_assert(is_written<"x'*X*u">(transpose(u) * transpose(X) * x) && is_written<"x'*X*u">(dot(x, X * u)));
static_assert(is_written<"u'*x">(dot(x, u)) && is_written<"y'*W*x/2">(dot(W * x, y) / 2_c) && is_written<"W*x + c">(c + W * x));
static_assert(is_written<"W*x - y">(-y + W * x) && is_written<"u + x">(x + u) && is_written<"u.*x">(hadamard(x, u)));
static_assert(is_written<"sum(X.*inv(X))">(sum(hadamard(inv(X), X))));
static_assert(is_written<"tr(K*X*X)">(tr(X * K * X)) && is_written<"K + X + X'">(transpose(X) + K + X));

// Numbers stand in front; parentheses only where they change what is read.
static_assert(is_written<"2*c*x/3">(2_c * c * x / 3_c) && is_written<"c^2*X*x">(c * X * x * c) && is_written<"(u'*x)*u">(outer(u, x) * u));
static_assert(is_written<"(u'*x)*x'*X*u">(dot(u, x) * dot(x, X * u)) && is_written<"x/(u'*x)">(x / dot(u, x)));
static_assert(is_written<"norm2(x)^3*x">(x * pow<3>(norm2(x))) && is_written<"x'*K*x/norm2(x)^2">(transpose(x) * K * x / dot(x, x)));
static_assert(is_written<"u.*(X*x)">(hadamard(u, X * x)));
static_assert(is_written<"X*(u.*x)">(X * hadamard(u, x)) && is_written<"X*(u + x)">(X * (u + x)));
static_assert(is_written<"(K + X)*x">((X + K) * x) && is_written<"x.^2./u">(hadamard(pow<2>(x), pow<-1>(u))) && is_written<"u.^(-1)">(pow<-1>(u)));
static_assert(is_written<"sqrt(exp(x))">(sqrt(exp(x))) && is_written<"-x">(-x) && is_written<"x.^3">(pow<3>(x)) && is_written<"max(x, 0)">(max(x, 0_c)));

// A transpose is written around a sum if that takes fewer signs.
static_assert(is_written<"(W*x - y)'">(transpose(W * x - y)) && is_written<"(u.*x)'">(transpose(hadamard(u, x))));
static_assert(is_written<"K - X'">(K - transpose(X)) && is_written<"X'*X'">(transpose(X * X)));

// Leaves.
static_assert(is_written<"eye(n) - ones(n)*x'">(identity<"n"> - ones<"n"> * transpose(x)) && is_written<"ones(m, n)">(ones<"m", "n">));
static_assert(is_written<"zeros(m, n)">(W - W) && is_written<"sum(x)/n">(mean(x)));
static_assert(is_written<"diag(x)">(diag(x)) && is_written<"diagonal(X)">(diagonal(X)) && is_written<"sign(x)">(gradient(norm1(x), wrt(x))[x]));

// What is read only.
static_assert(read<"solve(K, x)"> == inv(K) * x && read<"outer(x, u)"> == x * transpose(u) && read<"dot(x, u)"> == dot(x, u));
static_assert(read<"norm1(x)"> == norm1(x) && read<"hadamard(x, u)"> == hadamard(x, u) && read<"transpose(X)"> == transpose(X));
static_assert(read<"3.*x.*u"> == 3_c * hadamard(x, u) && read<"softmax(c, 2)"> == softmax(c, 2_c) && read<"x'*x"> == dot(x, x));
static_assert(text(formula<"3.*a + 2.">) == "3*a + 2");
