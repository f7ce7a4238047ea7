#pragma once

#include <leibniz/evaluate/common_denominator.hpp>
#include <leibniz/evaluate/cse_program.hpp>
#include <leibniz/evaluate/factored_sums.hpp>
#include <leibniz/evaluate/printed_program.hpp>

namespace leibniz::inline v0_1 {

template <class View>
constexpr program::program(print_order const& order, View results) {
    printed_program<View>(*this, order, results, program_writer::large);
}
namespace detail {

/// The size of the largest graph or program that is built anew: more would leave g++'s limit on the operations of one constant expression.
inline constexpr int most_built_anew = 1000;
/// The steps of a program whose sums are factored: fewer while clang compiles, which takes 2^20 statements in a constant expression.
constexpr int most_factored() {
#if defined(__clang__)
    if (__builtin_is_constant_evaluated()) return 300;
#endif
    return most_built_anew;
}

/// Whether there are summands with a factor in common, or powers of one: a quick look, because all programs pay for it.
constexpr bool has_common_factors(view const& of) {
    buffer<int> last(of.node_count, -1);  // by base of a factor: the last sum that has it
    for (int i = 0; i < of.node_count; ++i) {
        if (of.nodes[i].what != kind::sum) continue;
        for (int const *part = of.operands + of.nodes[i].first, *end = part + of.nodes[i].count; part != end; ++part) {
            int const term = of.nodes[*part].what == kind::scale ? of.operand(*part, 0) : *part;
            bool const product = of.nodes[term].what == kind::product;
            for (int f = 0; f < (product ? of.nodes[term].count : 1); ++f) {
                int const factor = product ? of.operand(term, f) : term;
                int& sum = last[of.nodes[factor].what == kind::power ? of.operand(factor, 0) : factor];
                if (sum == i) return true;
                sum = i;
            }
        }
    }
    return false;
}

}  // namespace detail

template <class View, class Parts>
constexpr program::program(View of, Parts) {
    bool gathered = false;
    if constexpr (Parts::gathered) {
        using denominators = common_denominators<typename Parts::graph>;
        if (of.node_count <= detail::most_built_anew && denominators::are_possible(of))
            if (denominators const all(of); all.any()) {
                build<Parts>(detail::seen(all.result()));
                gathered = true;
            }
    }
    if (!gathered) build<Parts>(of);
}
template <class Parts, class View>
constexpr void program::build(View of) {
    if constexpr (Parts::shared)
        if (of.shared) {
            cse_program<View, Parts::common>(*this, of);
            if constexpr (Parts::common)
                if (code.size() <= detail::most_factored() && detail::has_common_factors(of))
                    *this = without_dead_steps<Parts>(factored_sums<Parts>(*this).result());
        }
    if constexpr (Parts::single)
        if (!of.shared) printed_program<View>(*this, print_order(of), of);
}

namespace detail {

/// A program kept as a `static constexpr` value, with room for so many steps, variables and results.
template <int Instructions, int Variables, int Roots>
struct static_program {
    instruction code[static_cast<unsigned>(Instructions + 1)]{};
    variable_name variables[static_cast<unsigned>(Variables + 1)]{};
    int roots[static_cast<unsigned>(Roots + 1)]{};
    int size = 0, variable_count = 0, root_count = 0;

    template <class Program>
    constexpr explicit static_program(Program const& from, int code_size, int variables_size, int roots_size)
        : size(code_size), variable_count(variables_size), root_count(roots_size) {
        instruction const* step = from.code.begin();
        for (int i = 0, end = size < Instructions ? size : Instructions; i < end; ++i) code[i] = step[i];
        for (int i = 0; i < variable_count && i < Variables; ++i) variables[i] = from.variables[i];
        for (int i = 0; i < root_count && i < Roots; ++i) roots[i] = from.roots[i];
    }
};

/// How the program of E is made. `done` is the trial run against the compiler's limits; it stores nothing.
template <class E>
struct compiling {
    template <int Size>
    static constexpr auto build(view of) {
        constexpr bool gathered = common_denominators<graph_for<E>>::are_possible(evaluated_form<E>);
        constexpr bool common = gathered || has_common_factors(evaluated_form<E>);
        using view_of = std::conditional_t<evaluated_form<E>.shared && is_plain(evaluated_form<E>), plain_view, view>;
        program const p(view_of(of), program_parts<evaluated_form<E>.shared, !evaluated_form<E>.shared, gathered, common>{});
        return static_program<Size, evaluated_form<E>.node_count, evaluated_form<E>.root_count>(p, p.code.size(), p.variables.size(),
                                                                                                p.roots.size());
    }
    static constexpr int guess = 3 * evaluated_form<E>.node_count + 16;
    static constexpr auto done() { return build<2 * guess>(evaluated_form<E>); }
};

template <class E>
struct compiled {
    static constexpr int guess = compiling<E>::guess;
    template <int Size>
    static constexpr auto measured = compiling<E>::template build<Size>(evaluated_form<E>);
    static constexpr auto guessed = compiling<E>::template build<guess>(evaluated_form<E>);

    static constexpr auto const& chosen() {  // a first guess that is too small is rebuilt once at the size found
        if constexpr (guessed.size <= guess) return guessed;
        else return measured<guessed.size>;
    }
    static constexpr auto const& value = chosen();
};

}  // namespace detail
}  // namespace leibniz::inline v0_1
