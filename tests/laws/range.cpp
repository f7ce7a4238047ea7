// Products, quotients and powers are as right as they were written: where a model, evaluated step by step as written, stays
// within the range of numbers, so does the program, and it loses no digits. Random models with operands whose squares and
// cubes leave the range.
#include "../catch.hpp"
#include "formulas.hpp"
#include "on_paper.hpp"

#include <leibniz/evaluate/valued.hpp>

#include <boost/multiprecision/cpp_bin_float.hpp>

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <string>
#include <utility>
#include <vector>

using namespace leibniz;
using namespace on_paper;

namespace {

/// So many that nothing is lost where terms of very different size are added up; with exponents far beyond those of double.
using digits = boost::multiprecision::number<boost::multiprecision::cpp_bin_float<700>, boost::multiprecision::et_off>;

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

}  // namespace

TEST_CASE("the value of a model stays in range and keeps its digits wherever it does as written") {
    check_all<double>("double", 6000, 3, 150, 1);
    check_all<float>("float", 6000, 3, 30, 1);
}

TEST_CASE("first and second derivatives stay in range and keep their digits wherever the rules on paper do") {
    check_all<double>("double", 6000, 2, 150, 3);
    check_all<float>("float", 6000, 2, 30, 3);
}
