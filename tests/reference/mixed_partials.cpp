// The mixed partial derivatives up to order 12 of one function, in fifty digits: those of Boost.Math's example of its autodiff, which come
// from Mathematica with 52 digits. The models are derived at run time; their programs run in fifty digits here.

#include <leibniz/leibniz.hpp>
#include <leibniz/parse.hpp>

#include "catch.hpp"
#include "json_numbers.hpp"

#include <boost/multiprecision/cpp_bin_float.hpp>

#include <array>
#include <cstdio>
#include <map>
#include <stdexcept>

namespace {

using namespace leibniz;
using fifty_digits = boost::multiprecision::cpp_bin_float_50;
using orders = std::array<int, 4>;  // by w, x, y, z

constexpr std::array names{"w", "x", "y", "z"};

/// The value of a function that occurs here.
fifty_digits called(instruction const& step, fifty_digits const* u) {
    std::string_view const name = step.fn->name;
    if (name == "exp") return exp(u[0]);
    if (name == "log") return log(u[0]);
    if (name == "sin") return sin(u[0]);
    if (name == "cos") return cos(u[0]);
    if (name == "tan") return tan(u[0]);
    if (name == "sqrt") return sqrt(u[0]);
    if (name == "^") return pow(u[0], u[1]);
    throw std::invalid_argument("no value in fifty digits of " + std::string(name));
}
fifty_digits value(model const& m, std::array<fifty_digits, 4> const& at) {
    buffer<fifty_digits> inputs;
    for (variable_name const& each : m.code().variables)
        for (std::size_t i = 0; i < 4; ++i)
            if (each.name == names[i]) inputs.push(at[i]);
    buffer<fifty_digits> v(m.code().code.size());
    for (int i = 0; i < v.size(); ++i) v[i] = detail::value_of(m.code().code[i], v.begin(), inputs.begin(), called);
    return v[m.code().roots[0]];
}

/// The derivatives of one model, each derived once from one of lower order.
class derivatives {
public:
    explicit derivatives(std::string const& text) { known_.emplace(orders{}, parse(text, {.effort = 5'000'000'000})); }

    model const& operator()(orders of) {
        if (auto const found = known_.find(of); found != known_.end()) return found->second;
        orders before = of;
        std::size_t by = 3;
        while (of[by] == 0) --by;
        --before[by];
        return known_.emplace(of, diff((*this)(before), names[by])).first->second;
    }

private:
    std::map<orders, model> known_;
};

constexpr char const* function = "exp(w*sin(x*log(y)/z) + sqrt(w*z/(x*y))) + w^2/tan(z)";

TEST_CASE("Derived while compiling and at run time, a mixed derivative is the same to forty-five digits") {
    constexpr symbol<"w"> w;
    constexpr symbol<"x"> x;
    constexpr symbol<"y"> y;
    constexpr symbol<"z"> z;
    constexpr auto f = exp(w*sin(x*log(y)/z) + sqrt(w*z/(x*y))) + pow<2>(w)/tan(z);
    std::array<fifty_digits, 4> const at{11, 12, 13, 14};
    fifty_digits const static_one = evaluate(diff(f, z, y, x, w), w = at[0], x = at[1], y = at[2], z = at[3]);
    derivatives all(function);
    CHECK(abs(value(all({1, 1, 1, 1}), at)/static_one - 1) < fifty_digits("1e-45"));
}

#ifdef LEIBNIZ_REFERENCE_DATA
TEST_CASE("All mixed partial derivatives agree to forty-five digits") {
    std::string const text = read_file(LEIBNIZ_REFERENCE_DATA "/boost_autodiff/mixed_partials.json");
    derivatives all(function);
    int count = 0;
    std::map<int, double> fewest;  // digits, by order
    for (std::size_t at = text.find("\"order\""); at != std::string::npos; at = text.find("\"order\"", at + 1), ++count) {
        std::string_view const entry = std::string_view(text).substr(at);
        std::vector<std::string> const order = json_numbers(json_value(entry, "order"));
        REQUIRE(order.size() == 4);
        orders of{};
        int total = 0;
        for (std::size_t i = 0; i < 4; ++i) total += of[i] = std::stoi(order[i]);
        fifty_digits const expected(json_numbers(json_value(entry, "value")).at(0));
        fifty_digits const error = abs(value(all(of), {11, 12, 13, 14})/expected - 1);
        CAPTURE(of[0], of[1], of[2], of[3]);
        CHECK(error < fifty_digits("1e-45"));
        double const digits = error == 0 ? 52 : -static_cast<double>(log10(error));
        fewest.emplace(total, digits).first->second = std::min(fewest.emplace(total, digits).first->second, digits);
    }
    CHECK(count == 120);
    for (auto const& [order, digits] : fewest) std::printf("mixed partial derivatives of order %2d: at least %.1f digits\n", order, digits);
}
#endif

}  // namespace
