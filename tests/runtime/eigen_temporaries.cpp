// Temporary columns live as long as they are needed, and results own what they hold.
#include "../catch.hpp"

#include <leibniz/eigen.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

Eigen::ArrayXd made(Eigen::Index rows, double first) {
    Eigen::ArrayXd result(rows);
    for (Eigen::Index k = 0; k < rows; ++k) result[k] = first + static_cast<double>(k);
    return result;
}

Eigen::ArrayXd squares() {
    Eigen::ArrayXd const local = made(50, 1);
    return evaluate(pow<2>(x), x = local);
}

}  // namespace

TEST_CASE("a temporary column may be bound") {
    CHECK(evaluate(sum(x), x = made(50, 1)) == 1275);
    CHECK(evaluate(w * x, w = 2.0, x = made(50, 1))[49] == 100);
    CHECK(evaluate(sum(x), x = made(50, 1) + 1.0) == 1325);
    CHECK(evaluate(sum(x), x = (made(50, 1) * made(50, 1)).sqrt()) == Approx(1275));
    CHECK(evaluate(sum(w * x), w = made(50, 0), x = made(50, 1).reverse()) == Approx(20825));
    CHECK(evaluate(mean(x), x = Eigen::MatrixXd::Ones(50, 2).col(1)) == 1);
}

TEST_CASE("a binding owns a temporary, and refers to a column that has a name") {
    auto const owning = (x = made(50, 1));
    STATIC_REQUIRE(std::is_same_v<decltype(owning.value), Eigen::ArrayXd>);
    CHECK(evaluate(sum(x), owning) == 1275);

    Eigen::ArrayXd column = made(50, 1);
    auto const referring = (x = column);
    STATIC_REQUIRE(std::is_same_v<decltype(referring.value), Eigen::ArrayXd const&>);
    column[0] = 101;
    CHECK(evaluate(sum(x), referring) == 1375);
}

TEST_CASE("a result owns its rows") {
    STATIC_REQUIRE(std::is_same_v<decltype(evaluate(x, x = std::declval<Eigen::ArrayXd const&>())), Eigen::ArrayXd>);
    auto const result = squares();
    CHECK(result.sum() == 42925);

    Eigen::ArrayXd column = made(50, 1);
    auto const before = evaluate(x, x = column);
    column.setZero();
    CHECK(before.sum() == 1275);
}

TEST_CASE("a result may replace the column it was calculated from") {
    Eigen::ArrayXd column = made(50, 1);
    column = evaluate(w - x, w = column.sum(), x = column);
    CHECK(column[0] == 1274);
    CHECK(column[49] == 1225);
}
