#pragma once

#include "../laws/formulas.hpp"
#include "../laws/random_model.hpp"
#include "../laws/regions.hpp"

#include <leibniz/parse.hpp>
#include <leibniz/rules/listed.hpp>

#include <boost/hana/for_each.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

// The formulas whose printed forms other programs calculate.

namespace samples {

using namespace leibniz;

struct sample {
    std::string text;
    std::vector<double> at;  // values of its symbols, by name
    bool exact = true;       // C gives the same bits
    bool everywhere = true;  // known to NumPy and SymPy in this form
    bool in_c = true;        // C has it, or defines it
};

struct named_value {
    std::string name;
    double value;
};

/// A point of a function's domain.
inline double inside(interval_list const& domain, double first) {
    for (double u : {first, 0.625, 1.75, 0.375, 2.5})
        if (domain.contains(u)) return u;
    return 0.5;
}

/// Every function of the table by its name, at two points.
inline std::vector<sample> functions() {
    std::vector<sample> all;
    boost::hana::for_each(function_list(), [&](auto f) {
        using F = decltype(f);
        std::string const name = F::text;
        bool const has_order = name == "polygamma" || name == "sph_bessel" || name == "exprel_derivative";
        bool const exact = !has_order && name != "digamma" && name != "tgamma" && name != "lgamma" && name != "factorial" && name != "sinc" && name != "exprel";  // derivatives too
        bool const reduces = F::meaning == role::reduction;
        for (double first : {0.8125, -1.375}) {
            double const x = inside(domain_of<F>(0), first), y = F::arity > 1 ? inside(domain_of<F>(1), 1.4375) : 0;
            if (!detail::is_letter(name[0])) {
                if (F::arity == 2) all.push_back({"(x " + name + " y)*x + y", {x, y}});
            } else if (has_order) all.push_back({name + "(2, x)", {std::fabs(first)}, exact});
            else if (F::arity == 1) all.push_back({name + "(x)", {x}, exact, !reduces});
            else if (F::arity == 2) all.push_back({name + "(x, y)", {x, y}, exact});
            else all.push_back({name + "(x, y, 2*x)", {x, y}, exact});
        }
    });
    for (char const* text : {"erfcx(x)", "lognormcdf(x)", "erfinv(x)", "erfcinv(x)", "norminv(x)", "lbeta(2, x)", "lbinom(2, x)", "gamma_density(2, x)",
                             "beta_density(2, 3, x)", "gammainc(2, x)", "gammaincc(2, x)", "betainc(2, 3, x)"})
        all.push_back({text, {0.375}, false, false, false});
    return all;
}

inline std::vector<sample> formulas() {
    return {
        {"(w*x - y)^2", {1.1, 2.2, 3.3}},
        {"1/(2*x) - x/(y*(x + 1)) - y^3/7", {0.3, 1.7}},
        {"x - (y - (x - (y - 0.1)))/3", {0.3, 1.7}},
        {"-x^2*-y - -x*(1 - x)", {0.3, 1.7}},
        {"x^y + x^(1/3) - x^(-3/2) + 2^x*3^y", {0.3, 1.7}},
        {"sqrt(x)*exp(-y^2/2)/sqrt(x + y) + pi*x", {0.3, 1.7}},
        {"exp(-x^2) + 1 - sigmoid(x*y) - tanh(x + y)^2", {0.3, 1.7}},
        {"(tanh(x)^2 - 1)*(1 - tanh(x)^2) + sigmoid(y)*(1 - sigmoid(y))", {2.3, 1.7}},
        {"where(and(x < y, not(x >= 1)), x^2, x/3)", {0.3, 1.7}},
        {"where(or(x < y, y == 2), where(x, abs(x), -1), floor(y)) + (x < y) - (y < x)", {0.3, 1.7}},
        {"lambda*int - ŷ*θ₁^2/j0 + f*t0*t1", {0.7, 1.3, 0.2, 0.9, 1.1, 0.4, 0.6, 1.9}},
        {"M_x*errno + ₁w^2 - I*__debug__ + None*Symbol/日 + HUGE_y*stdin - \u0302w", {0.7, 1.3, 0.2, 0.9, 1.1, 0.4, 0.6, 1.9, 0.3, 0.8, 1.7}},
        {"np*E + I^2 + out + leibniz_max + y_hat*ŷ", {0.7, 1.3, 0.2, 0.9, 1.1, 0.4, 0.6}, true, false},
        {"log(1 + exp(x)) + max(x, y, 1/2) - min(x, y)^2", {0.3, 1.7}},
        {"1/(1 + exp(-x)) + log(cosh(y)) + x/(2 + y*exp(x)) + log(exp(x) + exp(y))", {0.3, 1.7}},
        {"1/(exp(x) - 1) + y/(1 + exp(y*log(x))) - sinh(y)/cosh(y)", {0.3, 1.7}},
        {"9007199254740993*x/3 + 1/9007199254740993", {0.3}},
        {"gelu(x)", {-3.7}},
        {"gelu(x)", {-20.3}},
        {"gelu(x)", {-60.0}},
        {"x_max^2/w_1_2 + α_i*β - w__1 + w1*w_1", {0.7, 1.3, 0.2, 0.9, 1.1, 0.4, 0.6}},
    };
}

inline std::vector<std::string> sorted_symbols(model const& m) {
    std::vector<std::string> names = m.symbols();
    std::sort(names.begin(), names.end(), [](auto const& a, auto const& b) { return compare_names(a, b) < 0; });
    return names;
}

/// Models drawn at random, of all functions of numbers.
inline std::vector<sample> drawn() {
    std::vector<function const*> functions;
    boost::hana::for_each(function_list(), [&]<class F>(F) {
        function const& fn = row<F>::descriptor;
        // Rounding may fall on either side, and gamma's own functions leave the others' accuracy.
        bool const rounds = fn.name == "floor" || fn.name == "ceil" || fn.name == "round" || fn.name == "trunc" || fn.name == "fmod" || fn.name == "mod";
        bool const of_gamma = fn.name.find("gamma") != std::string_view::npos || fn.name == "factorial" || fn.name == "sph_bessel" || fn.name == "exprel_derivative" ||
                              fn.name == "sinc" || fn.name == "exprel";
        if (F::meaning != role::reduction && detail::is_letter(fn.name[0]) && F::arity > 0 && !rounds && !of_gamma) functions.push_back(&fn);
    });
    std::vector<sample> all;
    random_models draw(5, functions);
    while (all.size() < 80) {
        draw.forget();
        graph g(rules);
        int const root = lowering(g)(draw.next(3));
        std::string const text = printed(g, root);
        bool const degenerate = text.find("0^") != std::string::npos || text.find("/0") != std::string::npos;
        if (g.faults.overflowed || degenerate || text.size() < 12 || text.size() > 120) continue;
        std::vector<double> at;
        double const of_x_y_z[] = {0.3125, 1.6875, 0.8125};
        for (std::string const& name : sorted_symbols(parse(text))) at.push_back(of_x_y_z[name[0] - 'x']);
        if (!at.empty()) all.push_back({text, at});
    }
    return all;
}

}  // namespace samples
