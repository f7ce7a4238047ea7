#pragma once

#include <leibniz/evaluate/program.hpp>
#include <leibniz/rules/identities.hpp>
#include <leibniz/rules/listed.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace leibniz::inline v0_1 {

namespace detail {

template <class F>
constexpr run_time_value value_if_stated() {
    if constexpr (F::meaning == role::reduction) return {};
    else if constexpr (is_exact<F>) return {&value_of<F, float>, &value_of<F, double>, &value_of<F, long double>, &value_of<F, rational>};
    else return {&value_of<F, float>, &value_of<F, double>, &value_of<F, long double>};
}
template <class F>
constexpr function row_with_value() {
    function result = row<F>::descriptor;
    result.value = value_if_stated<F>();
    return result;
}

/// The descriptor of block F with its value, for programs that are known at run time only. Other programs call the block itself,
/// so that all these functions need not be compiled.
template <class F>
inline constexpr function valued_row = row_with_value<F>();

template <class... Lists>
struct valued_rows;
template <class... F, class... S, class... C>
struct valued_rows<boost::hana::basic_tuple<F...>, boost::hana::basic_tuple<S...>, boost::hana::basic_tuple<C...>> {
    static constexpr function const* all[] = {&valued_row<F>..., &valued_row<S>..., &valued_row<C>...};
};

}  // namespace detail

/// The descriptor with its value of a function of the table; any other function unchanged.
constexpr function const& valued(function const& fn) {
    for (function const* row : detail::valued_rows<every_function_list, stable_form_list, constant_list>::all)
        if (*row == fn) return *row;
    return fn;  // NOLINT(bugprone-return-const-ref-from-parameter): rows are never temporaries
}
/// The same, of the library or else of the user: `further` are descriptors of the user's functions.
inline function const& valued(function const& fn, std::vector<function const*> const& further) {
    for (function const* own : further)
        if (*own == fn) return *own;
    return valued(fn);
}
/// A program with the values of its functions, as `interpret` needs it.
inline program valued(program p, std::vector<function const*> const& further = {}) {
    for (instruction& step : p.code)
        if (step.op == opcode::call) step.fn = &valued(*step.fn, further);
    return p;
}

namespace detail {

struct further_functions {
    function const* of[64]{};
    std::size_t count = 0;
    constexpr void add(function const& fn) {
        for (std::size_t k = 0; k < count; ++k)
            if (*of[k] == fn) return;
        of[count++] = &fn;
    }
};
/// The functions outside the table that the partial derivatives of block F name.
template <class F>
constexpr further_functions named_by_partials(long long effort) {
    further_functions found;
    if constexpr (has_partials<F> && F::arity > 0) {
        graph g(rules, false, effort);
        int const operands[] = {g.symbol("u"), g.symbol("v"), g.symbol("w")};
        int partials[most_arguments] = {};
        partials_of<F>(g, operands, partials);
        for (int i = 0; i < g.size(); ++i)
            if (g.is(i, kind::call) && &valued(*g[i].fn) == g[i].fn) found.add(*g[i].fn);  // more than 64 do not compile
    }
    return found;
}
template <class F>
inline constexpr further_functions further = named_by_partials<F>(unlimited);

/// Adds the descriptor of a user's block, and those of the blocks that its derivatives name.
template <class F>
void add_valued(std::vector<function const*>& list) {
    for (function const* known : list)
        if (is_row<F>(*known)) return;
    list.push_back(&valued_row<F>);
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (add_valued<block<further<F>.of[I]>>(list), ...);
    }(std::make_index_sequence<further<F>.count>{});
}

}  // namespace detail
}  // namespace leibniz::inline v0_1
