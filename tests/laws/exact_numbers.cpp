// Constants of 1 to 17 digits and of all sizes that a double has: no model with such is refused, nor a derivative up to the
// third; what the canonical form makes of them is exact, its text reads back to it, and its value is the right one.
#include "../catch.hpp"

#include <leibniz/leibniz.hpp>
#include <leibniz/parse.hpp>

#include <boost/multiprecision/cpp_dec_float.hpp>

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace {

using decimal = boost::multiprecision::number<boost::multiprecision::cpp_dec_float<250, long long>, boost::multiprecision::et_off>;

/// A random formula of x and y, as text, and its value.
class drawn_formula {
public:
    explicit drawn_formula(std::uint64_t seed) : state_(seed) { below(2); }

    int below(int n) {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(n));
    }
    /// The value is computed as it is drawn: the same seed draws the same formula for other values.
    std::pair<std::string, decimal> draw(int depth, decimal const& x, decimal const& y) {
        if (depth == 0) {
            if (below(2) == 0) return number();
            return below(2) == 0 ? std::pair{std::string("x"), x} : std::pair{std::string("y"), y};
        }
        auto const a = draw(depth - 1, x, y), b = draw(depth - 1, x, y);
        switch (below(6)) {
            case 0: return {"(" + a.first + " + " + b.first + ")", a.second + b.second};
            case 1: return {"(" + a.first + " - " + b.first + ")", a.second - b.second};
            case 2:
            case 3: return {a.first + "*" + b.first, a.second * b.second};
            case 4: return {a.first + "/(" + b.first + ")", b.second == 0 ? decimal(0) : a.second / b.second};
            default: break;
        }
        int const n = 2 + below(4);
        decimal power = a.second;
        for (int k = 1; k < n; ++k) power *= a.second;
        return {"(" + a.first + ")^" + std::to_string(n), power};
    }

    std::pair<std::string, decimal> number() {
        int const digits = 1 + below(17), exponent = below(3) == 0 ? below(21) - 10 : below(601) - 300;
        std::string text;
        for (int k = 0; k < digits; ++k) text += static_cast<char>('0' + (k == 0 || k + 1 == digits ? 1 + below(9) : below(10)));
        if (below(2) == 0 && digits > 1) text.insert(1, ".");
        if (below(5) != 0) text += "e" + std::to_string(exponent - digits / 2);
        return {text, decimal(text)};
    }

private:
    std::uint64_t state_;
};

void reads_back(leibniz::model const& m) {
    std::string const text(leibniz::text(m));
    INFO(text);
    leibniz::model const again = leibniz::parse(text);
    CHECK(leibniz::text(again) == text);
    CHECK(again == m);
}

/// The value of a model for x and y in 250 digits, with a bound of the rounding of doubles.
struct estimate {
    decimal value = 0, error = 0;
    bool in_range = true;  // of all steps
};
estimate value_of(leibniz::model const& m, decimal const& x, decimal const& y) {
    decimal const unit = std::numeric_limits<double>::epsilon();
    std::vector<estimate> v;
    for (leibniz::instruction const& step : m.code().code) {
        using leibniz::opcode;
        estimate e;
        estimate const a = step.op == opcode::constant || step.op == opcode::input ? e : v[static_cast<std::size_t>(step.a)];
        estimate const b = step.op == opcode::constant || step.op == opcode::input || step.op == opcode::negate || step.op == opcode::call ? e : v[static_cast<std::size_t>(step.b)];
        switch (step.op) {
            case opcode::input: e.value = m.code().variables[step.a].name == "x" ? x : y; break;
            case opcode::constant: e.value = leibniz::detail::fraction<decimal>(step.n, step.d); break;
            case opcode::add: e.value = a.value + b.value, e.error = a.error + b.error; break;
            case opcode::subtract: e.value = a.value - b.value, e.error = a.error + b.error; break;
            case opcode::multiply: e.value = a.value * b.value, e.error = abs(a.value) * b.error + abs(b.value) * a.error; break;
            case opcode::divide:
                if (b.value == 0) return {0, 0, false};
                e.value = a.value / b.value, e.error = (a.error + abs(e.value) * b.error) / abs(b.value);
                break;
            case opcode::negate: e.value = -a.value, e.error = a.error; break;
            default: return {0, 0, false};
        }
        if (step.op != opcode::negate && step.op != opcode::input) e.error += abs(e.value) * unit;
        e.in_range = a.in_range && b.in_range && (e.value == 0 || (abs(e.value) > decimal("1e-290") && abs(e.value) < decimal("1e290")));
        v.push_back(e);
    }
    return v[static_cast<std::size_t>(m.code().roots[0])];
}

}  // namespace

TEST_CASE("no constant that a double holds is refused, nor ever wrong") {
    decimal const x("1.375"), y("-0.8125"), h("1e-50");
    int exact = 0, derivatives = 0, values = 0, unfolded = 0;
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
        auto const draw = [seed](decimal const& at, decimal const& other) {
            drawn_formula formula(seed);
            int const depth = 1 + formula.below(4);
            return formula.draw(depth, at, other);
        };
        auto const [written, right] = draw(x, y);
        INFO(written);
        leibniz::model m = leibniz::parse(written);
        decimal const folded = value_of(m, x, y).value;
        bool const defined = right != 0 && folded != 0;  // no 1/0, and not all cancelled
        if (defined) CHECK(abs(folded / right - 1) < decimal("1e-180"));
        exact += defined;

        leibniz::model const slope = leibniz::diff(m, "x");
        decimal const above = draw(x + h, y).second, below = draw(x - h, y).second, quotient = (above - below) / (2 * h);
        decimal const scale = abs(above) + abs(below) + abs(quotient);
        if (defined) CHECK(abs(value_of(slope, x, y).value - quotient) <= scale * decimal("1e-60"));
        derivatives += defined;

        for (int order = 0; order <= 3; ++order) {
            std::string const text(leibniz::text(m));
            INFO(order);
            reads_back(m);
            unfolded += text.find("e2") != std::string::npos && text.find('*') != std::string::npos;
            estimate const e = value_of(m, x, y);
            if (e.in_range) {
                std::vector<leibniz::named_binding<double>> bindings;
                for (auto const& v : m.code().variables) bindings.push_back({v.name, static_cast<double>(v.name == "x" ? x : y)});
                double const value = evaluate(m, bindings);
                CHECK(abs(decimal(value) - e.value) <= 2 * e.error);
                ++values;
            }
            if (order < 3) m = leibniz::diff(m, "x");
        }
    }
    std::printf("exact numbers: %d models, %d slopes, %d values compared, %d texts with large numbers\n", exact, derivatives, values, unfolded);
    CHECK(exact > 1500);
    CHECK(derivatives > 1500);
    CHECK(values > 1500);
}

TEST_CASE("products of numbers that do not fold read back, in whatever order they are written") {
    decimal const x("1.375");
    int unfolded = 0, texts = 0;
    for (std::uint64_t seed = 0; seed < 800; ++seed) {
        drawn_formula random(seed);
        std::vector<std::pair<std::string, decimal>> few;
        for (int k = 1 + random.below(3); k > 0; --k) few.push_back(random.number());
        auto const any = [&] { return few[static_cast<std::size_t>(random.below(static_cast<int>(few.size())))]; };
        struct factor {
            std::string text;
            decimal value;
        };
        std::vector<factor> factors{{"*x", x}};
        for (int k = 2 + random.below(4); k > 0; --k) {
            auto [text, value] = any();
            int const small = 2 + random.below(30);
            switch (random.below(6)) {
                case 0: { auto const [other, by] = any(); text = "(" + text + "*" + other + ")", value *= by; } break;
                case 1: { auto const [other, by] = any(); text = "(" + text + "/" + other + ")", value /= by; } break;
                case 2: text = "(" + text + "*" + std::to_string(small) + ")", value *= small; break;
                case 3: text = std::to_string(small), value = small; break;
                default: break;
            }
            int const exponent = random.below(2) == 0 ? 1 : 2 + random.below(random.below(4) == 0 ? 60 : 4);
            decimal power = value;
            for (int n = 1; n < exponent; ++n) power *= value;
            bool const below = random.below(3) == 0;
            if (exponent > 1) text += "^" + std::to_string(exponent);
            factors.push_back({(below ? "/" : "*") + text, below ? 1 / power : power});
        }
        decimal right = 1;
        for (factor const& f : factors) right *= f.value;
        for (int order = 0; order < 4; ++order) {
            for (int k = static_cast<int>(factors.size()) - 1; k > 0; --k) std::swap(factors[static_cast<std::size_t>(k)], factors[static_cast<std::size_t>(random.below(k + 1))]);
            std::string written = "1";
            for (factor const& f : factors) written += f.text;
            INFO(written);
            leibniz::model const m = leibniz::parse(written);
            reads_back(m);
            CHECK(abs(value_of(m, x, x).value / right - 1) < decimal("1e-180"));
            std::string const text(leibniz::text(m));
            unfolded += text.find("*x") != text.rfind('*') || text.find('^') != std::string::npos, ++texts;
            leibniz::model slope = leibniz::parse("sin(" + written + ")");
            for (int k = 0; order == 0 && k < 3; ++k) reads_back(slope = leibniz::diff(slope, "x"));
        }
    }
    std::printf("exact numbers: %d of %d products have several numbers\n", unfolded, texts);
    CHECK(2 * unfolded > texts);
}
