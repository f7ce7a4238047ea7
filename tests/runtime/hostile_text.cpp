// Text from strangers: no input crashes, hangs or exhausts memory, and what is accepted obeys the laws that the fuzzer
// checks. The files of tests/fuzz/corpus hold what was found.
#include "../catch.hpp"

#include "../fuzz/check.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <random>
#include <string>
#include <vector>

using namespace leibniz;

namespace {

std::string repeated(int times, std::string_view part) {
    std::string result;
    for (int k = 0; k < times; ++k) result += part;
    return result;
}
std::string nested(int times, std::string_view before, std::string_view after) { return repeated(times, before) + "x" + repeated(times, after); }

/// n terms, each with its own number wherever the pattern has #.
std::string terms(int count, std::string_view pattern, std::string_view between = "+") {
    std::string result;
    for (int k = 1; k <= count; ++k) {
        if (k > 1) result += between;
        for (char c : pattern) c == '#' ? result += std::to_string(k) : result += c;
    }
    return result;
}

template <class Work>
double seconds(Work work) {
    auto const begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::vector<std::filesystem::path> corpus() {
    std::vector<std::filesystem::path> files;
    for (auto const& entry : std::filesystem::directory_iterator(LEIBNIZ_TEST_FOLDER "/fuzz/corpus")) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

/// All that a program does with a text, whatever comes of it.
hostile::outcome used(std::string const& text) {
    return hostile::attempted([&] {
        model const m = parse(text);
        std::string const printed = leibniz::text(m);
        for (std::string const& name : m.symbols()) {
            hostile::attempted([&] { leibniz::text(diff(m, name)); });
            break;
        }
        hostile::attempted([&] { gradient(m, m.symbols()); });
    });
}

}  // namespace

TEST_CASE("the laws hold for every file of the corpus") {
    int refused = 0, examined = 0;
    for (std::filesystem::path const& file : corpus()) {
        INFO(file.string());
        std::ifstream in(file, std::ios::binary);
        std::string const text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
        hostile::outcome result{};
        CHECK_NOTHROW(result = hostile::check(text));
        CHECK_NOTHROW(hostile::check(text, {"x", "y"}));
        refused += result == hostile::outcome::refused;
        examined += result == hostile::outcome::examined;
    }
    CHECK(refused >= 10);
    CHECK(examined >= 30);
}

TEST_CASE("the laws notice what is wrong") {
    auto const f = [](model const& slope) {
        auto const& words = detail::words_of<function_list, constant_list>::all;
        parser const read("x^2*sin(y)", words);
        hostile::agrees_with_differences({read, detail::rows_of<function_list, constant_list>::all}, slope, "x", 0);
    };
    CHECK_NOTHROW(f(parse("2*x*sin(y)")));
    CHECK_THROWS_AS(f(parse("2.001*x*sin(y)")), hostile::finding);
    CHECK_THROWS_AS(f(parse("-2*x*sin(y)")), hostile::finding);
    CHECK(hostile::agree({1, 1e-18L}, {1 + 3e-18L, 1e-18L}));
    CHECK(!hostile::agree({1, 1e-18L}, {1 + 1e-16L, 1e-18L}));
}

TEST_CASE("large formulas take seconds at most, or are refused") {
    struct hard {
        char const* what;
        std::string text;
    };
    std::vector<hard> const all{
        {"many names", terms(20'000, "x#^2")},
        {"many numbers", terms(20'000, "x#*#/7")},
        {"fractions of one numerator", terms(20'000, "exp(x/#)")},
        {"side conditions", terms(20'000, "exp(log(x#))")},
        {"a long product", terms(20'000, "(x# + 1)", "*")},
        {"a product of powers", terms(20'000, "x^y#", "*")},
        {"nested functions", nested(150, "sin(x*", ")")},
        {"nested squares", nested(300, "(", "^2 + 1)")},
        {"nested powers", nested(3'000, "(x^", ")")},
        {"nested quotients", nested(1'000, "1/(1 + 1/(x + ", "))")},
        {"nested sums over rows", nested(2'000, "mean(y*", ")")},
        {"brackets", nested(9'999, "(", ")")},
        {"signs", std::string(9'999, '-') + "x"},
        {"open brackets", std::string(1'000'000, '(')},
        {"digits", std::string(1'000'000, '9')},
        {"one name", std::string(1'000'000, 'x')},
        {"zero bytes", std::string(1'000'000, '\0')},
        {"no UTF-8", std::string(1'000'000, '\xff')},
    };
    for (hard const& h : all) {
        INFO(h.what);
        double const time = seconds([&] {
            try {
                used(h.text);
            } catch (syntax_error const&) {
            }
        });
        CHECK(time < 20);  // with sanitizers and on a busy machine; some tenths of a second else
    }
}

TEST_CASE("the entries of a gradient take time in proportion to their size, not each to the whole") {
    model const m = parse(terms(10'000, "sin(a#*x)"));
    std::vector<std::string> by;
    for (int k = 1; k <= 10'000; ++k) by.push_back("a" + std::to_string(k));
    model const all = gradient(m, by);
    double const time = seconds([&] {
        for (int k = 0; k < all.size(); ++k) {
            std::string const expected = "x*cos(" + by[static_cast<std::size_t>(k)] + "*x)";
            REQUIRE(leibniz::text(all, k) == expected);
            REQUIRE(leibniz::text(all[k]) == expected);
        }
    });
    CHECK(time < 20);  // minutes if each took the whole; some tenths of a second here
}

TEST_CASE("the limits on length, depth, levels and effort are kept and can be set") {
    parse_options options;
    options.limits.characters = 5;
    CHECK(text(parse("a + b", options)) == "a + b");
    CHECK_THROWS_AS(parse("a + bb", options), syntax_error);

    options = {};
    options.limits.depth = 3;
    CHECK(text(parse("(((x)))", options)) == "x");
    CHECK_THROWS_AS(parse("((((x))))", options), syntax_error);

    options = {};
    options.limits.levels = 4;
    CHECK(text(parse("sin(sin(sin(x)))", options)) == "sin(sin(sin(x)))");
    CHECK_THROWS_AS(parse("sin(sin(sin(sin(x))))", options), std::length_error);
    CHECK_THROWS_AS(leibniz::diff(parse("sin(sin(sin(x)))", options), "x"), std::length_error);  // a product of cosines around them
    CHECK_THROWS_AS(parse(nested(9'000, "sin(", ")")), std::length_error);

    options = {};
    std::string const large = terms(1'000, "x#");
    CHECK_NOTHROW(parse(large, options));
    options.effort = 10'000;
    CHECK_THROWS_AS(parse(large, options), std::length_error);
}

TEST_CASE("exact numbers that leave 64 bits stay beside one another, and are never wrong") {
    for (char const* number : {"1e309", "2e308", "1.7976931348623159e308", "1.79769313486231591234567e308"})
        CHECK_THROWS_WITH(parse(number), Catch::Matchers::ContainsSubstring("this number is larger or smaller than any double; write a symbol, and bind it"));
    CHECK(text(parse("1.7976931348623157e308*x")) == "1.7976931348623157e308*x");
    CHECK(text(parse("1.79769313486231570814527423731704e308*x")) == "1.79769313486231570814527423731704e308*x");
    CHECK(text(parse("x*1e-18*1e-18")) == "1e-36*x");
    CHECK(text(parse("9223372036854775807*x + x")) == "9223372036854775807*x + x");
    CHECK(text(parse("9223372036854775807*9223372036854775806*x")) == "9223372036854775806*9223372036854775807*x");
    CHECK(text(parse("x^9223372036854775807*x")) == "x^(9223372036854775807 + 1)");
    CHECK(text(parse("sum(2*9223372036854775807)")) == "2*9223372036854775807*sum(1)");
    CHECK(text(parse("sum(2*9223372036854775807*x)")) == "2*9223372036854775807*sum(x)");
    CHECK(text(leibniz::diff(leibniz::diff(parse("x^9223372036854775807"), "x"), "x")) == "9223372036854775806*9223372036854775807*x^9223372036854775805");
    model const a = parse("9223372036854775807*(2*x + y) + z"), b = parse("9223372036854775807*(2*x + 3*y) + z");
    CHECK(!(a == b));
    CHECK(a == parse("z + (y + 2*x)*9223372036854775807"));
    CHECK(double(evaluate(parse("(1/(2.64e16*pi))^2"), std::vector<leibniz::named_binding<double>>())) == 1 / (2.64e16 * 3.141592653589793) / (2.64e16 * 3.141592653589793));
}

TEST_CASE("a division by zero is never folded away") {
    auto const value = [](std::string const& formula) {
        model const m = parse(formula);
        std::vector<std::string> const names = m.symbols();  // the bindings hold views of them
        std::vector<leibniz::named_binding<double>> at;
        for (std::string const& name : names) at.push_back({name, 2.0});
        return double(evaluate(m, at)[0]);
    };
    for (char const* formula : {"0/0*x", "1/0 - 1/0", "x/0 - x/0", "0*x/0", "0/0 + 1/0", "0^-2*x*0", "(x - x)/(x - x)"}) {
        CAPTURE(formula);
        CHECK(text(parse(formula)) == "0/0");
        CHECK(std::isnan(value(formula)));
    }
    CHECK(std::isnan(value("x + 0/0")));
    CHECK(text(parse("-30*x/2^630/y/0")) == "-x/0");
    CHECK(value("-30*x/2^630/0") == -std::numeric_limits<double>::infinity());
}

TEST_CASE("quotients of numbers of many digits and any size have their derivatives") {
    std::mt19937_64 random(5);
    auto const number = [&random] {
        std::string text = std::to_string(1 + random() % 9) + ".";
        for (std::size_t digits = 1 + random() % 18; digits > 0; --digits) text += static_cast<char>('0' + random() % 10);
        return text + "e" + std::to_string(static_cast<int>(random() % 61) - 30);
    };
    int compared = 0;
    for (int k = 0; k < 600; ++k) {
        std::string const texts[] = {number(), number(), number(), number()};
        double n[4];
        for (int i = 0; i < 4; ++i) n[i] = std::stod(texts[i]);
        bool const exponential = k % 2 == 1;
        std::string const by = exponential ? "*exp(x)" : "*x", rest = exponential ? "*exp(y)" : "";
        model const m = parse("(" + texts[0] + by + " + " + texts[1] + rest + ")/(" + texts[2] + by + " + " + texts[3] + rest + ")");
        double const x = 0.5, y = 1.25, u = exponential ? std::exp(x) : x, v = exponential ? std::exp(y) : 1, below = n[2] * u + n[3] * v;
        double const slope = v * (n[0] * n[3] - n[1] * n[2]) / below / below * (exponential ? u : 1), terms = (n[0] + n[2] * (n[0] * u + n[1] * v) / below) / below * (exponential ? u : 1);
        std::vector<leibniz::named_binding<double>> at{{"x", x}};
        if (exponential) at.push_back({"y", y});
        CAPTURE(text(m), k);
        double const value = evaluate(m, at)[0], derivative = evaluate(leibniz::diff(m, "x"), at)[0];
        CHECK(std::abs(value - (n[0] * u + n[1] * v) / below) <= 1e-13 * value);
        CHECK(std::abs(derivative - slope) <= 1e-13 * terms);
        CHECK(std::isfinite(evaluate(leibniz::diff(leibniz::diff(m, "x"), "x"), at)[0]));
        ++compared;
    }
    CHECK(compared == 600);
    CHECK(evaluate(parse("1/cosh(x)^9000000000000000000"), std::vector<leibniz::named_binding<double>>{{"x", 1.0}})[0] == 0);
}

TEST_CASE("a number made to have the hash of a name is still that number") {
    CHECK(text(parse("x - 6225122188357746846")) == "x - 6225122188357746846");
}

TEST_CASE("the text of a sum and of a product does not depend on the order in which it was written") {
    std::vector<std::string> const parts{"x", "y", "pi", "2^x", "(2*x)^y", "x^2", "x^(1/3)", "1/x", "sqrt(x)", "sqrt(x + 1)", "x^y", "exp(x)", "exp(x)^2", "exp(x + 1)",
                                         "exp(2*x)", "exp(pi)", "sin(exp(x))", "sin(x + y)", "sin(x*y)", "sin(x)^2", "sin(pi)", "mean(x)", "mean(x*y)", "mean(exp(x))", "mean(x)^2",
                                         "(x + y)", "(x + y)^2", "(x + exp(x))", "(exp(x) + mean(x))", "(x + y)^(1/2)", "(x - pi)^y", "(x*y)^(1/3)", "exp(x)^(1/3)",
                                         "(2*exp(x))^(1/2)", "(1/(x + y))", "x/y", "x*exp(y)", "mean(y)*exp(x)", "sin(x)*(x + y)", "pi^x", "3^(1/2)", "x^9223372036854775807"};
    auto const printed = [](std::string const& formula) {
        std::string result = "overflow";
        hostile::attempted([&] { result = text(parse(formula)); });
        return result;
    };
    for (std::string const with : {"+", "*"})
        for (std::size_t i = 0; i < parts.size(); ++i)
            for (std::size_t j = i + 1; j < parts.size(); ++j) {
                std::string const &a = parts[i], &b = parts[j], &c = parts[(5 * i + 7 * j) % parts.size()];
                auto const written = [&](std::string const& u, std::string const& v, std::string const& w) { return printed(u + with + v + with + w); };
                auto const inverse = [&](std::string const& u, std::string const& v, std::string const& w) {
                    return printed("cos(1/" + u + with + "1/" + v + ")" + with + "1/" + u + with + w + with + "1/" + v);
                };
                CHECK(written(a, b, c) == written(a, c, b));
                CHECK(written(a, b, c) == written(b, a, c));
                CHECK(written(a, b, c) == written(b, c, a));
                CHECK(written(a, b, c) == written(c, a, b));
                CHECK(written(a, b, c) == written(c, b, a));
                CHECK(inverse(a, b, c) == inverse(b, a, c));
            }
}
