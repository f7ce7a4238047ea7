// Every dense Eigen expression of one dimension is a column, wherever its numbers lie in memory.
#include "../catch.hpp"

#include <leibniz/eigen.hpp>

#include <vector>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

constexpr auto model = w * pow<2>(x) - 3_c * x + y / 4_c;

double by_hand(double at_w, double at_x, double at_y) { return at_w * at_x * at_x - 3 * at_x + at_y / 4; }

/// The model over the columns x and y, against a loop over their coefficients.
template <class X, class Y>
void check(X const& xs, Y const& ys) {
    REQUIRE(xs.size() == ys.size());
    auto const values = evaluate(model, w = 0.75, x = xs, y = ys);
    STATIC_REQUIRE(std::is_same_v<decltype(values), Eigen::ArrayXd const>);
    REQUIRE(values.size() == xs.size());
    auto const at_x = xs.eval();
    auto const at_y = ys.eval();
    for (Eigen::Index k = 0; k < xs.size(); ++k) {
        double const expected = by_hand(0.75, static_cast<double>(at_x(k)), static_cast<double>(at_y(k)));
        CAPTURE(k);
        CHECK(values[k] == Approx(expected).epsilon(1e-12));
    }
}

Eigen::ArrayXd const plain = Eigen::ArrayXd::LinSpaced(37, -2.0, 3.0);
using row_major = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

}  // namespace

TEST_CASE("arrays and vectors, upright and lying") {
    Eigen::VectorXd const vector = plain.matrix() * 2;
    Eigen::RowVectorXd const row = vector.transpose();
    Eigen::Array<double, 1, Eigen::Dynamic> const lying = row.array();
    check(plain, plain);
    check(plain, vector);
    check(row, plain);
    check(lying, row);
    check(vector, lying);
    check(Eigen::Array<double, 5, 1>(plain.head<5>()), Eigen::Vector<double, 5>(vector.tail<5>()));
    check(Eigen::Array<double, 1, 1>(plain.head<1>()), Eigen::Matrix<double, 1, 1>(vector.tail<1>()));
}

TEST_CASE("maps of memory, packed and strided") {
    std::vector<double> numbers(3 * 37);
    for (std::size_t k = 0; k < numbers.size(); ++k) numbers[k] = 0.01 * static_cast<double>(k * k % 97);
    using strided = Eigen::InnerStride<>;
    check(Eigen::Map<Eigen::ArrayXd const>(numbers.data(), 37), plain);
    check(Eigen::Map<Eigen::VectorXd const>(numbers.data() + 1, 37), plain);
    check(Eigen::Map<Eigen::ArrayXd const, 0, strided>(numbers.data(), 37, strided(3)), plain);
    check(plain, Eigen::Map<Eigen::RowVectorXd const, 0, Eigen::InnerStride<2>>(numbers.data() + 1, 37));
    check(Eigen::Map<Eigen::ArrayXd const, 0, strided>(numbers.data() + 36, 37, strided(-1)), plain);
    check(Eigen::Ref<Eigen::VectorXd const>(Eigen::Map<Eigen::VectorXd>(numbers.data(), 37)), plain);
}

TEST_CASE("columns and rows of matrices of both orders") {
    Eigen::MatrixXd const by_columns = Eigen::MatrixXd::Random(37, 37);
    row_major const by_rows = by_columns;
    check(by_columns.col(3), by_columns.col(4));
    check(by_columns.row(3), by_columns.col(4));
    check(by_rows.row(5), by_rows.col(6));
    check(by_rows.row(7), plain);
    check(plain, by_rows.array().col(36));
    check(by_columns.diagonal(), plain);
}

TEST_CASE("blocks and views of columns") {
    Eigen::MatrixXd const matrix = Eigen::MatrixXd::Random(40, 3);
    Eigen::ArrayXd const column = matrix.col(0).array();
    check(matrix.block<37, 1>(2, 1), plain);
    check(matrix.col(2).segment(1, 37), column.tail(37));
    check(column.reverse().head(37), plain);
    check(matrix.reshaped().head(37), plain);
    check(matrix.leftCols(1).topRows(37).col(0), plain);
}

TEST_CASE("expressions that have not been evaluated") {
    Eigen::MatrixXd const matrix = Eigen::MatrixXd::Random(37, 2);
    check(plain * 2 + 1, plain);
    check((plain > 0).select(plain, -plain), plain);
    check(matrix.col(0) + matrix.col(1), plain.square());
    check(matrix.col(0).array().exp(), Eigen::ArrayXd::LinSpaced(37, 0, 1));
    check(Eigen::ArrayXd::Constant(37, 0.5), plain);
    check(matrix.rowwise().sum(), plain);
    check(matrix.array().square().rowwise().mean(), plain);
    check(matrix * Eigen::Vector2d(1, -1), plain);
    check(plain.matrix().transpose().array() + 1, plain);
}

TEST_CASE("numbers of other types are converted one by one") {
    Eigen::ArrayXf const single = plain.cast<float>();
    Eigen::VectorXi const whole = (plain * 10).cast<int>().matrix();
    Eigen::Matrix<long long, 1, Eigen::Dynamic> const lying = whole.cast<long long>().transpose();
    check(single, plain);
    check(plain, whole);
    check(whole, single);
    check(lying, plain);
    Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> const matrix = Eigen::MatrixXf::Random(37, 3);
    check(matrix.col(1), whole);
}

TEST_CASE("the number type of a result is the common one of all bindings") {
    Eigen::ArrayXf const single = plain.cast<float>();
    Eigen::ArrayXi const whole = (plain * 10).cast<int>();
    Eigen::Array<long double, Eigen::Dynamic, 1> const extended = plain.cast<long double>();
    STATIC_REQUIRE(std::is_same_v<decltype(evaluate(w * x, w = 2.0f, x = single)), Eigen::ArrayXf>);
    STATIC_REQUIRE(std::is_same_v<decltype(evaluate(w * x, w = 2, x = single)), Eigen::ArrayXf>);
    STATIC_REQUIRE(std::is_same_v<decltype(evaluate(w * x, w = 2_c, x = single)), Eigen::ArrayXf>);
    STATIC_REQUIRE(std::is_same_v<decltype(evaluate(w * x, w = 2.0, x = single)), Eigen::ArrayXd>);
    STATIC_REQUIRE(std::is_same_v<decltype(evaluate(w * x, w = 2.0, x = whole)), Eigen::ArrayXd>);
    STATIC_REQUIRE(std::is_same_v<decltype(evaluate(w * x, w = 2, x = whole)), Eigen::ArrayXi>);
    STATIC_REQUIRE(std::is_same_v<decltype(evaluate(w * x, w = single, x = whole)), Eigen::ArrayXf>);
    STATIC_REQUIRE(std::is_same_v<decltype(evaluate(sum(w * x), w = 2.0, x = extended)), long double>);
    STATIC_REQUIRE(std::is_same_v<decltype(evaluate(mean(w * x), w = 2, x = single)), float>);
    CHECK(evaluate(w * x, w = 2, x = single)[3] == 2 * single[3]);
    CHECK(evaluate(w * x, w = 0.1_c, x = single)[3] == Approx(0.1f * single[3]));
    CHECK(evaluate(sum(w * x), w = 2.0, x = extended) == Approx(2 * plain.sum()).margin(1e-12));
    CHECK(evaluate(w * x, w = single, x = whole)[2] == single[2] * static_cast<float>(whole[2]));
}
