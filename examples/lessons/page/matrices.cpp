// The lessons about arrays once more, with vectors and matrices; least squares; a Kalman filter.
#include "matrices.hpp"

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"c"> c;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "n"> y;
constexpr vector<"v", "n"> v;

}  // namespace

lesson::page lesson::tensors_as_matrices() {
    page p("L5m", "tensors of order 0, 1 and 2: numbers, vectors and matrices", "page/matrices.cpp");
    constexpr matrix<"X", "m", "n"> X;
    p.body.paragraph("A tensor of order 0 is a symbol, of order 1 a vector, of order 2 a matrix; sizes are names, and the same formula serves all sizes.");
    buffer<buffer<prose>> rows;
    rows.push(cells("0", prose::code("symbol<\"w\">"), shown(10_c*w), shown(diff(pow<2>(w), w))));
    rows.push(cells("1", prose::code("vector<\"x\", \"n\">"), shown(10_c*x), shown(gradient(pow<2>(norm2(x)), wrt(x))[x])));
    rows.push(cells("2", prose::code("matrix<\"X\", \"m\", \"n\">"), shown(10_c*X), shown(gradient(pow<2>(norm2(X)), wrt(X))[X])));
    p.body.table("Of each order", cells("order", "declared as", "ten times it", "the derivative of its squared norm"), rows);

    p.body.paragraph("The three samples of the lesson are one vector: the mean loss is a squared norm, and its derivative by w a product of vectors.");
    constexpr auto loss = let<"L">(pow<2>(norm2(let<"r">(w*x - y)))/3_c);
    auto const by_hand = backpropagation(loss, wrt(w))(w = 1, x = {1, 2, 3}, y = {2, 4, 6});
    work_out(p, loss, w, wrt(w), by_hand);
    p.figure("mean loss", "4.66667", value_of(by_hand.forward.back().value(0, 0)));
    figures(p, "L", "w", by_hand.gradient[0], {"-9.33333"});
    p.finish();
    return p;
}

lesson::page lesson::mean_of_squares_as_matrix() {
    page p("L8m", "the derivative of a mean by a matrix", "page/matrices.cpp");
    constexpr matrix<"X", 2, 2> X;
    constexpr auto out = let<"out">(mean(let<"Z">(3_c*pow<2>(let<"Y">(X + 2_c)))));
    p.body.paragraph("X is a 2 × 2 matrix of ones; functions and sums with a number act entry by entry, and the derivative of the mean has the shape of X.");
    auto const by_hand = backpropagation(out, wrt(X))(X = {{1, 1}, {1, 1}});
    work_out(p, out, X, wrt(X), by_hand);
    p.figure(shown_name("out"), "27", value_of(by_hand.forward.back().value(0, 0)));
    p.figure(prose("the formula of ") + shown_ratio("out", "X"), "3·Y/2", last_line(derivation(out, X)));
    figures(p, "out", "X", by_hand.gradient[0], {"4.5", "4.5", "4.5", "4.5"});
    p.finish();
    return p;
}

lesson::page lesson::entries_as_matrix() {
    page p("L9m", "a matrix that is assigned anew", "page/matrices.cpp");
    constexpr matrix<"A", 2, 2> A;
    constexpr auto renewed = let<"R">(hadamard(3_c*A, pow<-1>(A - 1_c)));
    constexpr auto b = let<"b">(sum(pow<2>(renewed)));
    p.body.paragraph("A becomes R = 3A/(A − 1), entry by entry; b is the sum of the squares of its entries.");
    auto const by_hand = backpropagation(b, wrt(A))(A = {{rational(2), rational(-1)}, {rational(1, 2), rational(3)}});
    work_out(p, b, A, wrt(A), by_hand);
    p.figure(shown_name("b"), "67.5", value_of(by_hand.forward.back().value(0, 0)));
    figures(p, "b", "A", by_hand.gradient[0], {"-36", "-2.25", "72", "-6.75"});
    p.finish();
    return p;
}

lesson::page lesson::products_with_jacobians_as_matrices() {
    page p("L10m", "products with Jacobians, of vectors", "page/matrices.cpp");
    constexpr matrix<"A", "m", "n"> A;
    constexpr vector<"u", "m"> u;
    p.body.paragraph(prose("The Jacobian of ") + shown(c*x) + " is a multiple of the identity, so that J·v and its transpose times v agree; that of " + shown(A*x) +
                     " is A, and they do not even have one shape.");
    buffer<buffer<prose>> rows;
    rows.push(cells(shown(c*x), shown(diff(c*x, x)), shown(jvp(c*x, x, v)), shown(gradient(dot(v, c*x), wrt(x))[x])));
    rows.push(cells(shown(A*x), shown(diff(A*x, x)), shown(jvp(A*x, x, v)), shown(gradient(dot(u, A*x), wrt(x))[x])));
    rows.push(cells(shown(sigmoid(A*x)), shown(diff(sigmoid(A*x), x)), shown(jvp(sigmoid(A*x), x, v)), shown(gradient(dot(u, sigmoid(A*x)), wrt(x))[x])));
    p.body.table("Functions of a vector", cells("function", "Jacobian J", "jvp: J·v", "vjp: transposed J times v or u"), rows);
    p.body.heading(3, "The Jacobian of a layer, step by step").append(written_out(derivation(sigmoid(A*x), x)));

    Eigen::VectorXd const at = Eigen::Vector3d(0.5, -1.25, 0.75), along = Eigen::Vector3d(0.1, 1, 0.0001);
    double doubled = 2;
    while ((doubled*at).norm() < 1000) doubled *= 2;
    Eigen::VectorXd const forward = evaluate(jvp(c*x, x, v), c = doubled, v = along, x = at);
    Eigen::VectorXd const backward = evaluate(gradient(dot(v, c*x), wrt(x))[x], c = doubled, v = along, x = at);
    p.figure(shown_name("c"), "1024", doubled);
    char const* const theirs[] = {"102.4", "1024", "0.1024"};
    for (int k = 0; k < 3; ++k) p.figure("J·v", theirs[k], forward[k]);
    for (int k = 0; k < 3; ++k) p.figure("transposed J times v", theirs[k], backward[k]);
    p.finish();
    return p;
}

lesson::page lesson::least_squares() {
    page p("L14", "least squares and the normal equations", "page/matrices.cpp");
    constexpr matrix<"X", "N", "d"> X;
    constexpr vector<"b", "d"> b;
    constexpr vector<"t", "N"> t;
    constexpr auto loss = let<"L">(pow<2>(norm2(let<"r">(X*b - t))));
    constexpr auto g = gradient(loss, wrt(b));
    static_assert(expand(g[b]) == expand(2_c*(transpose(X)*X*b - transpose(X)*t)));
    p.body.paragraph("A line through the points (1, 6), (2, 5), (3, 7), (4, 10): b holds intercept and slope, X a column of ones and one of places.");
    auto const by_hand = backpropagation(loss, wrt(b))(X = {{1, 1}, {1, 2}, {1, 3}, {1, 4}}, b = {0, 0}, t = {6, 5, 7, 10});
    work_out(p, loss, b, wrt(b), by_hand);
    constexpr auto solution = solve(transpose(X)*X, transpose(X)*t);
    p.body.heading(3, "The normal equations").paragraph(prose("The gradient is 0 where ") + shown(transpose(X)*X*b) + " = " + shown(transpose(X)*t) +
                                                        ": the compiler proves that the gradient is twice their difference. So b is " + shown(solution) + "; the Hessian is " +
                                                        shown(hessian(loss, wrt(b))(b, b)) + ". There the adjoint of b is 0, whatever t is.");
    constexpr auto at_best = let<"L">(pow<2>(norm2(let<"r">(X*let<"b">(solution) - t))));
    auto const best = backpropagation(at_best, wrt(t))(X = {{1, 1}, {1, 2}, {1, 3}, {1, 4}}, t = {6, 5, 7, 10});
    p.body.append(written_out(best));
    p.figure(shown_name("L"), "210", value_of(by_hand.forward.back().value(0, 0)));
    figures(p, "L", "b", by_hand.gradient[0], {"-56", "-154"});
    p.figure(prose("the formula of ") + shown_ratio("L", "b"), "2·Xᵀ·r", last_line(derivation(loss, b)));
    p.figure("intercept", "3.5", value_of(best.forward[0].value(0, 0)));
    p.figure("slope", "1.4", value_of(best.forward[0].value(1, 0)));
    p.figure(prose("least ") + shown_name("L"), "4.2", value_of(best.forward.back().value(0, 0)));
    p.finish();
    return p;
}

lesson::page lesson::kalman() {
    page p("L15", "the innovation of a Kalman filter", "page/matrices.cpp");
    constexpr matrix<"H", "m", "n"> H;
    constexpr symmetric<"P", "n"> P;
    constexpr symmetric<"R", "m"> R;
    constexpr vector<"z", "m"> z;
    constexpr auto r = let<"r">(z - H*x);
    constexpr auto S = let<"S">(H*P*transpose(H) + R);
    constexpr auto loss = let<"L">((dot(r, solve(S, r)) + logdet(S))/2_c);
    p.body.paragraph(prose("A state x with covariance P is measured as z = Hx with noise of covariance R. The innovation r has the covariance S, and L is the "
                           "negative logarithm of its likelihood, but for a constant."));
    auto const by_hand = backpropagation(loss, wrt(x, R))(H = {{1.0, 1.0}, {0.0, 1.0}}, P = {{2.0, 0.0}, {0.0, 1.0}}, R = {{1.0, 0.0}, {0.0, 1.0}}, x = {1.0, 1.0},
                                                         z = {3.0, 2.0});
    work_out(p, loss, R, wrt(x, R), by_hand);
    p.body.paragraph(prose("The derivative by x is ") + shown(gradient(loss, wrt(x))[x]) + "; the gain of the filter takes this innovation to the state: x + " +
                     shown(P*transpose(H)*solve(S, r)) + ".");
    p.figure(shown_name("L"), "1.2586693602", value_of(by_hand.forward.back().value(0, 0)));
    figures(p, "L", "x", by_hand.gradient[0], {"-0.1428571429", "-0.5714285714"});
    p.figure(prose("the formula of ") + shown_ratio("L", "x"), "−Hᵀ·S⁻¹·r", last_line(derivation(loss, x)));
    figures(p, "L", "R", by_hand.gradient[1], {"0.1326530612", "-0.1020408163", "-0.1020408163", "0.1938775510"});
    p.finish();
    return p;
}
