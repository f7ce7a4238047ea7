#pragma once

#include <leibniz/calculus/jacobian.hpp>
#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/utf8.hpp>

#include <cstddef>
#include <initializer_list>

namespace leibniz::inline v0_1::detail {

/// The names of a bundle's formulas, each with a line break behind it: d/dw, d^2/dw^2, d/dx f2.
class result_names {
public:
    template <class E, class... V>
    constexpr void add(gradient_of<E, V...>) {
        for (text_view by : {V::spelling.view()...}) line({"d/d", by});
    }
    template <class E, class... V>
    constexpr void add(hessian_of<E, V...>) {
        for (text_view first : {V::spelling.view()...})
            for (text_view second : {V::spelling.view()...})
                if (first == second) line({"d^2/d", first, "^2"});
                else line({"d/d", first, " d/d", second});
    }
    template <class... E, class... V>
    constexpr void add(jacobian_of<outputs_of<E...>, V...>) {
        for (std::size_t k = 1; k <= sizeof...(E); ++k)
            for (text_view by : {V::spelling.view()...})
                if (sizeof...(E) > 1) line({"d/d", by, " f"}, k);
                else line({"d/d", by});
    }
    template <class... E>
    constexpr void add(outputs_of<E...>) {
        int expressions = 0;
        for (bool each : {false, expression<E>...}) expressions += each;
        [[maybe_unused]] std::size_t number = 0;
        [[maybe_unused]] auto const add_one = [&]<class F>(F formula) {
            if constexpr (bundle<F>) add(formula);
            else line({"f"}, expressions > 1 ? ++number : 0);
            return 0;
        };
        [[maybe_unused]] int const done[] = {0, add_one(E{})...};
    }
    /// Of the entries of a table that are not zero, as they are named in it.
    template <bundle Nonzeros>
        requires requires { typename Nonzeros::table; }
    constexpr void add(Nonzeros) {
        result_names all;
        all.add(typename Nonzeros::table{});
        text_view left = all.view();
        int at = 0;
        for (std::size_t k = 0; k < static_cast<std::size_t>(Nonzeros::size); ++k)
            for (int const wanted = Nonzeros::rows[k] * Nonzeros::width + Nonzeros::columns[k]; at <= wanted; ++at) {
                std::size_t const end = left.find('\n');
                if (at == wanted) line({left.substr(0, end)});
                left.remove_prefix(end + 1);
            }
    }
    /// Of a Hessian times a vector.
    template <bundle Product>
        requires(requires { typename Product::keys; } && !requires { typename Product::table; })
    constexpr void add(Product) {
        add_products(typename Product::keys{});
    }
    constexpr text_view view() const { return {letters_.begin(), static_cast<std::size_t>(letters_.size())}; }

private:
    template <class... V>
    constexpr void add_products(variables<V...>) {
        for (text_view by : {V::spelling.view()...}) line({"hvp ", by});
    }
    /// `number` is that of an output: f2.
    constexpr void line(std::initializer_list<text_view> name, std::size_t number = 0) {
        for (text_view piece : name) put(letters_, piece);
        if (number > 0) put_number(letters_, static_cast<long long>(number));
        put(letters_, "\n");
    }
    buffer<char> letters_;
};

}  // namespace leibniz::inline v0_1::detail
