// libFuzzer: formulas that are well formed by construction, so that the laws of check.hpp are tried far behind the
// parser: each byte is a leaf, a function or an operator of a formula in reverse Polish notation.
#include "program.hpp"

#include <leibniz/language/name.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace {

constexpr char const* leaves[] = {"x", "y", "z", "x", "y", "pi", "0", "1", "2", "3", "-1", "0.5", "(1/3)", "(-2/3)", "7", "-4", "1e-3", "64", "3037000500", "(1/2)", "9223372036854775807", "(-9223372036854775806)", "1e300"};
constexpr char const* functions[] = {"exp", "log", "sqrt", "sin", "cos", "tanh", "sigmoid", "sum", "mean", "stop_gradient", "-", "1/", "-1*", "2*",
                                     "abs", "atan", "erf", "log1p", "cosh", "asinh", "softplus", "relu", "where(x < y, 1, 0)*", "where(x*y < 1, 0, 1)*"};
constexpr char const* operators[] = {"+", "-", "*", "/", "^", "*", "+", "-", "/", "^", "max", "min", "hypot", "atan2", "where", "<", ">="};

template <int Count>
char const* chosen(char const* const (&from)[Count], unsigned byte) {
    return from[byte % static_cast<unsigned>(Count)];
}

std::string formula_of(std::uint8_t const* data, std::size_t size) {
    constexpr std::size_t longest = 400;
    std::vector<std::string> stack;
    for (std::size_t i = 0; i < size; ++i) {
        unsigned const byte = data[i] / 3u;
        if (stack.empty() || data[i] % 3u == 0) {
            stack.emplace_back(chosen(leaves, byte));
        } else if (data[i] % 3u == 1 || stack.size() < 2) {
            if (stack.back().size() < longest) stack.back() = chosen(functions, byte) + ("(" + stack.back() + ")");
        } else {
            std::string const right = stack.back(), left = stack[stack.size() - 2];
            if (left.size() + right.size() > longest) continue;
            stack.pop_back();
            std::string const op = chosen(operators, byte);
            if (op == "where") stack.back() = "where(" + left + " < " + right + ", " + left + ", (" + right + ")^2)";
            else if (leibniz::detail::is_letter(op[0])) stack.back() = op + "(" + left + ", " + right + ")";
            else stack.back() = "(" + left + ")" + op + "(" + right + ")";
        }
    }
    return stack.empty() ? "" : stack.back();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    try_formula(formula_of(data, size));
    return 0;
}
