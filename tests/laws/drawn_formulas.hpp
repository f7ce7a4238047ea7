#pragma once

#include "independent_formulas.hpp"

#include <cstdint>

namespace random_identities {

/// Draws formulas of one family.
class drawing {
public:
    drawing(formulas& f, family of, std::uint64_t seed) : f_(f), of_(of), state_(seed * 0x9e3779b97f4a7c15u + 0x1234567u) {}

    int below(int n) {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(n));
    }

    int draw(int levels) {
        if (levels == 0) return leaf();
        int const what = below(10);
        if (what < 6 || has(family::rational)) {
            switch (below(6)) {
                case 0: case 1: return f_.sum(draw(levels - 1), draw(levels - 1));
                case 2: {
                    int const a = draw(levels - 1), b = draw(levels - 1);
                    return f_.text(a) == f_.text(b) ? f_.sum(a, b) : f_.difference(a, b);  // 0 by its form keeps no domain
                }
                case 3: return f_.product(draw(levels - 1), draw(levels - 1));
                case 4: return f_.quotient(draw(levels - 1), draw(levels - 1));
                default: return f_.power(draw(levels - 1), 2 + below(2));
            }
        }
        family const kind = of_ == family::mixed ? static_cast<family>(1 + below(4)) : of_;
        switch (kind) {
            case family::exponential: {
                op const calls[] = {op::exp, op::exp, op::exp, op::sinh, op::cosh, op::tanh, op::sigmoid, op::softplus};
                return f_.call(calls[below(8)], linear());
            }
            case family::trigonometric: {
                op const calls[] = {op::sin, op::cos, op::tan, op::sin, op::cos};
                return f_.call(calls[below(5)], linear());
            }
            case family::whole: return with_whole_number();
            case family::roots:
                switch (below(6)) {
                    case 0: return f_.call(op::log, positive());
                    case 1: return f_.call(op::log, draw(levels - 1));
                    case 2: return f_.call(op::sqrt, below(2) == 0 ? positive() : draw(levels - 1));
                    case 3: return f_.call(op::cbrt, draw(levels - 1));
                    case 4: return f_.power(positive(), 1 + below(4), 2 + below(3));
                    default: return f_.call(op::sqrt, positive());
                }
            default:
                switch (below(6)) {
                    case 0: return f_.call(op::abs, draw(levels - 1));
                    case 1: return f_.call(op::max, draw(levels - 1), draw(levels - 1));
                    case 2: return f_.call(op::min, linear(), draw(levels - 1));
                    case 3: return f_.call(op::where, linear(), draw(levels - 1), draw(levels - 1));
                    case 4: return f_.call(op::relu, linear());
                    default: return f_.call(op::sign, linear());
                }
        }
    }

protected:
    bool has(family kind) const { return of_ == kind; }
    int leaf() {
        if (below(3) == 0) return f_.number(1 + below(5), below(4) == 0 ? 2 : 1);
        return f_.symbol(below(3));
    }
    int linear() {
        int result = f_.scaled(1 + below(3), f_.symbol(below(3)));
        int const first = static_cast<int>(f_[f_[result].b].n), second = f_.symbol((first + 1 + below(2)) % 3);
        if (below(2) == 0) result = below(2) == 0 ? f_.sum(result, second) : f_.difference(result, f_.scaled(2, second));
        if (below(4) == 0) result = f_.sum(result, has(family::trigonometric) ? f_.quotient(f_.call(op::pi, -1), f_.number(2 + below(3))) : f_.number(1));
        return result;
    }
    int positive() {
        switch (below(4)) {
            case 0: return f_.sum(f_.number(1), f_.power(f_.symbol(below(3)), 2));
            case 1: return f_.call(op::exp, f_.symbol(below(3)));
            case 2: return f_.sum(f_.power(leaf(), 2), f_.number(1 + below(3)));
            default: return f_.product(f_.number(1 + below(4)), f_.sum(f_.number(2), f_.power(f_.symbol(below(3)), 4)));
        }
    }

    /// A whole number: z, and sums and multiples of it.
    int whole() {
        int const z = f_.symbol(2);
        switch (below(6)) {
            case 0: return f_.scaled(2, z);
            case 1: return f_.sum(z, f_.number(1 + below(2)));
            case 2: return f_.negative(z);
            default: return z;
        }
    }
    int with_whole_number() {
        int const u = f_.symbol(below(2)), k = whole(), turn = f_.product(k, f_.call(op::pi, -1));
        switch (below(12)) {
            case 8: return f_.call(op::where, k, u, leaf());
            case 9: return f_.call(op::where_from, k, u, leaf());
            case 10: return f_.call(op::sign, k);
            case 11: return f_.call(op::step, k);
            case 0: return f_.call(op::to_the, f_.number(-1), below(2) == 0 ? f_.product(k, f_.sum(k, f_.symbol(2))) : k);
            case 1: return f_.call(op::cos, turn);
            case 2: return f_.call(op::sin, f_.sum(turn, u));
            case 3: return f_.call(op::to_the, f_.call(op::abs, u), k);
            case 4: return f_.call(op::to_the, f_.product(u, f_.symbol(below(2))), k);
            case 5: return f_.call(op::to_the, f_.quotient(u, f_.sum(f_.symbol(below(2)), f_.number(1 + below(3)))), k);
            case 6: return f_.call(op::to_the, below(2) == 0 ? f_.call(op::exp, u) : f_.power(u, 2 + below(2)), k);
            default: return f_.call(op::to_the, u, k);
        }
    }

    formulas& f_;
    family of_;
    std::uint64_t state_;
};

}  // namespace random_identities
