#include <leibniz/matrix.hpp>

using namespace leibniz;

// The canonical form of vectors and matrices.

inline constexpr matrix<"A", "m", "n"> A;
inline constexpr matrix<"B", "n", "k"> B;
inline constexpr matrix<"C", "k", "m"> C;
inline constexpr matrix<"E", "m", "n"> E;
inline constexpr matrix<"X", "n", "n"> X;
inline constexpr matrix<"Y", "n", "n"> Y;
inline constexpr symmetric<"S", "n"> S;
inline constexpr vector<"u", "n"> u;
inline constexpr vector<"v", "n"> v;
inline constexpr vector<"w", "m"> w;
inline constexpr symbol<"c"> c;

// Transposes.
static_assert(transpose(transpose(A)) == A && transpose(S) == S && transpose(c) == c);
static_assert(transpose(A * B) == transpose(B) * transpose(A));
static_assert(transpose(A + E) == transpose(A) + transpose(E) && transpose(2_c * A - E) == 2_c * transpose(A) - transpose(E));
static_assert(transpose(hadamard(A, E)) == hadamard(transpose(A), transpose(E)) && transpose(exp(A)) == exp(transpose(A)));
static_assert(transpose(pow<3>(A)) == pow<3>(transpose(A)) && transpose(c * A) == c * transpose(A));
static_assert(transpose(hadamard(transpose(pow<2>(A)), transpose(E))) == hadamard(pow<2>(A), E));
static_assert(!(transpose(X) == X) && !(transpose(u) * X == X * u));

// What equals its transpose.
static_assert(transpose(transpose(A) * A) == transpose(A) * A && transpose(X + transpose(X)) == X + transpose(X));
static_assert(transpose(u * transpose(u)) == outer(u, u) && transpose(inv(S)) == inv(S) && transpose(diag(u)) == diag(u));
static_assert(transpose(X * S * transpose(X)) == X * S * transpose(X) && transpose(exp(S)) == exp(S));
static_assert(!(transpose(X - transpose(X)) == X - transpose(X)) && transpose(X - transpose(X)) == transpose(X) - X);

// Numbers.
static_assert(transpose(w) * A * u == transpose(u) * transpose(A) * w && dot(w, A * u) == dot(transpose(A) * w, u));
static_assert(u * transpose(u) * v == dot(u, v) * u && outer(u, v) * u * transpose(v) == dot(u, v) * outer(u, v));
static_assert(A * (c * u) == c * (A * u) && (2_c * A) * (3_c * B) == 6_c * (A * B) && A * (dot(u, v) * u) == dot(u, v) * (A * u));
static_assert(transpose(ones<"n">) * u == sum(u) && dot(u, ones<"n">) == sum(u) && A * ones<"n"> == A * ones<"n">);
static_assert(sum(outer(u, w)) == sum(u) * sum(w) && sum(transpose(A)) == sum(A) && sum(3_c * A) == 3_c * sum(A));
static_assert(sum(hadamard(u, v)) == dot(u, v) && sum(pow<2>(u)) == dot(u, u));

// Chains are flat, identities and inverses vanish.
static_assert((A * B) * C == A * (B * C) && A * (B * (C * A)) == ((A * B) * C) * A);
static_assert(A * identity<"n"> * B == A * B && identity<"n"> * u == u && identity<"n"> * identity<"n"> == identity<"n">);
static_assert(inv(X) * X == identity<"n"> && X * inv(X) * u == u && transpose(inv(X)) * transpose(X) * Y == Y);
static_assert(!(inv(X) * transpose(X) == identity<"n">));
static_assert(inv(X * Y) == inv(Y) * inv(X) && inv(inv(X)) == X && inv(transpose(X)) == transpose(inv(X)) && inv(2_c * X) == inv(X) / 2_c);

// Diagonal matrices.
static_assert(diag(u) * v == hadamard(u, v) && transpose(v) * diag(u) == transpose(hadamard(u, v)));
static_assert(diag(u) * diag(v) == diag(hadamard(u, v)) && diag(u) * X * diag(v) == hadamard(outer(u, v), X));
static_assert(diag(ones<"n">) == identity<"n"> && inv(diag(u)) == diag(pow<-1>(u)) && diag(c * u) == c * diag(u));
static_assert(diagonal(diag(u)) == u && diagonal(transpose(X)) == diagonal(X) && diagonal(outer(u, v)) == hadamard(u, v));
static_assert(diagonal(X * diag(u) * Y) == hadamard(X, transpose(Y)) * u && diagonal(identity<"n">) == ones<"n">);

// Traces and determinants.
static_assert(tr(A * B * C) == tr(B * C * A) && tr(A * B * C) == tr(transpose(C) * transpose(B) * transpose(A)));
static_assert(tr(outer(u, v)) == dot(u, v) && tr(X + 2_c * Y) == tr(X) + 2_c * tr(Y) && tr(X + c) == tr(X) + c * tr(identity<"n">));
static_assert(tr(transpose(A) * E) == sum(hadamard(A, E)) && tr(diag(u)) == sum(u) && tr(X * diag(u)) == dot(diagonal(X), u));
static_assert(det(X * Y) == det(X) * det(Y) && det(inv(X)) == 1_c / det(X) && det(transpose(X)) == det(X) && det(identity<"n">) == 1_c);
static_assert(det(2_c * X) == pow(2_c, sum(ones<"n">)) * det(X) && det(c * X) == pow(c, sum(ones<"n">)) * det(X));
static_assert(logdet(-2_c * X) == log(2_c) * sum(ones<"n">) + logdet(X) && det(3_c * matrix<"Z", 2, 2>{}) == 9_c * det(matrix<"Z", 2, 2>{}));
static_assert(logdet(X * Y) == logdet(X) + logdet(Y) && logdet(inv(X)) == -logdet(X) && log(det(X)) == logdet(X));

// Norms are smooth where their squares are.
static_assert(pow<2>(norm2(u)) == dot(u, u) && pow<2>(norm2(A)) == sum(pow<2>(A)) && norm2(transpose(A)) == norm2(A));
static_assert(sqrt(dot(u, u)) == norm2(u) && norm2(u) * dot(u, u) == pow<3>(norm2(u)) && dot(u, u) / norm2(u) == norm2(u));
static_assert(norm2(-2_c * u) == 2_c * norm2(u) && norm2(c) == abs(c));

// Logarithms of sums of exponentials.
static_assert(log(softmax(u)) == u - logsumexp(u) && log(sum(exp(u))) == logsumexp(u) && softmax(transpose(u)) == transpose(softmax(u)));

// A matrix that cancels to a number stays a matrix.
static_assert(sum(hadamard(u, pow<-1>(u))) == sum(ones<"n">) && hadamard(A, pow<-1>(A)) == ones<"m", "n">);
static_assert(sum(exp(0_c * A)) == sum(ones<"m", "n">) && sum(A - A) == 0_c && u - u + v == v && A * (u - u) == 0_c * w);
static_assert(u + u == 2_c * u && (A - E) + (A - E) == 2_c * (A - E) && hadamard(A, ones<"m", "n">) == A);
