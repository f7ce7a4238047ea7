#pragma once

#include <leibniz/calculus/gradient.hpp>
#include <leibniz/calculus/jacobian.hpp>
#include <leibniz/calculus/outputs.hpp>
#include <leibniz/evaluate/record.hpp>

namespace leibniz::inline v0_1::detail {

// What `evaluate` gives: it takes the results of a program one after the other and puts them where they belong. These
// functions are named by the shape of the whole, not by the model.

/// Takes result number R: a number, or a column, which is moved out.
template <int R, class Results>
[[gnu::always_inline]] constexpr auto taken(Results& r) {
    if constexpr (requires { r.number(R); }) return r.number(R);
    else return r.template take<R>();
}
template <int At, class Results, std::size_t... I>
[[gnu::always_inline]] constexpr auto all_taken(Results& r, std::index_sequence<I...>) {
    if constexpr (sizeof...(I) > 0 && requires { r.number(At); })
        return storage<decltype(r.number(At + static_cast<int>(I)))...>{{r.number(At + static_cast<int>(I))...}};
    else return stored(taken<At + static_cast<int>(I)>(r)...);
}

template <class Keys, class... T>
[[gnu::always_inline]] constexpr record<Keys, T...> keyed(storage<T...> values) {
    return {static_cast<storage<T...>&&>(values)};
}
template <class Rows, class Columns, int Width, class... T>
[[gnu::always_inline]] constexpr table_of_results<Rows, Columns, Width, T...> tabled(storage<T...> values) {
    return {static_cast<storage<T...>&&>(values)};
}

struct single_shape {
    static constexpr int size = 1;
    template <int At, class Results>
    [[gnu::always_inline]] static constexpr auto assembled(Results& r) {
        return taken<At>(r);
    }
};
template <class Keys, int Size>
struct record_shape {
    static constexpr int size = Size;
    template <int At, class Results>
    [[gnu::always_inline]] static constexpr auto assembled(Results& r) {
        return keyed<Keys>(all_taken<At>(r, std::make_index_sequence<static_cast<std::size_t>(Size)>{}));
    }
};
template <class Rows, class Columns, int Height, int Width>
struct table_shape {
    static constexpr int size = Height * Width;
    template <int At, class Results>
    [[gnu::always_inline]] static constexpr auto assembled(Results& r) {
        return tabled<Rows, Columns, Width>(all_taken<At>(r, std::make_index_sequence<static_cast<std::size_t>(size)>{}));
    }
};
/// The number of the first result of each shape, and the number of all results.
template <int... Sizes>
struct starts {
    int at[sizeof...(Sizes) + 1]{};
    constexpr starts() {
        int const sizes[] = {Sizes..., 0};
        for (std::size_t k = 0; k < sizeof...(Sizes); ++k) at[k + 1] = at[k] + sizes[k];
    }
};
template <class... Shapes>
struct joint_shape {
    static constexpr starts<Shapes::size...> start{};
    static constexpr int size = start.at[sizeof...(Shapes)];

    template <int At, class Results, std::size_t... I>
    [[gnu::always_inline]] static constexpr auto each(Results& r, std::index_sequence<I...>) {
        return keyed<positions<sizeof...(Shapes)>>(stored(Shapes::template assembled<At + start.at[I]>(r)...));
    }
    template <int At, class Results>
    [[gnu::always_inline]] static constexpr auto assembled(Results& r) {
        return each<At>(r, std::index_sequence_for<Shapes...>{});
    }
};

template <class E>
struct shape_of {
    using type = single_shape;
};
template <class E, class... V>
struct shape_of<gradient_of<E, V...>> {
    using type = record_shape<variables<V...>, sizeof...(V)>;
};
template <class E, class... V>
struct shape_of<hessian_of<E, V...>> {
    using type = table_shape<variables<V...>, variables<V...>, sizeof...(V), sizeof...(V)>;
};
template <class... E, class... V>
struct shape_of<jacobian_of<outputs_of<E...>, V...>> {
    using type = table_shape<positions<sizeof...(E)>, variables<V...>, sizeof...(E), sizeof...(V)>;
};
template <class... E>
struct shape_of<outputs_of<E...>> {
    using type = joint_shape<typename shape_of<E>::type...>;
};

}  // namespace leibniz::inline v0_1::detail
