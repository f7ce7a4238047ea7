#include "network_222.hpp"

#include <leibniz/notation/styles/latex.hpp>

#include <string_view>

/// The loss and its gradient as LaTeX.
leibniz::text_view latex_of_network(int entry) {
    using namespace network_222;
    constexpr auto g = leibniz::gradient(loss, weights);
    static constexpr text_view all[] = {latex(loss),  latex(g[w1]), latex(g[w2]), latex(g[w3]), latex(g[w4]),
                                               latex(g[w5]), latex(g[w6]), latex(g[w7]), latex(g[w8])};
    return all[entry];
}
