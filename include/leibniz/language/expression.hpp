#pragma once

#include <initializer_list>
#include <type_traits>

namespace leibniz::inline v0_1 {

/// The base of every expression: an empty class, by which argument-dependent lookup finds the operators. Calling a model,
/// or testing it as a bool, is an error that says what to write.
struct expression_base {
    struct depth {
        static constexpr int value = 0;
    };

    template <bool IsFunction = false, class... T>
    constexpr double operator()(T const&...) const {
        static_assert(
            IsFunction,
            "a model is no function of C++; write evaluate(e, w = 1.0, x = 2.0), or callable(e, w, x), which takes plain numbers");
        return 0;
    }
    template <class T>
        requires std::is_same<T, double>::value
    constexpr operator T() const {  // NOLINT: implicit, so that it is what std::exp(x) finds
        static_assert(!sizeof(T), "an expression is no number; write exp(x) in place of std::exp(x), and evaluate(e, x = 2.0) for a value");
        return 0;
    }
    template <class T>
        requires std::is_same<T, bool>::value
    constexpr explicit operator T() const {
        static_assert(!sizeof(T),
                      "a condition of symbols is a formula, not true or false; write where(x < 3_c, a, b), or evaluate(e, x = 1.0) < 3.0");
        return {};
    }
};

// Here and below, questions asked of every type of a model go to class templates (std::is_base_of<…>::value), not to
// variable templates (std::is_base_of_v): a variable has its name mangled, and names grow with the model.

/// A model or a part of one: an empty type that says exactly what was written.
template <class T>
concept expression = std::is_base_of<expression_base, std::remove_cvref_t<T>>::value;

namespace detail {

/// Forms what the engine keeps of E (graph/written.hpp).
template <class E>
constexpr bool form_as_written();

inline constexpr int levels_formed_at_once = 64;

/// The depth of nested calls.
template <int Depth, bool Forms = Depth % levels_formed_at_once == 0>
struct level {
    static constexpr int value = Depth;
    template <class>
    using of = level;
};
/// Compilers limit the depth to which templates are instantiated. Hence a deep model has what the engine keeps of its parts formed
/// while it is built, every so many levels, and not from the whole inwards.
template <int Depth>
struct level<Depth, true> {
    static constexpr int value = Depth;
    template <class E>
    using of = typename std::conditional<form_as_written<E>(), level, void>::type;
};

/// The depth of a call, given those of its operands.
template <int U = 0, int... More>
struct one_above : level<(U >= one_above<More...>::value ? U + 1 : one_above<More...>::value)> {};
template <int U>
struct one_above<U> : level<U + 1> {};

}  // namespace detail

/// `F` applied to `Args`: the one building block of every model. `F` is a block of the function table.
template <class F, class... Args>
struct call : expression_base {
    using depth = typename detail::one_above<Args::depth::value...>::template of<call>;
};

class term;  // a node of a graph: graph/term.hpp

namespace detail {

// Loops instead of folds over what a user gives: those end at 256 on clang.
constexpr bool all_of(std::initializer_list<bool> all) {
    for (bool each : all)
        if (!each) return false;
    return true;
}
constexpr bool any_of(std::initializer_list<bool> all) {
    for (bool each : all)
        if (each) return true;
    return false;
}

/// The result of a refused comparison with a plain number. It converts to bool, so that an if reports no second error.
template <class E>
struct wrongly_compared : E {
    constexpr explicit operator bool() const { return false; }
};

template <class F, class... Args>
struct applied_to {};

template <class F, class... Args>
    requires(sizeof...(Args) > 0 && (expression<Args> && ...))
struct applied_to<F, Args...> {
    using type = call<F, Args...>;
};

template <class F, class... Args>
    requires(sizeof...(Args) > 0 && (std::is_same<Args, term>::value && ...))
struct applied_to<F, Args...> {
    using type = term;
};

template <class T>
concept plain = std::is_arithmetic<T>::value;

/// Arguments that mix expressions and plain numbers, which is a mistake.
template <class... Args>
concept with_plain_numbers = (expression<Args> || ...) && (plain<Args> || ...) && ((expression<Args> || plain<Args>) && ...);

template <class First, class... More>
struct first_expression : first_expression<More...> {};
template <expression First, class... More>
struct first_expression<First, More...> {
    using type = First;
};
template <class F, class... Args>
    requires with_plain_numbers<Args...>
struct applied_to<F, Args...> : first_expression<Args...> {};

/// True for the library's own blocks, whose derivatives the laws test.
template <class F>
constexpr bool is_of_library();

template <class F, class... U>
struct gathered {};
template <class F, class U>
struct gathered<F, U> {
    using type = U;
};
template <class F, class U, class V, class... More>
struct gathered<F, U, V, More...> : gathered<F, call<F, U, V>, More...> {};

}  // namespace detail

/// The result type of `F` of these arguments: a `call` for expressions, a `term` for terms; for numbers substitution fails
/// without an error.
template <class F, class... Args>
using applied = typename detail::applied_to<F, Args...>::type;

/// `F` of any number of expressions, nested from the left: F(F(u, v), w).
template <class F, class... U>
using from_left = typename detail::gathered<F, U...>::type;

/// Applies the function of block `F` to expressions; the overload for terms is in graph/row.hpp, that for blocks of a user's in
/// rules/user_block.hpp.
template <class F, expression... Args>
    requires(detail::is_of_library<F>())
constexpr call<F, Args...> apply(Args...) {
    return {};
}

}  // namespace leibniz::inline v0_1
