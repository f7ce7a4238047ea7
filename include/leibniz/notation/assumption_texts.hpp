#pragma once

#include <leibniz/algebra/assumptions.hpp>
#include <leibniz/notation/static_text.hpp>
#include <leibniz/notation/styles/text.hpp>

namespace leibniz::inline v0_1 {

namespace detail {

/// The texts of conditions, separated by commas; `ends` receives where each ends.
constexpr buffer<char> text_of_conditions(view of, buffer<int>& ends) {
    print_order const order(of);
    buffer<char> all;
    for (int i : conditions_in(of, of.root())) {
        if (!all.empty()) all.append(", ", 2);
        buffer<char> const next = writer(order)(i);
        all.append(next.begin(), next.size());
        ends.push(all.size());
    }
    return all;
}

template <class E>
struct assumption_texts {
    static constexpr view shown = canonical<assumptions_of<E>>;
    static constexpr int guess = 6 * shown.node_count + 8;
    static constexpr bool is_usual = is_small(shown, 400) && !is_deeper(shown, 30);
    static constexpr buffer<char> written(view of) {
        buffer<int> ends;
        return text_of_conditions(of, ends);
    }
    static constexpr text_view whole() { return static_text<assumptions_of<E>, assumption_texts>(); }

    static constexpr int size() { return parts.count; }
    static constexpr text_view at(int i) { return parts.texts[i]; }
    static constexpr text_view const* begin() { return parts.texts; }

private:
    static constexpr int counted(view of) { return conditions_in(of, of.root()).size(); }
    template <int Count>
    struct separated {
        text_view texts[static_cast<unsigned>(Count + 1)]{};
        int count = Count;
        constexpr explicit separated(view of) {
            buffer<int> ends;
            static_cast<void>(text_of_conditions(of, ends));
            for (int k = 0, first = 0; k < Count; first = ends[k++] + 2)
                texts[k] = whole().substr(static_cast<std::size_t>(first), static_cast<std::size_t>(ends[k] - first));
        }
    };
    static constexpr separated<counted(shown)> parts{shown};
};

}  // namespace detail

/// The conditions, separated by commas; empty where there are none. Refuses what `text(e)` refuses.
///
///     static_assert(text(assumptions(sqrt(x)*sqrt(x)/(x - 1_c)*(x - 1_c))) == "x >= 0, x != 1");
template <class E>
constexpr text_view text(assumptions_of<E>) {
    return detail::assumption_texts<E>::whole();
}

}  // namespace leibniz::inline v0_1
