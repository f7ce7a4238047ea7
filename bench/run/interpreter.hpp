#pragma once

#include "mgh17.hpp"
#include "network.hpp"

#include <leibniz/eigen/parse.hpp>

#include <string>
#include <vector>

namespace bench {

/// Value and gradient of a formula that is known at run time only.
inline ::leibniz::model value_and_gradient(std::string_view formula, std::vector<std::string> const& by) {
    auto const loss = ::leibniz::parse(formula);
    return outputs(loss, gradient(loss, by));
}

template <int P, class Values>
results<P> numbers_in(Values const& values) {
    results<P> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = values[i].number;
    return all;
}

/// W3 from text.
inline auto interpreted(network const& w) {
    using namespace ::leibniz;
    static model const m = value_and_gradient(text(sum(network_model::one_row)), {"v0", "v1", "v2", "v3", "v4", "v5", "v6", "v7"});
    auto const& v = w.v;
    return numbers_in<8>(evaluate(m, bind("v0", v[0]), bind("v1", v[1]), bind("v2", v[2]), bind("v3", v[3]), bind("v4", v[4]), bind("v5", v[5]),
                                  bind("v6", v[6]), bind("v7", v[7]), bind("x1", w.x1), bind("x2", w.x2), bind("t1", w.t1), bind("t2", w.t2)));
}

/// W4 from text.
inline auto interpreted(mgh17 const& w) {
    using namespace ::leibniz;
    static model const m = value_and_gradient("sum((b1 + b2*exp(-x*b4) + b3*exp(-x*b5) - y)^2)", {"b1", "b2", "b3", "b4", "b5"});
    return numbers_in<5>(evaluate(m, bind("b1", w.b1), bind("b2", w.b2), bind("b3", w.b3), bind("b4", w.b4), bind("b5", w.b5), bind("x", w.xs),
                                  bind("y", w.ys)));
}

/// The compiled program beside the interpreter of models that are read at run time.
template <class Workload>
void print_interpreted(long most_rows) {
    std::printf("\n%s; ns per row\n     rows  compiled  from text  ratio\n", Workload::name);
    for (long rows = 1000; rows <= most_rows; rows *= 10) {
        Workload const work(rows);
        auto const expected = work.leibniz(), found = interpreted(work);
        for (std::size_t i = 0; i < expected.size(); ++i) require_equal(found[i], expected[i], "the interpreter");
        int const repetitions = static_cast<int>(std::clamp(2e8 / (Workload::cost * static_cast<double>(rows)), 7.0, 4000.0));
        auto const t = least(repetitions, [&] { keep(work.leibniz()); }, [&] { keep(interpreted(work)); });
        double const ns = 1e9 / static_cast<double>(rows);
        std::printf("%9ld %9.2f %10.2f %6.2f\n", rows, t[0]*ns, t[1]*ns, t[1] / t[0]);
    }
}

}  // namespace bench
