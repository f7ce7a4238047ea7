#pragma once

#include <leibniz/leibniz.hpp>

#include <array>
#include <cstdint>
#include <deque>
#include <iterator>

/// Models as a user might write them, drawn from a fixed sequence: every run on every compiler sees the same ones.
class random_models {
public:
    explicit random_models(std::uint64_t seed) : state_(seed) {}

    /// An expression of x, y, z and small numbers, with at most `depth` operations one in another.
    leibniz::written const& draw(int depth) {
        using namespace leibniz;
        if (depth == 0 || below(6) == 0) return leaf();
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

    /// A number of the sequence, from 0 to n - 1.
    template <class N>
    int below(N n) {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(n));
    }

private:
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
        leibniz::rational const r(numerator, denominator);
        nodes_.push_back({.what = leibniz::form::number, .hash = leibniz::detail::hash_of(r), .number = r});
        return nodes_.back();
    }

    leibniz::written const& call(leibniz::function const& fn, std::initializer_list<leibniz::written const*> operands) {
        leibniz::written made{.what = leibniz::form::call, .hash = fn.hash, .fn = &fn, .count = fn.arity};
        std::array<leibniz::written const*, 2>& kept = operands_.emplace_back();
        std::size_t place = 0;
        for (leibniz::written const* operand : operands) {
            kept[place++] = operand;
            made.hash = leibniz::detail::mix(made.hash, operand->hash);
        }
        made.operands = kept.data();
        nodes_.push_back(made);
        return nodes_.back();
    }

    std::uint64_t state_;
    std::deque<leibniz::written> nodes_;  // addresses stay
    std::deque<std::array<leibniz::written const*, 2>> operands_;
};
