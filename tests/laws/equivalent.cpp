// Verdicts of equivalent(a, b) on pairs that are equal by identities from textbooks, and on pairs of which one is spoiled: `equal` holds in
// sixty digits wherever either formula is defined, `equal where` wherever the conditions hold, `different` at its witness. In one family
// of formulas z is assumed to be a whole number.
#include "catch.hpp"
#include "cases.hpp"
#include "random_identities.hpp"

#include <leibniz/parse.hpp>

#include <array>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

using namespace leibniz;
using namespace random_identities;

namespace {

/// The values of both formulas at a point, in as many digits as it takes to tell whether they are equal.
enum class comparison : unsigned char { undefined, one_defined, equal, unequal, unclear };

template <class T>
comparison compared(T const& left, T const& right, double close) {
    using std::abs;
    bool const has_left = left == left && abs(left) < T(1e300), has_right = right == right && abs(right) < T(1e300);
    if (!has_left && !has_right) return comparison::undefined;
    if (has_left != has_right) return comparison::one_defined;
    return abs(left - right) <= T(close) * (abs(left) + abs(right)) + T(close) * T(1e-10) ? comparison::equal : comparison::unequal;
}
comparison compared_at(formulas const& f, int left, int right, double const* at) {
    double const l = f.value<double>(left, at), r = f.value<double>(right, at);
    if (comparison const c = compared(l, r, 1e-12); c == comparison::equal || c == comparison::undefined) return c;
    wide const precise[] = {at[0], at[1], at[2]};
    return compared(f.value<wide>(left, precise), f.value<wide>(right, precise), 1e-20);
}

struct tally {
    int pairs = 0, equal = 0, where = 0, different = 0, unknown = 0, points = 0, nowhere = 0;
};

/// Where the formulas of a wrong verdict are shown.
void report(char const* what, formulas const& f, int left, int right, equivalence const& e) {
    std::printf("%s: %s and %s: verdict %d where %s\n", what, f.text(left).c_str(), f.text(right).c_str(), static_cast<int>(e.found), e.conditions.c_str());
}

bool hold(std::string const& conditions, double const* at) {
    std::string all = conditions;
    for (std::size_t from = 0; !all.empty();) {
        std::size_t const end = all.find(" and ", from);
        model const c = parse(all.substr(from, end == std::string::npos ? end : end - from));
        std::vector<named_binding<double>> point;
        std::vector<std::string> const names = c.symbols();
        for (std::string const& name : names) point.push_back(leibniz::bind(std::string_view(name), double(at[name == "x" ? 0 : name == "y" ? 1 : 2])));
        if (evaluate(c, point)[0] == 0) return false;
        if (end == std::string::npos) return true;
        from = end + 5;
    }
    return true;
}

enum class finding : unsigned char { right, wrong, nowhere };

/// Whether anything contradicts the verdict. Of formulas that have no value anywhere nothing is said.
finding judged(formulas const& f, int left, int right, equivalence const& e, author& draw, tally& t, bool whole) {
    bool defined[2] = {}, right_so_far = true;
    for (int k = 0; k < (whole ? 9 : 6); ++k) {
        bool const at_step = k > 5;  // where something is divided by 0, too
        double const scale = k < 3 ? 0.9 : whole ? 1.3 : 2.1;
        double at[] = {scale * (draw.below(20001) - 10000 + 0.37) / 10000, scale * (draw.below(20001) - 10000 + 0.41) / 10000,
                       scale * (draw.below(20001) - 10000 + 0.43) / 10000};
        if (at_step) at[2] = 6 - k;
        else if (whole) at[2] = (at[2] < 0 ? -1 : 1) * (6 + draw.below(4));
        for (int side = 0; side < 2 && !at_step; ++side) {
            double const value = f.value<double>(side == 0 ? left : right, at);
            defined[side] = defined[side] || std::isfinite(value);
        }
        if (e.found == verdict::unknown || e.found == verdict::different) continue;
        comparison const c = compared_at(f, left, right, at);
        ++t.points;
        bool const claimed = e.found == verdict::equal || hold(e.conditions, at);  // single whole numbers are pieces
        if (c == comparison::unequal && (claimed || !at_step)) right_so_far = false;
        if (c == comparison::one_defined && claimed) right_so_far = false;
    }
    if (!defined[0] || !defined[1]) return finding::nowhere;
    if (e.found == verdict::different) {
        wide at[] = {0.7, 0.7, whole ? 7 : 0.7};  // what is cancelled does not occur
        for (auto const& [name, value] : e.witness)
            for (int k = 0; k < 3; ++k)
                if (name == random_identities::symbols[k]) at[k] = value;
        ++t.points;
        if (whole && at[2] != floor(at[2])) return finding::wrong;
        right_so_far = compared(f.value<wide>(left, at), f.value<wide>(right, at), 1e-17) == comparison::unequal;
    }
    return right_so_far ? finding::right : finding::wrong;
}

}  // namespace

TEST_CASE("no verdict is wrong, and few equal formulas stay unknown") {
    constexpr int pairs_of_family = cases(18'000);
    int wrong = 0, pairs = 0;
    std::vector<model> const z_is_whole{parse("integer(z)")};
    for (int kind = 0; kind <= static_cast<int>(family::whole); ++kind) {
        bool const whole = kind == static_cast<int>(family::whole);
        tally equals, spoiled;
        for (int n = 0; n < pairs_of_family; ++n) {
            formulas f;
            author draw(f, static_cast<family>(kind), static_cast<std::uint64_t>(n * 6 + kind));
            int const left = draw.draw(2 + draw.below(2));
            int right = draw.rewritten(draw.rewritten(left, 2), 3);
            bool const spoils = n % 2 != 0;
            if (spoils) right = draw.spoiled(right);
            model const first = parse(f.text(left)), second = parse(f.text(right));
            equivalence const e = equivalent(first, second, whole ? z_is_whole : std::vector<model>());
            tally& t = spoils ? spoiled : equals;
            finding const found = judged(f, left, right, e, draw, t, whole);
            // What is multiplied by 0 is gone from the canonical form, and with it where it was defined.
            bool const cancelled = free_symbols(first).size() != first.source()->names.size() || free_symbols(second).size() != second.source()->names.size();
            if (found == finding::nowhere || cancelled) {
                ++t.nowhere;
                continue;
            }
            ++t.pairs;
            ++(e.found == verdict::equal ? t.equal : e.found == verdict::equal_where ? t.where : e.found == verdict::different ? t.different : t.unknown);
            if (found == finding::right) continue;
            if (++wrong <= 10) report("wrong", f, left, right, e);
        }
        std::printf("%-17s %5d equal pairs: %d equal, %d equal where, %d different, %d unknown (%.1f %%); %5d spoiled: %d equal, %d equal where, %d "
                    "different, %d unknown; %d points; %d pairs have no value or lost a symbol\n",
                    family_names[kind], equals.pairs, equals.equal, equals.where, equals.different, equals.unknown, 100.0 * equals.unknown / equals.pairs,
                    spoiled.pairs, spoiled.equal, spoiled.where, spoiled.different, spoiled.unknown, equals.points + spoiled.points,
                    equals.nowhere + spoiled.nowhere);
        pairs += equals.pairs + spoiled.pairs;
        if (kind <= static_cast<int>(family::trigonometric) || whole) CHECK(20 * equals.unknown <= equals.pairs);
    }
    CHECK(pairs >= cases(100'000));
    CHECK(wrong == 0);
}
