#pragma once

#include <leibniz/language/expression.hpp>
#include <leibniz/language/name.hpp>

#include <type_traits>
#include <utility>

namespace leibniz::inline v0_1 {

namespace detail {

/// How a binding holds its value: numbers and formulas by copy, other lvalues (columns) by reference, temporaries by move.
template <class T>
using bound = std::conditional_t<std::is_lvalue_reference_v<T> && !std::is_arithmetic<std::remove_reference_t<T>>::value && !expression<T>,
                                 std::remove_reference_t<T> const&, std::remove_cvref_t<T>>;

}  // namespace detail

/// A symbol together with its value, or with the formula that replaces it: what `w = 1.0` and `w = a + b` return. It refers to a column that is an lvalue, which must outlive it.
template <class Symbol, class T>
struct binding {
    using symbol = Symbol;
    using type = std::remove_cvref_t<T>;
    T value;
};

/// A variable of a model. Bound to a number it is one number; bound to a column it has one value per row. Refused: a name
/// that is no identifier (letters, digits, _; of any alphabet, in UTF-8).
///
///     constexpr symbol<"rate"> rate;
///     assert(evaluate(rate*x, rate = 0.5, x = 4.0) == 2.0);
template <name Name>
struct symbol : expression_base {
    static constexpr auto spelling = Name;

    constexpr symbol() {
        constexpr auto fault = detail::fault_of(Name.view());
        static_assert(fault != detail::misspelt::no_identifier,
                      "symbol: the name is no identifier; write letters, digits and _, such as symbol<\"w1\">");
        static_assert(fault != detail::misspelt::no_utf8,
                      "symbol: the bytes of the name are no UTF-8; save the file as UTF-8, or write ASCII, such as symbol<\"theta\">");
    }
    symbol(symbol const&) = default;
    void operator=(symbol const&) const = delete;  // or `u = v` would silently copy one symbol to another of its type

    template <class T>
    [[nodiscard("w = 2.0 is a binding: an argument of evaluate; by itself it does nothing")]]
    constexpr binding<symbol, detail::bound<T>> operator=(T&& value) const {
        return {std::forward<T>(value)};
    }
};

/// A variable that always has one value per row, so that a reduction can be differentiated by each entry: the derivative
/// is a column again.
///
///     constexpr column<"t"> t;
///     static_assert(text(diff(sum(pow<2>(t)), t)) == "2*t");
template <name Name>
struct column : expression_base {
    static constexpr auto spelling = Name;

    constexpr column() {
        constexpr auto fault = detail::fault_of(Name.view());
        static_assert(fault != detail::misspelt::no_identifier,
                      "column: the name is no identifier; write letters, digits and _, such as column<\"x1\">");
        static_assert(fault != detail::misspelt::no_utf8,
                      "column: the bytes of the name are no UTF-8; save the file as UTF-8, or write ASCII, such as column<\"theta\">");
    }
    column(column const&) = default;
    void operator=(column const&) const = delete;

    template <class T>
    [[nodiscard("x = xs is a binding: an argument of evaluate; by itself it does nothing")]]
    constexpr binding<column, detail::bound<T>> operator=(T&& value) const {
        return {std::forward<T>(value)};
    }
};

namespace detail {
template <class>
struct is_variable : std::false_type {};
template <name Name>
struct is_variable<symbol<Name>> : std::true_type {};
template <name Name>
struct is_variable<column<Name>> : std::true_type {};
}  // namespace detail

/// A `symbol` or a `column`: it can be bound, and differentiated by.
template <class T>
concept variable = detail::is_variable<std::remove_cvref_t<T>>::value;

/// The expression E under a name; see `let`.
template <name Name, class E>
struct named : expression_base {
    static constexpr auto spelling = Name;
    using depth = typename E::depth;
};

/// Returns `e` under a name. Derivations, hand calculations and drawings show it as a step of that name; no symbol in them
/// may have the name. Everything else looks through it.
///
///     constexpr auto hidden = let<"h">(tanh(w*x));
///     static_assert(hidden == tanh(w*x));
template <name Name, expression E>
constexpr named<Name, E> let(E) {
    constexpr auto fault = detail::fault_of(Name.view());
    static_assert(fault != detail::misspelt::no_identifier,
                  "let: the name is no identifier; write letters, digits and _, such as let<\"h1\">(e)");
    static_assert(fault != detail::misspelt::no_utf8,
                  "let: the bytes of the name are no UTF-8; save the file as UTF-8, or write ASCII, such as let<\"theta\">(e)");
    return {};
}

}  // namespace leibniz::inline v0_1
