// operations and free_symbols at run time, and as a line of text.
#include "../catch.hpp"
#include "../streamed.hpp"

#include <leibniz/algebra.hpp>
#include <leibniz/parse.hpp>

#include <string>
#include <vector>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"b"> b;

}  // namespace

TEST_CASE("the operations of a model are those of the expression that reads the same") {
    constexpr auto loss = x*exp(w*x) + log(b)/x + exp(b);
    constexpr auto counts = operations(loss);
    model const m = parse(text(loss));
    CHECK(operations(m) == counts);
    CHECK(operations(m).depth == counts.depth);
    CHECK(operations(m).calls("exp") == 2);
    CHECK(operations(m).calls("log") == counts.calls("log"));
    CHECK(operations(m).calls("sin") == 0);
    CHECK(operations(gradient(m, {"w", "x", "b"})) == operations(gradient(loss, wrt(w, x, b))));
}

TEST_CASE("the counts are one line") {
    CHECK(streamed(operations(x*exp(w*x) + b)) == "1 addition, 2 multiplications, 1 exp, 7 nodes, depth 4");
    CHECK(streamed(operations(x)) == "1 node, depth 0");
    CHECK(streamed(operations(sin(x)/sin(w) + exp(x) + b)) == "2 additions, 1 division, 2 sin, 1 exp, 9 nodes, depth 3");
    CHECK(streamed(operations(parse("mean(x) + where(x < 2, x, 1)*max(x, 1)"))) ==
          "1 addition, 1 multiplication, 1 mean, 1 <, 1 where, 1 max, 9 nodes, depth 4");
}

TEST_CASE("the names of a model in their order") {
    CHECK(free_symbols(parse("x*w + b")) == std::vector<std::string>{"x", "w", "b"});
    CHECK(free_symbols(parse("w*x/x + y - y")) == std::vector<std::string>{"w"});
    CHECK(free_symbols(gradient(parse("w*x^2"), {"w", "x"})) == std::vector<std::string>{"w", "x"});
    CHECK(streamed(free_symbols(x*w + b)) == "x, w, b");
    CHECK(streamed(free_symbols(2_c*pi)).empty());
    std::string joined;
    for (text_view name : free_symbols(x*w + b)) joined += std::string(name) + ' ';
    CHECK(joined == "x w b ");
}
