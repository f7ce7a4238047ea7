// Derivations of random models: the last line is what diff derives, and every line on the way is true.
#include "../catch.hpp"
#include "../laws/formulas.hpp"
#include "../laws/random_model.hpp"

#include <leibniz/evaluate/interpret.hpp>
#include <leibniz/evaluate/valued.hpp>
#include <leibniz/derivation.hpp>
#include <leibniz/rules/listed.hpp>

#include <boost/hana/for_each.hpp>

#include <cmath>
#include <map>
#include <string>
#include <vector>

using namespace leibniz;
using detail::piece;

namespace {

constexpr int models = 250;  // of each kind
constexpr std::string_view names[] = {"x", "y", "z"};
constexpr long double points[][3] = {{0.7L, 1.6L, 0.3L}, {1.4L, 0.45L, 2.2L}, {-0.8L, 1.2L, -1.7L}};

long double value_of(graph const& g, int i, long double const* at) {
    program const p = valued(compiled(g, i));
    buffer<long double> inputs;
    for (variable_name const& v : p.variables) inputs.push(at[v.name[0] - 'x']);
    return interpret(p, inputs)[p.roots[0]];
}

/// What stands in a line as it was written, in canonical form.
int canonical_node(graph& g, int i) {
    std::map<int, int> place;
    for (std::vector<int> open{i}; !open.empty();) {
        int const top = open.back();
        buffer<int> operands;
        for (int k = 0; k < g[top].count; ++k) {
            int const o = g.operand(top, k);
            if (place.count(o) == 0) open.push_back(o);
            else operands.push(place[o]);
        }
        if (open.back() != top) continue;
        place[top] = rebuilt(g, node(g[top]), operands);
        open.pop_back();
    }
    return place[i];
}

/// The value of one side of a line, by its pieces alone.
long double value_of(graph& g, piece const* pieces, int count, int by, long double const* at) {
    long double sum = 0, product = 1;
    bool negative = false;
    for (int k = 0; k < count; ++k) {
        piece const& p = pieces[k];
        switch (p.what) {
            case piece::kind::formula:
            case piece::kind::factor: product *= value_of(g, canonical_node(g, p.node), at); break;
            case piece::kind::slope: product *= value_of(g, differentiate(g, canonical_node(g, p.node), by), at); break;
            case piece::kind::times: break;
            case piece::kind::plus:
            case piece::kind::minus:
                if (k > 0) sum += negative ? -product : product;
                product = 1;
                negative = p.what == piece::kind::minus;
                break;
            default: FAIL("no other piece in these lines");
        }
    }
    return sum + (negative ? -product : product);
}

bool same(long double a, long double b) {
    if (!std::isfinite(a) || !std::isfinite(b) || std::abs(a) > 1e6L) return true;  // undefined, or without digits to compare
    return std::abs(a - b) <= 1e-9L * (1 + std::abs(a));
}

/// Whether left and right agree at the points; where one is undefined it says nothing.
bool agree(graph& g, detail::derivation_plan const& plan, detail::planned_line const& line, int by) {
    for (auto const& at : points) {
        long double const before = value_of(g, plan.pieces(line.before), line.before.count, by, at);
        long double const after = value_of(g, plan.pieces(line.after), line.after.count, by, at);
        if (!same(before, after)) return false;
    }
    return true;
}

std::vector<function const*> every_function() {
    std::vector<function const*> all;
    boost::hana::for_each(all_functions, [&](auto f) {
        using block = decltype(f);
        if constexpr (block::meaning == role::none && block::arity > 0) all.push_back(detail::registered<block>::descriptor);
    });
    return all;
}

template <class Plan>
std::string lines_of(Plan const& plan) {
    auto const all = detail::derivation_writer<text_style>(plan)();
    buffer<char> out;
    for (derivation_line const l : derivation_lines(all.letters.begin(), all.lines.begin(), all.lines.size())) detail::put_line(out, l, true);
    return {out.begin(), out.end()};
}

template <class Plan>
std::string last_formula(Plan const& plan) {
    auto const all = detail::derivation_writer<text_style>(plan)();
    std::string_view const after = derivation_lines(all.letters.begin(), all.lines.begin(), all.lines.size()).back().after;
    std::size_t const sign = after.rfind(" = ");
    return std::string(sign == std::string_view::npos ? after : after.substr(sign + 3));
}

/// Checks the models that are drawn; gives how many lines there were.
int check(random_models draw) {
    int lines = 0;
    for (int m = 0; m < models; ++m) {
        written const& model = draw.next(4);
        for (std::string_view name : names) {
            written const by = detail::written_variable(name, false);
            graph g(rules);
            int const root = lowering(g)(model);
            int const slope = differentiate(g, root, lowering(g)(by));
            if (g.faults.overflowed || g.faults.lacks_partials) continue;
            std::string const expected = printed(g, slope);
            detail::main_steps_plan<> const main(model, by);
            detail::every_rule_plan<> const every(model, by);
            CAPTURE(m, std::string(name), printed(g, root), lines_of(main), lines_of(every));
            CHECK(last_formula(main) == expected);
            CHECK(last_formula(every) == expected);
            for (auto const& at : points) CHECK(same(value_of(main.in(), main.combined(), at), value_of(main.in(), main.derivative(), at)));
            graph copy = every.in();
            int const variable = copy.symbol(name);
            for (detail::planned_line const& line : every.lines()) {
                CAPTURE(line.depth, static_cast<int>(line.by));
                CHECK(agree(copy, every, line, variable));
                ++lines;
            }
        }
    }
    return lines;
}

}  // namespace

TEST_CASE("a derivation ends with what diff derives, and each of its lines is true") {
    CHECK(check(random_models(7)) > 10 * models);
    CHECK(check(random_models(8, every_function())) > 8 * models);
}
