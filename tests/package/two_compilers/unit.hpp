#pragma once

#include <leibniz/leibniz.hpp>

/// How many nodes a model and its gradient have, derived at run time.
static int nodes_of_gradient() {
    using namespace leibniz;
    constexpr symbol<"x"> x;
    constexpr symbol<"y"> y;
    constexpr auto model = pow<3>(sin(x*y)) + exp(-x)/(1_c + x*x) + log(x + y)*sqrt(x);
    written const* const variables[] = {&as_written<symbol<"x">>, &as_written<symbol<"y">>};
    graph g(rules);
    lowering lower(g);
    int const root = lower(as_written<std::remove_const_t<decltype(model)>>);
    buffer<int> wanted;
    for (written const* v : variables) wanted.push(lower(*v));
    reverse_sweep(g, wanted)(root);
    graph const copy = g;
    return copy.size();
}
