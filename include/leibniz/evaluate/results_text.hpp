#pragma once

#include <leibniz/calculus/jacobian.hpp>
#include <leibniz/evaluate/record.hpp>
#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/exact_text.hpp>
#include <leibniz/notation/result_names.hpp>
#include <leibniz/notation/utf8.hpp>
#include <leibniz/notation/styles/text.hpp>

#include <iosfwd>
#include <utility>

namespace leibniz::inline v0_1 {

namespace detail {

/// The texts of a bundle's formulas, in order.
class texts_of_results {
public:
    template <bundle B>
    void add(B const& all) {
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            [[maybe_unused]] int const done[] = {0, add_one(all.template get<I>())...};
        }(std::make_index_sequence<static_cast<std::size_t>(B::size)>{});
    }
    buffer<text_view> const& all() const { return texts_; }

private:
    template <class E>
    int add_one(E each) {
        if constexpr (bundle<E>) add(each);
        else texts_.push(text(each));
        return 0;
    }
    buffer<text_view> texts_;
};

/// The formulas of a bundle line by line, each with its name, d/dw = 2*x*(w*x - y): the form in which models read at run time are
/// printed.
template <bundle B>
buffer<char> lines_of_results(B const& all) {
    result_names names;
    names.add(all);
    texts_of_results formulas;
    formulas.add(all);
    text_view left = names.view();
    buffer<char> letters;
    for (text_view formula : formulas.all()) {
        if (!letters.empty()) put(letters, "\n");
        std::size_t const end = left.find('\n');
        put(letters, left.substr(0, end)), put(letters, " = "), put(letters, formula);
        left.remove_prefix(end + 1);
    }
    return letters;
}

/// True for columns, records and tables, which have lines of their own; numbers share a line.
template <class T>
inline constexpr bool stands_alone = requires(T const& value) { value.transpose(); } || requires { T::size; };
template <class... T>
consteval bool any_stands_alone() {
    for (bool alone : {false, stands_alone<T>...})
        if (alone) return true;
    return false;
}

/// Writes one value, after what separates it from the one before. (No folds, which end at 256 on clang.)
template <class Stream, class T>
int put_value(Stream& out, text_view between, text_view name, T const& value) {
    out << between << name << (name.empty() ? "" : " = ");
    if constexpr (requires { value.transpose(); }) out << value.transpose();
    else out << value;
    return 0;
}

template <class Bundle>
struct several_formulas {
    static consteval int report() {
        static_assert(!sizeof(Bundle),
                      "a gradient, a Hessian and outputs are several formulas; write text(g[w]) or latex(h(w, b)) for one of them, or "
                      "std::cout << g for all");
        return 0;
    }
};

}  // namespace detail

/// Printing several formulas as one text is an error that says what to write.
template <bundle B>
constexpr text_view text(B) {
    return detail::as_text(detail::several_formulas<B>::report());
}
template <bundle B>
constexpr text_view unicode(B) {
    return detail::as_text(detail::several_formulas<B>::report());
}
template <bundle B>
constexpr text_view latex(B) {
    return detail::as_text(detail::several_formulas<B>::report());
}
template <bundle B>
constexpr text_view mathml(B) {
    return detail::as_text(detail::several_formulas<B>::report());
}
template <bundle B>
constexpr text_view python(B) {
    return detail::as_text(detail::several_formulas<B>::report());
}
template <bundle B>
constexpr text_view sympy(B) {
    return detail::as_text(detail::several_formulas<B>::report());
}

/// Writes the formulas of a gradient, Hessian, Jacobian or of outputs, one a line, each with its name; a single formula without.
///
///     std::ostringstream out;
///     assert((out << gradient(w*x, wrt(w, x)), out.str() == "d/dw = x\nd/dx = w"));
template <class Traits, bundle B>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, B const& b) {
    if constexpr (B::size == 1) return out << b.template get<0>();
    buffer<char> const lines = detail::lines_of_results(b);
    return out << text_view(lines.begin(), static_cast<std::size_t>(lines.size()));
}

/// Writes values with their symbols: w = 1, b = 0.5; those of outputs without. Columns, records and tables have lines of their
/// own.
///
///     std::ostringstream out;
///     assert((out << values(w = 1.0, b = 0.5), out.str() == "w = 1, b = 0.5"));
template <class Traits, class... V, class... T>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, record<variables<V...>, T...> const& values) {
    text_view const between = detail::any_stands_alone<T...>() ? "\n" : ", ";
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        [[maybe_unused]] int const done[] = {
            0, detail::put_value(out, I == 0 ? "" : between, V::spelling.view(), values.template get<I>())...};
    }(std::make_index_sequence<sizeof...(T)>{});
    return out;
}
template <class Traits, int N, class... T>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, record<positions<N>, T...> const& values) {
    text_view const between = detail::any_stands_alone<T...>() ? "\n" : ", ";
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        [[maybe_unused]] int const done[] = {0, detail::put_value(out, I == 0 ? "" : between, "", values.template get<I>())...};
    }(std::make_index_sequence<sizeof...(T)>{});
    return out;
}
/// Writes a table row by row. If entries have lines of their own, an empty line separates the rows.
template <class Traits, class Rows, class Columns, int Width, class... T>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out,
                                             table_of_results<Rows, Columns, Width, T...> const& table) {
    constexpr bool lines = detail::any_stands_alone<T...>();
    constexpr text_view in_row = lines ? "\n" : ", ", between_rows = lines && Width > 1 ? "\n\n" : "\n";
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        [[maybe_unused]] int const done[] = {0, detail::put_value(out,
                                                                  I == 0           ? ""
                                                                  : I % Width == 0 ? between_rows
                                                                                   : in_row,
                                                                  "", table.template get<I>())...};
    }(std::make_index_sequence<sizeof...(T)>{});
    return out;
}

}  // namespace leibniz::inline v0_1
