// Results of rows in the matrices of the caller: the Jacobian of a least-squares problem and its residuals.
#include "../catch.hpp"

#include <leibniz/eigen.hpp>
#include <leibniz/eigen/reproducible.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

constexpr auto residual = exp(-w*x) + b*x*x + w - y;
constexpr auto slopes = gradient(residual, wrt(w, b));

using by_rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
constexpr double hole = -7.0;

struct data {
    Eigen::ArrayXd xs, ys;
    explicit data(Eigen::Index rows) : xs(Eigen::ArrayXd::LinSpaced(rows, -1.0, 2.0)), ys(xs.sin()) {}
    Eigen::MatrixXd jacobian() const {
        Eigen::MatrixXd j(xs.size(), 2);
        j.col(0) = 1.0 - xs*exp(-0.5*xs);
        j.col(1) = xs*xs;
        return j;
    }
    Eigen::VectorXd residuals() const { return exp(-0.5*xs) + 0.25*xs*xs + 0.5 - ys; }
};

/// Writes the Jacobian into all of a matrix that can hold it, and compares it with what evaluate returns, bit by bit.
template <class M>
void check_jacobian(M&& m, data const& d) {
    evaluate_into(m, slopes, w = 0.5, b = 0.25, x = d.xs, y = d.ys);
    Eigen::MatrixXd const right = as_matrix(evaluate(slopes, w = 0.5, b = 0.25, x = d.xs, y = d.ys));
    CHECK(m.matrix() == right);
    CHECK(m.matrix().isApprox(d.jacobian(), 1e-14));
}

}  // namespace

TEST_CASE("a Jacobian goes into row- and column-major matrices, blocks, maps and references, and nowhere else") {
    for (Eigen::Index rows : {1, 2, 3, 7, 8, 15, 16, 17, 64, 700, 5000}) {
        CAPTURE(rows);
        data const d(rows);
        check_jacobian(Eigen::MatrixXd(rows, 2), d);
        check_jacobian(by_rows(rows, 2), d);
        check_jacobian(Eigen::Array<double, Eigen::Dynamic, 2>(rows, 2), d);
        Eigen::MatrixXd wide = Eigen::MatrixXd::Constant(rows + 2, 5, hole);
        check_jacobian(wide.block(1, 1, rows, 2), d);
        check_jacobian(Eigen::Ref<Eigen::MatrixXd>(wide.block(1, 1, rows, 2)), d);
        wide.block(1, 1, rows, 2).setConstant(hole);
        CHECK((wide.array() == hole).all());
        by_rows rows_of_more = by_rows::Constant(rows + 2, 5, hole);
        check_jacobian(rows_of_more.block(1, 1, rows, 2), d);
        rows_of_more.block(1, 1, rows, 2).setConstant(hole);
        CHECK((rows_of_more.array() == hole).all());
        Eigen::VectorXd strided = Eigen::VectorXd::Constant(6*rows, hole);
        Eigen::Map<by_rows, 0, Eigen::Stride<Eigen::Dynamic, Eigen::Dynamic>> map(strided.data(), rows, 2, {6, 3});
        check_jacobian(map, d);
        map.setConstant(hole);
        CHECK((strided.array() == hole).all());
    }
}

TEST_CASE("rows of any width are written whole") {
    constexpr symbols<"c", 11> c;
    constexpr auto polynomial = c.unpack([](auto... each) { return (... + (each*pow<2>(each + x))); });
    auto const check = [&](auto by) {
        constexpr Eigen::Index rows = 101;
        Eigen::ArrayXd const xs = Eigen::ArrayXd::Random(rows);
        std::array<double, 11> const at{0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1};
        by_rows m(rows, static_cast<Eigen::Index>(gradient(polynomial, by).size));
        evaluate_into(m, gradient(polynomial, by), c = at, x = xs);
        for (Eigen::Index k = 0; k < m.cols(); ++k) {
            double const u = at[static_cast<std::size_t>(k)];
            CHECK(m.col(k).isApprox(((u + xs)*(u + xs) + 2*u*(u + xs)).matrix(), 1e-14));
        }
    };
    check(wrt(c[0_c]));
    check(wrt(c[0_c], c[1_c]));
    check(wrt(c[0_c], c[1_c], c[2_c]));
    check(wrt(c[0_c], c[1_c], c[2_c], c[3_c], c[4_c]));
    check(wrt(c[0_c], c[1_c], c[2_c], c[3_c], c[4_c], c[5_c], c[6_c]));
    check(wrt(c));
}

TEST_CASE("residuals, Jacobian and sum of squares come of one pass") {
    for (Eigen::Index rows : {1, 30, 3000}) {
        data const d(rows);
        constexpr auto all = outputs(sum(pow<2>(residual)), residual, slopes);
        auto const right = evaluate(all, w = 0.5, b = 0.25, x = d.xs, y = d.ys);
        double squares = 0.0;
        Eigen::VectorXd r(rows);
        by_rows j(rows, 2);
        evaluate_into(std::tie(squares, r, j), all, w = 0.5, b = 0.25, x = d.xs, y = d.ys);
        CHECK(squares == right[0_c]);
        CHECK((r.array() == right[1_c]).all());
        CHECK(r.isApprox(d.residuals(), 1e-14));
        CHECK(j == as_matrix(right[2_c]));
        evaluate_into(reproducible, std::tie(squares, r, j), all, w = 0.5, b = 0.25, x = d.xs, y = d.ys);
        CHECK(squares == evaluate(reproducible, all, w = 0.5, b = 0.25, x = d.xs, y = d.ys)[0_c]);
    }
}

TEST_CASE("one matrix takes residuals and Jacobian, from columns beside them") {
    data const d(40);
    by_rows m(40, 5);
    m.col(3) = d.xs.matrix(), m.col(4) = d.ys.matrix();
    evaluate_into(m.leftCols(3), outputs(residual, slopes), w = 0.5, b = 0.25, x = m.col(3), y = m.col(4));
    CHECK(m.col(0).isApprox(d.residuals(), 1e-14));
    CHECK(m.middleCols(1, 2).isApprox(d.jacobian(), 1e-14));
    Eigen::MatrixXd n(40, 4);
    n.col(3) = d.xs.matrix();
    evaluate_into(n.leftCols(3), outputs(residual, slopes), w = 0.5, b = 0.25, x = n.col(3), y = d.ys);
    CHECK(n.leftCols(3) == m.leftCols(3));
}

TEST_CASE("what does not vary by row fills its column, also what is known after all rows only") {
    Eigen::ArrayXd const xs = Eigen::ArrayXd::LinSpaced(20, 0.0, 1.9);
    by_rows m(20, 4);
    evaluate_into(m, outputs(mean(x), x - mean(x), w*w, sum(x - mean(x) + 1_c)), w = 3.0, x = xs);
    CHECK((m.col(0).array() - 0.95).abs().maxCoeff() < 1e-15);
    CHECK((m.col(1).array() - (xs - 0.95)).abs().maxCoeff() < 1e-15);
    CHECK((m.col(2).array() == 9.0).all());
    CHECK((m.col(3).array() - 20.0).abs().maxCoeff() < 1e-13);
    Eigen::Matrix<float, Eigen::Dynamic, 2, Eigen::RowMajor> f(20, 2);
    evaluate_into(f, gradient(w*x + b, wrt(w, b)), w = 3.0f, b = 1.0f, x = xs.cast<float>());
    CHECK((f.col(0).array() == xs.cast<float>()).all());
    CHECK((f.col(1).array() == 1.0f).all());
}

TEST_CASE("numbers fill a matrix row by row") {
    Eigen::Matrix2d j;
    evaluate_into(j, jacobian(outputs(w*x, w + x), wrt(w, x)), w = 2.0, x = 3.0);
    CHECK(j == Eigen::Matrix2d{{3.0, 2.0}, {1.0, 1.0}});
    Eigen::Vector2d f;
    evaluate_into(std::tie(f, j), outputs(w*x, w + x, jacobian(outputs(w*x, w + x), wrt(w, x))), w = 2.0, x = 5.0);
    CHECK(f == Eigen::Vector2d(10.0, 7.0));
    CHECK(j == Eigen::Matrix2d{{5.0, 2.0}, {1.0, 1.0}});
}

TEST_CASE("a matrix of another shape, and one that holds a bound column, are refused before anything is written") {
    data const d(10);
    Eigen::MatrixXd m = Eigen::MatrixXd::Constant(10, 3, hole);
    auto const write = [&](auto&& to, auto const& from) { evaluate_into(to, slopes, w = 0.5, b = 0.25, x = from, y = d.ys); };
    CHECK_THROWS_WITH(write(m, d.xs), "evaluate_into: there are 3 columns and numbers to write into for 2 results");
    CHECK_THROWS_WITH(write(m.topLeftCorner(9, 2), d.xs), "evaluate_into: the matrix to write into has 9 rows, the bound columns have 10");
    CHECK_THROWS_AS(write(m.leftCols(2), m.col(1)), std::invalid_argument);
    CHECK((m.array() == hole).all());
    CHECK_NOTHROW(write(m.leftCols(2), m.col(2)));
    by_rows n = by_rows::Constant(10, 3, hole);
    CHECK_THROWS_AS(write(n.leftCols(2), n.col(1)), std::invalid_argument);
    CHECK((n.array() == hole).all());
    CHECK_NOTHROW(write(n.leftCols(2), n.col(2)));
    Eigen::Matrix2d j;
    CHECK_THROWS_WITH(evaluate_into(j, jacobian(outputs(w*x), wrt(w, x)), w = 2.0, x = 3.0),
                      "evaluate_into: there are 4 numbers to write into for 2 results");
}

TEST_CASE("one memory named twice is refused, columns beside each other are not") {
    data const d(10);
    auto const write = [&](auto&& to) { evaluate_into(to, outputs(slopes, residual), w = 0.5, b = 0.25, x = d.xs, y = d.ys); };
    std::string const complaint = "evaluate_into: two of the matrices and numbers to write into share memory; write into different ones";
    Eigen::MatrixXd m = Eigen::MatrixXd::Constant(10, 3, hole);
    by_rows n = m;
    Eigen::VectorXd r = m.col(0), s = r;
    CHECK_THROWS_WITH(write(std::tie(r, s, r)), complaint);
    CHECK_THROWS_WITH(write(std::make_tuple(m.leftCols(2), m.col(1))), complaint);
    CHECK_THROWS_WITH(write(std::make_tuple(n.leftCols(2), n.middleCols(1, 1))), complaint);
    CHECK((m.array() == hole).all());
    CHECK((n.array() == hole).all());
    CHECK((r.array() == hole).all());
    CHECK_NOTHROW(write(std::make_tuple(m.leftCols(2), m.col(2))));
    CHECK_NOTHROW(write(std::make_tuple(n.leftCols(2), n.rightCols(1))));
    CHECK(n == m);
    double f = hole, g = hole;
    CHECK_THROWS_WITH(evaluate_into(std::tie(f, g, f), outputs(w*x, w, x), w = 2.0, x = 3.0), complaint);
    CHECK(f == hole);
    CHECK_NOTHROW(evaluate_into(std::tie(f, g), outputs(w*x, w), w = 2.0, x = 3.0));
    CHECK(f == 6.0);
}
