// What a hand calculation with vectors and matrices prints, and that its numbers are those of the same calculation in numbers.
#include "../catch.hpp"
#include "../../examples/lessons/network.hpp"

#include <leibniz/document/matrix.hpp>

#include <array>
#include <sstream>

using namespace leibniz;

namespace {

std::string streamed(auto const& what) {
    std::ostringstream out;
    out << what;
    return out.str();
}

bool has_text(auto const& page, char const* part) { return page.view().find(part) != text_view::npos; }

constexpr matrix<"W", "m", "n"> W;
constexpr leibniz::vector<"x", "n"> x;
constexpr leibniz::vector<"y", "m"> y;
constexpr matrix<"A", 2, 2> A;
constexpr leibniz::vector<"b", 2> b;
constexpr symbol<"c"> c;

}  // namespace

TEST_CASE("Every operation is a step; adjoints go back", "[matrix_backpropagation]") {
    auto const calculation = backpropagation(pow<2>(norm2(W*x - y)), wrt(W)).update(0.1_c)(W = {{1, 2}, {3, 4}}, x = {1, 1}, y = {2, 5});
    CHECK(streamed(calculation) ==
          "forward\n"
          "  u1 = W*x         = [1 2; 3 4]*[1; 1] = [3; 7]\n"
          "  u2 = u1 - y      = [3; 7] - [2; 5] = [1; 2]\n"
          "  L  = norm2(u2)^2 = norm2([1; 2])^2 = 5\n"
          "backward (∂L/∂u written u\u0304)\n"
          "  L\u0304  = 1\n"
          "  u\u03042 = 2*L\u0304*u2 = 2*1*[1; 2] = [2; 4]\n"
          "  u\u03041 = u\u03042     = [2; 4]\n"
          "  W\u0304  = u\u03041*x'  = [2; 4]*[1 1] = [2 2; 4 4]\n"
          "update\n"
          "  new W = W - 0.1*W\u0304 = [1 2; 3 4] - 0.1*[2 2; 4 4] = [0.8 1.8; 2.6 3.6]\n");
    CHECK(calculation.gradient.size() == 1);
    CHECK(calculation.gradient[0](1, 0) == 4);
}

TEST_CASE("Inverses, determinants and fractions are exact", "[matrix_backpropagation]") {
    CHECK(streamed(backpropagation(dot(b, solve(A, b)), wrt(A, b))(A = {{2, 1}, {1, 3}}, b = {1, -1})) ==
          "forward\n"
          "  u1 = inv(A)*b = inv([2 1; 1 3])*[1; -1] = [0.8; -0.6]\n"
          "  L  = b'*u1    = [1 -1]*[0.8; -0.6] = 1.4\n"
          "backward (∂L/∂u written u\u0304)\n"
          "  L\u0304  = 1\n"
          "  u\u03041 = L\u0304*b                    = 1*[1; -1] = [1; -1]\n"
          "  A\u0304  = -inv(A)'*u\u03041*b'*inv(A)' = -inv([2 1; 1 3])'*[1; -1]*[1 -1]*inv([2 1; 1 3])' = [-0.64 0.48; 0.48 -0.36]\n"
          "  b\u0304  = L\u0304*u1 + inv(A)'*u\u03041      = 1*[0.8; -0.6] + inv([2 1; 1 3])'*[1; -1] = [1.6; -1.2]\n");
    auto const determinant = backpropagation(det(A)*c, wrt(A, c))(A = {{0, 2}, {3, 1}}, c = constant<1, 7>{});
    CHECK(determinant.forward.back().value(0, 0) == rational(-6, 7));
    CHECK(determinant.gradient[0](0, 1) == rational(-3, 7));
    CHECK(determinant.gradient[1](0, 0) == -6);
    auto const fractions = backpropagation(sum(pow<3>(b)/c), wrt(b, c))(b = {rational(1, 2), rational(-2, 3)}, c = -3);
    CHECK(streamed(fractions) ==
          "forward\n"
          "  u1 = b.^3    = [0.5; -2/3].^3 = [0.125; -8/27]\n"
          "  u2 = u1/c    = [0.125; -8/27]/(-3) = [-1/24; 8/81]\n"
          "  L  = sum(u2) = sum([-1/24; 8/81]) = 37/648\n"
          "backward (∂L/∂u written u\u0304)\n"
          "  L\u0304  = 1\n"
          "  u\u03042 = L\u0304*ones(2)   = 1*ones(2) = [1; 1]\n"
          "  u\u03041 = u\u03042/c        = [1; 1]/(-3) = [-1/3; -1/3]\n"
          "  b\u0304  = 3*b.^2.*u\u03041  = 3*[0.5; -2/3].^2.*[-1/3; -1/3] = [-0.25; -4/9]\n"
          "  c\u0304  = -u1'*u\u03042/c^2 = -[0.125 -8/27]*[1; 1]/(-3)^2 = 37/1944\n");
}

TEST_CASE("The exact inverse of a singular matrix has no value", "[matrix_backpropagation]") {
    auto const calculation = backpropagation(dot(b, solve(A, b)), wrt(A)).update(1_c)(A = {{1, 1}, {1, 1}}, b = {1, 2});
    CHECK(streamed(calculation) ==
          "forward\n"
          "  u1 = inv(A)*b = inv([1 1; 1 1])*[1; 2] = no value: the matrix is singular\n"
          "  L  = b'*u1    = [1 2]*(no value: the matrix is singular) = no value: the matrix is singular\n"
          "backward (∂L/∂u written u\u0304)\n"
          "  L\u0304  = 1\n"
          "  u\u03041 = L\u0304*b                    = 1*[1; 2] = [1; 2]\n"
          "  A\u0304  = -inv(A)'*u\u03041*b'*inv(A)' = -inv([1 1; 1 1])'*[1; 2]*[1 2]*inv([1 1; 1 1])' = no value: the matrix is singular\n"
          "update\n"
          "  new A = A - 1*A\u0304 = [1 1; 1 1] - 1*(no value: the matrix is singular) = no value: the matrix is singular\n");
    CHECK(has_text(latex(written_out(calculation)), "= \\text{no value: the matrix is singular}"));
    CHECK(has_text(html(written_out(calculation)), "<mtext>no value: the matrix is singular</mtext>"));
    auto const determinant = streamed(backpropagation(det(A), wrt(A))(A = {{1, 1}, {1, 1}}));
    CHECK(determinant.find("  L = det(A) = det([1 1; 1 1]) = 0\n") != std::string::npos);
    CHECK(determinant.find("inv([1 1; 1 1])' = no value: the matrix is singular\n") != std::string::npos);
    auto const large = backpropagation(det(A), wrt(A))(A = {{1LL << 62, 1LL}, {1LL, 1LL << 62}});
    CHECK(streamed(large).find("singular") == std::string::npos);
}

TEST_CASE("Numbers of several types in braces have a common one; derivatives are printed", "[matrix_backpropagation]") {
    auto const work = backpropagation(pow<2>(norm2(A*b - c)), wrt(A, b));
    auto const real = work(A = {{1, 2}, {3, 4}}, b = {1, 2.5}, c = 1);
    static_assert(std::same_as<decltype(real)::number, double>);
    CHECK(streamed(real[A]) == "[10 25; 24 60]");
    CHECK(streamed(real[b]) == "[82; 116]");
    CHECK(work(A = {{1, 2.0}, {3, 4}}, b = {1, 2.5f}, c = 1)[A] == real[A]);
    auto const exact = work(A = {{rational(1, 2), 1}, {0, 3}}, b = {2, rational(1, 3)}, c = 1);
    static_assert(std::same_as<decltype(exact)::number, rational>);
    CHECK(streamed(exact[A]) == "[4/3 2/9; 0 0]");
    constexpr symmetric<"K", 2> K;
    CHECK(streamed(backpropagation(dot(b, K*b), wrt(b))(K = {{1, 0.5}, {0.5, 2}}, b = {{1}, {2}})[b]) == "[4; 9]");
    CHECK(streamed(backpropagation(dot(b, K*b), wrt(b))(K = {{1, rational(1, 2)}, {rational(1, 2), 2}}, b = {{1.0}, {2.0}})[b]) == "[4; 9]");
    constexpr leibniz::vector<"r", 6> r;
    CHECK(streamed(backpropagation(dot(r, r), wrt(r))(r = {1, 2, 3, 4, 5, 6})[r]) == "[2; 4; 6; 8; 10; 12]");
}

TEST_CASE("The network of the lesson as two matrices has the same eight numbers", "[matrix_backpropagation]") {
    constexpr matrix<"W1", 2, 2> W1;
    constexpr matrix<"W2", 2, 2> W2;
    constexpr leibniz::vector<"in", 2> in;
    constexpr leibniz::vector<"target", 2> target;
    constexpr auto h = let<"h">(sigmoid(let<"in_h">(W1*in)));
    constexpr auto o = let<"o">(sigmoid(let<"in_o">(W2*h)));
    constexpr auto loss = let<"loss">(0.5_c*pow<2>(norm2(o - target)));
    auto const calculation = backpropagation(loss, wrt(W1, W2))(W1 = {{0.2, 0.5}, {-0.4, 0.6}}, W2 = {{0.1, -0.3}, {-0.5, 0.8}},
                                                               in = {0.5, 0.3}, target = std::array{0.23, -0.07});
    auto const numbers = backpropagation(lesson::loss, lesson::weights)(lesson::start(), lesson::data());
    CHECK(calculation.forward.back().value(0, 0) == numbers.forward.back().value);
    int const first = numbers.chain.size() - 8;  // w1 and w3 are the first row of W1
    for (int k = 0; k < 8; ++k) CHECK(calculation.gradient[k / 4](k % 2, k / 2 % 2) == numbers.chain[first + k].value);
    std::string const page = streamed(calculation);
    INFO(page);
    CHECK(page.find("  in_h = W1*in                 = [0.2 0.5; -0.4 0.6]*[0.5; 0.3] = [0.25; -0.02]\n") != std::string::npos);
    CHECK(page.find("  in_o_bar = o.*o\u0304.*(1 - o)") != std::string::npos);
    CHECK(page.find("  W2_bar") == std::string::npos);
    CHECK(page.find("  W\u03042       = in_o_bar*h'") != std::string::npos);
}

TEST_CASE("Steps of descent, digits, and large values", "[matrix_backpropagation]") {
    auto const training = backpropagation(pow<2>(norm2(W*x - y)), wrt(W)).steps(2, 0.1_c)(W = {{1, 2}, {3, 4}}, x = {1, 1}, y = {2, 5});
    REQUIRE(training.steps.size() == 2);
    CHECK(training.last.forward.back().value(0, 0) == rational(648, 1000));
    CHECK(streamed(training).find("\nafterwards\n  u1 = W*x         = [0.68 1.68; 2.36 3.36]*[1; 1] = [2.36; 5.72]\n") != std::string::npos);

    auto const page = streamed(backpropagation(sum(W*x), wrt(W, y)).digits(3)(x = {1, 2, 3, 4, 5}, W = {{1.0, 1.0, 1.0, 1.0, 1.23456}}));
    CHECK(page ==
          "forward\n"
          "  u1 = W*x     = (1 x 5)*(5 x 1) = 16.2\n"
          "  L  = sum(u1) = sum(16.2) = 16.2\n"
          "backward (∂L/∂u written u\u0304)\n"
          "  L\u0304  = 1\n"
          "  u\u03041 = L\u0304*ones(m)   = 1*ones(1) = 1\n"
          "  W\u0304  = u\u03041*x'       = 1*(1 x 5) = (1 x 5)\n"
          "  y\u0304  = zeros(m, 1) = zeros(1, 1) = 0\n");
}

TEST_CASE("Documents of hand calculations with matrices", "[matrix_backpropagation]") {
    auto const calculation = backpropagation(pow<2>(norm2(W*x - y)), wrt(W)).update(0.1_c)(W = {{1, 2}, {3, 4}}, x = {1, 1}, y = {2, 5});
    CHECK(text(written_out(calculation)).view() ==
          "Forward\n"
          "  u1 = W*x         = [1 2; 3 4]*[1; 1] = [3; 7]\n"
          "  u2 = u1 - y      = [3; 7] - [2; 5] = [1; 2]\n"
          "  L  = norm2(u2)^2 = norm2([1; 2])^2 = 5\n"
          "Backward, ∂L/∂u written u\u0304\n"
          "  L\u0304  = 1\n"
          "  u\u03042 = 2*L\u0304*u2 = 2*1*[1; 2] = [2; 4]\n"
          "  u\u03041 = u\u03042     = [2; 4]\n"
          "  W\u0304  = u\u03041*x'  = [2; 4]*[1 1] = [2 2; 4 4]\n"
          "Update\n"
          "  new W = W - 0.1*W\u0304 = [1 2; 3 4] - 0.1*[2 2; 4 4] = [0.8 1.8; 2.6 3.6]\n");
    auto const in_latex = latex(written_out(calculation));
    CHECK(has_text(in_latex, "u_{1} &= W\\,x = \\begin{pmatrix}1 & 2 \\\\ 3 & 4\\end{pmatrix}\\,\\begin{pmatrix}1 \\\\ 1\\end{pmatrix} = "));
    CHECK(has_text(in_latex, "\\bar{u}_{2} &= 2\\,\\bar{L}\\,u_{2} = 2 \\cdot 1 \\cdot \\begin{pmatrix}1 \\\\ 2\\end{pmatrix}"));
    CHECK(has_text(in_latex, "\\bar{W} &= \\bar{u}_{1}\\,x^\\top = \\begin{pmatrix}2 \\\\ 4\\end{pmatrix}\\,\\begin{pmatrix}1 & 1\\end{pmatrix}"));
    auto const in_html = html(written_out(calculation));
    CHECK(has_text(in_html, "<math><msub><mover><mrow><mi>u</mi></mrow><mo>¯</mo></mover><mn>1</mn></msub>"));
    CHECK(has_text(in_html, "<mtable><mtr><mtd><mrow><mn>1</mn></mrow></mtd><mtd><mrow><mn>2</mn></mrow></mtd></mtr><mtr>"));
    pictured_graph const drawn = graph_of(calculation);
    REQUIRE(drawn.boxes.size() == 6);
    CHECK(drawn.boxes[0].formula == "W");
    CHECK(drawn.boxes[0].derivative == "W\u0304 = [2 2; 4 4]");
    CHECK(drawn.boxes[2].formula == "u₁ = W·x");
    CHECK(drawn.boxes[2].value == "[3; 7]");
    CHECK(drawn.boxes[5].formula == "L = ‖u₂‖²");
    CHECK(drawn.arrows.size() == 5);
    CHECK(has_text(svg(drawn), "W\u0304 = [2 2; 4 4]"));
    CHECK(has_text(text(written_out(backpropagation(sum(b), wrt(b)).steps(1, 1_c)(b = {1, 2}))), "Step 1"));
}

TEST_CASE("Samples come in the rows of matrices; packs bind several variables", "[matrix_backpropagation]") {
    auto const loss = mean(pow<2>(norm2(W*x - y)));
    auto const each = backpropagation(loss, wrt(W))(W = {{1, 2}, {3, 4}}, x = {{1, 1}, {0, 1}}, y = {{2, 5}, {1, 1}});
    REQUIRE(each.steps.size() == 2);
    CHECK(each.last.forward.empty());
    CHECK(each.steps[1].gradient[0] == backpropagation(loss, wrt(W))(W = {{1, 2}, {3, 4}}, x = {0, 1}, y = {1, 1})[W]);
    CHECK(streamed(each).find("\nstep 2\nforward\n  u1 = W*x") != std::string::npos);
    CHECK(streamed(each).find("afterwards") == std::string::npos);

    auto const trained = backpropagation(loss, wrt(W)).steps(3, 0.1_c)(W = {{1, 2}, {3, 4}}, x = {{1, 1}, {0, 1}}, y = {{2, 5}, {1, 1}});
    REQUIRE(trained.steps.size() == 3);
    CHECK(trained.steps[2].forward[0].value == detail::product_of(trained.steps[1].update[0].value, [] {
              value_matrix<rational> ones(2, 1);
              ones(0, 0) = ones(1, 0) = 1;
              return ones;
          }()));
    CHECK(streamed(trained).find("\nafterwards\n") != std::string::npos);
    CHECK(has_text(text(written_out(each)), "Step 2"));
    auto const numbers = backpropagation(c*sum(b), wrt(b)).update(1_c)(b = {1, 2}, c = std::array{1, 2, 3});
    REQUIRE(numbers.steps.size() == 3);
    CHECK(numbers.last.forward.back().value(0, 0) == 1 * (1 + 2 - 2*6));

    auto const pack = values(W = std::array{std::array{1.0, 2.0}, std::array{3.0, 4.0}}, c = 2.0);
    auto const packed = backpropagation(c*pow<2>(norm2(W*x - y)), wrt(W, c))(x = {1, 1}, pack, y = {2, 5});
    CHECK(packed[W](1, 1) == 8);
    CHECK(packed[c](0, 0) == 5);
}

TEST_CASE("The derivative of a norm at 0 is 0", "[matrix_backpropagation]") {
    CHECK(backpropagation(norm2(b), wrt(b))(b = {0.0, 0.0})[b](0, 0) == 0);
    CHECK(backpropagation(c*norm2(A*b), wrt(A))(b = {0.0, 0.0}, A = {{1, 2}, {3, 4}}, c = 2)[A](1, 0) == 0);
    CHECK(backpropagation(norm2(b), wrt(b))(b = {3.0, 4.0})[b](1, 0) == 0.8);
}
