#pragma once

#include <leibniz/calculus/jacobian.hpp>
#include <leibniz/evaluate/record.hpp>
#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/exact_text.hpp>
#include <leibniz/notation/utf8.hpp>
#include <leibniz/notation/styles/text.hpp>

#include <iosfwd>
#include <utility>

namespace leibniz {

namespace detail {

/// The formulas of a bundle line by line, each with its name, d/dw = 2*x*(w*x - y): the form in which models read at run time are
/// printed.
class lines_of_results {
public:
    template <class E, class... V>
    void add(gradient_of<E, V...> const& g) {
        text_view const by[] = {V::spelling.view()...};
        auto const formulas = texts(g);
        for (std::size_t k = 0; k < g.size; ++k) line({"d/d", by[k]}, formulas.values[k]);
    }
    template <class E, class... V>
    void add(hessian_of<E, V...> const& h) {
        text_view const by[] = {V::spelling.view()...};
        auto const formulas = texts(h);
        for (std::size_t k = 0; k < h.size; ++k) {
            text_view const first = by[k / sizeof...(V)], second = by[k % sizeof...(V)];
            if (first == second) line({"d^2/d", first, "^2"}, formulas.values[k]);
            else line({"d/d", first, " d/d", second}, formulas.values[k]);
        }
    }
    template <class... E, class... V>
    void add(jacobian_of<outputs_of<E...>, V...> const& j) {
        text_view const by[] = {V::spelling.view()...};
        auto const formulas = texts(j);
        for (std::size_t k = 0; k < j.size; ++k)
            line({"d/d", by[k % sizeof...(V)], sizeof...(E) > 1 ? " " : ""}, formulas.values[k],
                 sizeof...(E) > 1 ? k / sizeof...(V) + 1 : 0);
    }
    template <class... E>
    void add(outputs_of<E...> const&) {
        int expressions = 0;
        for (bool each : {false, expression<E>...}) expressions += each;
        [[maybe_unused]] std::size_t number = 0;
        [[maybe_unused]] auto const add_one = [&]<class F>(F f) {
            if constexpr (bundle<F>) add(f);
            else line({}, text(f), expressions > 1 ? ++number : 0);
            return 0;
        };
        [[maybe_unused]] int const done[] = {0, add_one(E{})...};
    }
    text_view view() const { return {letters_.begin(), static_cast<std::size_t>(letters_.size())}; }

private:
    template <class B>
    static auto texts(B const& b) {
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return stored(text(b.template get<I>())...);
        }(std::make_index_sequence<static_cast<std::size_t>(B::size)>{});
    }
    /// `number` is that of an output: f2.
    void line(std::initializer_list<text_view> name, text_view formula, std::size_t number = 0) {
        if (!letters_.empty()) put(letters_, "\n");
        for (text_view piece : name) put(letters_, piece);
        if (name.size() == 0 || number > 0) put(letters_, "f");
        if (number > 0) put_number(letters_, static_cast<long long>(number));
        put(letters_, " = "), put(letters_, formula);
    }
    buffer<char> letters_;
};

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
    detail::lines_of_results lines;
    lines.add(b);
    return out << lines.view();
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

}  // namespace leibniz
