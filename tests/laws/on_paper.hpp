#pragma once

#include <leibniz/leibniz.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string_view>

/// Random models of products, quotients and powers, with their values and derivatives by the rules one writes on paper.
namespace on_paper {

using namespace leibniz;

inline constexpr std::string_view names[] = {"x", "y", "z"};

/// A value with its first and second derivative by one symbol.
template <class T>
struct jet {
    std::array<T, 3> of{};
};

/// The rules as one writes them on paper, for (u/v)' that is (u' - (u/v)*v')/v.
template <class T>
jet<T> sum(jet<T> const& u, jet<T> const& v, int sign) {
    jet<T> r;
    for (std::size_t k = 0; k < 3; ++k) r.of[k] = sign > 0 ? T(u.of[k] + v.of[k]) : T(u.of[k] - v.of[k]);
    return r;
}
template <class T>
jet<T> product(jet<T> const& u, jet<T> const& v) {
    return {{T(u.of[0] * v.of[0]), T(u.of[1] * v.of[0] + u.of[0] * v.of[1]), T(u.of[2] * v.of[0] + 2 * u.of[1] * v.of[1] + u.of[0] * v.of[2])}};
}
template <class T>
jet<T> quotient(jet<T> const& u, jet<T> const& v) {
    T const q = u.of[0] / v.of[0], slope = (u.of[1] - q * v.of[1]) / v.of[0];
    return {{q, slope, T((u.of[2] - 2 * slope * v.of[1] - q * v.of[2]) / v.of[0])}};
}
template <class T>
T whole_power(T const& u, int n) {
    T const half = n < 2 ? T(1) : whole_power(u, n / 2);
    return n < 1 ? T(1) : n % 2 == 0 ? T(half * half) : T(half * half * u);
}
template <class T>
jet<T> power(jet<T> const& u, int n) {
    T const once = T(n) * whole_power(u.of[0], n - 1), twice = T(n * (n - 1)) * whole_power(u.of[0], n > 1 ? n - 2 : 0);
    return {{whole_power(u.of[0], n), T(once * u.of[1]), T(twice * u.of[1] * u.of[1] + once * u.of[2])}};
}

/// A model as it was written, and its values by these rules.
class random_quotients {
public:
    explicit random_quotients(std::uint64_t seed) : state_(seed) {}

    written const& draw(int depth) {
        if (depth == 0 || below(8) == 0) return leaf();
        int const kind = below(10);
        written const& first = draw(depth - 1);
        if (kind == 0) return call(row<leibniz::power>::descriptor, first, number(below(3) == 0 ? 4 + below(20) : 2 + below(3)));
        written const* other = &draw(depth - 1);
        while (other->hash == first.hash) other = &draw(depth - 1);  // like terms would be collected
        written const& second = *other;
        return call(kind < 4 ? row<multiplication>::descriptor : kind < 8 ? row<division>::descriptor : kind < 9 ? row<addition>::descriptor : row<subtraction>::descriptor, first, second);
    }
    template <class N>
    int below(N n) {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(n));
    }

private:
    written const& leaf() {
        switch (below(3)) {
            case 0: return as_written<symbol<"x">>;
            case 1: return as_written<symbol<"y">>;
            default: return as_written<symbol<"z">>;
        }
    }
    written const& number(int n) {
        nodes_.push_back({.what = form::number, .hash = detail::hash_of(rational(n)), .number = n});
        return nodes_.back();
    }
    written const& call(function const& fn, written const& first, written const& second) {
        std::array<written const*, 2>& kept = operands_.emplace_back(std::array<written const*, 2>{&first, &second});
        nodes_.push_back({.what = form::call, .hash = detail::mix(fn.hash, detail::mix(first.hash, second.hash)), .fn = &fn, .operands = kept.data(), .count = 2});
        return nodes_.back();
    }

    std::uint64_t state_;
    std::deque<written> nodes_;
    std::deque<std::array<written const*, 2>> operands_;
};

template <class T>
jet<T> as_on_paper(written const& w, std::array<T, 3> const& at, std::size_t by) {
    if (w.what == form::number) return {{T(w.number.numerator())}};
    if (w.what == form::symbol) {
        auto const k = static_cast<std::size_t>(w.name[0] - 'x');
        return {{at[k], T(k == by ? 1 : 0)}};
    }
    jet<T> const u = as_on_paper(*w.operands[0], at, by);
    if (w.fn->meaning == role::power) return power(u, static_cast<int>(w.operands[1]->number.numerator()));
    jet<T> const v = as_on_paper(*w.operands[1], at, by);
    switch (w.fn->meaning) {
        case role::sum: return sum(u, v, 1);
        case role::difference: return sum(u, v, -1);
        case role::product: return product(u, v);
        default: return quotient(u, v);
    }
}

}  // namespace on_paper
