// Models of vectors and matrices that are read at run time.
#include "../catch.hpp"
#include "../complaint.hpp"

#include <leibniz/matrix.hpp>
#include <leibniz/parse/matrices.hpp>
#include <leibniz/parse/model_derivation.hpp>
#include <leibniz/parse/model_notation.hpp>

#include <stdexcept>
#include <string>

using namespace leibniz;

namespace {

shapes const known{{"W", "m", "n"}, {"x", "n"}, {"y", "m"}, {"K", "n", "n", shape::symmetric}, {"X", "n", "n"}, {"A", 3, "m"}};

model read(std::string const& text) { return parse(text, known); }
std::string complaint_about(std::string const& text) {
    return complaint<syntax_error>([&] { read(text); });
}

}  // namespace

TEST_CASE("models of matrices at run time are those of compile time") {
    constexpr matrix<"W", "m", "n"> W;
    constexpr vector<"x", "n"> x;
    constexpr vector<"y", "m"> y;
    constexpr auto loss = pow<2>(norm2(W * x - y));
    model const m = read("norm2(W*x - y)^2");
    CHECK(text(m) == text(loss));
    CHECK(m.symbols() == std::vector<std::string>{"W", "x", "y"});
    CHECK(free_symbols(m) == std::vector<std::string>{"W", "x", "y"});
    CHECK(text(gradient(m, {"W", "x"}), 0) == text(gradient(loss, wrt(W))[W]));
    CHECK(text(gradient(m, {"W", "x"}), 1) == text(gradient(loss, wrt(x))[x]));
    CHECK(text(diff(m, "W")) == "2*(W*x - y)*x'");
    CHECK(text(diff(m, "x", 2)) == "2*W'*W");
    CHECK(text(expand(m)) == "x'*W'*W*x - 2*y'*W*x + norm2(y)^2");
    CHECK(text(expand(diff(m, "y"))) == "2*y - 2*W*x");
    CHECK(unicode(diff(m, "W")) == unicode(gradient(loss, wrt(W))[W]));
    CHECK(latex(m) == latex(loss));
    CHECK(mathml(m) == mathml(loss));
    CHECK(python(diff(m, "W")) == "2*np.outer(W @ x - y, x)");
    CHECK(sympy(m) == sympy(loss));
    CHECK(json(m) == json(loss));
    CHECK(dot(m) == dot(loss));
}

TEST_CASE("Jacobians and Hessians of models of matrices") {
    CHECK(text(jacobian(read("sigmoid(W*x)"), {"x"})) == "diag(sigmoid(W*x).*(1 - sigmoid(W*x)))*W");
    model const h = hessian(read("norm2(W*x - y)^2"), {"x", "y"});
    CHECK(h.size() == 4);
    CHECK(text(h, 0) == "2*W'*W");
    CHECK(text(h, 1) == "-2*W'");
    CHECK(text(h, 2) == "-2*W");
    CHECK(text(h, 3) == "2*eye(m)");
    CHECK(text(diff(read("logdet(K) + x'*inv(K)*x"), "K")) == "inv(K) - inv(K)*x*x'*inv(K)");
}

TEST_CASE("models of matrices are compared by their form and read back") {
    CHECK(read("x'*X*x") == read("(X'*x)'*x"));
    CHECK(!(read("X*x") == read("X'*x")));
    CHECK(read("K*x") == read("K'*x"));
    for (char const* formula : {"(W*x - y)'*W", "X.^2.*K", "tr(K*X*X)", "eye(n) - ones(n)*x'/n", "A*y + 2*c", "x./norm2(x)", "softmax(W*x)'*y", "max(x, 0)", "det(X)^2 + c^n", "sum(x)/n"}) {
        INFO(formula);
        CHECK(read(text(read(formula))) == read(formula));
    }
    CHECK(text(outputs(read("W*x"), read("y"))) == "W*x");
    CHECK(text(parse("k := W*x; k'*k", known)) == "x'*W'*W*x");
}

TEST_CASE("shared parts of models of matrices have lines of their own and read back") {
    model const m = read("h := sigmoid(W*x + y); norm2(A*h)^2 + norm1(h)");
    CHECK(text(shared(m)) == "h = sigmoid(W*x + y)\nh'*A'*A*h + sum(abs(h))");
    CHECK(parse(text(shared(m)), known) == m);
    std::string const slopes = text(shared(gradient(m, {"W", "A"})));
    CHECK(slopes == "h = sigmoid(W*x + y)\nd/dW = (h.*(1 - h).*(2*A'*A*h + sign(h)))*x'\nd/dA = 2*A*h*h'");
    for (char const* formula : {"inv(X)*x + inv(X)*x*x'*inv(X)*x", "(W*x - y)'*(W*x - y)*norm2(W*x - y)", "tr(inv(K)*X)*det(inv(K)*X + eye(n))"}) {
        INFO(formula);
        CHECK(parse(text(shared(read(formula))), known) == read(formula));
    }
}

TEST_CASE("formulas of matrices that are nested deeply are written in steps that do not double at each level") {
    for (std::string const before : {"x.*(u + ", "x*sum(exp(", "(x'*(X + (u'*", "X*(u + ", "inv(X + X*diag("}) {
        std::string const after = before.ends_with("exp(") ? "))" : before.ends_with("u'*") ? ")*X)*u)*x" : before.ends_with("diag(") ? "))*x" : ")";
        std::string formula = "x";
        for (int k = 0; k < 60; ++k) formula = before + formula + after;
        model const m = parse(formula, shapes{{"x", "n"}, {"u", "n"}, {"X", "n", "n"}});
        INFO(before);
        CHECK(parse(text(m), shapes{{"x", "n"}, {"u", "n"}, {"X", "n", "n"}}) == m);
        CHECK(latex(m).size() > 300);
        CHECK(python(m).size() > 300);
    }
    std::string sum = "x";
    for (int k = 0; k < 50'000; ++k) sum += "+x";
    CHECK(complaint([&] { read(sum + "+X"); }).find("+: vectors and matrices that are added must have the same dimensions") != std::string::npos);
}

TEST_CASE("what does not fit is said with its place") {
    CHECK(complaint_about("norm2(W*y - x)^2") ==
          "formula: at character 7: *: the columns of the left factor must be the rows of the right one; transpose one of them, or give both dimensions one name "
          "(W is m x n, y is m x 1)\n  norm2(W*y - x)^2\n        ^^^");
    CHECK(complaint_about("1 + x'*(x + 2*(x + y))").starts_with("formula: at character 16: +: vectors and matrices that are added must have the same dimensions"));
    CHECK(complaint_about("X^2") == "formula: at character 1: ^: of a matrix; write A*A, or A.^2 entry by entry (X is n x n)\n  X^2\n  ^");
    CHECK(complaint_about("c*2^x").starts_with("formula: at character 5: ^: of a matrix"));
    CHECK(complaint_about("pow(x, 2)").starts_with("formula: at character 5: ^: of a matrix"));
    CHECK(complaint_about("x.*(A*W)").find("(x is n x 1, A*W is 3 x n)") != std::string::npos);
    CHECK(complaint_about("W/X").starts_with("formula: at character 1: /: one divides by numbers"));
    CHECK(complaint_about("2*tr(W)").starts_with("formula: at character 6: det, logdet, inv, solve, tr: the matrix is not square"));
    CHECK(complaint_about("diag(W)").starts_with("formula: at character 6: diag, softmax, logsumexp: of a vector"));
    CHECK(complaint_about("diagonal(W)").starts_with("formula: at character 10: diagonal: of a square matrix"));
    CHECK(complaint_about("norm2(W*x").starts_with("formula: at character 1: the bracket opened here is not closed"));
}

TEST_CASE("derivatives that are no matrices are refused at run time") {
    CHECK(complaint<std::domain_error>([] { gradient(read("W*x"), {"x"}); }).ends_with("a loss such as norm2(W*x - y) (W*x is m x 1)"));
    CHECK(complaint<std::domain_error>([] { diff(read("W*x"), "W"); }).starts_with("diff, hessian: this derivative has more than two indices"));
    CHECK(complaint<std::domain_error>([] { hessian(read("norm2(W*x)^2"), {"W"}); }).starts_with("diff, hessian: this derivative has more than two indices"));
}

TEST_CASE("what is of numbers refuses matrices in one sentence") {
    model const m = read("norm2(W*x - y)^2");
    std::string const sentence = ": of numbers; formulas of vectors and matrices that are read at run time have printed forms, ==, expand and derivatives";
    auto const refuses = [&](std::string const& what, auto const& call) {
        INFO(what);
        CHECK(complaint<std::domain_error>(call) == what + sentence);
    };
    CHECK(complaint<std::domain_error>([&] { evaluate(m, bind("x", 1.0)); }) ==
          "evaluate: the model has vectors or matrices; bind Eigen's, with #include <leibniz/eigen/parse_matrices.hpp>");
    refuses("c_code", [&] { c_code(m); });
    refuses("operations", [&] { operations(m); });
    refuses("derivation", [&] { derivation(m, "x"); });
    refuses("assumptions", [&] { assumptions(m); });
    refuses("equivalent", [&] { equivalent(m, parse("c")); });
    refuses("simplify", [&] { simplify(m); });
    refuses("degree", [&] { degree(m, "x"); });
    refuses("substitute", [&] { substitute(parse("c"), bind("c", m)); });
    CHECK(complaint<std::domain_error>([] { python(shared(diff(read("mean(norm2(W*x))"), "W"))); }).starts_with("shared: a function or a sum over rows"));
    CHECK(complaint<std::domain_error>([] { python(diff(read("mean(norm2(W*x))"), "W")); }).starts_with("notation: a function or a sum over rows"));
}

TEST_CASE("shapes that are none are refused") {
    CHECK(complaint<std::invalid_argument>([] { parse("x", shapes{{"x", 0}}); }).starts_with("shapes: a dimension of x is a name or a number from 1 on"));
    CHECK(complaint<std::invalid_argument>([] { parse("x", shapes{{"x", "2n"}}); }).starts_with("shapes: a dimension of x"));
    CHECK(complaint<std::invalid_argument>([] { parse("x", shapes{{"x", "n"}, {"x", "m"}}); }) == "shapes: x has two shapes");
    CHECK(complaint<std::invalid_argument>([] { parse("x", shapes{{"x", "n", "m", shape::symmetric}}); }) == "shapes: x is symmetric; its rows and columns need one name or number");
}
