// Writes formulas, their derivatives and values as programs in other languages, into the folder that is named:
// check.cmake compiles, runs and typesets them.
#include "../../bench/compile/network_222.hpp"
#include "../laws/formulas.hpp"
#include "../laws/random_model.hpp"
#include "../laws/regions.hpp"
#include "../right_values.hpp"

#include <leibniz/notation.hpp>
#include <leibniz/parse.hpp>
#include <leibniz/parse/model_notation.hpp>
#include <leibniz/rules/listed.hpp>

#include <boost/hana/for_each.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <limits>
#include <string>
#include <vector>

using namespace leibniz;

namespace {

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
double inside(interval_list const& domain, double first) {
    for (double u : {first, 0.625, 1.75, 0.375, 2.5})
        if (domain.contains(u)) return u;
    return 0.5;
}

/// Every function of the table by its name, at two points.
std::vector<sample> functions() {
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

std::vector<sample> formulas() {
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

std::vector<std::string> sorted_symbols(model const& m) {
    std::vector<std::string> names = m.symbols();
    std::sort(names.begin(), names.end(), [](auto const& a, auto const& b) { return print_order::compare_names(a, b) < 0; });
    return names;
}

/// Models drawn at random, of all functions of numbers.
std::vector<sample> drawn() {
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

std::string hexadecimal(double value) {
    if (std::isnan(value)) return "NAN";
    if (std::isinf(value)) return value < 0 ? "-INFINITY" : "INFINITY";
    char text[64];
    std::snprintf(text, sizeof text, "%a", value);
    return text;
}
std::string decimal(double value) {
    char text[64];
    std::snprintf(text, sizeof text, "%.17g", value);
    return text;
}

/// The symbols of a model in the order of their names, with what they are bound to, and its values there.
struct evaluated {
    std::vector<named_value> at;
    std::vector<double> values;

    std::vector<double> arguments() const {
        std::vector<double> all;
        for (named_value const& v : at) all.push_back(v.value);
        return all;
    }
};

evaluated at_point(model const& m, sample const& s, std::vector<std::string> const& names) {
    std::vector<named_binding<double>> bindings;
    std::vector<named_value> at;
    std::vector<std::string> const mine = m.symbols();
    for (std::size_t k = 0; k < names.size(); ++k) {
        bindings.push_back({names[k], s.at[k]});
        if (std::find(mine.begin(), mine.end(), names[k]) != mine.end()) at.push_back({names[k], s.at[k]});
    }
    auto const values = evaluate(m, bindings);
    return {at, {values.begin(), values.end()}};
}

/// The lines of formulas with shared parts, as values.py checks them: with the finite values of the results.
template <class Style>
std::string shared_check(shared_model const& formulas, evaluated const& at) {
    std::vector<formula_line> const lines = formulas.lines<Style>();
    std::string check = "check_lines(r'''" + formulas.written<Style>() + "''', {", expected;
    for (named_value const& v : at.at) check += "'" + written_as<Style>(parse(v.name)) + "': " + decimal(v.value) + ", ";
    std::size_t const parts = lines.size() - at.values.size();
    for (std::size_t k = 0; k < at.values.size(); ++k)
        if (std::isfinite(at.values[k])) expected += "'" + lines[parts + k].name + "': " + decimal(at.values[k]) + ", ";
    return check + "}, {" + expected + "})\n";
}

/// A program that calls all functions, one behind the other in one file: each brings the helper functions that it needs.
class c_program {
public:
    explicit c_program(std::string folder) : folder_(std::move(folder)) {}

    /// A function of these arguments that should give these results: by its value, or into an array. Without a tolerance they are the same bits.
    void add(std::string const& code, std::string const& name, std::vector<double> const& in, std::vector<double> const& expected, bool single, double tolerance) {
        functions_ += code;
        std::string arguments;
        for (double u : in) arguments += (arguments.empty() ? "" : ", ") + hexadecimal(u);
        if (single) calls_ += "    v[0] = " + name + "(" + arguments + ");\n";
        else calls_ += "    " + name + "(" + arguments + (in.empty() ? "" : ", ") + "v);\n";
        for (std::size_t r = 0; r < expected.size(); ++r)
            calls_ += "    check(\"" + name + "\", " + std::to_string(r) + ", v[" + std::to_string(r) + "], " + hexadecimal(expected[r]) + ", " + hexadecimal(tolerance) + ");\n";
    }
    void write() const {
        std::ofstream(folder_ + "/values.c")
            << "#include <stdio.h>\n#include <string.h>\n" << functions_
            << "static int checks, failures;\n"
               "static void check(char const *name, int r, double got, double expected, double tolerance) {\n"
               "    int const same = memcmp(&got, &expected, sizeof got) == 0 || (isnan(got) && isnan(expected));\n"
               "    ++checks;\n"
               "    if (same || (tolerance > 0 && fabs(got - expected) <= tolerance*fabs(expected))) return;\n"
               "    ++failures;\n"
               "    printf(\"%s, result %d: %a instead of %a\\n\", name, r, got, expected);\n"
               "}\n"
               "int main(void) {\n    double v[20];\n" << calls_ << "    printf(\"%d values, %d differ\\n\", checks, failures);\n    return failures != 0;\n}\n";
    }

private:
    std::string folder_, functions_, calls_;
};

void network(c_program& c) {
    using namespace network_222;
    constexpr auto all = outputs(loss, leibniz::gradient(loss, weights));
    double const in[] = {0.1, -0.2, 0.3, 0.4, -0.5, 0.6, 0.7, -0.8, 1.25, -0.75, 0.25, 0.5};
    auto const [value, g] = evaluate(all, w1 = in[0], w2 = in[1], w3 = in[2], w4 = in[3], w5 = in[4], w6 = in[5], w7 = in[6], w8 = in[7],
                                     x1 = in[8], x2 = in[9], t1 = in[10], t2 = in[11]);
    std::vector<double> expected{value};
    for (double u : g.values) expected.push_back(u);
    c.add(std::string(c_code<"network_222">(all)), "network_222",
          {in[10], in[11], in[0], in[1], in[2], in[3], in[4], in[5], in[6], in[7], in[8], in[9]}, expected, false, 0);
}

/// The values that are known, of programs of one result and of several.
void right_values_in(c_program& c) {
    int number = 0;
    for (right_values::right_value const& of : right_values::all) {
        if (of.single) continue;
        model derived = parse(of.model);
        for (char by : of.by) derived = diff(derived, std::string(1, by));
        std::vector<double> at;
        for (std::string const& name : sorted_symbols(derived)) at.push_back(of.at[of.symbols.find(name)]);
        std::string const name = "right" + std::to_string(number++);
        double const tolerance = of.units * std::numeric_limits<double>::epsilon();
        c.add(c_code(derived, name), name, at, {of.right}, true, tolerance);
        c.add(c_code(outputs(derived, derived), name + "_twice"), name + "_twice", at, {of.right, of.right}, false, tolerance);
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) return 2;
    std::string const folder = arguments[1];
    std::vector<sample> samples = formulas();
    for (sample const& s : functions()) samples.push_back(s);
    for (sample const& s : drawn()) samples.push_back(s);

    c_program c(folder);
    std::ofstream python_file(folder + "/values.py"), sympy_file(folder + "/symbols.py"), latex_file(folder + "/formulas.tex"),
        mathml_file(folder + "/formulas.xml"), json_file(folder + "/graphs.json"), dot_file(folder + "/graphs.dot");
    latex_file << "\\documentclass{article}\n\\usepackage{amsmath}\n\\begin{document}\n";
    mathml_file << "<page>\n";
    json_file << "[\n";

    int number = 0;
    for (sample const& s : samples) {
        model const m = parse(s.text);
        std::vector<std::string> const names = sorted_symbols(m);
        model const both = outputs(m, gradient(m, names));
        std::string const name = "f" + std::to_string(number++);

        evaluated const all = at_point(both, s, names), value = at_point(m, s, names);
        if (s.in_c) c.add(c_code(both, name), name, all.arguments(), all.values, false, s.exact ? 0 : 4e-16);
        if (s.in_c) c.add(c_code(m, name + "_value"), name + "_value", value.arguments(), value.values, true, s.exact ? 0 : 4e-16);

        for (int i = 0; i < both.size(); ++i) {
            latex_file << "\\[ " << latex(both, i) << " \\]\n";
            mathml_file << mathml(both, i) << '\n';
            if (!s.everywhere) continue;
            model const one = both[i];
            evaluated const e = at_point(one, s, names);
            if (!std::isfinite(e.values[0])) continue;
            python_file << "check(r'''" << python(both, i) << "''', {";
            sympy_file << "check(r'''" << sympy(both, i) << "''', {";
            for (named_value const& v : e.at) {
                python_file << "'" << python(parse(v.name)) << "': " << decimal(v.value) << ", ";
                sympy_file << "'" << sympy(parse(v.name)) << "': " << decimal(v.value) << ", ";
            }
            python_file << "}, " << decimal(e.values[0]) << ")\n";
            sympy_file << "}, " << decimal(e.values[0]) << ")\n";
        }
        shared_model const lines(both, true);
        latex_file << "\\[ " << latex(lines) << " \\]\n";
        mathml_file << mathml(lines) << '\n';
        if (s.everywhere) {
            python_file << shared_check<python_style>(lines, all);
            sympy_file << shared_check<sympy_style>(lines, all);
        }
        json_file << (number > 1 ? "," : "") << json(both);
        dot_file << dot(both);
    }
    network(c);
    right_values_in(c);
    c.write();
    latex_file << "\\end{document}\n";
    mathml_file << "</page>\n";
    json_file << "]\n";
    return 0;
}
