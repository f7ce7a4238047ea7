// Equality of sums and means over rows: cases as one meets them, and that no verdict is wrong: random formulas beside what linearity
// makes of them, rightly and wrongly, against their values at columns of four rows.
#include "../catch.hpp"

#include <leibniz/parse.hpp>

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

using namespace leibniz;

namespace {

/// A formula over the columns x and y and the number w.
struct tree {
    std::string op;
    std::vector<tree> parts;

    std::string text() const {
        if (parts.empty()) return op;
        if (parts.size() == 1) return op == "^2" ? '(' + parts[0].text() + ")^2" : op + '(' + parts[0].text() + ')';
        return '(' + parts[0].text() + op + parts[1].text() + ')';
    }
    using rows = std::vector<long double>;
    /// Its values, row by row; `at` are those of x, of y, and of w, which are all the same.
    rows value(rows const (&at)[3]) const {
        if (parts.empty()) return op == "x" ? at[0] : op == "y" ? at[1] : op == "w" ? at[2] : rows(at[0].size(), std::stold(op));
        rows u = parts[0].value(at);
        rows const v = parts.back().value(at);
        long double sum = 0;
        for (long double each : u) sum += each;
        for (std::size_t r = 0; r < u.size(); ++r) {
            if (op == "sum") u[r] = sum;
            if (op == "mean") u[r] = sum/static_cast<long double>(u.size());
            if (op == "abs") u[r] = std::abs(u[r]);
            if (op == "^2") u[r] = u[r]*u[r];
            if (op == "+") u[r] += v[r];
            if (op == "-") u[r] -= v[r];
            if (op == "*") u[r] *= v[r];
        }
        return u;
    }
    bool depends_on_rows() const {
        if (op == "sum" || op == "mean") return false;
        bool any = op == "x" || op == "y";
        for (tree const& part : parts) any = any || part.depends_on_rows();
        return any;
    }
};

class author {
public:
    explicit author(std::uint64_t seed) : state_(seed) {}

    int below(int n) {
        state_ = state_*6364136223846793005u + 1442695040888963407u;
        return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(n));
    }
    tree drawn(int levels) {
        char const* const leaves[] = {"x", "y", "x", "w", "2", "1"};
        if (levels == 0) return {leaves[below(6)], {}};
        char const* const operations[] = {"sum", "mean", "mean", "^2", "abs", "+", "-", "*", "+", "*"};
        int const which = below(10);
        tree result{operations[which], {drawn(levels - 1)}};
        if (which > 4) result.parts.push_back(drawn(levels - 1));
        return result;
    }
    /// The formula after what is an identity, or looks like one: f(u + v) as f(u) + f(v), f(u*v) as f(u)*v or f(u)*f(v), f(f(u)) as f(u).
    tree rewritten(tree f, bool rightly) {
        for (tree& part : f.parts) part = rewritten(part, rightly);
        if (f.parts.size() != 1 || f.op == "^2" || below(2) == 0) return f;
        tree const u = f.parts[0];
        bool const reduces = f.op == "sum" || f.op == "mean";
        if ((u.op == "+" || u.op == "-") && (reduces || !rightly)) return {u.op, {{f.op, {u.parts[0]}}, {f.op, {u.parts[1]}}}};
        if (u.op == "*" && reduces && (!rightly || !u.parts[1].depends_on_rows())) return {"*", {{f.op, {u.parts[0]}}, u.parts[1]}};
        if (u.op == "^2" && !rightly) return {"^2", {{f.op, u.parts}}};
        if (f.op == "mean" && (!rightly || !u.depends_on_rows())) return u;
        if (f.op == "sum" && !rightly) return {"mean", f.parts};
        return f;
    }

private:
    std::uint64_t state_;
};

bool differ(long double u, long double v) { return std::abs(u - v) > 1e-12L*(1 + std::abs(u) + std::abs(v)); }

}  // namespace

TEST_CASE("no verdict about sums and means is wrong") {
    parse_options const columns{.columns = {"x", "y"}};
    int equal = 0, different = 0, unknown = 0, in_rows = 0;
    for (int n = 0; n < 6000; ++n) {
        author draw(static_cast<std::uint64_t>(n));
        tree const left = draw.drawn(2 + draw.below(3)), right = draw.rewritten(left, n % 2 == 0);
        equivalence const e = equivalent(parse(left.text(), columns), parse(right.text(), columns));
        INFO(left.text() << " and " << right.text() << ": " << text(e));
        if (e.found == verdict::different) {
            tree::rows at[3];
            for (tree::rows& each : at) each.assign(static_cast<std::size_t>(e.rows), 0.5L);
            std::size_t const variables = e.witness.size()/static_cast<std::size_t>(e.rows);
            for (std::size_t k = 0; k < e.witness.size(); ++k) {
                std::string const& name = e.witness[k].first;
                at[name == "x" ? 0 : name == "y" ? 1 : 2][k/variables] = static_cast<long double>(e.witness[k].second);
            }
            tree::rows const u = left.value(at), v = right.value(at);
            auto const row = static_cast<std::size_t>(e.row > 0 ? e.row - 1 : 0);
            CHECK(differ(u[row], v[row]));
            CHECK_FALSE((differ(u[row], static_cast<long double>(e.left)) || differ(v[row], static_cast<long double>(e.right))));
            ++different;
            in_rows += e.rows > 1;
            continue;
        }
        ++(e.found == verdict::equal ? equal : unknown);
        CHECK(e.found != verdict::equal_where);
        for (int point = 0; point < 3 && e.found == verdict::equal; ++point) {
            tree::rows at[3];
            long double const w = static_cast<long double>(draw.below(400) - 200)/64;
            for (int r = 0; r < 4; ++r)
                for (int k = 0; k < 3; ++k) at[k].push_back(k == 2 ? w : static_cast<long double>(draw.below(400) - 200)/64);
            tree::rows const u = left.value(at), v = right.value(at);
            for (std::size_t r = 0; r < u.size(); ++r) CHECK_FALSE(differ(u[r], v[r]));
        }
    }
    std::printf("%d equal, %d different, %d of these by columns of several rows, %d unknown\n", equal, different, in_rows, unknown);
    CHECK(equal > 1000);
    CHECK(in_rows > 300);
    CHECK(20*unknown < equal);
}

TEST_CASE("sums and means over the rows of columns") {
    parse_options const columns{.columns = {"x", "y"}};
    auto const same = [&](char const* a, char const* b) { return equivalent(parse(a, columns), parse(b, columns)).is_equal(); };
    CHECK(same("mean((x - mean(x))^2)", "mean(x^2) - mean(x)^2"));
    CHECK(same("mean((w*x - y)^2)", "w^2*mean(x^2) - 2*w*mean(x*y) + mean(y^2)"));
    CHECK(same("mean(x/w)", "mean(x)/w"));
    CHECK(same("sum(x + y)", "sum(x) + sum(y)"));

    auto const said = [&](char const* a, char const* b) { return text(equivalent(parse(a, columns), parse(b, columns))); };
    CHECK(said("mean(x^2)", "mean(x)^2") == "different at x = (2, 3): 6.5 and 6.25");
    CHECK(said("sum(x*y)", "sum(x)*sum(y)") == "different at x = (2, 3), y = (0.5, -1): -2 and -2.5");
    CHECK(said("sum(w*x + 1)", "w*sum(x) + 1") == "different at w = 2, x = (0.5, -1): 1 and 0");
    CHECK(said("mean((x - mean(x))^3)", "0") == "different at x = (3, 1, 0.5): 0.75 and 0");
    CHECK(said("x - mean(x)", "0") == "different at x = (2, 3), in row 1: -0.5 and 0");
    CHECK(said("mean(x)", "w*mean(x)") == "different at x = 2, w = 0.5: 2 and 1");
    CHECK(said("sum(x)/x", "1") == "different at x = (2, 3), in row 1: 2.5 and 1");
    CHECK(said("mean(log(x))", "log(mean(x))") == "different at x = (2, 3): 0.89588 and 0.916291");

    equivalence const e = equivalent(parse("mean(x*y)", columns), parse("mean(x)*mean(y)", columns));
    CHECK(e.rows == 2);
    CHECK(e.row == 0);
    CHECK(e.witness.size() == 4);
    CHECK(e.witness[2] == std::pair<std::string, double>("x", 3));
}
