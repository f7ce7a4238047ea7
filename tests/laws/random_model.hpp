#pragma once

#include <leibniz/leibniz.hpp>

#include <array>
#include <cstdint>
#include <deque>
#include <iterator>
#include <utility>
#include <vector>

/// Models as a user might write them: every run on every compiler sees the same ones. Each has a seed of its own and draws
/// functions by their names, so that a function that is added to the table changes only models in which it occurs.
class random_models {
public:
    explicit random_models(std::uint64_t seed) : seed_(seed), state_(seed) {}
    /// Made of these functions too, as often as of sums and products.
    random_models(std::uint64_t seed, std::vector<leibniz::function const*> functions) : seed_(seed), state_(seed), functions_(std::move(functions)) {}

    /// Forgets the models drawn so far.
    void forget() {
        nodes_.clear();
        operands_.clear();
    }

    /// The next model: an expression of x, y, z and small numbers, with at most `depth` operations one in another.
    leibniz::written const& next(int depth) {
        state_ = leibniz::detail::mix(seed_, ++models_);
        return draw(depth);
    }

    /// A number of the sequence, from 0 to n - 1.
    template <class N>
    int below(N n) {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(n));
    }

private:
    /// A part of a model.
    leibniz::written const& draw(int depth) {
        using namespace leibniz;
        if (depth == 0 || below(6) == 0) return leaf();
        if (!functions_.empty() && below(2) == 0) return call_of(by_name(), depth - 1);
        static function const* const unary[] = {
            &row<exponential>::descriptor, &row<logarithm>::descriptor, &row<square_root>::descriptor,        &row<sine>::descriptor,
            &row<cosine>::descriptor,      &row<logistic>::descriptor,  &row<hyperbolic_tangent>::descriptor, &row<negation>::descriptor,
            &row<negation>::descriptor};
        static function const* const binary[] = {&row<addition>::descriptor,       &row<subtraction>::descriptor,
                                                 &row<multiplication>::descriptor, &row<division>::descriptor,
                                                 &row<addition>::descriptor,       &row<multiplication>::descriptor};
        switch (below(8)) {
        case 0:
        case 1: {
            function const& fn = *unary[below(std::size(unary))];
            return call(fn, {&draw(depth - 1)});
        }
        case 2: {
            written const& base = draw(depth - 1);
            written const& exponent = fraction(3, 2);
            return call(row<power>::descriptor, {&base, &exponent});
        }
        default: break;
        }
        function const& fn = below(13) == 0 ? row<power>::descriptor : *binary[below(std::size(binary))];
        written const& first = draw(depth - 1);
        written const& second = draw(depth - 1);
        return call(fn, {&first, &second});
    }

    /// The function whose name gives the greatest number here: one function more leaves the choice among the others.
    leibniz::function const& by_name() {
        int const turn = below(1 << 30);
        auto const number = [turn](leibniz::function const* fn) {
            return leibniz::detail::mix(leibniz::detail::mix(static_cast<std::uint64_t>(turn), leibniz::detail::hash_of(fn->name)), static_cast<std::uint64_t>(fn->arity));
        };
        leibniz::function const* chosen = functions_[0];
        for (leibniz::function const* fn : functions_)
            if (number(fn) > number(chosen)) chosen = fn;
        return *chosen;
    }

    leibniz::written const& leaf() {
        using namespace leibniz;
        switch (below(5)) {
        case 0: return as_written<symbol<"x">>;
        case 1: return as_written<symbol<"y">>;
        case 2: return as_written<symbol<"z">>;
        case 3: return fraction(0, 1);
        default: return fraction(4, 3);
        }
    }

    /// From -most to most over 1 to `denominators`; 1 if most is 0.
    leibniz::written const& fraction(int most, int denominators) {
        int const numerator = most == 0 ? 1 : below(2 * most + 1) - most;
        int const denominator = 1 + below(denominators);  // drawn second, on every compiler
        return number(leibniz::rational(numerator, denominator));
    }
    leibniz::written const& number(leibniz::rational r) {
        nodes_.push_back({.what = leibniz::form::number, .hash = leibniz::detail::hash_of(r), .number = r});
        return nodes_.back();
    }

    /// A function of the table, of whatever it takes: a whole number, a condition, a model.
    leibniz::written const& call_of(leibniz::function const& fn, int depth) {
        using namespace leibniz;
        int const held = held_operands(fn);
        written const& first = held > 0 ? number(1 + below(4))
                               : fn == row<choice>::descriptor || is_logical(fn) ? condition(depth)
                                                                               : draw(depth);
        if (fn.arity == 1) return call(fn, {&first});
        written const& second = held > 1 ? number(1 + below(4)) : is_logical(fn) ? condition(depth) : draw(depth);
        if (fn.arity == 2) return call(fn, {&first, &second});
        written const& third = draw(depth);
        return call(fn, {&first, &second, &third});
    }
    /// How many operands there are, from the first on, by which a function has no derivative: orders and shapes.
    static int held_operands(leibniz::function const& fn) {
        using namespace leibniz;
        if (fn.arity < 2 || !fn.has_partials) return 0;
        graph g(rules);
        int const operands[] = {g.symbol("u"), g.symbol("v"), g.symbol("w")};
        int partials[most_arguments] = {}, count = 0;
        fn.partials(g, operands, partials);
        while (count < fn.arity && partials[count] < 0) ++count;
        return count;
    }
    static bool is_logical(leibniz::function const& fn) {
        using namespace leibniz;
        return fn == row<logical_conjunction>::descriptor || fn == row<logical_disjunction>::descriptor || fn == row<logical_negation>::descriptor;
    }
    leibniz::written const& condition(int depth) {
        using namespace leibniz;
        static function const* const comparisons[] = {&row<less_than>::descriptor, &row<at_most>::descriptor, &row<greater_than>::descriptor, &row<at_least>::descriptor};
        function const& fn = *comparisons[below(std::size(comparisons))];
        written const& first = draw(depth);
        written const& second = draw(depth);
        return call(fn, {&first, &second});
    }

    leibniz::written const& call(leibniz::function const& fn, std::initializer_list<leibniz::written const*> operands) {
        leibniz::written made{.what = leibniz::form::call, .hash = fn.hash, .fn = &fn, .count = fn.arity};
        std::array<leibniz::written const*, 3>& kept = operands_.emplace_back();
        std::size_t place = 0;
        for (leibniz::written const* operand : operands) {
            kept[place++] = operand;
            made.hash = leibniz::detail::mix(made.hash, operand->hash);
        }
        made.operands = kept.data();
        nodes_.push_back(made);
        return nodes_.back();
    }

    std::uint64_t seed_, models_ = 0, state_;
    std::vector<leibniz::function const*> functions_;
    std::deque<leibniz::written> nodes_;  // addresses stay
    std::deque<std::array<leibniz::written const*, 3>> operands_;
};
