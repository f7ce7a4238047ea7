// Products, quotients and powers are as right as they were written: where a model, evaluated step by step as written, stays
// within the range of numbers, so does the program, and it loses no digits. Random models with operands whose squares and
// cubes leave the range.
#include "../catch.hpp"
#include "formulas.hpp"

#include <leibniz/evaluate/valued.hpp>
#include <leibniz/parse.hpp>

#include <boost/multiprecision/cpp_bin_float.hpp>

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <deque>
#include <limits>
#include <string>
#include <utility>
#include <vector>

using namespace leibniz;

namespace {

/// So many that nothing is lost where terms of very different size are added up; with exponents far beyond those of double.
using digits = boost::multiprecision::number<boost::multiprecision::cpp_bin_float<700>, boost::multiprecision::et_off>;
constexpr std::string_view names[] = {"x", "y", "z"};

/// A value with its first and second derivative by one symbol.
template <class T>
struct jet {
    std::array<T, 3> of{};
};

/// The rules as one writes them on paper, for (u/v)' that is (u' - (u/v)*v')/v.
template <class T>
jet<T> sum(jet<T> const& u, jet<T> const& v, int sign) {
    jet<T> r;
    for (std::size_t k = 0; k < 3; ++k) r.of[k] = sign > 0 ? T(u.of[k] + v.of[k]) : T(u.of[k] - v.of[k]);
    return r;
}
template <class T>
jet<T> product(jet<T> const& u, jet<T> const& v) {
    return {{T(u.of[0] * v.of[0]), T(u.of[1] * v.of[0] + u.of[0] * v.of[1]), T(u.of[2] * v.of[0] + 2 * u.of[1] * v.of[1] + u.of[0] * v.of[2])}};
}
template <class T>
jet<T> quotient(jet<T> const& u, jet<T> const& v) {
    T const q = u.of[0] / v.of[0], slope = (u.of[1] - q * v.of[1]) / v.of[0];
    return {{q, slope, T((u.of[2] - 2 * slope * v.of[1] - q * v.of[2]) / v.of[0])}};
}
template <class T>
T whole_power(T u, int n) {
    T const half = n < 2 ? T(1) : whole_power(u, n / 2);
    return n < 1 ? T(1) : n % 2 == 0 ? T(half * half) : T(half * half * u);
}
template <class T>
jet<T> power(jet<T> const& u, int n) {
    T const once = T(n) * whole_power(u.of[0], n - 1), twice = T(n * (n - 1)) * whole_power(u.of[0], n > 1 ? n - 2 : 0);
    return {{whole_power(u.of[0], n), T(once * u.of[1]), T(twice * u.of[1] * u.of[1] + once * u.of[2])}};
}

/// A model as it was written, and its values by these rules.
class random_quotients {
public:
    explicit random_quotients(std::uint64_t seed) : state_(seed) {}

    written const& draw(int depth) {
        if (depth == 0 || below(8) == 0) return leaf();
        int const kind = below(10);
        written const& first = draw(depth - 1);
        if (kind == 0) return call(row<leibniz::power>::descriptor, first, number(below(3) == 0 ? 4 + below(20) : 2 + below(3)));
        written const* other = &draw(depth - 1);
        while (other->hash == first.hash) other = &draw(depth - 1);  // like terms would be collected
        written const& second = *other;
        return call(kind < 4 ? row<multiplication>::descriptor : kind < 8 ? row<division>::descriptor : kind < 9 ? row<addition>::descriptor : row<subtraction>::descriptor, first, second);
    }
    template <class N>
    int below(N n) {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(n));
    }

private:
    written const& leaf() {
        switch (below(3)) {
            case 0: return as_written<symbol<"x">>;
            case 1: return as_written<symbol<"y">>;
            default: return as_written<symbol<"z">>;
        }
    }
    written const& number(int n) {
        nodes_.push_back({.what = form::number, .hash = detail::hash_of(rational(n)), .number = n});
        return nodes_.back();
    }
    written const& call(function const& fn, written const& first, written const& second) {
        std::array<written const*, 2>& kept = operands_.emplace_back(std::array<written const*, 2>{&first, &second});
        nodes_.push_back({.what = form::call, .hash = detail::mix(fn.hash, detail::mix(first.hash, second.hash)), .fn = &fn, .operands = kept.data(), .count = 2});
        return nodes_.back();
    }

    std::uint64_t state_;
    std::deque<written> nodes_;
    std::deque<std::array<written const*, 2>> operands_;
};

template <class T>
jet<T> as_on_paper(written const& w, std::array<T, 3> const& at, std::size_t by) {
    if (w.what == form::number) return {{T(w.number.numerator())}};
    if (w.what == form::symbol) {
        auto const k = static_cast<std::size_t>(w.name[0] - 'x');
        return {{at[k], T(k == by ? 1 : 0)}};
    }
    jet<T> const u = as_on_paper(*w.operands[0], at, by);
    if (w.fn->meaning == role::power) return power(u, static_cast<int>(w.operands[1]->number.numerator()));
    jet<T> const v = as_on_paper(*w.operands[1], at, by);
    switch (w.fn->meaning) {
        case role::sum: return sum(u, v, 1);
        case role::difference: return sum(u, v, -1);
        case role::product: return product(u, v);
        default: return quotient(u, v);
    }
}

template <class T>
double error(T value, digits const& exact) {
    if (!std::isfinite(value)) return std::numeric_limits<double>::infinity();
    if (exact == 0) return value == 0 ? 0 : std::numeric_limits<double>::infinity();
    return static_cast<double>(digits(abs((digits(value) - exact) / exact))) / static_cast<double>(std::numeric_limits<T>::epsilon());
}

/// The model with all parentheses.
std::string spelled(written const& w) {
    if (w.what == form::number) return std::to_string(w.number.numerator());
    if (w.what == form::symbol) return std::string(w.name);
    std::string const sign = w.fn->meaning == role::power ? "^" : w.fn->meaning == role::product ? "*" : w.fn->meaning == role::quotient ? "/" : w.fn->meaning == role::sum ? " + " : " - ";
    return "(" + spelled(*w.operands[0]) + sign + spelled(*w.operands[1]) + ")";
}

/// The bases of one product with the signs of their exponents, as they were written.
void gather(written const& w, int sign, std::vector<std::pair<std::uint64_t, int>>& bases) {
    role const meaning = w.what == form::call ? w.fn->meaning : role::none;
    if (meaning == role::power) return gather(*w.operands[0], sign, bases);
    if (meaning != role::product && meaning != role::quotient) {
        if (w.what != form::number) bases.emplace_back(w.hash, sign);
        return;
    }
    gather(*w.operands[0], sign, bases);
    gather(*w.operands[1], meaning == role::quotient ? -sign : sign, bases);
}
/// What the canonical form does with some product of the model. It may take a factor against its inverse, which is not computed
/// as it was written any more; together with itself, or spread a power over it: of such the slopes are written in many ways.
struct merged {
    bool cancels = false, repeats = false, spreads = false, meets = false;
};
/// A power over a sum that has its base, x^4/(x - z): the terms of its derivative, over one denominator so that none cancels
/// that need not, hold products such as x^3*z, which may leave the range before they are divided.
bool meets_own_base(written const& w) {
    if (w.what != form::call || w.fn->meaning != role::quotient) return false;
    written const &above = *w.operands[0], &below = *w.operands[1];
    if (above.what != form::call || above.fn->meaning != role::power || below.what != form::call) return false;
    if (below.fn->meaning != role::sum && below.fn->meaning != role::difference) return false;
    return below.operands[0]->hash == above.operands[0]->hash || below.operands[1]->hash == above.operands[0]->hash;
}
void look_for(written const& w, merged& found) {
    std::vector<std::pair<std::uint64_t, int>> bases;
    gather(w, 1, bases);
    for (std::size_t i = 0; i < bases.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            if (bases[i].first == bases[k].first) (bases[i].second == bases[k].second ? found.repeats : found.cancels) = true;
    if (w.what == form::call && w.fn->meaning == role::power) {
        role const base = w.operands[0]->what == form::call ? w.operands[0]->fn->meaning : role::none;
        found.spreads = found.spreads || base == role::product || base == role::quotient || base == role::power;
    }
    found.meets = found.meets || meets_own_base(w);
    for (int k = 0; k < w.count; ++k) look_for(*w.operands[k], found);
}

struct tally {
    std::array<int, 3> compared{}, failed{};
    double worst = 0;
};

template <class T>
T interpreted(program const& p, std::array<T, 3> const& at) {
    buffer<T> inputs;
    for (variable_name const& name : p.variables) inputs.push(at[static_cast<std::size_t>(name.name[0] - 'x')]);
    return interpret(p, inputs)[p.roots[0]];
}

constexpr double accurate = 32;               // units of rounding, on paper
constexpr double right[] = {64, 128, 128};  // and here; where the terms of a derivative cancel, digits are lost by other roundings
constexpr double margin = 1e6;                // to the ends of the range, for the numbers in a model

template <class T>
void check(written const& model, graph& g, std::array<int, 3> const& roots, std::size_t by, random_quotients& draw, int decades, std::size_t orders, tally& t) {
    merged shape;
    look_for(model, shape);
    if (shape.cancels || (orders > 1 && (shape.repeats || shape.spreads || shape.meets))) return;
    std::array<program, 3> const programs{valued(compiled(g, roots[0])), valued(compiled(g, roots[1])), valued(compiled(g, roots[2]))};
    for (int point = 0; point < 6; ++point) {
        std::array<T, 3> at;
        std::array<digits, 3> wide;
        for (std::size_t k = 0; k < 3; ++k) {
            at[k] = static_cast<T>((1 + draw.below(1000) / 1000.0) * std::pow(10.0, draw.below(2 * decades + 1) - decades));
            wide[k] = digits(at[k]);
        }
        jet<T> const paper = as_on_paper(model, at, by);
        jet<digits> const exact = as_on_paper(model, wide, by);
        for (std::size_t order = 0; order < orders; ++order) {
            digits const size = abs(exact.of[order]);
            bool const in_range = size == 0 || (size >= margin * digits(std::numeric_limits<T>::min()) && margin * size <= digits(std::numeric_limits<T>::max()));
            if (!in_range || !(error(paper.of[order], exact.of[order]) <= accurate)) continue;
            ++t.compared[order];
            T const value = interpreted(programs[order], at);
            double const off = error(value, exact.of[order]);
            if (off <= right[order]) {
                if (off > t.worst) t.worst = off;
                continue;
            }
            ++t.failed[order];
            CAPTURE(spelled(model), printed(g, roots[0]), printed(g, roots[order]), order, by, at, value, paper.of[order], static_cast<double>(exact.of[order]), off);
            CHECK(off <= right[order]);
        }
    }
}

template <class T>
void check_all(char const* type, int models, int depth, int decades, std::size_t orders) {
    random_quotients draw(7);
    tally t;
    for (int m = 0; m < models; ++m) {
        written const& model = draw.draw(depth);
        graph g(rules);
        std::array<int, 3> roots{lowering(g)(model)};
        auto const by = static_cast<std::size_t>(draw.below(3));
        int const symbol = g.symbol(names[by]);
        roots[1] = differentiate(g, roots[0], symbol);
        roots[2] = differentiate(g, roots[1], symbol, true);
        if (g.faults.overflowed) continue;
        check<T>(model, g, roots, by, draw, decades, orders, t);
    }
    std::printf("range, %s: %d models; %d values, %d first, %d second derivatives right where they are on paper, worst %.2g units of rounding; failed %d %d %d\n", type, models,
                t.compared[0], t.compared[1], t.compared[2], t.worst, t.failed[0], t.failed[1], t.failed[2]);
    CHECK(t.compared[orders - 1] > models / 2);
}

/// A product of what joins with a number: |3*x|*|3*x| is 9*x^2, and so on.
struct joining {
    std::string text;
    jet<double> value;  // and its derivatives by x, as on paper
};
jet<double> root(jet<double> const& u) {
    double const v = std::sqrt(u.of[0]), once = u.of[1] / (2 * v);
    return {{v, once, (u.of[2] - 2 * once * once) / (2 * v)}};
}
joining draw_joining(random_quotients& random, std::array<double, 3> const& at, int depth) {
    if (depth == 0 || random.below(8) == 0) {
        auto const k = static_cast<std::size_t>(random.below(4) == 0 ? 1 + random.below(2) : 0);
        int const c = 1 + random.below(5);
        std::string const name(names[k]), many = std::to_string(c) + "*" + name;
        jet<double> const own{{at[k], k == 0 ? 1.0 : 0.0, 0}}, times = product(jet<double>{{double(c)}}, own);
        switch (random.below(6)) {
            case 0: return {name, own};
            case 1: return {many, times};
            case 2: return {"max(" + many + ", -" + many + ")", times};
            case 3: return {"sqrt(" + many + ")", root(times)};
            default: return {"abs(" + many + ")", times};
        }
    }
    joining const first = draw_joining(random, at, depth - 1);
    if (random.below(5) == 0) {
        int const n = 2 + random.below(2);
        return {"(" + first.text + ")^" + std::to_string(n), power(first.value, n)};
    }
    joining const second = draw_joining(random, at, depth - 1);
    return {"(" + first.text + ")*(" + second.text + ")", product(first.value, second.value)};
}

}  // namespace

TEST_CASE("products whose factors join with their numbers are what they are on paper, and so are their derivatives") {
    random_quotients random(11);
    std::array<double, 3> const at{1.25, 0.75, 1.5};
    int compared = 0;
    for (int m = 0; m < 2000; ++m) {
        joining const drawn = draw_joining(random, at, 1 + m % 4);
        model const written = parse(drawn.text);
        for (int order : {0, 1, 2}) {
            model const derived = order == 0 ? written : diff(written, "x", order);
            std::vector<named_binding<double>> bindings;
            for (variable_name const& v : derived.code().variables) bindings.push_back({v.name, at[static_cast<std::size_t>(v.name[0] - 'x')]});
            double const value = evaluate(derived, bindings)[0], on_paper = drawn.value.of[static_cast<std::size_t>(order)];
            ++compared;
            if (std::abs(value - on_paper) <= 1e-11 * (drawn.value.of[0] + std::abs(on_paper))) continue;
            CAPTURE(drawn.text, text(written), text(derived), order, value, on_paper);
            CHECK(value == on_paper);
        }
    }
    CHECK(compared == 6000);
}

TEST_CASE("the value of a model stays in range and keeps its digits wherever it does as written") {
    check_all<double>("double", 6000, 3, 150, 1);
    check_all<float>("float", 6000, 3, 30, 1);
}

TEST_CASE("first and second derivatives stay in range and keep their digits wherever the rules on paper do") {
    check_all<double>("double", 6000, 2, 150, 3);
    check_all<float>("float", 6000, 2, 30, 3);
}
