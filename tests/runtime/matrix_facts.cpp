// Facts of matrix calculus from books, papers and the tests of other systems, with values: of the model, and of its derivative, which was
// compared with differences where the facts were collected.
#include "../catch.hpp"
#include "../matrix_values.hpp"

using namespace leibniz;

namespace facts {

// Matrix Cookbook 2012 eq. 69
namespace of_linear {
constexpr vector<"x", "n"> x;
constexpr vector<"a", "n"> a;
constexpr auto model = transpose(x)*a;
constexpr auto derivative = gradient(model, wrt(x))[x];
}  // namespace of_linear

// Matrix Cookbook 2012 eq. 71
namespace bilinear_transposed {
constexpr matrix<"X", "m", "n"> X;
constexpr vector<"a", "n"> a;
constexpr vector<"b", "m"> b;
constexpr auto model = transpose(a)*transpose(X)*b;
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace bilinear_transposed

// Matrix Cookbook 2012 eq. 78
namespace affine_quadratic {
constexpr matrix<"B", "m", "n"> B;
constexpr vector<"b", "m"> b;
constexpr matrix<"C", "m", "k"> C;
constexpr matrix<"D", "k", "n"> D;
constexpr vector<"d", "k"> d;
constexpr vector<"x", "n"> x;
constexpr auto model = transpose(B*x + b)*C*(D*x + d);
constexpr auto derivative = gradient(model, wrt(x))[x];
}  // namespace affine_quadratic

// matrixcalculus.org
namespace quadratic_symmetric {
constexpr symmetric<"A", "n"> A;
constexpr vector<"x", "n"> x;
constexpr auto model = 0.5_c*transpose(x)*A*x;
constexpr auto derivative = gradient(model, wrt(x))[x];
}  // namespace quadratic_symmetric

// Matrix Cookbook 2012 eq. 83
namespace affine_sandwich {
constexpr matrix<"X", "m", "n"> X;
constexpr vector<"b", "n"> b;
constexpr vector<"c", "m"> c;
constexpr matrix<"D", "m", "m"> D;
constexpr auto model = transpose(X*b + c)*D*(X*b + c);
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace affine_sandwich

// Matrix Cookbook 2012 eq. 86
namespace weighted_by_x {
constexpr matrix<"A", "m", "n"> A;
constexpr vector<"s", "n"> s;
constexpr vector<"x", "m"> x;
constexpr symmetric<"W", "m"> W;
constexpr auto model = transpose(x - A*s)*W*(x - A*s);
constexpr auto derivative = gradient(model, wrt(x))[x];
}  // namespace weighted_by_x

// matrixcalculus.org
namespace least_squares_x {
constexpr matrix<"A", "m", "n"> A;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "m"> y;
constexpr auto model = pow<2>(norm2(A*x - y));
constexpr auto derivative = gradient(model, wrt(x))[x];
}  // namespace least_squares_x

// Leibniz
namespace ridge {
constexpr matrix<"X", "q", "n"> X;
constexpr vector<"w", "n"> w;
constexpr vector<"y", "q"> y;
constexpr symbol<"c"> c;
constexpr auto model = pow<2>(norm2(X*w - y)) + c*pow<2>(norm2(w));
constexpr auto derivative = gradient(model, wrt(w))[w];
}  // namespace ridge

// Leibniz
namespace rayleigh {
constexpr symmetric<"A", "n"> A;
constexpr vector<"x", "n"> x;
constexpr auto model = transpose(x)*A*x/(transpose(x)*x);
constexpr auto derivative = gradient(model, wrt(x))[x];
}  // namespace rayleigh

// Matrix Cookbook 2012 eq. 101
namespace trace_linear {
constexpr matrix<"A", "k", "m"> A;
constexpr matrix<"X", "m", "n"> X;
constexpr matrix<"B", "n", "k"> B;
constexpr auto model = tr(A*X*B);
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace trace_linear

// Matrix Cookbook 2012 eq. 103
namespace trace_inner {
constexpr matrix<"X", "m", "n"> X;
constexpr matrix<"A", "m", "n"> A;
constexpr auto model = tr(transpose(X)*A);
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace trace_inner

// Matrix Cookbook 2012 eq. 107
namespace trace_square_B {
constexpr matrix<"X", "n", "n"> X;
constexpr matrix<"B", "n", "n"> B;
constexpr auto model = tr(X*X*B);
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace trace_square_B

// Matrix Cookbook 2012 eq. 111
namespace trace_XBXt {
constexpr matrix<"X", "m", "n"> X;
constexpr matrix<"B", "n", "n"> B;
constexpr auto model = tr(X*B*transpose(X));
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace trace_XBXt

// Matrix Cookbook 2012 eq. 115
namespace frobenius {
constexpr matrix<"X", "m", "n"> X;
constexpr auto model = pow<2>(norm2(X));
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace frobenius

// Matrix Cookbook 2012 eq. 117
namespace trace_XBXC {
constexpr matrix<"X", "m", "n"> X;
constexpr matrix<"B", "m", "m"> B;
constexpr matrix<"C", "n", "n"> C;
constexpr auto model = tr(transpose(X)*B*X*C);
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace trace_XBXC

// Matrix Cookbook 2012 eq. 119
namespace procrustes {
constexpr matrix<"A", "k", "m"> A;
constexpr matrix<"X", "m", "n"> X;
constexpr matrix<"B", "n", "q"> B;
constexpr matrix<"C", "k", "q"> C;
constexpr auto model = tr((A*X*B + C)*transpose(A*X*B + C));
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace procrustes

// SymPy tests
namespace trace_squared {
constexpr matrix<"X", "n", "n"> X;
constexpr auto model = pow<2>(tr(X));
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace trace_squared

// matrixcalculus.org
namespace trace_mc {
constexpr matrix<"A", "n", "n"> A;
constexpr matrix<"X", "n", "n"> X;
constexpr matrix<"B", "n", "n"> B;
constexpr matrix<"C", "n", "n"> C;
constexpr auto model = tr(A*transpose(X)*B*X*C);
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace trace_mc

// Matrix Cookbook 2012 eq. 63
namespace inverse_trace {
constexpr matrix<"A", "k", "n"> A;
constexpr matrix<"X", "n", "n"> X;
constexpr matrix<"B", "n", "k"> B;
constexpr auto model = tr(A*inv(X)*B);
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace inverse_trace

// Matrix Cookbook 2012 eq. 125, A not symmetric
namespace inverse_gram {
constexpr matrix<"X", "n", "m"> X;
constexpr symmetric<"C", "n"> C;
constexpr matrix<"A", "m", "m"> A;
constexpr auto model = tr(inv(transpose(X)*C*X)*A);
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace inverse_gram

// Matrix Cookbook 2012 eq. 49
namespace of_determinant {
constexpr matrix<"X", "n", "n"> X;
constexpr auto model = det(X);
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace of_determinant

// Matrix Cookbook 2012 eq. 54
namespace determinant_gram {
constexpr matrix<"X", "n", "m"> X;
constexpr auto model = det(transpose(X)*X);
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace determinant_gram

// Matrix Cookbook 2012 eq. 57
namespace log_determinant {
constexpr matrix<"X", "n", "n"> X;
constexpr auto model = log(det(X));
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace log_determinant

// matrixcalculus.org
namespace log_determinant_inverse {
constexpr matrix<"X", "n", "n"> X;
constexpr auto model = log(det(inv(X)));
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace log_determinant_inverse

// tensorgrad#1
namespace d_optimal_hessian {
constexpr matrix<"A", "m", "q"> A;
constexpr vector<"x", "q"> x;
constexpr auto model = logdet(A*diag(x)*transpose(A));
constexpr auto derivative = hessian(model, wrt(x))(x, x);
}  // namespace d_optimal_hessian

// Giles 2008
namespace solve_A {
constexpr matrix<"A", "n", "n"> A;
constexpr vector<"b", "n"> b;
constexpr vector<"c", "n"> c;
constexpr auto model = transpose(c)*solve(A, b);
constexpr auto derivative = gradient(model, wrt(A))[A];
}  // namespace solve_A

// DiffMatic tests
namespace norm_of_product {
constexpr matrix<"A", "m", "n"> A;
constexpr vector<"x", "n"> x;
constexpr auto model = norm2(A*x);
constexpr auto derivative = gradient(model, wrt(x))[x];
}  // namespace norm_of_product

// matrixcalculus.org
namespace hadamard_form {
constexpr vector<"y", "n"> y;
constexpr vector<"v", "n"> v;
constexpr vector<"x", "n"> x;
constexpr auto model = transpose(hadamard(y, v))*x;
constexpr auto derivative = gradient(model, wrt(v))[v];
}  // namespace hadamard_form

// SymPy tests
namespace entrywise_sine {
constexpr matrix<"A", "k", "m"> A;
constexpr matrix<"X", "m", "n"> X;
constexpr matrix<"B", "n", "q"> B;
constexpr vector<"a", "k"> a;
constexpr vector<"b", "q"> b;
constexpr auto model = transpose(a)*sin(A*X*B)*b;
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace entrywise_sine

// Leibniz
namespace sum_sine {
constexpr matrix<"X", "m", "n"> X;
constexpr matrix<"Y", "m", "n"> Y;
constexpr auto model = sum(hadamard(sin(X), Y));
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace sum_sine

// Leibniz
namespace sum_squared {
constexpr matrix<"X", "m", "n"> X;
constexpr auto model = pow<2>(sum(X));
constexpr auto derivative = gradient(model, wrt(X))[X];
}  // namespace sum_squared

// DiffMatic tests
namespace log_vector {
constexpr matrix<"A", "n", "n"> A;
constexpr vector<"x", "n"> x;
constexpr auto model = transpose(log(A*x))*x;
constexpr auto derivative = gradient(model, wrt(x))[x];
}  // namespace log_vector

// matrixcalculus.org
namespace jacobian_linear {
constexpr matrix<"A", "m", "n"> A;
constexpr vector<"x", "n"> x;
constexpr auto model = A*x;
constexpr auto derivative = diff(model, x);
}  // namespace jacobian_linear

// DiffMatic tests
namespace jacobian_sine {
constexpr matrix<"A", "m", "n"> A;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "m"> y;
constexpr auto model = sin(A*x + y);
constexpr auto derivative = diff(model, x);
}  // namespace jacobian_sine

// DiffMatic tests
namespace jacobian_diag {
constexpr matrix<"A", "n", "n"> A;
constexpr vector<"x", "n"> x;
constexpr auto model = diag(A*x)*x;
constexpr auto derivative = diff(model, x);
}  // namespace jacobian_diag

// Leibniz
namespace jacobian_unit {
constexpr vector<"x", "n"> x;
constexpr auto model = x/norm2(x);
constexpr auto derivative = diff(model, x);
}  // namespace jacobian_unit

// DiffMatic tests
namespace hessian_exp {
constexpr matrix<"A", "m", "n"> A;
constexpr vector<"x", "n"> x;
constexpr auto model = sum(exp(A*x));
constexpr auto derivative = hessian(model, wrt(x))(x, x);
}  // namespace hessian_exp

// DiffMatic tests
namespace hessian_two_nodes {
constexpr matrix<"A", "m", "n"> A;
constexpr matrix<"B", "m", "k"> B;
constexpr matrix<"C", "k", "n"> C;
constexpr vector<"x", "n"> x;
constexpr auto model = transpose(sin(A*x))*B*cos(C*x);
constexpr auto derivative = hessian(model, wrt(x))(x, x);
}  // namespace hessian_two_nodes

// matrixcalculus.org
namespace logistic_labels {
constexpr matrix<"X", "q", "n"> X;
constexpr vector<"w", "n"> w;
constexpr vector<"y", "q"> y;
constexpr auto model = sum(log(exp(hadamard(-y, X*w)) + 1_c));
constexpr auto derivative = gradient(model, wrt(w))[w];
}  // namespace logistic_labels

// Laue 2018
namespace logistic_hessian {
constexpr matrix<"X", "q", "n"> X;
constexpr vector<"w", "n"> w;
constexpr vector<"y", "q"> y;
constexpr auto model = sum(log(1_c + exp(X*w))) - transpose(y)*X*w;
constexpr auto derivative = hessian(model, wrt(w))(w, w);
}  // namespace logistic_hessian

// Theano#3162
namespace cross_entropy_log_softmax {
constexpr vector<"z", "n"> z;
constexpr vector<"y", "n"> y;
constexpr auto model = -transpose(y)*log(softmax(z));
constexpr auto derivative = gradient(model, wrt(z))[z];
}  // namespace cross_entropy_log_softmax

// Leibniz
namespace softmax_regression {
constexpr matrix<"W", "k", "n"> W;
constexpr vector<"b", "k"> b;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "k"> y;
constexpr auto model = logsumexp(W*x + b) - transpose(y)*(W*x + b);
constexpr auto derivative = gradient(model, wrt(W))[W];
}  // namespace softmax_regression

// Leibniz
namespace mlp_b2 {
constexpr matrix<"W1", "m", "n"> W1;
constexpr vector<"b1", "m"> b1;
constexpr matrix<"W2", "k", "m"> W2;
constexpr vector<"b2", "k"> b2;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "k"> y;
constexpr auto model = logsumexp(W2*tanh(W1*x + b1) + b2) - transpose(y)*(W2*tanh(W1*x + b1) + b2);
constexpr auto derivative = gradient(model, wrt(b2))[b2];
}  // namespace mlp_b2

// Leibniz
namespace mlp_b1 {
constexpr matrix<"W1", "m", "n"> W1;
constexpr vector<"b1", "m"> b1;
constexpr matrix<"W2", "k", "m"> W2;
constexpr vector<"b2", "k"> b2;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "k"> y;
constexpr auto model = logsumexp(W2*tanh(W1*x + b1) + b2) - transpose(y)*(W2*tanh(W1*x + b1) + b2);
constexpr auto derivative = gradient(model, wrt(b1))[b1];
}  // namespace mlp_b1

// Leibniz
namespace batch_bias {
constexpr matrix<"X", "q", "n"> X;
constexpr matrix<"W", "m", "n"> W;
constexpr vector<"b", "m"> b;
constexpr matrix<"Y", "q", "m"> Y;
constexpr auto model = pow<2>(norm2(X*transpose(W) + ones<"q">*transpose(b) - Y));
constexpr auto derivative = gradient(model, wrt(b))[b];
}  // namespace batch_bias

// Laue 2018
namespace factorization {
constexpr matrix<"T", "q", "n"> T;
constexpr matrix<"U", "q", "k"> U;
constexpr matrix<"V", "n", "k"> V;
constexpr auto model = pow<2>(norm2(T - U*transpose(V)));
constexpr auto derivative = gradient(model, wrt(U))[U];
}  // namespace factorization

// Leibniz
namespace log_determinant_hvp {
constexpr matrix<"X", "n", "n"> X;
constexpr matrix<"X_dot", "n", "n"> X_dot;
constexpr auto model = logdet(X);
constexpr auto derivative = hvp(model, X, X_dot);
}  // namespace log_determinant_hvp

// Rasmussen and Williams 5.9
namespace gaussian_process_K {
constexpr matrix<"K", "n", "n"> K;
constexpr vector<"y", "n"> y;
constexpr auto model = 0.5_c*transpose(y)*inv(K)*y + 0.5_c*logdet(K);
constexpr auto derivative = gradient(model, wrt(K))[K];
}  // namespace gaussian_process_K

// Leibniz
namespace gaussian_mean {
constexpr vector<"x", "n"> x;
constexpr vector<"mu", "n"> mu;
constexpr symmetric<"S", "n"> S;
constexpr auto model = 0.5_c*transpose(x - mu)*inv(S)*(x - mu);
constexpr auto derivative = gradient(model, wrt(mu))[mu];
}  // namespace gaussian_mean

// Leibniz
namespace kalman_noise {
constexpr matrix<"H", "k", "n"> H;
constexpr symmetric<"P", "n"> P;
constexpr symmetric<"R", "k"> R;
constexpr vector<"v", "k"> v;
constexpr auto model = logdet(H*P*transpose(H) + R) + transpose(v)*inv(H*P*transpose(H) + R)*v;
constexpr auto derivative = gradient(model, wrt(R))[R];
}  // namespace kalman_noise

// Leibniz
namespace scalar_weight {
constexpr matrix<"A", "m", "n"> A;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "m"> y;
constexpr symbol<"s"> s;
constexpr auto model = pow<2>(norm2(s*A*x - y));
constexpr auto derivative = gradient(model, wrt(s))[s];
}  // namespace scalar_weight

}  // namespace facts

namespace {

using matrix_values::bound, matrix_values::dense, matrix_values::sizes;

double distance(dense const& found, dense const& expected) {
    dense const difference = found - expected;
    double most = 0, scale = 1;
    for (double entry : difference.entries) most = std::max(most, std::abs(entry));
    for (double entry : expected.entries) scale = std::max(scale, std::abs(entry));
    return most / scale;
}

template <expression E, expression D>
void check(char const* id, E, D, bound const& values, dense const& value, dense const& derivative) {
    INFO(id << ": " << std::string(text(D{})));
    sizes const of{{"n", 4}, {"m", 3}, {"k", 2}, {"q", 5}};
    CHECK(distance(matrix_values::value_of(canonical<E>, canonical<E>.root(), values, of), value) < 1e-9);
    dense const found = matrix_values::value_of(canonical<D>, canonical<D>.root(), values, of);
    CHECK(found.rows == derivative.rows);
    CHECK(found.columns == derivative.columns);
    CHECK(distance(found, derivative) < 1e-9);
}

}  // namespace

TEST_CASE("values of facts of matrix calculus") {
    using namespace facts;
    check("linear", of_linear::model, of_linear::derivative,
          bound{{"x", dense{4, 1, {0.04, 0.21, -0.06, -0.59}}},
                      {"a", dense{4, 1, {0.06, -0.62, -0.44, 0.51}}}},
          dense{1, 1, std::vector<double>{-0.4023}},
          dense{4, 1, {0.06, -0.62, -0.44, 0.51}});
    check("bilinear_transposed", bilinear_transposed::model, bilinear_transposed::derivative,
          bound{{"X", dense{3, 4, {-0.24, -0.29, 0.5, -0.22, -0.33, 0.11, -0.63, -0.76, 0.68, -0.19, 0.86, -0.3}}},
                      {"a", dense{4, 1, {-0.27, 0.98, -0.43, -0.94}}},
                      {"b", dense{3, 1, {-0.99, 0.63, -0.71}}}},
          dense{1, 1, std::vector<double>{1.2950059999999999}},
          dense{3, 4, {0.26730000000000004, -0.9702, 0.42569999999999997, 0.9306, -0.1701, 0.6174, -0.2709, -0.5922, 0.1917, -0.6958, 0.30529999999999996, 0.6673999999999999}});
    check("affine_quadratic", affine_quadratic::model, affine_quadratic::derivative,
          bound{{"B", dense{3, 4, {-1, -0.74, -0.72, -0.24, 0.24, 0.67, -0.75, 0.12, -0.45, 0.65, 0.28, -0.57}}},
                      {"b", dense{3, 1, {-0.92, -0.02, -0.35}}},
                      {"C", dense{3, 2, {0.93, 0.56, 0.51, 0.99, 0.54, 0.51}}},
                      {"D", dense{2, 4, {0.01, -0.22, -0.83, -0.93, 0.57, 0.36, -0.12, -0.57}}},
                      {"d", dense{2, 1, {0.6, -0.71}}},
                      {"x", dense{4, 1, {0.87, 0.61, 0.22, -0.33}}}},
          dense{1, 1, std::vector<double>{-1.3635064004000002}},
          dense{4, 1, {-1.28819513, 0.19647001999999997, 1.07562639, 2.0827902900000006}});
    check("quadratic_symmetric", quadratic_symmetric::model, quadratic_symmetric::derivative,
          bound{{"A", dense{4, 4, {-0.33, 0.4, -0.03, -0.68, 0.4, -0.33, -0.11, -0.18, -0.03, -0.11, 0.73, 0.57, -0.68, -0.18, 0.57, -0.96}}},
                      {"x", dense{4, 1, {-0.2, 0.77, 0.1, 0.94}}}},
          dense{1, 1, std::vector<double>{-0.5432404999999999}},
          dense{4, 1, {-0.26819999999999994, -0.5143, 0.5300999999999999, -0.8479999999999999}});
    check("affine_sandwich", affine_sandwich::model, affine_sandwich::derivative,
          bound{{"X", dense{3, 4, {-0.67, 0.63, -0.57, 0.97, 0.97, 0.69, -0.2, -0.95, -0.46, -0.25, -0.62, -0.6}}},
                      {"b", dense{4, 1, {-0.16, 0.69, -0.1, 0.77}}},
                      {"c", dense{3, 1, {-0.17, -0.35, -0.47}}},
                      {"D", dense{3, 3, {0.61, 0.45, 0.42, -0.49, -0.28, -0.3, -0.54, -0.91, -0.3}}}},
          dense{1, 1, std::vector<double>{-0.28859513119999936}},
          dense{3, 4, {-0.25285888000000006, 1.09045392, -0.15803680000000003, 1.2168833600000002, -0.24641167999999997, 1.0626503699999998, -0.15400729999999999, 1.1858562099999999, -0.21381919999999993, 0.9220952999999996, -0.13363699999999998, 1.0290048999999997}});
    check("weighted_by_x", weighted_by_x::model, weighted_by_x::derivative,
          bound{{"A", dense{3, 4, {-0.81, 0.07, 0.84, 0.96, 0.7, 0.49, -0.18, 0.13, -0.83, 0.29, -0.48, 0.75}}},
                      {"s", dense{4, 1, {-0.92, 0.98, 0.39, 0.7}}},
                      {"x", dense{3, 1, {0.42, -0.86, -0.77}}},
                      {"W", dense{3, 3, {-0.66, 0.08, 0.3, 0.08, -0.95, -0.41, 0.3, -0.41, -0.77}}}},
          dense{1, 1, std::vector<double>{-4.653052038799999}},
          dense{3, 1, {0.43120800000000026, 2.9069479999999994, 3.0715239999999997}});
    check("least_squares_x", least_squares_x::model, least_squares_x::derivative,
          bound{{"A", dense{3, 4, {-0.39, 0.56, -0.52, 0.72, -0.01, 0.33, 0.16, -0.74, 0.98, 0.4, 0.47, -0.59}}},
                      {"x", dense{4, 1, {-0.34, 0.28, 0.79, -0.03}}},
                      {"y", dense{3, 1, {-0.38, -0.33, -0.72}}}},
          dense{1, 1, std::vector<double>{1.1742932}},
          dense{4, 1, {1.5437400000000001, 1.354784, 0.77186, -1.556436}});
    check("ridge", ridge::model, ridge::derivative,
          bound{{"X", dense{5, 4, {-0.13, 0.17, 0.8, 0.99, 0.02, -0.53, 0.69, 0.29, 0.17, 0.13, 0.52, -0.07, -0.32, 0.05, 0.2, -0.63, 0.07, 0.9, 0.05, -0.13}}},
                      {"w", dense{4, 1, {0.99, -0.41, 0.42, -0.38}}},
                      {"y", dense{5, 1, {0.93, 0.24, -0.99, -0.59, -0.6}}},
                      {"c", dense{1, 1, std::vector<double>{0.57}}}},
          dense{1, 1, std::vector<double>{4.525988549999999}},
          dense{4, 1, {1.581698, 0.023844000000000087, 0.5243959999999998, -3.6558100000000002}});
    check("rayleigh", rayleigh::model, rayleigh::derivative,
          bound{{"A", dense{4, 4, {-0.54, -0.14, 0.05, 0.32, -0.14, -0.03, 0.66, 0.15, 0.05, 0.66, -0.29, -0.11, 0.32, 0.15, -0.11, 0.78}}},
                      {"x", dense{4, 1, {0.83, 1.04, 0.75, 1.25}}}},
          dense{1, 1, std::vector<double>{0.6030227185213708}},
          dense{4, 1, {-0.3372141477975807, -0.04725638673455299, -0.04074806258042774, 0.2876763454489984}});
    check("trace_linear", trace_linear::model, trace_linear::derivative,
          bound{{"A", dense{2, 3, {0.19, -0.09, 0.74, 0.63, 0.06, 0.35}}},
                      {"X", dense{3, 4, {-0.42, 0.2, -0.03, 0.3, 0.61, 0.35, -0.83, 0.31, -0.35, -0.27, -0.97, -0.81}}},
                      {"B", dense{4, 2, {0.79, -0.18, 0.36, -0.19, -0.34, -0.23, -0.22, 0.33}}}},
          dense{1, 1, std::vector<double>{0.08740100000000006}},
          dense{3, 4, {0.03670000000000001, -0.0513, -0.20950000000000002, 0.1661, -0.0819, -0.0438, 0.016800000000000002, 0.039599999999999996, 0.5216000000000001, 0.19989999999999997, -0.3321, -0.04730000000000001}});
    check("trace_inner", trace_inner::model, trace_inner::derivative,
          bound{{"X", dense{3, 4, {0.16, -0.43, -0.85, 0.41, -0.82, -0.13, -0.02, 0.09, 0.41, -0.2, 0.75, 0.5}}},
                      {"A", dense{3, 4, {-0.94, 0.77, 0.23, 0.46, 0.46, 0.74, -0.52, -0.38, -0.29, 0.87, -0.65, 0.22}}}},
          dense{1, 1, std::vector<double>{-1.6560000000000001}},
          dense{3, 4, {-0.94, 0.77, 0.23, 0.46, 0.46, 0.74, -0.52, -0.38, -0.29, 0.87, -0.65, 0.22}});
    check("trace_square_B", trace_square_B::model, trace_square_B::derivative,
          bound{{"X", dense{4, 4, {-1, 0.84, 0.18, 0.29, 0.03, 0.49, 0.58, -0.24, -0.72, 0.5, -0.22, 0.75, 0.72, 0.4, -0.68, 0.42}}},
                      {"B", dense{4, 4, {0.51, -0.71, 0.91, 0.54, -1, 0.59, 0.57, 0.82, -0.75, 0.57, 0.58, -0.34, 0.1, 0.11, 0.33, -0.12}}}},
          dense{1, 1, std::vector<double>{3.1052209999999993}},
          dense{4, 4, {-2.2537000000000003, 0.26400000000000023, -0.5225, 0.09849999999999998, 2.0916, 0.6341, 0.5666, -0.3617, -1.1185, 0.04299999999999993, 0.0489, 0.7182, 1.2803999999999998, 0.5899, -0.056100000000000066, 1.0973000000000002}});
    check("trace_XBXt", trace_XBXt::model, trace_XBXt::derivative,
          bound{{"X", dense{3, 4, {-0.36, -0.48, -0.26, 0.77, 0.25, -0.92, 0.77, 0.62, 0.36, -0.54, 0.68, -0.16}}},
                      {"B", dense{4, 4, {0.97, -0.09, 0.05, -0.12, 0.17, 0.45, 0.59, -0.78, 0.39, -0.93, 0.57, 0.41, -0.57, 0.01, 0.42, 0.47}}}},
          dense{1, 1, std::vector<double>{3.4970909999999997}},
          dense{3, 4, {-1.3824999999999998, -0.9653, 0.3475000000000001, 1.126, 0.32239999999999996, -1.5472000000000001, 1.8152, 1.7577999999999998, 1.0648, -0.5652000000000001, 0.9844, 0.5814}});
    check("frobenius", frobenius::model, frobenius::derivative,
          bound{{"X", dense{3, 4, {-0.66, 0.19, -0.61, -0.93, 0.14, -0.02, -0.13, -0.65, 0.39, -0.17, 0.53, -0.12}}}},
          dense{1, 1, std::vector<double>{2.6444000000000005}},
          dense{3, 4, {-1.32, 0.38, -1.22, -1.86, 0.28, -0.04, -0.26, -1.3, 0.78, -0.34, 1.06, -0.24}});
    check("trace_XBXC", trace_XBXC::model, trace_XBXC::derivative,
          bound{{"X", dense{3, 4, {0.63, -0.23, 0.35, -0.64, 0.68, -0.05, 0.97, -0.11, 0.32, -0.51, -0.02, -0.47}}},
                      {"B", dense{3, 3, {-0.71, -0.03, -0.2, -0.45, 0.8, -0.57, -0.24, -0.81, 0.77}}},
                      {"C", dense{4, 4, {0.59, 0.22, 0.52, -0.25, 0.52, 0.74, 0.45, 0.96, 0.47, 0.61, -0.18, 0.84, -0.75, -0.89, 0.76, 0.54}}}},
          dense{1, 1, std::vector<double>{0.5228835899999996}},
          dense{3, 4, {-1.647168, -0.495093, 0.750435, 0.6214900000000003, 0.744381, 1.317755, 0.9202869999999999, 1.327182, -1.2666089999999999, -1.579834, -0.6504360000000002, -1.07303}});
    check("procrustes", procrustes::model, procrustes::derivative,
          bound{{"A", dense{2, 3, {-0.53, -0.95, 0.63, 0.15, 0.98, 0.39}}},
                      {"X", dense{3, 4, {-0.41, -0.92, -0.98, -0.71, 0.07, 0.48, -0.42, -0.63, 0.54, -0.13, -0.28, 0.58}}},
                      {"B", dense{4, 5, {0.23, -0.68, 0, -0.15, -0.55, 0.66, -0.4, -0.18, 0.67, -0.36, -0.15, 0.45, 0.9, -0.62, 0.54, 0.07, 0.6, 0.91, 0.57, -0.55}}},
                      {"C", dense{2, 5, {-0.1, 0.25, -0.53, 0.13, -0.45, 0.35, 0.87, -0.24, -0.71, 0.83}}}},
          dense{1, 1, std::vector<double>{6.891674537843}},
          dense{3, 4, {0.20588181919999982, 0.17331861439999974, -1.2406955556000003, -3.3112838754, 0.25432549899999923, 0.5896334373999994, -3.3031295768, -8.3538121878, -0.3363964151999998, 0.016917304800000255, 0.6123123131999998, 2.0033141669999996}});
    check("trace_squared", trace_squared::model, trace_squared::derivative,
          bound{{"X", dense{4, 4, {0.76, -0.53, 0.99, 0.43, 0.2, -0.28, -0.93, -0.5, 0.49, 0.46, 0, -0.07, -0.91, -0.04, 0.89, 0.04}}}},
          dense{1, 1, std::vector<double>{0.27040000000000003}},
          dense{4, 4, {1.04, 0, 0, 0, 0, 1.04, 0, 0, 0, 0, 1.04, 0, 0, 0, 0, 1.04}});
    check("trace_mc", trace_mc::model, trace_mc::derivative,
          bound{{"A", dense{4, 4, {0.96, -0.68, -0.84, 0.84, 0.69, -0.72, -0.82, -0.69, 0.02, 0.36, 0.82, 0.91, -0.42, 0.73, -0.8, 0.43}}},
                      {"X", dense{4, 4, {0.93, -0.53, 0.77, -0.36, 0.96, -0.88, -0.04, 0.13, 0.41, -0.54, -0.29, -0.22, -0.06, 0.27, 0.66, -0.18}}},
                      {"B", dense{4, 4, {0.37, -0.53, 0.13, 0.73, 0.69, -0.32, 0.97, -0.23, -0.47, 0.77, -0.19, 0.31, 0.04, -0.38, 0.26, 0.87}}},
                      {"C", dense{4, 4, {-0.46, 0.46, -0.96, -0.3, -0.11, -0.74, -0.42, 0.8, -0.39, 0.5, 0.21, -0.57, 0.03, 0.85, 0.97, -0.44}}}},
          dense{1, 1, std::vector<double>{1.1679564449999997}},
          dense{4, 4, {-0.5308414900000001, -1.0436326599999997, 0.8249525699999998, 0.9988878599999997, 0.6435990600000001, -0.14550801999999996, -0.9737346899999999, -2.43753548, 0.5484755699999998, -2.2229807399999997, 0.62930535, 1.05848806, -0.12359397999999988, -0.61735704, 1.32728256, 1.0764999999999998}});
    check("inverse_trace", inverse_trace::model, inverse_trace::derivative,
          bound{{"A", dense{2, 4, {-0.41, 0.6, -0.01, -0.92, -0.46, -0.26, -0.78, 0.6}}},
                      {"X", dense{4, 4, {1.67, 0.49, 0.04, 0.03, 0.18, 1.85, -0.46, -0.18, 0.01, -0.47, 1.48, -0.17, -0.31, -0.26, -0.26, 1.39}}},
                      {"B", dense{4, 2, {0.98, -0.2, -0.94, -0.81, 0.54, 0.28, 0.43, -0.6}}}},
          dense{1, 1, std::vector<double>{-1.1482679198515524}},
          dense{4, 4, {0.2882814342387444, -0.280657034087403, 0.09711006651656001, 0.07085305657229067, -0.23877844705683368, 0.07654228251381326, -0.0946218865857553, -0.23741492084366533, 0.015971056365908454, -0.25468954712055536, -0.016379553272235087, -0.2701962447904148, 0.4195335706784866, -0.11127004734018878, 0.16836290653074, 0.4437483101253996}});
    check("inverse_gram", inverse_gram::model, inverse_gram::derivative,
          bound{{"X", dense{4, 3, {-0.35, -0.8, -0.21, -0.24, 0.11, 0.25, 0.5, 0.88, 0.75, -0.63, 0.18, -0.19}}},
                      {"C", dense{4, 4, {2.94, 0.19, -0.46, -0.38, 0.19, 2.59, -0.02, -0.77, -0.46, -0.02, 2.71, -0.76, -0.38, -0.77, -0.76, 3.72}}},
                      {"A", dense{3, 3, {0.62, -0.04, 0.13, 0.1, 0.53, -0.6, -0.45, 0.62, -0.06}}}},
          dense{1, 1, std::vector<double>{1.1023512085937237}},
          dense{4, 3, {1.0372985904243048, 0.6420014250134125, -1.6299914369431825, 1.9270685562939158, 0.47640128953643335, -2.3120703176584696, 0.27943155017793075, -0.08945447531709876, -0.12033145072348439, 1.4245006686427084, -0.09543231795456286, -1.3770047815752264}});
    check("determinant", of_determinant::model, of_determinant::derivative,
          bound{{"X", dense{4, 4, {1.83, 0.28, 0.21, 0.18, -0.29, 1.83, 0.33, -0.1, 0.01, 0.24, 1.59, -0.1, 0.39, 0.01, -0.44, 1.04}}}},
          dense{1, 1, std::vector<double>{5.14028352}},
          dense{4, 4, {2.8750199999999997, 0.4206359999999999, -0.153726, -1.1472149999999999, -0.376192, 2.8227840000000004, -0.42793600000000004, -0.06712000000000004, -0.46163599999999994, -0.602484, 3.429226, 1.629733, -0.5781599999999999, 0.140688, 0.31519199999999997, 5.2913879999999995}});
    check("determinant_gram", determinant_gram::model, determinant_gram::derivative,
          bound{{"X", dense{4, 3, {0.66, 0.67, 0.88, 1.05, 0.48, 0.88, 0.83, 0.9, 0.56, 0.31, 0.53, 1.19}}}},
          dense{1, 1, std::vector<double>{0.433956471286}},
          dense{4, 3, {-0.1234301347999997, 0.33374818279999974, 0.10246989039999987, 1.215395321000001, -1.316787759200001, 0.22824758700000003, -0.11176749940000011, 1.3696441295999993, -0.6688471885999995, -0.7549071967999996, 0.0824152224000001, 0.7995260403999994}});
    check("log_determinant", log_determinant::model, log_determinant::derivative,
          bound{{"X", dense{4, 4, {1.01, 0.36, -0.47, 0.42, 0.28, 1.79, 0.16, 0.15, 0.16, -0.16, 1.44, -0.02, 0.07, 0.14, 0.13, 1.8}}}},
          dense{1, 1, std::vector<double>{1.5486287230861264}},
          dense{4, 4, {0.9897114267386603, -0.14201530899628292, -0.1260021787650922, -0.018342985207091458, -0.15018106599081912, 0.5787366561392588, 0.08036618161900086, -0.04497670047256057, 0.3590756675939923, -0.10918437503100419, 0.6416958752946336, -0.0518166377864118, -0.21442784776651921, -0.016304308968372264, 0.02983328074687848, 0.5630079033900746}});
    check("log_determinant_inverse", log_determinant_inverse::model, log_determinant_inverse::derivative,
          bound{{"X", dense{4, 4, {1.09, 0.31, 0.15, -0.03, -0.19, 1.42, -0.39, 0.37, 0.16, 0.36, 1.26, 0.07, -0.16, -0.34, 0.35, 1.32}}}},
          dense{1, 1, std::vector<double>{-1.077249878542918}},
          dense{4, 4, {-0.9285224444406646, -0.04403232733231334, 0.13942486299043638, -0.16085854882586786, 0.14183616116019093, -0.5942584916745938, 0.16170783249136259, -0.1787513960270517, 0.17390734625092424, -0.22804662594566025, -0.759676406577971, 0.16376974612190393, -0.07008224787882977, 0.17766510296653526, -0.0018725785391159766, -0.7198118349721971}});
    check("d_optimal_hessian", d_optimal_hessian::model, d_optimal_hessian::derivative,
          bound{{"A", dense{3, 5, {0.46, -0.76, 0.88, -0.56, 0.43, -0.8, -0.95, -0.95, -0.23, -0.33, -0.81, 0.73, 0.78, 0.6, 0.94}}},
                      {"x", dense{5, 1, {1.01, 0.75, 0.97, 0.94, 0.65}}}},
          dense{1, 1, std::vector<double>{2.0829157683401616}},
          dense{5, 5, {-0.725757156757687, -0.01595091527885566, -0.01846414238552633, -0.036849664493227866, -0.08367231155038965, -0.015950915278855646, -1.0247650787615514, -0.0009096848373309051, -0.2404499909310891, -0.0011033712571024118, -0.018464142385526322, -0.000909684837330906, -0.6106261042067263, -0.0022713349400135404, -0.25792655934863323, -0.03684966449322785, -0.2404499909310891, -0.0022713349400135378, -0.09910914529243788, -0.0029147755770562, -0.08367231155038968, -0.001103371257102408, -0.25792655934863323, -0.0029147755770562, -0.2522000970397871}});
    check("solve_A", solve_A::model, solve_A::derivative,
          bound{{"A", dense{4, 4, {1.5, -0.2, 0.5, -0.41, -0.21, 1.78, 0.41, -0.15, -0.24, -0.28, 1.22, 0.34, -0.17, 0.21, 0.32, 1.27}}},
                      {"b", dense{4, 1, {-0.38, -0.96, -0.54, -0.31}}},
                      {"c", dense{4, 1, {-0.66, 0.65, 0.65, -0.71}}}},
          dense{1, 1, std::vector<double>{-0.5128116572195901}},
          dense{4, 4, {-0.048064200007921755, -0.1483873759691815, -0.19050254495153743, -0.017674684948575957, 0.07437969128202314, 0.22963051944936444, 0.294804042917592, 0.027351700637177512, 0.09853276329263658, 0.3041976812175601, 0.39053478816376797, 0.036233528239790286, -0.11140025342761763, -0.3439231545662161, -0.44153510893158854, -0.04096530020680972}});
    check("norm_of_product", norm_of_product::model, norm_of_product::derivative,
          bound{{"A", dense{3, 4, {-0.44, -0.04, -0.17, 0.87, 0.78, -0.69, 0.02, -1, -0.64, -0.51, -0.19, -0.16}}},
                      {"x", dense{4, 1, {-0.56, 0.78, -0.64, -0.91}}}},
          dense{1, 1, std::vector<double>{0.5260123287528535}},
          dense{4, 1, {-0.001307954134138535, -0.08324519713030111, 0.06591290375684349, -0.6949399852788466}});
    check("hadamard_form", hadamard_form::model, hadamard_form::derivative,
          bound{{"y", dense{4, 1, {-0.95, 0.61, -0.04, 0.46}}},
                      {"v", dense{4, 1, {-0.2, -0.68, 0.69, 0.93}}},
                      {"x", dense{4, 1, {-0.34, -0.4, -0.36, -0.23}}}},
          dense{1, 1, std::vector<double>{0.012861999999999998}},
          dense{4, 1, {0.323, -0.244, 0.0144, -0.1058}});
    check("entrywise_sine", entrywise_sine::model, entrywise_sine::derivative,
          bound{{"A", dense{2, 3, {0.84, -0.75, -0.08, 0.17, 0.49, 0.58}}},
                      {"X", dense{3, 4, {-0.43, -0.36, 0.17, 0.01, -0.09, 0.06, -0.59, -0.5, 0.26, -0.83, 0.03, 0.18}}},
                      {"B", dense{4, 5, {0.76, 0.02, 0.58, 0.44, 0.86, 0.58, 0.5, -0.2, -0.95, -0.88, -0.75, -0.6, 0.9, -0.92, 0.18, 0.29, -0.71, -0.3, -0.48, -0.73}}},
                      {"a", dense{2, 1, {-0.94, -0.15}}},
                      {"b", dense{5, 1, {-0.28, -0.8, -0.76, 0.3, -0.16}}}},
          dense{1, 1, std::vector<double>{-0.39570119034401197}},
          dense{3, 4, {0.5053840585185876, 0.3004057052699363, 0.3289546459092228, -0.464499840078088, -0.3845608643762049, -0.22119794215920408, -0.27317431401705283, 0.34596923185657225, 0.013806213099709773, 0.015070763703415662, -0.012252731606139464, -0.01963948319260962}});
    check("sum_sine", sum_sine::model, sum_sine::derivative,
          bound{{"X", dense{3, 4, {-0.91, -0.68, -0.05, 0.58, -0.03, 0.78, -0.3, -0.22, -0.99, 0.56, 0.83, -0.56}}},
                      {"Y", dense{3, 4, {0.75, -0.6, 0.17, 0.52, 0.25, 0.31, 0.35, -0.27, 0.1, -0.45, 0.55, -0.41}}}},
          dense{1, 1, std::vector<double>{0.5286438771348383}},
          dense{3, 4, {0.4603093121166086, -0.4665436312505568, 0.1697875442671443, 0.43496057795589727, 0.24988750843724694, 0.220383196783806, 0.3343677711939621, -0.2634923113192635, 0.05486898605815876, -0.38126479995603724, 0.37118166803919694, -0.3473745955155006}});
    check("sum_squared", sum_squared::model, sum_squared::derivative,
          bound{{"X", dense{3, 4, {0.97, -0.83, 0.85, -0.11, -0.53, -0.81, -0.37, 0.98, 0.08, 0.98, 0.74, -0.44}}}},
          dense{1, 1, std::vector<double>{2.2801}},
          dense{3, 4, {3.02, 3.02, 3.02, 3.02, 3.02, 3.02, 3.02, 3.02, 3.02, 3.02, 3.02, 3.02}});
    check("log_vector", log_vector::model, log_vector::derivative,
          bound{{"A", dense{4, 4, {0.95, 0.47, 1.06, 0.66, 1.21, 0.33, 1.29, 0.4, 1.07, 0.62, 0.61, 0.3, 0.53, 0.69, 0.97, 0.97}}},
                      {"x", dense{4, 1, {0.36, 1.09, 0.71, 0.78}}}},
          dense{1, 1, std::vector<double>{2.106307168493159}},
          dense{4, 1, {2.1780140928717935, 1.442304091103055, 1.9892961607435875, 1.6380902072167136}});
    check("jacobian_linear", jacobian_linear::model, jacobian_linear::derivative,
          bound{{"A", dense{3, 4, {-0.48, -0.14, -0.71, -0.88, -0.76, -0.46, -0.46, -0.26, -0.23, -0.71, 0.43, 0.75}}},
                      {"x", dense{4, 1, {0.44, 0.23, 0.95, 0.31}}}},
          dense{3, 1, {-1.1906999999999999, -0.9578, 0.37649999999999995}},
          dense{3, 4, {-0.48, -0.14, -0.71, -0.88, -0.76, -0.46, -0.46, -0.26, -0.23, -0.71, 0.43, 0.75}});
    check("jacobian_sine", jacobian_sine::model, jacobian_sine::derivative,
          bound{{"A", dense{3, 4, {-0.17, 0.33, -0.95, -0.27, 0.59, 0.43, -0.05, 0.56, -0.09, 1, -0.07, 0.66}}},
                      {"x", dense{4, 1, {0.11, 0.72, -0.28, -0.15}}},
                      {"y", dense{3, 1, {0.17, 0.32, 0.65}}}},
          dense{3, 1, {0.6406926097728367, 0.584691718260447, 0.9582163262057007}},
          dense{3, 4, {-0.13052557265039458, 0.25337317043900126, -0.729407611869852, -0.20730532126827375, 0.47864078438787544, 0.3488398937064177, -0.040562778337955546, 0.45430311738510215, -0.02574400755053666, 0.2860445283392962, -0.020023116983750738, 0.18878938870393552}});
    check("jacobian_diag", jacobian_diag::model, jacobian_diag::derivative,
          bound{{"A", dense{4, 4, {0.63, 0.54, -0.66, 0.03, -0.5, -0.71, 0.58, 0.57, 0.87, 0.63, 0.25, -0.11, 0.54, 0.69, -0.69, 0.27}}},
                      {"x", dense{4, 1, {0.98, -0.05, 0.59, 0.94}}}},
          dense{4, 1, {0.2246159999999999, -0.021174999999999996, 0.5104679999999999, 0.3209160000000001}},
          dense{4, 4, {0.8465999999999998, 0.5292, -0.6468, 0.0294, 0.025, 0.45899999999999985, -0.028999999999999998, -0.028499999999999998, 0.5133, 0.3717, 1.0127, -0.0649, 0.5076, 0.6486, -0.6486, 0.5952000000000002}});
    check("jacobian_unit", jacobian_unit::model, jacobian_unit::derivative,
          bound{{"x", dense{4, 1, {0.52, 1.28, 0.4, 0.94}}}},
          dense{4, 1, {0.30263262529593593, 0.7449418468823039, 0.23279432715071996, 0.5470666688041919}},
          dense{4, 4, {0.5286837703378869, -0.13120504009578582, -0.04100157502993307, -0.0963537013203427, -0.13120504009578582, 0.2590195653333271, -0.10092695391983525, -0.2371783417116128, -0.04100157502993307, -0.10092695391983525, 0.5504461447768514, -0.074118231784879, -0.0963537013203427, -0.2371783417116128, -0.074118231784879, 0.4078079731823342}});
    check("hessian_exp", hessian_exp::model, hessian_exp::derivative,
          bound{{"A", dense{3, 4, {0.04, 0.37, 0.77, -0.13, 0.06, 0.03, -0.6, 0.11, 0.6, 0.02, 0.46, 0.6}}},
                      {"x", dense{4, 1, {0.69, 0.67, -0.24, -0.03}}}},
          dense{1, 1, std::vector<double>{3.6718215052095156}},
          dense{4, 4, {0.49162894906540944, 0.03465392490288624, 0.36197726284961373, 0.4878265377310779, 0.03465392490288624, 0.1521241793610765, 0.30354013385888223, -0.03265081599720895, 0.3619772628496137, 0.30354013385888223, 1.3777450373780837, 0.18136670127142177, 0.4878265377310779, -0.03265081599720895, 0.1813667012714218, 0.5188517898010768}});
    check("hessian_two_nodes", hessian_two_nodes::model, hessian_two_nodes::derivative,
          bound{{"A", dense{3, 4, {1, -0.29, 0.98, 0.67, 0.02, -0.27, -0.42, -0.49, 0.11, 0.27, -0.31, 0.01}}},
                      {"B", dense{3, 2, {-0.55, 0.03, 0.11, -0.66, 0.26, -0.61}}},
                      {"C", dense{2, 4, {0.77, -0.3, 0.5, 0.87, 0.81, 0.14, 0.26, -0.26}}},
                      {"x", dense{4, 1, {-0.95, -0.6, -0.81, 0.92}}}},
          dense{1, 1, std::vector<double>{0.4338213451942445}},
          dense{4, 4, {-0.8602173378427769, 0.25800799685075976, -0.31002730263280787, -0.3908781202073479, 0.2580079968507597, -0.08647272533027006, 0.2895344887232164, 0.2734293343406249, -0.31002730263280787, 0.2895344887232164, -0.3552150708694871, -0.5991360157907027, -0.3908781202073479, 0.2734293343406249, -0.5991360157907029, -0.7679324239931077}});
    check("logistic_labels", logistic_labels::model, logistic_labels::derivative,
          bound{{"X", dense{5, 4, {-0.26, -0.56, 0.69, 0.02, 0.44, 0.41, -0.22, 0.02, -0.38, -0.03, -0.64, 0.49, 0.26, 0.74, -0.79, 0.31, -0.84, 0.9, 0.31, 0.77}}},
                      {"w", dense{4, 1, {0.7, -0.2, 0.56, -0.47}}},
                      {"y", dense{5, 1, {-1, 1, 1, 1, 1}}}},
          dense{1, 1, std::vector<double>{5.000471873550069}},
          dense{4, 1, {0.34825575405158415, -1.6171764191816989, 1.2283808302848525, -1.0942641768222996}});
    check("logistic_hessian", logistic_hessian::model, logistic_hessian::derivative,
          bound{{"X", dense{5, 4, {0.79, -0.69, -0.77, -0.23, -0.07, -0.5, -0.12, -0.93, 0.59, 0.74, 0.48, -0.13, 0.52, -0.7, -0.71, -0.55, -0.22, -0.01, -0.14, -0.79}}},
                      {"w", dense{4, 1, {-0.5, 0.88, 0.49, -0.86}}},
                      {"y", dense{5, 1, {1, 0, 0, 1, 1}}}},
          dense{1, 1, std::vector<double>{4.9664696255921}},
          dense{4, 4, {0.25998698518428126, -0.07152143395039702, -0.11813204417841605, -0.057724208523924195, -0.07152143395039702, 0.37433084988364135, 0.29726308819986635, 0.20583983955456275, -0.11813204417841608, 0.29726308819986635, 0.27517015860483096, 0.15460395363818663, -0.0577242085239242, 0.20583983955456275, 0.1546039536381866, 0.42718235379973296}});
    check("cross_entropy_log_softmax", cross_entropy_log_softmax::model, cross_entropy_log_softmax::derivative,
          bound{{"z", dense{4, 1, {0.81, 0.71, 0.12, -0.05}}},
                      {"y", dense{4, 1, {1, -0.29, 0.95, -0.33}}}},
          dense{1, 1, std::vector<double>{1.7260685441670782}},
          dense{4, 1, {-0.5299648419452776, 0.7153053988003591, -0.7142416131000702, 0.5289010562449885}});
    check("softmax_regression", softmax_regression::model, softmax_regression::derivative,
          bound{{"W", dense{2, 4, {0.39, -0.31, -0.25, 0.56, -0.09, -0.53, -0.87, 0.61}}},
                      {"b", dense{2, 1, {0.64, 0.74}}},
                      {"x", dense{4, 1, {0.95, -0.45, -0.46, -0.35}}},
                      {"y", dense{2, 1, {0.48, 0.52}}}},
          dense{1, 1, std::vector<double>{0.6929474917416754}},
          dense{2, 4, {0.016458774245365147, -0.00779626148464665, -0.00796951173986102, -0.006063758932502949, -0.016458774245365147, 0.00779626148464665, 0.00796951173986102, 0.006063758932502949}});
    check("mlp_b2", mlp_b2::model, mlp_b2::derivative,
          bound{{"W1", dense{3, 4, {0.68, -0.9, 0.38, -0.93, 0.31, -0.81, -0.93, -0.7, -0.15, -0.3, 0.92, 0.6}}},
                      {"b1", dense{3, 1, {0.19, -0.78, 0.94}}},
                      {"W2", dense{2, 3, {0.59, 0.54, -0.89, -0.59, -0.67, -0.26}}},
                      {"b2", dense{2, 1, {-0.31, -0.96}}},
                      {"x", dense{4, 1, {0.94, -0.58, 0.8, 0.88}}},
                      {"y", dense{2, 1, {0, 1}}}},
          dense{1, 1, std::vector<double>{0.5873300716265983}},
          dense{2, 1, {0.44419072359439055, -0.4441907235943906}});
    check("mlp_b1", mlp_b1::model, mlp_b1::derivative,
          bound{{"W1", dense{3, 4, {0.67, -0.7, 0.59, 0.97, 0.19, 0.68, -0.96, 0.15, -0.01, -0.89, 0.39, -0.23}}},
                      {"b1", dense{3, 1, {-0.36, 0.14, -0.66}}},
                      {"W2", dense{2, 3, {0.01, -0.45, 0.07, 0.46, -0.92, -0.16}}},
                      {"b2", dense{2, 1, {-0.01, 0.79}}},
                      {"x", dense{4, 1, {-0.93, -0.13, 0.13, 0.88}}},
                      {"y", dense{2, 1, {0.83, 0.17}}}},
          dense{1, 1, std::vector<double>{1.148536775458255}},
          dense{3, 1, {0.2529357673749624, -0.2609193209695047, -0.0835002000028452}});
    check("batch_bias", batch_bias::model, batch_bias::derivative,
          bound{{"X", dense{5, 4, {0.14, -0.92, 0.74, -0.36, 0.66, -0.68, -0.5, 0.84, -0.41, 0.65, 0.17, 0.8, 0.16, 0.55, 0.32, -0.14, 0.75, 0, 0.97, -0.56}}},
                      {"W", dense{3, 4, {-0.61, 0.63, -0.52, 0.39, -0.2, -0.62, -0.56, -0.24, -0.73, -0.42, 0.88, 0.84}}},
                      {"b", dense{3, 1, {-0.51, 0.07, 0.1}}},
                      {"Y", dense{5, 3, {-0.39, -0.73, -0.87, -0.57, -0.66, 0.36, -0.15, -0.65, 0.32, -0.43, 0.59, -1, 0.42, -0.84, 0.31}}}},
          dense{1, 1, std::vector<double>{13.908939040000002}},
          dense{3, 1, {-6.265600000000001, 3.0736000000000003, 5.1644}});
    check("factorization", factorization::model, factorization::derivative,
          bound{{"T", dense{5, 4, {0.35, -0.66, -0.33, 0.37, -0.78, 0.98, 0.34, 0.02, 0.85, 0.28, 0.61, 0.99, 0.03, -0.02, -0.42, 0.34, 0.37, -0.28, 0.22, 0.73}}},
                      {"U", dense{5, 2, {-0.38, -0.65, -0.82, 0.71, -0.88, 0.55, -0.35, 0.78, 0.6, -0.69}}},
                      {"V", dense{4, 2, {0.42, -0.41, -0.7, 0.71, -0.73, -0.39, -0.76, -0.59}}}},
          dense{1, 1, std::vector<double>{6.760773810000001}},
          dense{5, 2, {-2.5709139999999997, -0.169284, -0.26937799999999995, -0.18238799999999994, -0.983654, 3.1205759999999994, -1.2937459999999994, 1.9108139999999998, 2.7720979999999997, 0.19276800000000005}});
    check("log_determinant_hvp", log_determinant_hvp::model, log_determinant_hvp::derivative,
          bound{{"X", dense{4, 4, {1.02, -0.11, -0.12, 0.49, 0.04, 1.1, 0.48, 0.34, -0.12, 0.32, 1.82, -0.43, 0.13, -0.22, 0.1, 1.3}}},
                      {"X_dot", dense{4, 4, {-0.62, -0.91, -0.9, -0.72, 0.35, -0.78, 0.19, 0.21, 0.63, -0.31, 0.21, 0.52, 0.44, 0.26, 0.59, 0.07}}}},
          dense{1, 1, std::vector<double>{0.9357219019533504}},
          dense{4, 4, {0.7197497963088914, -0.06718268764575812, -0.3753586442069759, -0.4156461215442796, 0.9602205568684559, 0.6212575889664304, 0.04355751067288141, -0.1321556445116502, 0.4047912460563218, -0.1375110811634913, -0.12709891090409145, -0.2936098404867196, 0.16957218087805098, -0.23642919428985704, -0.10705322536079603, 0.002788551409709919}});
    check("gaussian_process_K", gaussian_process_K::model, gaussian_process_K::derivative,
          bound{{"K", dense{4, 4, {3, -1, -0.32, -0.4, -1, 3.7, 0.28, 0.28, -0.32, 0.28, 2.81, 0.02, -0.4, 0.28, 0.02, 2.25}}},
                      {"y", dense{4, 1, {-0.87, 0.12, 0.87, 0.61}}}},
          dense{1, 1, std::vector<double>{2.358527742402879}},
          dense{4, 4, {0.1557581516051878, 0.03790855652588495, 0.052800120599401604, 0.056868383936253, 0.03790855652588496, 0.14659617287694898, 0.0013903167509985315, -0.001295853347487514, 0.05280012059940159, 0.0013903167509985298, 0.13966400132625156, -0.03087721461041132, 0.05686838393625301, -0.001295853347487514, -0.03087721461041132, 0.20120004994585497}});
    check("gaussian_mean", gaussian_mean::model, gaussian_mean::derivative,
          bound{{"x", dense{4, 1, {0.92, 0.79, -0.51, 0.95}}},
                      {"mu", dense{4, 1, {0.24, -0.37, -0.32, -0.48}}},
                      {"S", dense{4, 4, {3.89, -1.68, 0.17, -0.11, -1.68, 3.2, -0.49, 0.01, 0.17, -0.49, 2.17, 0.24, -0.11, 0.01, 0.24, 1.91}}}},
          dense{1, 1, std::vector<double>{1.060312603657988}},
          dense{4, 1, {-0.4534995472602777, -0.5863375723590666, 0.07711167989493072, -0.7814284699737294}});
    check("kalman_noise", kalman_noise::model, kalman_noise::derivative,
          bound{{"H", dense{2, 4, {0.04, -0.25, 0.83, 0.07, 0.44, 0.84, 0.67, -0.76}}},
                      {"P", dense{4, 4, {3.05, 0.14, -0.05, -0.21, 0.14, 2.88, -0.85, 1.37, -0.05, -0.85, 2.46, -1.29, -0.21, 1.37, -1.29, 3.46}}},
                      {"R", dense{2, 2, {2.73, 0.23, 0.23, 1.55}}},
                      {"v", dense{2, 1, {-0.59, -0.57}}}},
          dense{1, 1, std::vector<double>{3.392834107488337}},
          dense{2, 2, {0.21593940393641173, -0.061846968342025785, -0.061846968342025785, 0.17254992561627305}});
    check("scalar_weight", scalar_weight::model, scalar_weight::derivative,
          bound{{"A", dense{3, 4, {-0.61, -0.55, 0.46, -0.99, -0.58, 0.11, -0.41, -0.47, -0.73, 0.31, -0, 0.39}}},
                      {"x", dense{4, 1, {0.84, -0.98, -0.41, -0.89}}},
                      {"y", dense{3, 1, {-0.1, -0.49, 0.26}}},
                      {"s", dense{1, 1, std::vector<double>{-0.9}}}},
          dense{1, 1, std::vector<double>{1.3175017398000002}},
          dense{1, 1, std::vector<double>{-3.014505644}});
}
