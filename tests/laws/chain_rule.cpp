// The chain rule: every composition f(g(x)) of two functions of one argument has the first and second derivative that
// differences in 50 digits give, wherever the domains allow one; and the text of the derivative reads back to the same
// formula.
#include "../catch.hpp"
#include "all.hpp"
#include "formulas.hpp"
#include "numbers/programs.hpp"

#include <leibniz/parse.hpp>

#include <algorithm>
#include <cstdio>
#include <string>

using namespace leibniz;

namespace {

struct unary_row {
    function const* fn;
    interval_list smooth;
    point_list points;

    int applied(graph& g, int to) const { return fn->meaning == role::negation ? g.scale(-1, to) : g.call(*fn, &to); }
};

std::vector<unary_row> unary_rows() {
    std::vector<unary_row> rows;
    for_every_function([&]<class F>(F) {
        if constexpr (F::arity == 1 && is_differentiated<F>) {
            static_assert(!has_joint_kinks<F>, "a function of one argument says where it is smooth");
            rows.push_back({&row<F>::descriptor, smooth_of<F>(0), points_of<F, 0>()});
        }
    });
    return rows;
}

struct tally {
    int pairs = 0, without_points = 0, points = 0, second = 0, read = 0;
    double worst = 0;

    void note(double distance) {
        if (!(distance <= worst)) worst = distance;
    }
};

#ifdef LEIBNIZ_EVERYTHING
constexpr int points_of_a_pair = 3;
#else
constexpr int points_of_a_pair = 1;
#endif

/// Points where f may be applied to g(x), spread over all there are, with the room that a step in x has.
std::vector<std::pair<double, double>> common_points(unary_row const& f, unary_row const& g, program const& inner, program const& inner_slope, bool is_flat) {
    std::vector<std::pair<double, double>> all, some;
    std::size_t const most = points_of_a_pair;
    for (double at : g.points) {
        double const u = numbers::value(inner, {at}), steepness = std::abs(numbers::value(inner_slope, {at}));
        double const room = std::min(g.smooth.room_at(at), (is_flat && f.smooth.contains(u) ? 1 : f.smooth.room_at(u)) / std::max(1.0, steepness));
        if (std::abs(u) < 50 && room > 1e-6) all.emplace_back(at, room);
    }
    std::size_t const step = std::max<std::size_t>(1, all.size() / most);
    for (std::size_t i = step / 2; i < all.size() && some.size() < most; i += step) some.push_back(all[i]);
    return some;
}

/// The formula that a text says, in a graph.
int read_into(graph& g, std::string const& text) {
    model const m = parse(text);
    return imported(g, detail::seen(m.finished()))[m.finished().roots[0]];
}

void check(unary_row const& f, unary_row const& g, tally& t) {
    graph in(rules);
    int const x = in.symbol("x"), inside = g.applied(in, x), composed = f.applied(in, inside);
    int const inner_slope = differentiate(in, inside, x), slope = differentiate(in, composed, x);
    REQUIRE((!in.faults.lacks_partials && !in.faults.overflowed));
    std::string const text = printed(in, slope);
    CAPTURE(std::string(f.fn->name), std::string(g.fn->name), text);
    CHECK(read_into(in, text) == slope);
    ++t.read;

    program const of = compiled(in, composed), derived = compiled(in, slope);
    auto const points = common_points(f, g, compiled(in, inside), compiled(in, inner_slope), in.is_number(inner_slope, 0));
    ++t.pairs;
    if (points.empty()) ++t.without_points;
    for (auto const& [at, room] : points) {
        double const distance = numbers::distance_from_difference(derived, of, {at}, 0, room);
        t.note(distance);
        ++t.points;
        CAPTURE(at);
        CHECK(distance <= 1e-30);
    }
    if (points.empty()) return;
    int const curvature = differentiate(in, slope, x, true);  // a sweep of its own, which collects like terms
    if (in.faults.overflowed) return;
    auto const& [at, room] = points[points.size() / 2];
    double const distance = numbers::distance_from_difference(compiled(in, curvature), derived, {at}, 0, room);
    t.note(distance);
    ++t.second;
    CAPTURE(printed(in, curvature), at);
    CHECK(distance <= 1e-30);
}

}  // namespace

TEST_CASE("the derivatives of every composition agree with differences in 50 digits, and the text reads back") {
    std::vector<unary_row> const rows = unary_rows();
    tally t;
    for (unary_row const& f : rows)
        for (unary_row const& g : rows) check(f, g, t);
    std::printf("compositions: %zu functions, %d pairs, %d points, %d second derivatives, worst %.2g; %d pairs without a common point; %d texts read back\n",
                rows.size(), t.pairs, t.points, t.second, t.worst, t.without_points, t.read);
    CHECK(rows.size() >= 54);
    CHECK(3 * t.points >= 2 * points_of_a_pair * t.pairs);
    CHECK(t.second == t.pairs - t.without_points);
}
