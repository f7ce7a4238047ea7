// Writes formulas of vectors and matrices, their derivatives and values for other programs, into the folder that is named: check.cmake
// reads, runs and typesets them.
#include "../matrix_values.hpp"

#include <leibniz/parse/matrices.hpp>
#include <leibniz/parse/model_notation.hpp>

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

using namespace leibniz;
using matrix_values::bound, matrix_values::dense, matrix_values::sizes;

namespace {

shapes const known{{"W", "m", "n"}, {"A", "k", "m"}, {"X", "n", "n"}, {"Y", "n", "n"}, {"D", "m", "n"}, {"K", "n", "n", shape::symmetric},
                   {"R", "m", "m", shape::symmetric}, {"x", "n"}, {"u", "n"}, {"y", "m"}, {"b", "m"}, {"t", "k"}, {"v", 3}};
sizes const of{{"m", 3}, {"n", 4}, {"k", 2}};

struct example {
    char const* text;
    std::vector<std::string> by;
    bool in_sympy = true;
};
std::vector<example> const examples{
    {"norm2(W*x - y)^2", {"W", "x", "y"}},
    {"norm2(W*x - y)", {"W", "x", "y"}},
    {"norm2(W)", {"W"}},
    {"norm2(W*x - y)^2 + c*norm2(x)^2", {"W", "x", "c"}},
    {"logsumexp(A*sigmoid(W*x + b)) - t'*A*sigmoid(W*x + b)", {"A", "W", "b", "x", "t"}},
    {"(logdet(K + c*eye(n)) + x'*inv(K + c*eye(n))*x)/2", {"K", "x", "c"}},
    {"(y - W*x)'*inv(W*K*W' + R)*(y - W*x) + logdet(W*K*W' + R)", {"y", "x"}},
    {"logdet(W*K*W' + R)", {"W", "K", "R"}},
    {"K*W'*inv(W*K*W' + R)*(y - W*x) + x", {"x", "y"}},
    {"det(X)", {"X"}},
    {"logdet(X'*X)", {"X"}},
    {"tr(X*K*Y)", {"X", "Y", "K"}},
    {"tr(X*K*X*Y)", {"X"}},
    {"tr(inv(X)*Y)", {"X", "Y"}},
    {"x'*inv(X)*u", {"X", "x", "u"}},
    {"x'*K*x/(x'*x)", {"x", "K"}},
    {"u'*inv(X)'*x", {"x", "u"}},
    {"sum(exp(W*x))", {"W", "x"}},
    {"sum(log(1 + exp(W*x))) - y'*W*x", {"W", "x"}},
    {"mean(x.^3) + mean(sqrt(D))", {"x", "D"}},
    {"sum(X.*inv(X))", {"X"}},
    {"sum(x.^2./u)", {"x", "u"}},
    {"sum(u.^(-1))", {"u"}},
    {"norm1(x)", {"x"}},
    {"sin(x)'*u + sum(D.*cos(W))", {"x", "W", "D"}},
    {"x'*diag(u)*K*u", {"x", "u"}},
    {"diagonal(X*Y)'*u", {"X", "u"}},
    {"W*x", {"x"}},
    {"tanh(W*x + b)", {"x", "b"}},
    {"softmax(x)", {"x"}},
    {"x/norm2(x)", {"x"}},
    {"X*(u.*x) + x*u'*x/3", {"x", "u"}},
    {"inv(X)*W'*y", {"y"}},
    {"(W*x - y)'*W + x'*K*2", {}},
    {"eye(n) - ones(n)*x'/n", {}},
    {"(u'.^2)*X", {}},
    {"ones(m, n) - 2*W + c/2", {}},
    {"x*(u'*x) + c^n*x", {"x"}},
    {"v*v' + 1/2", {}},
    {"det(2*X)*logdet(c*X)", {"X", "c"}},
    {"(X.*X')*x - 1", {"x"}},
    {"y'*A'*t*x/norm2(x)^3", {"y", "x"}},
    {"exp(-x).*max(u, 0) + where(x < u, x, u)", {}, false},
    {"x - x", {}},
};

class random_numbers {
public:
    double next() {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<double>(state_ >> 40) / (1 << 23) - 1.0;
    }

private:
    std::uint64_t state_ = 17;
};

/// Values of all names: square matrices far from singular ones, D and u positive.
bound values() {
    random_numbers draw;
    bound all{{"c", 0.75}};
    for (shape const& s : known) {
        auto const size = [](shape::dimension const& d) { return d.name.empty() ? d.number : of.at(d.name); };
        dense matrix(size(s.rows), size(s.columns));
        for (double& entry : matrix.entries) entry = s.name == "D" || s.name == "u" ? 1.25 + draw.next() : draw.next();
        if (s.is_symmetric)
            for (int i = 0; i < matrix.rows; ++i)
                for (int j = 0; j < i; ++j) matrix.at(i, j) = matrix.at(j, i);
        if (s.rows == s.columns)
            for (int i = 0; i < matrix.rows; ++i) matrix.at(i, i) += 4;
        all.emplace(s.name, matrix);
    }
    return all;
}

std::string decimal(double value) {
    char text[64];
    std::snprintf(text, sizeof text, "%.17g", value);
    return text;
}
/// [[1, 2], [3, 4]]
std::string rows_of(dense const& a) {
    std::string all = "[";
    for (int i = 0; i < a.rows; ++i) {
        all += i > 0 ? ", [" : "[";
        for (int j = 0; j < a.columns; ++j) all += (j > 0 ? ", " : "") + decimal(a.at(i, j));
        all += "]";
    }
    return all + "]";
}

/// check_arrays('2*x', {'x': [[1.0], [2.0]]}, [[2.0], [4.0]])
std::string check(std::string const& formula, model const& m, bound const& at, dense const& value) {
    std::string text = "check_arrays(r'''" + formula + "''', {";
    for (std::string const& name : m.symbols()) text += "'" + name + "': " + rows_of(at.at(name)) + ", ";
    for (auto const& [name, size] : of) text += "'" + name + "': " + std::to_string(size) + ", ";
    return text + "}, " + rows_of(value) + ")\n";
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) return 2;
    std::string const folder = arguments[1];
    std::ofstream python_file(folder + "/values.py"), sympy_file(folder + "/symbols.py"), latex_file(folder + "/formulas.tex"),
        mathml_file(folder + "/formulas.xml"), json_file(folder + "/graphs.json"), dot_file(folder + "/graphs.dot");
    latex_file << "\\documentclass{article}\n\\usepackage{amsmath,amssymb}\n\\begin{document}\n";
    mathml_file << "<page>\n";
    json_file << "[\n";
    bound const at = values();
    bool first = true;
    for (example const& e : examples) {
        model const m = parse(e.text, known);
        std::vector<model> all{m};
        for (std::string const& by : e.by) all.push_back(diff(m, by));
        for (model const& each : all) {
            dense const value = matrix_values::value_of(each.finished().in, each.root(0), at, of);
            python_file << check(python(each), each, at, value);
            if (e.in_sympy) sympy_file << check(sympy(each), each, at, value);
            latex_file << "\\[ " << latex(each) << " \\]\n";
            mathml_file << mathml(each) << '\n';
            json_file << (first ? "" : ",") << json(each);
            dot_file << dot(each);
            first = false;
        }
    }
    latex_file << "\\end{document}\n";
    mathml_file << "</page>\n";
    json_file << "]\n";
    return 0;
}
