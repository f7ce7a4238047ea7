#pragma once

#include "../all.hpp"

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <unordered_map>
#include <unordered_set>

namespace numbers {

/// The value of block F of numbers T; specialised where the block's own is of the machine's numbers only.
template <class F, class T>
struct block_value {
    static T of(T const* u) { return leibniz::detail::value_of<F, T>(u); }
};

/// The values of all rows, and of the forms that only evaluation uses, for numbers T.
template <class T>
class block_values {
public:
    using value = T (*)(T const*);

    block_values() {
        for_every_function([this]<class F>(F) { this->template enrol<F>(); });
        enrol<leibniz::circle_constant>();
        boost::hana::for_each(leibniz::all_stable_forms, [this]<class F>(F) { this->template enrol<F>(); });
    }

    /// Ends the program where the function has no value in these numbers: what is not computed may not pass.
    value operator[](leibniz::function const& fn) const {
        auto const found = values_.find(fn.hash);
        if (found != values_.end()) return found->second;
        std::fprintf(stderr, "tests/laws/numbers: %.*s has no value; enrol its block\n", static_cast<int>(fn.name.size()), fn.name.data());
        std::abort();
    }

    /// Whether its value or its slope may jump, not only at 0; of a choice its condition's may.
    bool may_jump(leibniz::function const& fn) const { return jumping_.count(fn.hash) > 0; }

private:
    template <class F>
    void enrol() {
        if constexpr (requires { block_value<F, T>::of; }) values_[leibniz::row<F>::descriptor.hash] = &block_value<F, T>::of;
        if constexpr ((requires { F::kinks; } || requires { F::smooth; }) && !std::same_as<F, leibniz::choice>) jumping_.insert(leibniz::row<F>::descriptor.hash);
    }

    std::unordered_map<std::uint64_t, value> values_;
    std::unordered_set<std::uint64_t> jumping_;
};

/// The place of a variable in a point: u, v, w, or x, y, z.
inline std::size_t place_of(leibniz::variable_name const& v) { return static_cast<std::size_t>(v.name[0] - 'u') % 3; }

/// leibniz::interpret for any number type; the last instruction of the first root.
template <class T>
T run(leibniz::program const& p, std::array<T, 3> const& at, block_values<T> const& values) {
    using leibniz::opcode;
    std::vector<T> v(static_cast<std::size_t>(p.code.size()));
    auto const result = [&v](int i) -> T& { return v[static_cast<std::size_t>(i)]; };
    for (int i = 0; i < p.code.size(); ++i) {
        leibniz::instruction const& step = p.code[i];
        switch (step.op) {
            case opcode::input: result(i) = at[place_of(p.variables[step.a])]; break;
            case opcode::constant: result(i) = leibniz::detail::fraction<T>(step.n, step.d); break;
            case opcode::add: result(i) = result(step.a) + result(step.b); break;
            case opcode::subtract: result(i) = result(step.a) - result(step.b); break;
            case opcode::multiply: result(i) = result(step.a) * result(step.b); break;
            case opcode::divide: result(i) = result(step.a) / result(step.b); break;
            case opcode::negate: result(i) = -result(step.a); break;
            case opcode::reduce: result(i) = result(step.a); break;
            case opcode::call: {
                T const operands[] = {result(step.a), result(step.b), result(step.c)};
                result(i) = values[*step.fn](operands);
                break;
            }
        }
    }
    return result(p.roots[0]);
}

}  // namespace numbers
