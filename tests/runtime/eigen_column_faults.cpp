// What may be wrong with the columns of a call: NaN and infinity, no rows, more rows than an int can count, a result that overwrites
// what it is computed from, expressions over temporaries, memory that ends exactly where the column does.
#include "../catch.hpp"

#include <leibniz/eigen.hpp>
#include <leibniz/eigen/check_finite.hpp>
#include <leibniz/eigen/parse.hpp>
#include <leibniz/eigen/reproducible.hpp>

#include <Eigen/LU>

#include <array>
#include <cmath>
#include <complex>
#include <limits>
#include <memory>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr symbols<"c", 3> c;

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN(), endless = std::numeric_limits<double>::infinity();

Eigen::ArrayXd counted(Eigen::Index rows) { return Eigen::ArrayXd::LinSpaced(rows, 1, static_cast<double>(rows)); }

/// A column in memory of its own, of which a sanitizer sees the end.
class exact_size {
public:
    explicit exact_size(Eigen::Index rows) : memory_(new double[static_cast<std::size_t>(rows)]), rows_(rows) { column() = counted(rows); }
    Eigen::Map<Eigen::ArrayXd> column() { return {memory_.get(), rows_}; }

private:
    std::unique_ptr<double[]> memory_;
    Eigen::Index rows_;
};

}  // namespace

TEST_CASE("check_finite names the symbol and the row") {
    for (Eigen::Index rows : {1, 2, 7, 64, 1000})
        for (Eigen::Index bad : {Eigen::Index(0), rows / 2, rows - 1}) {
            Eigen::ArrayXd xs = counted(rows), ys = xs;
            CHECK_NOTHROW(check_finite(w = 2.0, x = xs, y = ys));
            ys[bad] = not_a_number;
            CHECK_NOTHROW(check_finite(w = 2.0, x = xs));
            CHECK_THROWS_WITH(check_finite(w = 2.0, x = xs, y = ys), "check_finite: y is NaN in row " + std::to_string(bad));
            xs[bad] = -endless;
            CHECK_THROWS_WITH(check_finite(x = xs, y = ys), "check_finite: x is infinite in row " + std::to_string(bad));
            CHECK_THROWS_WITH(check_finite(x = xs.matrix().transpose()), "check_finite: x is infinite in row " + std::to_string(bad));
        }
    CHECK_NOTHROW(check_finite());
    CHECK_NOTHROW(check_finite(x = Eigen::ArrayXd(0), y = Eigen::ArrayXi::Ones(3), w = 2_c));
    CHECK_NOTHROW(check_finite(x = Eigen::ArrayXd::Constant(3, std::numeric_limits<double>::max())));
}

TEST_CASE("check_finite looks at numbers, families, records, matrices and names of text") {
    CHECK_THROWS_AS(check_finite(w = endless), std::invalid_argument);
    CHECK_THROWS_WITH(check_finite(w = -endless), "check_finite: w is infinite");
    CHECK_THROWS_WITH(check_finite(w = std::numeric_limits<float>::quiet_NaN()), "check_finite: w is NaN");
    CHECK_THROWS_WITH(check_finite(w = std::complex<double>(1, not_a_number)), "check_finite: w is NaN");
    CHECK_THROWS_WITH(check_finite(c = std::array{1.0, endless, 2.0}), "check_finite: c1 is infinite");
    CHECK_THROWS_WITH(check_finite(evaluate(gradient(w*x, wrt(w, x)), w = 1.0, x = not_a_number)), "check_finite: w is NaN");
    Eigen::MatrixXd table = Eigen::MatrixXd::Ones(3, 4);
    CHECK_NOTHROW(check_finite(x = table));
    table(2, 1) = not_a_number;
    CHECK_THROWS_WITH(check_finite(x = table), "check_finite: x is NaN in row 2, column 1");
    CHECK_THROWS_WITH(check_finite(x = table*Eigen::VectorXd::Ones(4)), "check_finite: x is NaN in row 2");
    Eigen::ArrayXd const xs = Eigen::ArrayXd::Constant(5, endless);
    CHECK_THROWS_WITH(check_finite(bind("height", 1.0), bind("width", xs)), "check_finite: width is infinite in row 0");
}

TEST_CASE("columns of unlike length are refused with both names and lengths") {
    Eigen::ArrayXd const xs = counted(5), ys = counted(4);
    char const* const sentence = "evaluate: columns of different length: x has 5 rows, y has 4";
    CHECK_THROWS_WITH(evaluate(sum(w*x*y), w = 2.0, x = xs, y = ys), sentence);
    CHECK_THROWS_WITH(evaluate(reproducible, sum(x*y), x = xs, y = ys), sentence);
    Eigen::ArrayXd out(5);
    out.setConstant(7);
    CHECK_THROWS_WITH(evaluate_into(out, x*y, x = xs, y = ys), sentence);
    CHECK((out == 7).all());
}

TEST_CASE("columns of no rows are summed, and have no mean") {
    Eigen::ArrayXd const none(0);
    Eigen::ArrayXd out(0);
    CHECK(evaluate(x*w, w = 2.0, x = none).size() == 0);
    CHECK(evaluate(sum(x), x = none) == 0);
    CHECK(evaluate(reproducible, sum(x), x = none) == 0);
    CHECK_NOTHROW(evaluate_into(out, x*w, w = 2.0, x = none));
    CHECK_THROWS_WITH(evaluate(mean(x), x = none), "evaluate: the mean of empty columns is not defined; bind columns with at least one row");
    CHECK_THROWS_WITH(evaluate(x - mean(x), x = none), "evaluate: the mean of empty columns is not defined; bind columns with at least one row");
}

TEST_CASE("a result may overwrite the rows it is computed from") {
    for (Eigen::Index rows = 1; rows <= 70; ++rows) {
        CAPTURE(rows);
        exact_size memory(rows);
        auto column = memory.column();
        evaluate_into(column, exp(-x) + x - mean(x), x = column);
        Eigen::ArrayXd const before = counted(rows), right = evaluate(exp(-x) + x - mean(x), x = before);
        REQUIRE((column == right).all());
        column = before;
        evaluate_into(reproducible, column, exp(-x) + x - mean(x), x = column);
        REQUIRE((column == evaluate(reproducible, exp(-x) + x - mean(x), x = before)).all());
    }
}

TEST_CASE("a result that would overwrite rows that are still to be read is refused") {
    for (Eigen::Index rows : {2, 9, 64, 65}) {
        Eigen::ArrayXd column = counted(rows + 1);
        CHECK_THROWS_AS(evaluate_into(column.tail(rows), w*x, w = 2.0, x = column.head(rows)), std::invalid_argument);
        CHECK_THROWS_AS(evaluate_into(column.head(rows), w*x, w = 2.0, x = column.tail(rows)), std::invalid_argument);
        CHECK_THROWS_AS(evaluate_into(reproducible, column.head(rows), w*x, w = 2.0, x = column.tail(rows)), std::invalid_argument);
        CHECK((column == counted(rows + 1)).all());

        Eigen::ArrayXd pair = counted(2*rows);  // side by side
        CHECK_NOTHROW(evaluate_into(pair.tail(rows), w*x, w = 2.0, x = pair.head(rows)));
        CHECK((pair.tail(rows) == 2*counted(rows)).all());
    }
}

TEST_CASE("overwritten rows of strided columns, and blocks that are no column, are refused") {
    Eigen::ArrayXd column = counted(200);
    Eigen::ArrayXd const before = column;
    Eigen::Map<Eigen::ArrayXd, 0, Eigen::InnerStride<>> const every_third(column.data(), 50, Eigen::InnerStride<>(3));
    CHECK_THROWS_AS(evaluate_into(column.segment(50, 50), w*x, w = 2.0, x = every_third), std::invalid_argument);
    CHECK_THROWS_AS(evaluate_into(column.head(50), w*x, w = 2.0, x = every_third), std::invalid_argument);
    CHECK_NOTHROW(evaluate_into(column.tail(50), w*x, w = 2.0, x = every_third));
    CHECK((column.head(150) == before.head(150)).all());

    Eigen::MatrixXd matrix = Eigen::MatrixXd::Zero(10, 20);
    CHECK_THROWS_AS(evaluate_into(matrix.block(5, 10, 5, 10), x, x = counted(50)), std::invalid_argument);
    CHECK(matrix.isZero(0));
}

TEST_CASE("products and solutions within a column are computed once") {
    Eigen::Index computed = 0;
    auto const count = [&computed](double number) { return ++computed, number; };
    Eigen::MatrixXd const m = Eigen::MatrixXd::Random(200, 3);
    Eigen::VectorXd const u = Eigen::VectorXd::Random(3), product = m*u;
    auto const factor = m.unaryExpr(count);
    CHECK(evaluate(sum(x), x = -(factor*u)) == Approx(-product.sum()));
    CHECK(evaluate(sum(x), x = (factor*u).array() + 1.0) == Approx(product.sum() + 200));
    CHECK(evaluate(sum(x), x = (factor*u).head(100).reverse()) == Approx(product.head(100).sum()));
    CHECK(computed <= 3*600*2);
    CHECK(evaluate(sum(x), x = 2*m.transpose().topLeftCorner(3, 3).lu().solve(u)) ==
          Approx(2*m.transpose().topLeftCorner(3, 3).lu().solve(u).sum()));
}

TEST_CASE("both parts of complex sums keep their digits") {
    Eigen::ArrayXcd numbers = Eigen::ArrayXcd::Zero(192);
    numbers[0] = {1e20, 1}, numbers[64] = {0, 1e17}, numbers[128] = {0, -1e17};
    CHECK(evaluate(sum(x), x = numbers) == std::complex<double>(1e20, 1));
    CHECK(evaluate(sum(x), x = Eigen::ArrayXi{{std::numeric_limits<int>::min(), 0, 5}}) == std::numeric_limits<int>::min() + 5);
}

TEST_CASE("no row beside those of a column is read or written") {
    for (Eigen::Index rows = 1; rows <= 70; ++rows) {
        CAPTURE(rows);
        exact_size xs(rows), ys(rows), out(rows);
        evaluate_into(out.column(), sin(x)*y + w, w = 2.0, x = xs.column(), y = ys.column());
        Eigen::ArrayXd const right = xs.column().sin()*ys.column() + 2.0;
        REQUIRE(out.column().isApprox(right, 1e-14));
        REQUIRE(evaluate(sum(sin(x)*y + w), w = 2.0, x = xs.column(), y = ys.column()) == Approx(right.sum()));
        REQUIRE(evaluate(reproducible, sum(x*y), x = xs.column(), y = ys.column()) == (xs.column()*ys.column()).sum());
        REQUIRE(evaluate(sum(x*y), x = xs.column().reverse(), y = 2*ys.column().head(rows)) == Approx(2*(xs.column().reverse()*ys.column()).sum()));
        CHECK_NOTHROW(check_finite(x = xs.column(), y = ys.column()));
    }
}

TEST_CASE("expressions over temporaries live as long as the call") {
    Eigen::ArrayXd const xs = counted(40), ys = counted(40);
    auto const sum_of_both = [&] { return xs + ys; };  // refers to xs and ys, which outlive it
    CHECK(evaluate(sum(x), x = xs + ys) == 1640);
    CHECK(evaluate(sum(x), x = (counted(40) + counted(40)).head(20)) == 420);
    CHECK(evaluate(sum(x), x = sum_of_both()) == 1640);
    CHECK(evaluate(sum(x), x = counted(40).head(20)) == 210);
    CHECK(evaluate(sum(x), x = xs.head(20)) == 210);
    auto const held = (x = (xs + counted(40)).eval());  // an expression that is stored needs its values
    CHECK(evaluate(sum(x), held) == 1640);
}

// Columns without memory: they would take 16 GiB each.
TEST_CASE("more rows than an int can count", "[.rows]") {
    constexpr Eigen::Index rows = (Eigen::Index(1) << 31) + 1;
    double const one = 1;
    Eigen::Map<Eigen::ArrayXd const, 0, Eigen::InnerStride<>> const ones(&one, rows, Eigen::InnerStride<>(0));
    CHECK(evaluate(sum(x), x = ones) == static_cast<double>(rows));
    CHECK(evaluate(mean(x), x = ones) == 1);
    auto const last = Eigen::ArrayXf::NullaryExpr(rows, [](Eigen::Index row) { return row == rows - 1 ? 3.0f : 0.0f; });
    CHECK(evaluate(sum(w*x), w = 2.0f, x = last) == 6);
}
TEST_CASE("more rows than an int can count, reproducibly", "[.rows]") {
    constexpr Eigen::Index rows = (Eigen::Index(1) << 31) + 1;
    double const one = 1;
    Eigen::Map<Eigen::ArrayXd const, 0, Eigen::InnerStride<>> const ones(&one, rows, Eigen::InnerStride<>(0));
    CHECK(evaluate(reproducible, sum(x), x = ones) == static_cast<double>(rows));
}

TEST_CASE("results are written into the columns of a record that has been returned before") {
    constexpr auto both = outputs(x*y + w, jacobian(outputs(sin(x)*y, x), wrt(x, y)), mean(x));
    Eigen::ArrayXd const xs = Eigen::ArrayXd::LinSpaced(37, -1, 2), ys = xs.square() + 0.5, fewer = xs.head(21);
    auto out = evaluate(both, w = 1.0, x = ys, y = xs);
    auto const same = [&](auto const& found, auto const& wanted) {
        CHECK((found[0_c] == wanted[0_c]).all());
        CHECK((found[1_c](0_c, x) == wanted[1_c](0_c, x)).all());
        CHECK((found[1_c](0_c, y) == wanted[1_c](0_c, y)).all());
        CHECK(found[1_c](1_c, x) == wanted[1_c](1_c, x));
        CHECK(found[2_c] == wanted[2_c]);
    };
    double const *const sum = out[0_c].data(), *const slope = out[1_c](0_c, y).data();
    evaluate_into(out, both, w = 2.0, x = xs, y = ys);
    same(out, evaluate(both, w = 2.0, x = xs, y = ys));
    CHECK(out[0_c].data() == sum);
    CHECK(out[1_c](0_c, y).data() == slope);
    evaluate_into(reproducible, out, both, w = 2.0, x = ys, y = xs);
    same(out, evaluate(reproducible, both, w = 2.0, x = ys, y = xs));
    CHECK(out[0_c].data() == sum);
    evaluate_into(out, both, w = 2.0, x = fewer, y = fewer);  // of another size
    same(out, evaluate(both, w = 2.0, x = fewer, y = fewer));
    auto const before = evaluate(both, w = 3.0, x = out[0_c], y = fewer);  // of a column of its own, by itself and in an expression
    auto copy = out;
    evaluate_into(out, both, w = 3.0, x = out[0_c], y = fewer);
    same(out, before);
    auto const doubled = evaluate(both, w = 3.0, x = 2*copy[0_c].reverse(), y = fewer);
    evaluate_into(copy, both, w = 3.0, x = 2*copy[0_c].reverse(), y = fewer);
    same(copy, doubled);
    auto kept = copy;
    CHECK_THROWS_AS(evaluate_into(copy, both, w = 3.0, x = xs, y = fewer), std::invalid_argument);
    same(copy, kept);
}

TEST_CASE("gradients are written into a record over the same symbols in another order by symbol") {
    auto out = evaluate(gradient(x*x*y, wrt(x, y)), x = 2.0, y = 3.0);
    evaluate_into(out, gradient(x*x*y, wrt(y, x)), x = 2.0, y = 3.0);
    CHECK((out[x] == 12 && out[y] == 4));
    Eigen::ArrayXd const xs = counted(20), ys = xs + 0.5;
    auto columns = evaluate(gradient(x*x*y, wrt(x, y)), x = xs, y = ys);
    evaluate_into(columns, gradient(x*x*y, wrt(y, x)), x = xs, y = ys);
    CHECK(((columns[x] == 2*xs*ys).all() && (columns[y] == xs*xs).all()));
    evaluate_into(reproducible, columns, gradient(x*x*y, wrt(y, x)), x = xs, y = ys);
    CHECK(((columns[x] == 2*xs*ys).all() && (columns[y] == xs*xs).all()));
}
