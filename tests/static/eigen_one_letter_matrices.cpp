// Evaluation with vectors and matrices named by single letters: no name in the library's templates shadows them.
#include <leibniz/eigen/parse_matrices.hpp>
using namespace leibniz;
inline constexpr leibniz::vector<"a", "n"> a;
inline constexpr leibniz::vector<"b", "n"> b;
inline constexpr leibniz::vector<"c", "n"> c;
inline constexpr leibniz::vector<"d", "n"> d;
inline constexpr leibniz::vector<"e", "n"> e;
inline constexpr leibniz::vector<"f", "n"> f;
inline constexpr leibniz::vector<"g", "n"> g;
inline constexpr leibniz::vector<"h", "n"> h;
inline constexpr leibniz::vector<"i", "n"> i;
inline constexpr leibniz::vector<"j", "n"> j;
inline constexpr leibniz::vector<"k", "n"> k;
inline constexpr leibniz::vector<"l", "n"> l;
inline constexpr leibniz::vector<"m", "n"> m;
inline constexpr leibniz::vector<"n", "n"> n;
inline constexpr leibniz::vector<"o", "n"> o;
inline constexpr leibniz::vector<"p", "n"> p;
inline constexpr leibniz::vector<"q", "n"> q;
inline constexpr leibniz::vector<"r", "n"> r;
inline constexpr leibniz::vector<"s", "n"> s;
inline constexpr leibniz::vector<"t", "n"> t;
inline constexpr leibniz::vector<"u", "n"> u;
inline constexpr leibniz::vector<"v", "n"> v;
inline constexpr leibniz::vector<"w", "n"> w;
inline constexpr leibniz::vector<"x", "n"> x;
inline constexpr leibniz::vector<"y", "n"> y;
inline constexpr leibniz::vector<"z", "n"> z;
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

constexpr auto formula_of_all = logdet(A) + dot(softmax(x), solve(A, sigmoid(x))) + norm2(B*x) + tr(C) + det(C) + logsumexp(x) + sum(diagonal(B)) + sum(exp(B*C));

double value(Eigen::MatrixXd const& any, Eigen::VectorXd const& some);
double value(Eigen::MatrixXd const& any, Eigen::VectorXd const& some) {
    auto const all = evaluate(outputs(formula_of_all, gradient(formula_of_all, wrt(A, B, C, x))), A = any, B = any, C = any, x = some);
    Eigen::MatrixXf const single = Eigen::MatrixXf::Ones(2, 2);
    return all[0_c] + all[1_c][A].sum() + static_cast<double>(evaluate(sum(exp(D*E)), D = single, E = single));
}

double value_of_text(Eigen::MatrixXd const& any, Eigen::VectorXd const& some);
double value_of_text(Eigen::MatrixXd const& any, Eigen::VectorXd const& some) {
    leibniz::model const loss = parse("norm2(W*x)^2", shapes{{"W", "m", "n"}, {"x", "n"}});
    workspace<double> memory;
    Eigen::MatrixXd slope;
    evaluate_into(slope, diff(loss, "W"), memory, bind("W", any), bind("x", some));
    std::vector<named_binding<Eigen::MatrixXd>> const all{{"W", any}, {"x", some}};
    return evaluate(hvp(expand(loss), "x", "x"), bind("W", any), bind("x", some))[0].sum() + evaluate(diff(loss, "x", "x"), all)[0].sum();
}
