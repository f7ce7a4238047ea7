// Values of models of vectors and matrices that are read at run time: those of compiled models, and a sentence for what does not fit.
#include "../catch.hpp"
#include "../complaint.hpp"
#include "../static/user_functions.hpp"

#include <leibniz/eigen/parse_matrices.hpp>

#include <sstream>
#include <string>
#include <vector>

using namespace leibniz;

namespace {

constexpr matrix<"W", "m", "n"> W;
constexpr matrix<"x", "n", 1> x;
constexpr matrix<"y", "m", 1> y;
constexpr matrix<"D", "m", "n"> D;
constexpr symbol<"c"> c;
shapes const known{{"W", "m", "n"}, {"x", "n"}, {"y", "m"}, {"X", "n", "n"}, {"K", "n", "n", shape::symmetric}, {"A", 3, "n"}, {"b", 3}};

model read(std::string const& text) { return parse(text, known); }

Eigen::MatrixXd const w = Eigen::MatrixXd::Random(4, 3);
Eigen::VectorXd const u = Eigen::VectorXd::Random(3), v = Eigen::VectorXd::Random(4);

template <class Value>
std::string streamed(Value const& value) {
    std::ostringstream out;
    out << value;
    return out.str();
}

}  // namespace

TEST_CASE("a model that is read has the values of one that is compiled") {
    model const m = read("norm2(tanh(W*x) - y)^2 + c*sum(exp(x))");
    constexpr auto loss = pow<2>(norm2(tanh(W*x) - y)) + c*sum(exp(x));
    auto const [value, slopes] = evaluate(outputs(loss, gradient(loss, wrt(W, x, c))), W = w, x = u, y = v, c = 0.5);
    auto const all = evaluate(outputs(m, gradient(m, {"W", "x", "c"})), bind("W", w), bind("x", u), bind("y", v), bind("c", 0.5));
    REQUIRE(all.size() == 4);
    CHECK(all[0] == Approx(value));
    CHECK((all[1] - slopes[W]).norm() < 1e-14);
    CHECK((all[2] - slopes[x]).norm() < 1e-14);
    CHECK(all[3] == Approx(slopes[c]));
    CHECK((evaluate(m, W = w, x = u, y = v, c = 0.5)[0] - value) == Approx(0.0).margin(1e-14));  // bound by symbol, too

    double const number = evaluate(m, bind("W", w), bind("x", u), bind("y", v), bind("c", 0.5));
    Eigen::MatrixXd const by_W = evaluate(diff(m, "W"), bind("W", w), bind("x", u), bind("y", v));
    Eigen::VectorXd const by_x = evaluate(diff(m, "x"), bind("W", w), bind("x", u), bind("y", v), bind("c", 0.5));
    Eigen::ArrayXd const entries = evaluate(diff(m, "x"), bind("W", w), bind("x", u), bind("y", v), bind("c", 0.5));
    CHECK(number == Approx(value));
    CHECK((by_W - slopes[W]).norm() < 1e-14);
    CHECK((by_x - slopes[x]).norm() < 1e-14);
    CHECK((entries.matrix() - slopes[x]).norm() < 1e-14);
}

TEST_CASE("results are matrices of Eigen beside others, and a number where they have one entry") {
    Eigen::MatrixXd const ones = Eigen::MatrixXd::Ones(2, 3);
    auto const all = evaluate(outputs(read("W*x"), read("2*W"), read("sum(W)")), bind("W", ones), bind("x", Eigen::VectorXd(Eigen::VectorXd::Ones(3))));
    CHECK(streamed(all) == "3\n3\n2 2 2\n2 2 2\n6");
    CHECK(streamed(all[1]) == "2 2 2\n2 2 2");
    CHECK((2*all[1] - all[1]*2.0).norm() == 0);
    CHECK((ones + all[1]).sum() == 18);
    CHECK((all[1]*Eigen::VectorXd::Ones(3)).sum() == 12);
    CHECK(all[2] + 1 == 7);
    CHECK(complaint<std::logic_error>([&] { static_cast<void>(static_cast<double>(all[1])); }) == "evaluate: this result is 2 x 3; assign it to an Eigen matrix");
    CHECK(complaint<std::logic_error>([&] { static_cast<void>(static_cast<double>(all)); }) == "evaluate: the model has several formulas; index its values");
    CHECK(complaint<std::out_of_range>([&] { all[3]; }) == "evaluate: there is no result 3; they are numbered from 0 to 2");
    CHECK(complaint<std::logic_error>([&] { Eigen::VectorXd const slope = evaluate(read("2*W"), bind("W", ones)); }) ==
          "evaluate: the result is 2 x 3; assign it to an Eigen matrix of that shape");
}

TEST_CASE("a vector that is bound to a matrix varies by row; a workspace keeps programs and memory") {
    model const loss = read("mean(norm2(tanh(W*x) - y)^2)"), one = read("norm2(tanh(W*x) - y)^2"), slope = gradient(loss, {"W"});
    Eigen::MatrixXd const rows = Eigen::MatrixXd::Random(7, 3), shown = Eigen::MatrixXd::Random(7, 4);
    workspace<double> memory;
    for (int turn = 0; turn < 2; ++turn) {
        double total = 0;
        Eigen::MatrixXd slopes = Eigen::MatrixXd::Zero(4, 3), batch;
        for (int k = 0; k < 7; ++k) {
            Eigen::VectorXd const in = rows.row(k), out = shown.row(k);
            total += evaluate(one, memory, bind("W", w), bind("x", in), bind("y", out));
            slopes += evaluate(slope, memory, bind("W", w), bind("x", in), bind("y", out))[0];
        }
        double value = 0;
        evaluate_into(value, loss, memory, bind("W", w), bind("x", rows), bind("y", shown));
        evaluate_into(batch, slope, memory, bind("W", w), bind("x", rows), bind("y", shown));
        CHECK(value == Approx(total/7));
        CHECK((batch - slopes/7).norm() < 1e-14);
    }
    Eigen::VectorXd const by_row = evaluate(one, memory, bind("W", w), bind("x", rows), bind("y", shown));
    CHECK(by_row.size() == 7);
    CHECK(memory.programs().size() == 5);
    for (int k = 0; k < 200; ++k)
        CHECK(static_cast<double>(evaluate(read("sum(x) + " + std::to_string(k)), memory, bind("x", u))) == Approx(u.sum() + k));
    CHECK(memory.programs().size() <= 64);
}

TEST_CASE("values of every storage, of float, and results that are written into blocks") {
    model const m = read("W*x + y");
    Eigen::VectorXd const right = w*u + v;
    Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> const turned = w;
    Eigen::MatrixXd const large = Eigen::MatrixXd::Random(9, 9);
    Eigen::Map<Eigen::MatrixXd const> const map(w.data(), 4, 3);
    workspace<double> memory;
    Eigen::VectorXd found;
    for (int k = 0; k < 2; ++k) {
        evaluate_into(found, m, memory, bind("W", turned), bind("x", u), bind("y", v));
        CHECK((found - right).norm() < 1e-14);
        evaluate_into(found, m, memory, bind("W", map), bind("x", u), bind("y", v));
        CHECK((found - right).norm() < 1e-14);
        evaluate_into(found, m, memory, bind("W", large.block(2, 3, 4, 3)), bind("x", u), bind("y", v + v));
        CHECK((found - large.block(2, 3, 4, 3)*u - 2*v).norm() < 1e-14);
    }
    Eigen::MatrixXd table = Eigen::MatrixXd::Zero(5, 4);
    evaluate_into(table.row(1).transpose(), m, memory, bind("W", w), bind("x", u), bind("y", v));
    CHECK((table.row(1).transpose() - right).norm() < 1e-14);
    auto all = evaluate(outputs(m, read("sum(W)")), memory, bind("W", w), bind("x", u), bind("y", v));
    evaluate_into(all, outputs(m, read("sum(W)")), memory, bind("W", w), bind("x", u), bind("y", v));
    CHECK(all[1] == Approx(w.sum()));

    Eigen::MatrixXf const single = w.cast<float>();
    auto const of_floats = evaluate(read("sum(W)"), bind("W", single));
    STATIC_REQUIRE(std::is_same_v<decltype(of_floats), model_matrices<float> const>);
    CHECK(of_floats[0] == Approx(single.sum()));

    std::vector<named_binding<Eigen::MatrixXd>> const list{{"W", w}, {"x", u}, {"y", v}};
    CHECK((evaluate(m, list)[0] - right).norm() < 1e-14);
    CHECK((evaluate(m, memory, list)[0] - right).norm() < 1e-14);
}

TEST_CASE("models of numbers have the values that columns give them") {
    Eigen::VectorXd const xs = Eigen::VectorXd::LinSpaced(9, -2, 2);
    for (char const* formula : {"exp(a*x)/(1 + x^2)", "mean((a*x - 1)^2)", "where(x > 0, x, a*x)", "a*log(1 + exp(x)) + erf(x)", "a*max(x, 0)^2 + sum(x)*x", "hypot(a, x) + mod(x, 1)", "betainc(a, 3, 1/(1 + x^2))"}) {
        INFO(formula);
        Eigen::ArrayXd const columns = evaluate(parse(formula), bind("a", 0.7), bind("x", xs.array()))[0];
        Eigen::MatrixXd const vectors = evaluate(parse(formula), bind("a", 0.7), bind("x", xs))[0];
        for (Eigen::Index k = 0; k < vectors.size(); ++k) CHECK(vectors(k) == Approx(columns(k)).epsilon(1e-13));
    }
}

TEST_CASE("products with Jacobians and Hessians of models that are read") {
    CHECK(text(jvp(read("tanh(W*x)"), "W", "D")) == text(jvp(tanh(W*x), W, D)));
    CHECK(text(hvp(read("norm2(W*x)^2"), "x", "v")) == "2*W'*W*v");
    CHECK(text(vjp(read("W*x"), "W", "u")) == "u*x'");
    CHECK(text(vjp(parse("W*W'", shapes{{"W", "n", "k"}}), "W", "U")) == "U*W + U'*W");  // U is not symmetric
    CHECK(text(hvp(read("logdet(K)"), "K", "V")) == "-inv(K)*V*inv(K)");
    CHECK(streamed(jvp(outputs(read("W*x"), read("y'*y")), "W", "V")) == "jvp(f1, W, V) = V*x\njvp(f2, W, V) = 0");
    CHECK(text(jvp(read("W*x"), "x", "x")) == "W*x");
    CHECK(text(jvp(read("W*x"), "q", "v")) == "zeros(m, 1)");
    CHECK(text(hvp(read("norm2(x)"), "q", "v")) == "0");
    CHECK(text(vjp(read("norm2(x)"), "q", "v")) == "0");
    CHECK(text(vjp(read("norm2(x)^2"), "x", "k")) == "2*k*x");
    CHECK(text(hvp(parse("a^3*b"), "a", "v")) == "6*a*b*v");
    CHECK(text(jvp(parse("sin(a)"), "a", "v")) == "v*cos(a)");
    CHECK(text(vjp(parse("sin(a)"), "a", "v")) == "v*cos(a)");

    model const m = read("logsumexp(W*x) + norm2(x)^4");
    model const hessian_by_x = hessian(m, {"x"});
    Eigen::VectorXd const along = Eigen::VectorXd::Random(3);
    Eigen::MatrixXd const h = evaluate(hessian_by_x, bind("W", w), bind("x", u));
    Eigen::VectorXd const product = evaluate(hvp(m, "x", "v"), bind("W", w), bind("x", u), bind("v", along));
    CHECK((h*along - product).norm() < 1e-12);

    CHECK(complaint<std::domain_error>([] { jvp(read("W*x + y"), "x", "y"); }).starts_with("+: vectors and matrices that are added must have the same dimensions"));
    CHECK(complaint<std::domain_error>([] { hvp(read("W*x"), "x", "v"); }).starts_with("gradient: of a number"));
    CHECK(refusal([] { jvp(read("W*x"), "x", "2"); }) == "jvp: a direction is a name, such as \"v\"");
    CHECK(refusal([] { jvp(parse("mean(s)", {.columns = {"s"}}), "s", "v"); }) == "jvp: along symbols, vectors and matrices; s is a column");
}

TEST_CASE("what does not fit is said in one sentence") {
    model const m = read("c*norm2(W*x - y)^2");
    workspace<double> memory;
    auto const says = [&](std::string const& sentence, auto const& call) {
        CHECK(refusal(call) == sentence);
        CHECK_NOTHROW(evaluate(m, memory, bind("W", w), bind("x", u), bind("y", v), bind("c", 1.0)));  // and goes on
    };
    says("evaluate: W, which is m x n, has no value; add bind(\"W\", v), v an Eigen matrix", [&] { evaluate(m, memory, bind("x", u), bind("y", v), bind("c", 1.0)); });
    says("evaluate: x, which is n x 1, has no value; add bind(\"x\", v), v an Eigen vector", [&] { evaluate(m, memory, bind("W", w), bind("y", v), bind("c", 1.0)); });
    says("evaluate: the symbol c has no value; add bind(\"c\", 2.0)", [&] { evaluate(m, memory, bind("W", w), bind("x", u), bind("y", v)); });
    says("evaluate: the formula has no symbol q", [&] { evaluate(m, memory, bind("W", w), bind("x", u), bind("y", v), bind("c", 1.0), bind("q", v)); });
    says("evaluate: the formula has no symbol n", [&] { evaluate(m, memory, bind("W", w), bind("x", u), bind("y", v), bind("c", 1.0), bind("n", 3)); });
    says("evaluate: y is bound twice", [&] { evaluate(m, memory, bind("W", w), bind("x", u), bind("y", v), bind("c", 1.0), bind("y", v)); });
    says("evaluate: x, which is n x 1, is bound to a number; bind an Eigen vector", [&] { evaluate(m, memory, bind("W", w), bind("x", 1.0), bind("y", v), bind("c", 1.0)); });
    says("evaluate: W, which is m x n, is bound to a number; bind an Eigen matrix", [&] { evaluate(m, memory, bind("W", 1), bind("x", u), bind("y", v), bind("c", 1.0)); });
    says("evaluate: x has 4 rows, but n is 3 (bound by W)", [&] { evaluate(m, memory, bind("W", w), bind("x", v), bind("y", v), bind("c", 1.0)); });
    says("evaluate: A has 4 rows, but the model says 3", [&] { evaluate(read("sum(A)"), memory, bind("A", w)); });
    says("evaluate: nothing that is bound says how large n is", [&] { evaluate(read("sum(ones(n)) + c"), memory, bind("c", 1.0)); });
    says("jvp: the direction needs another name: n is a size of this model", [&] { jvp(parse("x'*x*n", shapes{{"x", "n"}}), "x", "n"); });
    says("evaluate_into: the model has 2 formulas; write into what evaluate returned", [&] {
        double value = 0;
        evaluate_into(value, outputs(read("sum(W)"), read("c")), memory, bind("W", w), bind("c", 1.0));
    });
    says("evaluate_into: the result has 4 x 3 entries, the matrix to write into has 1 x 1", [&] {
        double value = 0;
        evaluate_into(value, read("2*W"), memory, bind("W", w));
    });
    says("evaluate_into: the result would overwrite W, which is bound; write into another matrix", [&] {
        Eigen::MatrixXd table = w;
        evaluate_into(table, read("2*W"), memory, bind("W", table));
    });
    Eigen::MatrixXd const rows = Eigen::MatrixXd::Random(5, 3);
    says("evaluate: y has 4 rows, but the number of rows is 5 (bound by x)", [&] { evaluate(read("mean(x'*W'*y)"), memory, bind("x", rows), bind("W", w), bind("y", w)); });
    CHECK(complaint<std::domain_error>([&] { evaluate(read("mean(logdet(X + diag(x)))"), memory, bind("X", w), bind("x", rows)); }) ==
          "evaluate: a matrix that varies by row other than as u*v' cannot be summed over rows; bind one sample at a time");
    CHECK(complaint<std::domain_error>([&] { evaluate(parse<user::witch>("sum(witch(W))", known), bind("W", w)); }) ==
          "evaluate: witch is no function of the library; write the model in the program");
    CHECK(complaint<std::domain_error>([&] { evaluate(m, bind("c", 1.0)); }).starts_with("evaluate: the model has vectors or matrices; bind Eigen's"));
}
