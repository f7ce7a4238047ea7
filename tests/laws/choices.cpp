// Nothing of a branch that is not taken reaches a value or a derivative, however choices are nested, shared and combined:
// a formula with choices gives what it gives with each of them replaced by the branch that is taken.
#include "catch.hpp"

#include <leibniz/calculus/diff.hpp>
#include <leibniz/evaluate/interpret.hpp>
#include <leibniz/evaluate/valued.hpp>
#include <leibniz/graph/remove_dead_nodes.hpp>
#include <leibniz/rules/all.hpp>

#include <cmath>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

using namespace leibniz;

namespace {

/// Two forms of one formula: with choices, and of taken branches alone. Singular: infinite or no number at the point.
struct both_forms {
    int with = 0, taken = 0;
    bool singular = false;
};

constexpr double point[] = {0, 1.25};

class random_choices {
public:
    explicit random_choices(std::uint64_t seed) : state_(seed) {
        for (char const* name : {"x", "y"}) pool_.push_back({choices.symbol(name), branches.symbol(name), false});
        for (graph* g : {&choices, &branches})
            for (int k = 0; k < 3; ++k) {
                term const x(*g, g->symbol("x"));
                int const made = (k == 0 ? 1 / x : k == 1 ? log(x) : sqrt(x)).index();
                if (g == &choices) pool_.push_back({made, 0, true});
                else pool_[static_cast<std::size_t>(2 + k)].taken = made;
            }
    }

    both_forms draw(int steps) {
        for (int k = 0; k < steps; ++k) pool_.push_back(next());
        while (pool_.back().singular) pool_.push_back(next());
        return pool_.back();
    }

    graph choices{rules}, branches{rules};

private:
    int below(int n) {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(n));
    }
    /// One of the youngest, as a rule.
    both_forms any() { return pool_[pool_.size() - 1 - static_cast<std::size_t>(below(below(3) == 0 ? static_cast<int>(pool_.size()) : 6) % static_cast<int>(pool_.size()))]; }
    both_forms regular() {
        for (;;)
            if (both_forms const f = any(); !f.singular) return f;
    }

    both_forms next() {
        int const kind = below(12);
        if (kind < 5) return choice_of(any(), regular());
        both_forms const a = any(), b = any();
        bool const one = kind == 5 || kind == 6;
        int const number = below(5) - 2;
        auto const built = [&](graph& g, int i, int j) {
            term const u(g, i), v(g, j);
            if (kind == 5) return sin(u);
            if (kind == 6) return (u + number) / 3;
            return kind < 9 ? u + v : u * v;
        };
        return {built(choices, a.with, b.with).index(), built(branches, a.taken, b.taken).index(), a.singular || (!one && b.singular)};
    }

    /// A choice between something that is not taken and something that is.
    both_forms choice_of(both_forms passed, both_forms taken) {
        int const variable = below(2), number = below(4) - 1;
        term const u(choices, choices.symbol(variable == 0 ? "x" : "y"));
        bool const greater = below(2) == 0;
        term const condition = greater ? apply<greater_than>(u, u.number(number)) : apply<less_than>(u, u.number(number));
        bool const holds = greater ? point[variable] > number : point[variable] < number;
        both_forms const zero{choices.number(0), branches.number(0), false};
        if (below(4) == 0) passed = zero;
        if (below(6) == 0) taken = zero;
        term const first(choices, holds ? taken.with : passed.with), second(choices, holds ? passed.with : taken.with);
        return {where(condition, first, second).index(), taken.taken, taken.singular};
    }

    std::uint64_t state_;
    std::vector<both_forms> pool_;
};

double value(graph const& g, int root, bool shared) {
    buffer<int> const roots(1, root);
    view all{g.begin(), g.operands(), roots.begin(), nullptr, g.size(), g.operand_count(), 1, 0, shared};
    program const p = valued(program(all));
    buffer<double> inputs;
    for (variable_name const& v : p.variables) inputs.push(point[v.name == "x" ? 0 : 1]);
    return interpret(p, inputs)[p.roots[0]];
}

/// All derivatives up to the third order: gradients of gradients, and one by one at last.
std::vector<int> derivatives(graph& g, int root) {
    buffer<int> wanted;
    wanted.push(g.symbol("x"));
    wanted.push(g.symbol("y"));
    std::vector<int> all{root};
    for (std::size_t done = 0, order = 0; order < 3; ++order)
        for (std::size_t end = all.size(); done < end; ++done) {
            if (order == 2) {
                for (int by : wanted) all.push_back(differentiate(g, all[done], by, true));
            } else {
                for (int entry : reverse_sweep(g, wanted)(all[done])) all.push_back(entry);
            }
        }
    return all;
}

}  // namespace

TEST_CASE("choices with infinite branches have the derivatives of the branches that are taken") {
    int checked = 0;
    for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
        random_choices drawn(seed);
        both_forms const root = drawn.draw(14);
        std::vector<int> const with = derivatives(drawn.choices, root.with), taken = derivatives(drawn.branches, root.taken);
        REQUIRE(with.size() == 15);
        for (std::size_t k = 0; k < with.size(); ++k) {
            double const expected = value(drawn.branches, taken[k], true);
            if (!(std::abs(expected) < 1e6)) continue;  // too large to compare
            for (bool shared : {true, false}) {
                double const found = value(drawn.choices, with[k], shared);
                INFO("formula " << seed << ", derivative " << k << ": " << found << " for " << expected);
                REQUIRE(std::abs(found - expected) <= 1e-8 * (1 + std::abs(expected)));
            }
            checked += expected != 0;
        }
    }
    CHECK(checked > 2000);
}

namespace {

/// The nodes of a network's squared error and its gradient in all weights.
template <class Activation>
int nodes_of_network(int layers, int width, Activation activation) {
    std::deque<std::string> names;
    result r{.in = graph(rules), .shared = true};
    graph& g = r.in;
    auto const named = [&] { return term(g, g.symbol(names.emplace_back("w" + std::to_string(names.size())))); };
    std::vector<term> units;
    for (int i = 0; i < width; ++i) units.push_back(named());
    buffer<int> weights;
    for (int l = 0; l < layers; ++l) {
        std::vector<term> next;
        for (int i = 0; i < width; ++i) {
            buffer<summand> entries;
            for (term unit : units) {
                term const weight = named();
                weights.push(weight.index());
                entries.push({1, (weight * unit).index()});
            }
            next.push_back(activation(term(g, g.sum(entries))));
        }
        units = next;
    }
    buffer<summand> errors;
    for (term unit : units) errors.push({1, pow<2>(unit - named()).index()});
    r.roots.push(g.sum(errors));
    for (int partial : reverse_sweep(g, weights)(r.roots[0])) r.roots.push(partial);
    return without_dead_nodes(r).in.size();
}

}  // namespace

TEST_CASE("activations that are written as choices share the work of a network") {
    int const built_in = nodes_of_network(4, 4, [](term u) { return leaky_relu(u); });
    CHECK(nodes_of_network(4, 4, [](term u) { return where(apply<greater_than>(u, u.number(0)), u, u / 10); }) < built_in);
    CHECK(nodes_of_network(4, 4, [](term u) { return where(apply<greater_than>(u, u.number(0)), u, u.number(0)); }) < 3 * built_in / 2);
    CHECK(nodes_of_network(8, 3, [](term u) { return where(apply<greater_than>(u, u.number(0)), u, u.number(0)); }) < 1000);
    CHECK(nodes_of_network(4, 4, [](term u) { return max(u, u.number(0)); }) < 640);
    CHECK(nodes_of_network(4, 4, [](term u) { return max(u.number(0), u); }) < 640);
    CHECK(nodes_of_network(4, 4, [](term u) { return max(u, u / 10); }) < built_in);
}
