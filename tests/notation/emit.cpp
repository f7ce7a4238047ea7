// Writes formulas, their derivatives and values as programs in other languages, into the folder that is named:
// check.cmake compiles, runs and typesets them.
#include "../../bench/compile/network_222.hpp"
#include "../right_values.hpp"
#include "samples.hpp"

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
using namespace samples;

namespace {

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
