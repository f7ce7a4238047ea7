#pragma once

#include <leibniz/calculus/bundle.hpp>
#include <leibniz/calculus/diagnosis.hpp>

#include <concepts>
#include <iosfwd>

namespace leibniz::inline v0_1 {

/// The names of variables: a range of `text_view`, and an array. Written to a stream: w, x, b.
template <int Size>
struct list_of_names {
    text_view names[static_cast<unsigned>(Size + 1)]{};

    static constexpr int size() { return Size; }
    constexpr text_view operator[](int i) const { return names[i]; }
    constexpr text_view const* begin() const { return names; }
    constexpr text_view const* end() const { return names + Size; }
    constexpr bool contains(text_view name) const {
        for (text_view each : *this)
            if (each == name) return true;
        return false;
    }

    template <class Traits>
    friend std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, list_of_names const& list) {
        for (int i = 0; i < Size; ++i) out << (i > 0 ? ", " : "") << list[i];
        return out;
    }
};

namespace detail {

/// The symbols and columns in the results of a graph, in the order of its nodes.
constexpr buffer<text_view> names_left(view from) {
    buffer<char> alive(from.node_count, 0);
    for (int r = 0; r < from.root_count; ++r) alive[from.roots[r]] = 1;
    mark_reachable(from.nodes, from.operands, from.node_count, alive.begin());
    buffer<text_view> names;
    for (int i = 0; i < from.node_count; ++i)
        if (bool const is_size = from[i].count == 0 && !from[i].number.is_zero();  // of a dimension
            alive[i] != 0 && !is_size && (from.is(i, kind::symbol) || from.is(i, kind::column)))
            names.push(from[i].name);
    return names;
}

template <class E>
struct free_names {
    static constexpr int count(view from) { return names_left(from).size(); }
    template <int Size>
    static constexpr list_of_names<Size> all(view from) {
        list_of_names<Size> list;
        int next = 0;
        for (text_view name : names_left(from)) list.names[next++] = name;
        return list;
    }
    static constexpr auto value = all<count(canonical<E>)>(canonical<E>);
};

}  // namespace detail

/// The names of the symbols and columns that are left in the canonical form of an expression or bundle, in the order in which they
/// first appear in what was written. A constant. Refuses what `diff` refuses.
///
///     static_assert(free_symbols(w*x + b - b).size() == 2 && free_symbols(w*x)[1] == "x");
template <class E>
    requires(expression<E> || bundle<E>)
constexpr auto free_symbols(E) {
    using diagnosis = decltype(detail::diagnose_formula<E>());
    if constexpr (!std::same_as<diagnosis, detail::accepted>) return list_of_names<diagnosis::sentence::report()>{};
    else return detail::free_names<E>::value;
}

}  // namespace leibniz::inline v0_1
