#pragma once

#include <leibniz/language/expression.hpp>
#include <leibniz/language/name.hpp>

#include <type_traits>
#include <utility>

namespace leibniz {

namespace detail {

/// Numbers are copied into a binding, larger lvalues (columns) are referred to, temporaries are moved in.
template <class T>
using bound = std::conditional_t<std::is_lvalue_reference_v<T> && !std::is_arithmetic<std::remove_reference_t<T>>::value,
                                 std::remove_reference_t<T> const&, std::remove_cvref_t<T>>;

}  // namespace detail

/// `w = 1.0`: a symbol together with its value. A column that is an lvalue is held by reference.
template <class Symbol, class T>
struct binding {
    using symbol = Symbol;
    using type = std::remove_cvref_t<T>;
    T value;
};

/// A variable of the model, one number per evaluation: `inline constexpr symbol<"w"> w;`.
/// Bound to a column it varies by row.
template <name Name>
struct symbol : expression_base {
    static constexpr auto spelling = Name;

    constexpr symbol() {
        constexpr auto fault = detail::fault_of(Name.view());
        static_assert(fault != detail::misspelt::no_identifier, "symbol: the name is no identifier; write letters, digits and _, such as symbol<\"w1\">");
        static_assert(fault != detail::misspelt::no_utf8, "symbol: the bytes of the name are no UTF-8; save the file as UTF-8, or write ASCII, such as symbol<\"theta\">");
    }
    symbol(symbol const&) = default;
    void operator=(symbol const&) const = delete;  // `u = v` on one type would be a silent copy

    template <class T>
    [[nodiscard("w = 2.0 is a binding: an argument of evaluate; by itself it does nothing")]]
    constexpr binding<symbol, detail::bound<T>> operator=(T&& value) const {
        return {std::forward<T>(value)};
    }
};

/// A variable with one value per row by nature, so that a reduction can be differentiated by each of its entries.
template <name Name>
struct column : expression_base {
    static constexpr auto spelling = Name;

    constexpr column() {
        constexpr auto fault = detail::fault_of(Name.view());
        static_assert(fault != detail::misspelt::no_identifier, "column: the name is no identifier; write letters, digits and _, such as column<\"x1\">");
        static_assert(fault != detail::misspelt::no_utf8, "column: the bytes of the name are no UTF-8; save the file as UTF-8, or write ASCII, such as column<\"theta\">");
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

/// What one may differentiate by and bind a value to: a `symbol` or a `column`.
template <class T>
concept variable = detail::is_variable<std::remove_cvref_t<T>>::value;

/// `let<"h1">(e)`: e under a name, by which derivations and drawings call it; no symbol of theirs may have it. The algebra looks through it.
template <name Name, class E>
struct named : expression_base {
    static constexpr auto spelling = Name;
};

template <name Name, expression E>
constexpr named<Name, E> let(E) {
    constexpr auto fault = detail::fault_of(Name.view());
    static_assert(fault != detail::misspelt::no_identifier, "let: the name is no identifier; write letters, digits and _, such as let<\"h1\">(e)");
    static_assert(fault != detail::misspelt::no_utf8, "let: the bytes of the name are no UTF-8; save the file as UTF-8, or write ASCII, such as let<\"theta\">(e)");
    return {};
}

}  // namespace leibniz
