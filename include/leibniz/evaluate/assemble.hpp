#pragma once

#include <leibniz/calculus/gradient.hpp>
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

template <class Keys, int At, class Results, std::size_t... I>
constexpr auto record_of(Results& r, std::index_sequence<I...>) {
    return record<Keys, decltype(r.template take<At + static_cast<int>(I)>())...>{{{r.template take<At + static_cast<int>(I)>()...}}};
}

template <class E, class... V>
struct assembly<gradient_of<E, V...>> {
    template <int At, class Results>
    static constexpr auto of(Results& r) {
        return record_of<variables<V...>, At>(r, std::index_sequence_for<V...>{});
    }
};

template <class Rows, class Columns, int Width, int At, class Results, std::size_t... I>
constexpr auto table_of(Results& r, std::index_sequence<I...>) {
    return table_of_results<Rows, Columns, Width, decltype(r.template take<At + static_cast<int>(I)>())...>{{{r.template take<At + static_cast<int>(I)>()...}}};
}

template <class E, class... V>
struct assembly<hessian_of<E, V...>> {
    template <int At, class Results>
    static constexpr auto of(Results& r) {
        constexpr int n = sizeof...(V);
        return table_of<variables<V...>, variables<V...>, n, At>(r, std::make_index_sequence<static_cast<std::size_t>(n * n)>{});
    }
};

template <class... E>
struct assembly<outputs_of<E...>> {
    static constexpr int counts[] = {canonical<E>.root_count...};
    static constexpr int start(std::size_t i) {
        int at = 0;
        for (std::size_t k = 0; k < i; ++k) at += counts[k];
        return at;
    }
    template <int At, class Results, std::size_t... I>
    static constexpr auto all(Results& r, std::index_sequence<I...>) {
        return record<positions<sizeof...(E)>, decltype(assembly<E>::template of<At + start(I)>(r))...>{
            {{assembly<E>::template of<At + start(I)>(r)...}}};
    }
    template <int At, class Results>
    static constexpr auto of(Results& r) {
        return all<At>(r, std::index_sequence_for<E...>{});
    }
};

}  // namespace leibniz::detail
