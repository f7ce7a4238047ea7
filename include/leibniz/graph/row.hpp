#pragma once

#include <leibniz/graph/function.hpp>
#include <leibniz/graph/term.hpp>

namespace leibniz::inline v0_1 {

/// Defaults for what a block does not state.
struct ordinary {
    static constexpr role meaning = role::none;
    static constexpr char const *aliases = "", *others = "";  // other names; the function that gathers further arguments
    static constexpr bool any_number = false;                 // takes `arity` arguments or more
    static constexpr lesser says_less = lesser::neither;
    static constexpr bool averages = false;
    static constexpr parity symmetry = parity::none;
    static constexpr effort counts_as = effort::function;
    template <class F>
    static constexpr matrix_rule const* matrix_rule_of() {  // of functions of whole matrices
        return nullptr;
    }
};

/// The bases of blocks in the function table, by number of arguments.
struct nullary : ordinary {
    static constexpr int arity = 0;
};
struct unary : ordinary {
    static constexpr int arity = 1;
};
struct binary : ordinary {
    static constexpr int arity = 2;
};
struct ternary : ordinary {
    static constexpr int arity = 3;
};
inline constexpr int most_arguments = 3;

/// The partial derivatives of a function of two or three arguments, as its block returns them.
struct two_terms {
    term first, second;
};
struct three_terms {
    term first, second, third;
};

/// In place of a missing partial derivative: marks the graph, so that whoever needs it gets an error.
constexpr term no_partial(term u) { return {u.in(), -1}; }

/// A block states `partial` (one argument) or `partials` (two): its derivative in the notation of the library.
template <class F>
concept has_partials = F::arity == 0 || requires(term u) { F::partial(u); } || requires(term u) { F::partials(u, u); } ||
                       requires(term u) { F::partials(u, u, u); };

/// A block with `static constexpr bool exact = true` gives integers of integers and fractions of fractions.
template <class F>
inline constexpr bool is_exact = requires { F::exact; };

namespace detail {

template <class F>
constexpr void partials_of([[maybe_unused]] graph& g, [[maybe_unused]] int const* operands, [[maybe_unused]] int* out) {
    if constexpr (F::arity == 1) {
        out[0] = F::partial(term(g, operands[0])).index();
    } else if constexpr (F::arity == 3) {
        three_terms const all = F::partials(term(g, operands[0]), term(g, operands[1]), term(g, operands[2]));
        out[0] = all.first.index();
        out[1] = all.second.index();
        out[2] = all.third.index();
    } else if constexpr (F::arity == 2) {
        two_terms const both = F::partials(term(g, operands[0]), term(g, operands[1]));
        out[0] = both.first.index();
        out[1] = both.second.index();
    }
}

/// The compiler's name of this function, which ends in the full name of F and a bracket.
template <class F>
constexpr auto name_of_block() {  // auto: g++ would explain another type behind the name
    return text_view(__PRETTY_FUNCTION__, sizeof __PRETTY_FUNCTION__ - 1);
}
inline constexpr std::size_t before_name = name_of_block<void>().size() - (sizeof "void]" - 1);
template <class F>
inline constexpr std::uint64_t block_hash = hash_of(name_of_block<F>().substr(before_name));

template <class F>
constexpr bool is_of_library() {
    text_view const name = name_of_block<F>();
    return name.size() > before_name + 9 && __builtin_memcmp(name.data() + before_name, "leibniz::", 9) == 0;
}

template <class F>
constexpr auto partials_if_stated() -> void (*)(graph&, int const*, int*) {
    if constexpr (has_partials<F>) return &partials_of<F>;
    else return nullptr;
}

template <class F, class T>
T value_of([[maybe_unused]] T const* u) {
    if constexpr (F::arity == 0) return F::template value<T>();
    else if constexpr (F::arity == 1) return F::value(u[0]);
    else if constexpr (F::arity == 2) return F::value(u[0], u[1]);
    else return F::value(u[0], u[1], u[2]);
}

template <class F>
constexpr function const* called_in_c();
template <class F>
struct spelled {
    static constexpr spellings in() {
        spellings s;
        if constexpr (requires { F::python; }) s.python = whole(F::python);
        if constexpr (requires { F::sympy; }) s.sympy = whole(F::sympy);
        if constexpr (requires { F::c99; }) s.c99 = whole(F::c99);
        if constexpr (requires { typename F::calls_in_c; }) s.called_in_c = called_in_c<typename F::calls_in_c>();
        return s;
    }
    static constexpr spellings value = in();
};
template <class F>
constexpr spellings const* spelled_elsewhere() {
    if constexpr (requires { F::python; } || requires { F::sympy; } || requires { F::c99; }) return &spelled<F>::value;
    else return &no_other_spellings;
}

/// Leads from the address of a descriptor back to its block: declared for the address, defined with the descriptor.
template <function const* Address>
struct address {
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend"
#endif
    friend constexpr auto block_at(address);
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif
};

}  // namespace detail

/// True if fn is the descriptor of block F; does not instantiate the descriptor.
template <class F>
constexpr bool is_row(function const& fn) {
    return fn.hash == detail::block_hash<F>;
}

/// The descriptor of block F. Using a block registers it.
template <class F>
struct row {
    static constexpr function descriptor{
        .name = detail::whole(F::text),
        .latex = detail::whole(F::latex),
        .arity = F::arity,
        .meaning = F::meaning,
        .exact = is_exact<F>,
        .averages = F::averages,
        .of_library = detail::is_of_library<F>(),
        .bends = requires { F::kinks; } || is_exact<F> || !detail::is_of_library<F>(),
        .symmetry = F::symmetry,
        .counts_as = F::counts_as,
        .says_less = F::says_less,
        .hash = detail::block_hash<F>,
        .has_partials = leibniz::has_partials<F>,
        .partials = detail::partials_if_stated<F>(),
        .elsewhere = detail::spelled_elsewhere<F>(),
        .matrix = F::template matrix_rule_of<F>(),
    };
};

namespace detail {

template <class F>
constexpr function const* called_in_c() {
    return &row<F>::descriptor;
}

// The descriptor is a parameter, so that it exists first: a block whose derivative names the block itself is needed while its
// descriptor is made, and would be found half registered.
template <class F, function const* Row = &row<F>::descriptor>
struct registered {
    friend constexpr auto block_at(address<Row>) { return F{}; }
    static constexpr function const* descriptor = Row;
};

/// The descriptor of block F, for templates with a parameter Within: registered where they are instantiated, not where compilers
/// read them.
template <class F, class Within>
inline constexpr function const* row_within = registered<F>::descriptor;

/// Whether the derivative of a user's block compiles: rules/user_block.hpp.
template <class F>
struct user_block;

/// In place of a block whose derivative does not compile: a function without one.
template <class F>
struct without_its_partials : F {
    static void partial();
    static void partials();
};

/// The descriptor of F for written nodes.
template <class F>
constexpr function const* written_row() {
    if constexpr (is_of_library<F>()) return registered<F>::descriptor;
    else if constexpr (user_block<F>::derives) return registered<F>::descriptor;
    else return registered<without_its_partials<F>>::descriptor;
}

template <function const* Address>
using block = decltype(block_at(address<Address>{}));

}  // namespace detail

/// Applies block F to terms.
template <class F, std::same_as<term>... Terms>
    requires(sizeof...(Terms) > 0)
constexpr term apply(Terms... operands) {
    graph* const graphs[] = {&operands.in()...};
    int const indices[] = {operands.index()...};
    return {*graphs[0], graphs[0]->call(*detail::registered<F>::descriptor, indices)};
}

/// A constant of the table, in the graph of u.
template <class F>
constexpr term beside(term u) {
    return {u.in(), u.in().call(*detail::registered<F>::descriptor, nullptr)};
}

}  // namespace leibniz::inline v0_1
