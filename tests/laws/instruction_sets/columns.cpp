// A column has in every row what the scalar function has: each function of the table, its first and second derivatives,
// and random models with theirs, in floats and doubles, over subnormal numbers, zeros of both signs, huge numbers,
// infinities and NaN. Compiled once for each instruction set, since each has packets and vector functions of its own.
#include <leibniz/eigen.hpp>
#include <leibniz/eigen/parse.hpp>

#include "../../catch.hpp"
#include "../formulas.hpp"
#include "../random_model.hpp"

#include <array>
#include <cctype>
#include <cmath>
#include <cstdio>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

using namespace leibniz;

namespace {

template <class T>
using limits = std::numeric_limits<T>;
template <class T>
using array = Eigen::Array<T, Eigen::Dynamic, 1>;
template <class T>
using point = std::array<T, 3>;

/// A value, and how far another right implementation may be from it: vector functions are a few units in the last place
/// off, and a formula may magnify that without bound, to infinity here.
template <class T>
struct bounded {
    T value{}, error{};
};

/// One step, and what a change of its operands by their errors makes of it.
template <class T>
bounded<T> step_of(instruction const& s, std::vector<bounded<T>> const& v) {
    int const at[] = {s.a, s.b, s.c}, used = detail::used_operands(s);
    T operands[3]{};
    instruction alone = s;
    alone.a = 0, alone.b = 1, alone.c = 2;
    auto const result = [&] { return detail::value_of(alone, operands, operands, [](instruction const& call, T const* of) { return call.fn->value(of); }); };
    for (int k = 0; k < used; ++k) operands[k] = v[static_cast<std::size_t>(at[k])].value;
    bounded<T> r{result(), 0};
    bool inexact = s.op == opcode::call && s.fn->arity > 0 && !s.fn->exact;
    T const units = inexact ? 8 : 1;
    for (int k = 0; k < used; ++k) {
        bounded<T> const& given = v[static_cast<std::size_t>(at[k])];
        if (given.error == 0) continue;
        inexact = true;
        // Of a wave that decays, two neighbours do not show how much it changes within a turn.
        if (given.error > 1 && s.op == opcode::call && (is_row<cardinal_sine>(*s.fn) || is_row<spherical_bessel_function>(*s.fn))) r.error = limits<T>::infinity();
        for (T change : {-given.error, given.error}) {
            operands[k] = given.value + change;
            T const moved = std::abs(result() - r.value);
            r.error += moved <= limits<T>::max() ? moved : limits<T>::infinity();
        }
        operands[k] = given.value;
    }
    if (inexact && std::isfinite(r.value) && r.value != 0) r.error += units * (std::abs(r.value) * limits<T>::epsilon() + limits<T>::denorm_min());
    // Of doubles, the logistic function of a column is 0 where it is subnormal.
    if (sizeof(T) == 8 && s.op == opcode::call && (is_row<logistic>(*s.fn) || is_row<stable::logistic_of_decay>(*s.fn))) r.error += limits<T>::min();
    if (r.error > T(0.01) * (1 + std::abs(r.value))) r.error = limits<T>::infinity();
    return r;
}

template <class T>
bounded<T> scalar(program const& p, std::vector<T> const& inputs) {
    std::vector<bounded<T>> v;
    for (instruction const& s : p.code) {
        if (s.op == opcode::constant) v.push_back({detail::fraction<T>(s.n, s.d, s.b, s.c), 0});
        else if (s.op == opcode::input) v.push_back({inputs[static_cast<std::size_t>(s.a)], 0});
        else v.push_back(step_of(s, v));
    }
    return v[static_cast<std::size_t>(p.roots[0])];
}

/// The same number; the same NaN, infinity or zero of the same sign where the scalar one is exact.
template <class T>
bool agree(T column, bounded<T> const& s) {
    if (std::isnan(column) || std::isnan(s.value)) return std::isnan(column) && std::isnan(s.value);
    if (s.error == 0) return column == s.value && std::signbit(column) == std::signbit(s.value);
    return column == s.value || std::abs(column - s.value) <= 2 * s.error;
}

struct tally {
    long compared = 0, unstable = 0;
};

template <class T>
void check(std::string const& name, program const& p, std::vector<point<T>> const& points, tally& t) {
    auto const rows = static_cast<Eigen::Index>(points.size());
    std::vector<array<T>> columns;
    for (variable_name const& variable : p.variables) {
        columns.emplace_back(rows);
        for (Eigen::Index row = 0; row < rows; ++row) columns.back()[row] = points[static_cast<std::size_t>(row)][static_cast<std::size_t>(variable.name[0] - 'u') % 3];
    }
    std::vector<typename detail::block_interpreter<T>::input> inputs(columns.size());
    for (std::size_t k = 0; k < columns.size(); ++k) inputs[k].column = true, inputs[k].packed = columns[k].data();
    detail::block_interpreter<T> work(p, inputs, rows);
    if (!work.varies(0)) return;
    array<T> values(rows);
    work.run({values.data()});
    for (Eigen::Index row = 0; row < rows; ++row) {
        std::vector<T> at;
        for (array<T> const& column : columns) at.push_back(column[row]);
        bounded<T> const expected = scalar(p, at);
        ++t.compared;
        if (!(expected.error < limits<T>::infinity())) ++t.unstable;
        else if (!agree(values[row], expected)) {
            CAPTURE(name, sizeof(T), at, values[row], expected.value, expected.error);
            CHECK(agree(values[row], expected));
        }
    }
}

/// Where functions end, overflow, vanish, or are computed in another way, with both signs; and NaN.
template <class T>
std::vector<T> special_numbers() {
    constexpr T least = limits<T>::denorm_min(), normal = limits<T>::min(), most = limits<T>::max();
    std::vector<T> all{0,     least,    normal / 8, normal * T(0.75), normal,     limits<T>::epsilon(), T(1e-5), T(0.5),      1,         T(1.25), 2,        3,
                       10.5,  20,       44,         50,               87,         88,                   T(88.6), 89,          95,        103.5,   110,      200,
                       355,   T(708.5), T(709.5),   710,              740,        T(745.1),             750,     800,         T(1e5),    T(1e10), T(1e22),  T(1e30), most, limits<T>::infinity()};
    if (sizeof(T) == 4) all.push_back(T(1e-42));
    for (std::size_t k = 0, count = all.size(); k < count; ++k) all.push_back(-all[k]);
    all.push_back(limits<T>::quiet_NaN());
    return all;
}

/// All special numbers, pairs of them if there are two variables, and triples where there are three.
template <class T>
std::vector<point<T>> special_points(std::size_t variables) {
    std::vector<T> const numbers = special_numbers<T>();
    std::vector<point<T>> points;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        for (std::size_t j = 0; j < (variables > 1 ? numbers.size() : 1); ++j) points.push_back({numbers[i], numbers[j], numbers[(3 * i + j) % numbers.size()]});
    return points;
}

void check(std::string const& name, model const& m, tally& t) {
    std::size_t const variables = m.source()->names.size();
    check(name, m.code(), special_points<float>(variables), t);
    check(name, m.code(), special_points<double>(variables), t);
}

/// The function of u, v, w; nothing of those that only work on conditions.
std::string formula_with(function const& row) {
    std::string const name(row.name);
    if (row.meaning == role::reduction || row.arity == 0 || is_row<logical_negation>(row) || is_row<logical_conjunction>(row) || is_row<logical_disjunction>(row)) return "";
    if (is_row<choice>(row)) return "where(u < v, u, w)";
    bool const word = std::isalpha(static_cast<unsigned char>(name[0])) != 0;
    if (row.arity == 1) return word ? name + "(u)" : name + "u";
    if (row.arity == 2) return word ? name + "(u, v)" : "u" + name + "v";
    return name + "(u, v, w)";
}

template <class T>
std::vector<point<T>> random_points(random_models& random) {
    std::vector<T> const numbers = special_numbers<T>();
    std::vector<point<T>> points;
    for (int k = 0; k < 61; ++k) {
        points.emplace_back();
        for (T& each : points.back()) each = k % 2 == 0 ? numbers[static_cast<std::size_t>(random.below(numbers.size()))] : static_cast<T>(random.below(2000) - 1000) / T(300);
    }
    return points;
}

constexpr symbol<"n"> n;
constexpr symbol<"x"> x;

/// A compiled model over all special numbers and the least rows that leave a rest of every length.
template <class T, class E, class... B>
void check_compiled(E e, B const&... more) {
    std::vector<T> const numbers = special_numbers<T>();
    for (Eigen::Index rows : {1, 2, 3, 5, 7, 11, static_cast<int>(numbers.size())}) {
        array<T> const all = Eigen::Map<array<T> const>(numbers.data() + numbers.size() - static_cast<std::size_t>(rows), rows), values = evaluate(e, x = all, more...);
        for (Eigen::Index row = 0; row < rows; ++row) {
            T const expected = evaluate(e, x = all[row], more...);
            bounded<T> const near{expected, std::isfinite(expected) ? 64 * limits<T>::epsilon() * std::abs(expected) + 8 * limits<T>::min() : 0};
            CAPTURE(text(e), sizeof(T), all[row], values[row], expected);
            CHECK(agree(values[row], near));
        }
    }
}

}  // namespace

TEST_CASE("columns have what scalars have: every function, its first and its second derivatives") {
    tally t;
    int functions = 0, without_derivative = 0;
    for (function const* row : detail::rows_of<function_list, constant_list>::all) {
        std::string const formula = formula_with(*row);
        if (formula.empty()) continue;
        model const m = parse(formula);
        ++functions;
        check(formula, m, t);
        for (char const* by : {"u", "v"}) {
            if (!m.source()->mentions(by)) continue;
            try {
                model const slope = diff(m, by);
                check("d/d" + std::string(by) + " " + formula, slope, t);
                for (char const* second : {"u", "v"})
                    if (m.source()->mentions(second)) check("d/d" + std::string(second) + " d/d" + by + " " + formula, diff(slope, second), t);
            } catch (std::domain_error const&) {
                ++without_derivative;  // by a whole number or a shape
            }
        }
    }
    CHECK(without_derivative < 12);
    std::printf("columns of functions: %d functions, %ld values, %ld unstable\n", functions, t.compared, t.unstable);
    CHECK(functions > 60);
    CHECK(t.compared > 500000);
    CHECK(t.unstable < t.compared / 20);
}

TEST_CASE("columns have what scalars have: random models and their derivatives") {
    std::vector<function const*> functions;
    for (function const* row : detail::rows_of<function_list, constant_list>::all)
        if (row->arity > 0 && row->meaning == role::none && !row->exact && !is_row<polygamma_function>(*row)) functions.push_back(row);
    tally t;
    int models = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        random_models random(seed, seed % 2 == 0 ? functions : std::vector<function const*>{});
        graph g(rules);
        int const f = lowering(g)(random.next(3)), slope = differentiate(g, f, g.symbol("x")), curvature = differentiate(g, slope, g.symbol("y"), true);
        if (g.faults.overflowed || g.faults.lacks_partials) continue;
        ++models;
        for (int root : {f, slope, curvature}) {
            program const p = valued(compiled(g, root));
            check(printed(g, root), p, random_points<float>(random), t);
            check(printed(g, root), p, random_points<double>(random), t);
        }
    }
    std::printf("columns of random models: %d models, %ld values, %ld unstable\n", models, t.compared, t.unstable);
    CHECK(models > 300);
    CHECK(t.compared > 50000);
    CHECK(t.unstable < t.compared / 5);
}

TEST_CASE("columns of compiled models have what scalars have") {
    auto const both = [](auto e) { check_compiled<float>(e), check_compiled<double>(e); };
    both(log(x) + 1_c);
    both(exp(x) - sin(x));
    both(1_c / -x);
    both(diff(sigmoid(x), x));
    both(diff(tanh(x), x, x));
    both(diff(erf(x), x));
    check_compiled<float>(diff(pow(x, n), x, x), n = 1.0f);
    check_compiled<double>(diff(pow(x, n), x, x), n = 1.0);
}

TEST_CASE("subnormal floats have logarithms and are values of exponentials") {
    array<float> const least = array<float>::Constant(19, 1e-42f), deep = array<float>::Constant(19, -95.0f);
    CHECK((evaluate(log(x), x = least) + 96.70805f).abs().maxCoeff() < 1e-4f);
    CHECK((evaluate(exp(x), x = deep) == std::exp(-95.0f)).all());
    CHECK((evaluate(sigmoid(x), x = deep) == std::exp(-95.0f)).all());
    array<double> const none = array<double>::Constant(19, limits<double>::quiet_NaN());
    CHECK(evaluate(diff(pow(x, n), x, x), x = none, n = 1.0).isNaN().all());
    CHECK(array<double>(evaluate(diff(diff(parse("x^n"), "x"), "x"), bind("x", none), bind("n", 1.0))[0]).isNaN().all());
    CHECK((evaluate(1_c / -x, x = array<double>(array<double>::Zero(19))) < 0).all());
}
