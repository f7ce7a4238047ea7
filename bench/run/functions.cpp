// Every function of the table over columns of 2048 rows, at points of its domain, beside a loop that calls its scalar value row by row.
#include "measure.hpp"

#include "../../tests/laws/all.hpp"

#include <leibniz/eigen.hpp>

namespace bench {

template <class T>
struct arguments_of_function {
    static constexpr long rows = 2048;
    column<T> of[3] = {column<T>(rows), column<T>(rows), column<T>(rows)};
};

/// Points of the domain, in an order that branch predictors do not learn.
template <class F, class T>
arguments_of_function<T> points() {
    std::vector<std::array<double, 3>> all;
    at_every_point<F>([&](std::array<double, 3> const& at) { all.push_back(at); });
    arguments_of_function<T> result;
    unsigned drawn = 1;
    for (long i = 0; i < result.rows; ++i) {
        drawn = drawn*1664525U + 1013904223U;
        auto const& at = all[(drawn >> 8) % all.size()];
        for (std::size_t k = 0; k < 3; ++k) result.of[k][i] = static_cast<T>(at[k]);
    }
    return result;
}

struct pace {
    double loop, packets;
};

template <class F, class T>
pace race() {
    using namespace ::leibniz;
    constexpr symbol<"u"> u;
    constexpr symbol<"v"> v;
    constexpr symbol<"w"> w;
    auto const in = points<F, T>();
    column<T> out(in.rows);
    auto const loop = [&] {
        for (long i = 0; i < in.rows; ++i) {
            T value = stated_value<F>(std::array<T, 3>{in.of[0][i], in.of[1][i], in.of[2][i]});
            asm("" : "+m"(value));  // one row after the other
            out[i] = value;
        }
    };
    auto const packets = [&] {
        if constexpr (F::arity == 1) evaluate_into(out, of_symbols<F>(), u = in.of[0]);
        else if constexpr (F::arity == 2) evaluate_into(out, of_symbols<F>(), u = in.of[0], v = in.of[1]);
        else evaluate_into(out, of_symbols<F>(), u = in.of[0], v = in.of[1], w = in.of[2]);
    };
    auto const t = least_within(seconds_of_race()/10, loop, packets);
    return {t[0]*1e9/in.rows, t[1]*1e9/in.rows};
}

}  // namespace bench

int main() {
    using namespace bench;
    table const lines("Functions of the table, nanoseconds per row", "function", {"double: loop", "Leibniz", "loop ÷ Leibniz", "float: loop", "Leibniz", "loop ÷ Leibniz"});
    for_every_function([&]<class F>(F) {
        if constexpr (F::meaning == leibniz::role::none && F::arity > 0) {
            pace const d = race<F, double>(), f = race<F, float>();
            lines.line(F::text, {d.loop, d.packets, d.loop/d.packets, f.loop, f.packets, f.loop/f.packets});
        }
    });
}
