#pragma once

#include <leibniz/calculus/gradient.hpp>
#include <leibniz/calculus/jacobian.hpp>
#include <leibniz/calculus/outputs.hpp>
#include <leibniz/evaluate/record.hpp>

namespace leibniz::detail {

/// What `evaluate` gives for E: takes the results of the program one after the other and puts them where they belong.
template <class E>
struct assembly {
    template <int At, class Results>
    static constexpr auto of(Results& r) {
        return r.template take<At>();
    }
};

/// N results from At on. Numbers of one type are copied in one expression; columns are taken one by one.
template <int At, class Results, std::size_t... I>
constexpr auto taken(Results& r, std::index_sequence<I...>) {
    if constexpr (requires { r.number(0); }) return stored(r.number(Results::root(At + static_cast<int>(I)))...);
    else return stored(r.template take<At + static_cast<int>(I)>()...);
}

template <class Keys, class... T>
constexpr record<Keys, T...> keyed(storage<T...> values) {
    return {static_cast<storage<T...>&&>(values)};
}
template <class Rows, class Columns, int Width, class... T>
constexpr table_of_results<Rows, Columns, Width, T...> tabled(storage<T...> values) {
    return {static_cast<storage<T...>&&>(values)};
}

template <class E, class... V>
struct assembly<gradient_of<E, V...>> {
    template <int At, class Results>
    static constexpr auto of(Results& r) {
        return keyed<variables<V...>>(taken<At>(r, std::index_sequence_for<V...>{}));
    }
};

template <class E, class... V>
struct assembly<hessian_of<E, V...>> {
    template <int At, class Results>
    static constexpr auto of(Results& r) {
        constexpr int n = sizeof...(V);
        return tabled<variables<V...>, variables<V...>, n>(taken<At>(r, std::make_index_sequence<static_cast<std::size_t>(n * n)>{}));
    }
};

template <class... E, class... V>
struct assembly<jacobian_of<outputs_of<E...>, V...>> {
    template <int At, class Results>
    static constexpr auto of(Results& r) {
        return tabled<positions<sizeof...(E)>, variables<V...>, sizeof...(V)>(
            taken<At>(r, std::make_index_sequence<sizeof...(E) * sizeof...(V)>{}));
    }
};

/// The number of the first result of each output.
template <class... E>
struct starts {
    int at[sizeof...(E) + 1]{};
    constexpr starts() {
        int const counts[] = {canonical<E>.root_count..., 0};
        for (std::size_t k = 0; k < sizeof...(E); ++k) at[k + 1] = at[k] + counts[k];
    }
};
template <class... E>
inline constexpr starts<E...> starts_of{};

template <class... E>
struct assembly<outputs_of<E...>> {
    template <int At, class Results, std::size_t... I>
    static constexpr auto all(Results& r, std::index_sequence<I...>) {
        return keyed<positions<sizeof...(E)>>(stored(assembly<E>::template of<At + starts_of<E...>.at[I]>(r)...));
    }
    template <int At, class Results>
    static constexpr auto of(Results& r) {
        return all<At>(r, std::index_sequence_for<E...>{});
    }
};

}  // namespace leibniz::detail
