// Columns that do not fit are refused before any work, by a sentence that names what is wrong.
#include "../catch.hpp"
#include "../complaint.hpp"

#include <leibniz/eigen.hpp>

using namespace leibniz;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

Eigen::ArrayXd const none(0), three = Eigen::ArrayXd::Ones(3), four = Eigen::ArrayXd::Ones(4);

}  // namespace

TEST_CASE("columns of different length are refused: both symbols, both lengths") {
    std::string const text = refusal([] { return evaluate(w * x - y, w = 1.0, x = three, y = four); });
    CHECK_THAT(text, ContainsSubstring("columns of different length"));
    CHECK_THAT(text, ContainsSubstring("x has 3 rows"));
    CHECK_THAT(text, ContainsSubstring("y has 4"));
}

TEST_CASE("which column comes first does not matter, nor whether something reduces them") {
    CHECK_THAT(refusal([] { return evaluate(x - y, y = four, x = three); }),
               ContainsSubstring("y has 4 rows") && ContainsSubstring("x has 3"));
    CHECK_THAT(refusal([] { return evaluate(sum(x) + sum(y), x = three, y = four); }),
               ContainsSubstring("x has 3 rows") && ContainsSubstring("y has 4"));
    CHECK_THAT(refusal([] { return evaluate(x + y + w, x = three, y = three, w = none); }),
               ContainsSubstring("x has 3 rows") && ContainsSubstring("w has 0"));
    CHECK_THAT(refusal([] { return evaluate(x + 0_c * y, x = three, y = four); }), ContainsSubstring("different length"));
}

TEST_CASE("columns of equal length are welcome") {
    CHECK(refusal([] { return evaluate(x - y, x = three, y = three); }).empty());
    CHECK(refusal([] { return evaluate(x - y, x = none, y = none); }).empty());
}

TEST_CASE("the sum of empty columns is 0, their rows are none") {
    CHECK(evaluate(sum(x), x = none) == 0.0);
    CHECK(evaluate(sum(exp(x) + w), x = none, w = 2.0) == 0.0);
    CHECK(evaluate(sum(w) + sum(x), x = none, w = 2.0) == 0.0);
    CHECK(evaluate(exp(x), x = none).size() == 0);
    CHECK(evaluate(x / sum(x), x = none).size() == 0);
}

TEST_CASE("the mean of empty columns is an error that says so") {
    CHECK_THAT(refusal([] { return evaluate(mean(x), x = none); }), ContainsSubstring("mean of empty columns"));
    CHECK_THAT(refusal([] { return evaluate(x - mean(x), x = none); }), ContainsSubstring("mean of empty columns"));
    CHECK_THAT(refusal([] { return evaluate(sum(x) + mean(x), x = none); }), ContainsSubstring("mean of empty columns"));
    CHECK_THAT(refusal([] { return evaluate(mean(w) + sum(x), w = 1.0, x = none); }), ContainsSubstring("mean of empty columns"));
}
