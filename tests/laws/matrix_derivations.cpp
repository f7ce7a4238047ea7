// The lines of derivations of vectors and matrices, over random models: what each one says is read back and has the value of
// differences of what was written, in both forms.
#include "../catch.hpp"
#include "../matrix_values.hpp"
#include "matrix_points.hpp"
#include "matrix_reader.hpp"
#include "random_matrices.hpp"

#include <leibniz/derivation/matrix.hpp>

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstdio>
#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

using namespace leibniz;
using namespace matrix_values;

namespace {

struct said {
    int depth;
    detail::rule kind;
    std::string before, after;
};
std::vector<said> all_lines(detail::written_lines const& written) {
    std::vector<said> all;
    for (derivation_line const l : derivation_lines(written.letters.begin(), written.lines.begin(), written.lines.size()))
        all.push_back({l.depth, l.kind, string_of(l.before), string_of(l.after)});
    return all;
}

/// A copy of a model in which some operations have names, as by `let`.
class named_copy {
public:
    written const& operator()(written const& w) {
        if (w.what != form::call || w.count == 0) return w;
        for (std::size_t k = 0; k < known_.size(); ++k)
            if (known_[k].first == w.hash) return *known_[k].second;
        auto& operands = operands_.emplace_back();
        for (int k = 0; k < w.count; ++k) operands.push_back(&(*this)(*w.operands[k]));
        written copy = w;
        copy.operands = operands.data();
        nodes_.push_back(copy);
        written const* made = &nodes_.back();
        if (w.hash % 3 == 0) {
            operands_.push_back({made});
            names_.push_back("step" + std::to_string(names_.size()));
            nodes_.push_back({.what = form::named, .hash = detail::mix(w.hash, 7), .name = names_.back().c_str(), .operands = operands_.back().data(), .count = 1});
            made = &nodes_.back();
        }
        known_.emplace_back(w.hash, made);
        return *made;
    }
    std::size_t count() const { return names_.size(); }

private:
    std::deque<written> nodes_;
    std::deque<std::vector<written const*>> operands_;
    std::deque<std::string> names_;
    std::vector<std::pair<std::uint64_t, written const*>> known_;
};

/// One model at one point, along one direction.
class checked {
public:
    checked(written const& w, random_matrices& draw, std::size_t variable, std::array<int, 3> numbers)
        : draw_(draw), v_(draw.variables()[variable]), at_(draw, numbers), direction_(random_direction(draw, at_.all.at(v_.name), v_.name[0] == 'S')) {
        for (auto const& [name, size] : at_.of) at_.all[name] = static_cast<double>(size);
        expected_ = slope(w, at_, v_.name, direction_);
        derived_ = {{"d" + v_.name, direction_}};
    }
    bool is_usable() const { return is_finite(expected_, 1e3); }

    void main_steps(detail::written_lines const& written, int& compared) {
        std::vector<said> const all = all_lines(written);
        std::vector<said> definitions, differentials, varying;
        for (said const& l : all) (l.kind == detail::rule::definition ? definitions : differentials).push_back(l);
        bound const steps = stepped(definitions, at_.all), ahead = stepped(definitions, shifted(1)), behind = stepped(definitions, shifted(-1));
        bound values = steps;
        values.insert(derived_.begin(), derived_.end());
        for (std::size_t k = 0; k < definitions.size(); ++k) {
            std::size_t const at = varying.size();
            if (at < differentials.size() && differentials[at].before == "d" + definitions[k].before) varying.push_back(definitions[k]);
            else CHECK(distance(ahead.at(definitions[k].before), behind.at(definitions[k].before)) < 1e-12);  // it is constant
        }
        for (std::size_t k = varying.size(); k-- > 0;) {
            said const& l = differentials[k];
            INFO(l.before << " = " << l.after);
            dense const value = evaluated(l.after, values), difference = times(ahead.at(varying[k].before) - behind.at(varying[k].before), 1 / (2 * step));
            CHECK(distance(value, difference) < 1e-4);
            values[l.before] = value;
            ++compared;
        }
        for (std::size_t k = varying.size(); k < differentials.size(); ++k) conclude(differentials[k], values, compared);
    }

    void every_rule(detail::written_lines const& written, int& compared) {
        std::vector<said> const all = all_lines(written);
        std::map<std::string, dense> known;
        for (std::size_t k = 0; k + 1 < all.size(); ++k) {
            if (all[k].kind == detail::rule::together) continue;
            std::size_t last = k + 1;
            while (last < all.size() && all[last].depth > all[k].depth) ++last;
            bool const nested = last < all.size() && all[last].kind == detail::rule::together && all[last].depth == all[k].depth;
            INFO(all[k].before << " = " << (nested ? all[last] : all[k]).after);
            dense const value = evaluated((nested ? all[last] : all[k]).after, with(at_.all, derived_));
            std::string const part = all[k].before[1] == '(' ? all[k].before.substr(2, all[k].before.size() - 3) : all[k].before.substr(1);
            dense const difference = times(evaluated(part, shifted(1)) - evaluated(part, shifted(-1)), 1 / (2 * step));
            CHECK(distance(value, difference) < 1e-4);
            known.emplace(all[k].before, value);
            ++compared;
        }
        std::vector<std::string> names;
        for (auto const& each : known) names.push_back(each.first);
        std::sort(names.begin(), names.end(), [](std::string const& a, std::string const& b) { return a.size() > b.size(); });
        bound values = with(at_.all, derived_);
        for (std::size_t k = 0; k < names.size(); ++k) values["q" + std::to_string(k) + "_"] = known.at(names[k]);
        for (auto const& [before, value] : known)
            if (before[1] != '(') values[before] = value;
        for (std::size_t k = 0; k + 1 < all.size(); ++k) {
            if (all[k].kind == detail::rule::together) continue;
            std::string text = all[k].after;
            for (std::size_t n = 0; n < names.size(); ++n)
                for (std::size_t place = 0; names[n][1] == '(' && (place = text.find(names[n], place)) != std::string::npos; ++place)
                    if (place == 0 || std::isalnum(static_cast<unsigned char>(text[place - 1])) == 0)  // no sigmoid(...)
                        text.replace(place, names[n].size(), "q" + std::to_string(n) + "_");
            INFO(all[k].before << " = " << all[k].after);
            CHECK(distance(evaluated(text, values), known.at(all[k].before)) < 1e-9);
            ++compared;
        }
        conclude(all.back(), with(at_.all, derived_), compared);
    }

private:
    static constexpr double step = 1e-4;

    static bound with(bound a, bound const& b) {
        for (auto const& each : b) a[each.first] = each.second;
        return a;
    }
    bound shifted(int sign) const {
        bound all = at_.all;
        all[v_.name] = all[v_.name] + times(direction_, sign * step);
        return all;
    }
    dense evaluated(std::string const& text, bound const& values) const {
        formula_reader const reader(text, draw_, false);
        INFO(text);
        REQUIRE(reader.formula() != nullptr);
        return value_of(*reader.formula(), values, at_.of);
    }
    bound stepped(std::vector<said> const& definitions, bound values) const {
        for (std::size_t k = definitions.size(); k-- > 0;) values[definitions[k].before] = evaluated(definitions[k].after, values);
        return values;
    }
    /// The differential in that of the variable alone, or the derivative in all its forms.
    void conclude(said const& l, bound const& values, int& compared) const {
        INFO(l.before << " = " << l.after);
        bool const is_derivative = l.before.find("∂") != std::string::npos;
        std::size_t first = 0;
        for (std::size_t end = 0; end != std::string::npos; first = end + 3, ++compared) {
            end = l.after.find(" = ", first);
            dense const value = evaluated(l.after.substr(first, end - first), values);
            dense const along = !is_derivative ? value : expected_.is_number() ? dense(total(times(value, direction_))) : value * direction_;
            CHECK(distance(along, expected_) < 1e-4);
        }
    }

    random_matrices& draw_;
    random_matrices::variable const& v_;
    point at_;
    dense direction_, expected_;
    bound derived_;
};

}  // namespace

TEST_CASE("what a derivation of vectors and matrices says is true, line by line") {
    int compared = 0, models = 0, named = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        random_matrices draw(seed);
        bool const is_vector = seed % 4 == 0;
        written const& w = draw.next(is_vector ? static_cast<int>(seed / 4 % 3) : number, number, 3);
        for (std::size_t k = 0; k < draw.variables().size(); ++k) {
            written const& by = *draw.variables()[k].symbol;
            if (is_vector && draw.variables()[k].columns != number) continue;
            INFO("model " << seed << " by " << draw.variables()[k].name);
            detail::written_lines const brief = detail::differential_steps(w, by, detail::differential_style_of<text_style>)();
            detail::written_lines const every = detail::every_differential(w, by, detail::differential_style_of<text_style>)();
            if (brief.faults.shapes != shape_fault::none) continue;  // a Jacobian that is no formula
            ++models;
            checked at(w, draw, k, {3, 2, 4});
            if (!at.is_usable()) continue;
            at.main_steps(brief, compared);
            at.every_rule(every, compared);
            named_copy copy;
            written const& with_names = copy(w);
            if (copy.count() == 0) continue;
            named += static_cast<int>(copy.count());
            at.main_steps(detail::differential_steps(with_names, by, detail::differential_style_of<text_style>)(), compared);
        }
    }
    std::printf("%d derivations, %d formulas compared, %d names\n", models, compared, named);
    CHECK(named > 1000);
    CHECK(compared > 5000);
}
