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
results<double, P> numbers_in(Values const& values) {
    results<double, P> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = values[static_cast<long>(i)].number;
    return all;
}

/// W3 from text.
inline auto interpreted(network<double> const& w) {
    using namespace ::leibniz;
    static model const m = value_and_gradient(text(sum(network_model::one_row)), {"v0", "v1", "v2", "v3", "v4", "v5", "v6", "v7"});
    auto const& v = w.v;
    return numbers_in<8>(evaluate(m, bind("v0", v[0]), bind("v1", v[1]), bind("v2", v[2]), bind("v3", v[3]), bind("v4", v[4]), bind("v5", v[5]),
                                  bind("v6", v[6]), bind("v7", v[7]), bind("x1", w.x1), bind("x2", w.x2), bind("t1", w.t1), bind("t2", w.t2)));
}

/// W4 from text.
inline auto interpreted(mgh17<double> const& w) {
    using namespace ::leibniz;
    static model const m = value_and_gradient("sum((b1 + b2*exp(-x*b4) + b3*exp(-x*b5) - y)^2)", {"b1", "b2", "b3", "b4", "b5"});
    return numbers_in<5>(evaluate(m, bind("b1", w.b1), bind("b2", w.b2), bind("b3", w.b3), bind("b4", w.b4), bind("b5", w.b5), bind("x", w.xs),
                                  bind("y", w.ys)));
}

/// The compiled program beside the interpreter of models that are read at run time.
template <class Workload>
void print_interpreted(long most_rows) {
    table const lines(std::string(Workload::name) + ", from text", "rows", {"compiled", "from text", "÷ compiled"});
    for (long rows = 1000; rows <= most_rows; rows *= 10) {
        Workload const work(rows);
        require_equal(interpreted(work), work.leibniz(), "the interpreter");
        auto const t = least([&] { keep(work.leibniz()); }, [&] { keep(interpreted(work)); });
        double const ns = 1e9 / static_cast<double>(rows);
        lines.line(std::to_string(rows), {t[0]*ns, t[1]*ns, t[1]/t[0]});
    }
}

}  // namespace bench
