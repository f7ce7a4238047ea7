// A model with formulas in place of its variables has the value of the model that is written out so, wherever that is
// defined, in 50 digits; it is in canonical form; and the conditions on its record hold there. So for random models of all
// functions of the table.
#include "../catch.hpp"
#include "all.hpp"
#include "cases.hpp"
#include "formulas.hpp"
#include "numbers/programs.hpp"
#include "random_model.hpp"

#include <leibniz/algebra/replaced.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

using namespace leibniz;

namespace {

constexpr int models = cases(30'000);
constexpr numbers::point points[] = {{0.7, -1.3, 0.4}, {1.9, 0.4, 2.3}, {0.3, 0.8, 0.6}};
constexpr text_view names[] = {"x", "y", "z"};

/// Copies an expression with others in place of variables, as somebody would write it out.
class written_out {
public:
    explicit written_out(std::array<written const*, 3> by) : by_(by) {}

    written const& operator()(written const& w) {
        if (w.what == form::symbol)
            for (std::size_t k = 0; k < 3; ++k)
                if (w.name == names[k] && by_[k] != nullptr) return *by_[k];
        if (w.count == 0) return w;
        if (auto const known = copies_.find(&w); known != copies_.end()) return *known->second;
        std::vector<written const*> operands;
        for (int k = 0; k < w.count; ++k) operands.push_back(&(*this)(*w.operands[k]));
        operands_.push_back(std::move(operands));
        written copy = w;
        copy.operands = operands_.back().data();
        copy.hash = 0x9e3779b97f4a7c15u * ++made_;
        nodes_.push_back(copy);
        copies_.emplace(&w, &nodes_.back());
        return nodes_.back();
    }

private:
    std::array<written const*, 3> by_;
    std::deque<written> nodes_;
    std::deque<std::vector<written const*>> operands_;
    std::unordered_map<written const*, written const*> copies_;
    std::uint64_t made_ = 0;
};

/// The graph of a model, in which the graphs of others stand in place of variables.
result substituted(written const& model, std::array<written const*, 3> const& by) {
    result from{.in = graph(rules)};
    from.roots.push(lowering(from.in)(model));
    result r{.in = graph(rules)};
    buffer<int> const place = detail::replaced(r.in, detail::seen(from), [&](int i) {
        for (std::size_t k = 0; k < 3; ++k) {
            if (by[k] == nullptr || from.in[i].name != names[k]) continue;
            result other{.in = graph(rules)};
            other.roots.push(lowering(other.in)(*by[k]));
            return imported(r.in, detail::seen(other))[other.roots[0]];
        }
        return -1;
    });
    r.roots.push(place[from.roots[0]]);
    return r;
}

bool holds(predicate what, double u) { return what == predicate::nonzero ? u != 0 : what == predicate::positive ? u > 0 : u >= 0; }

}  // namespace

TEST_CASE("a model with formulas in place of its variables is the one that is written out so") {
    random_models draw(11, functions_of_numbers());
    int drawn = 0, overflowed = 0, compared = 0, undefined = 0, conditions = 0;
    double worst = 0;
    for (; drawn < models; ++drawn) {
        draw.forget();
        written const& model = draw.next(4);
        std::array<written const*, 3> by{};
        by[0] = &draw.next(2);
        if (drawn % 3 != 0) by[1] = &draw.next(1);
        if (drawn % 3 == 2) by[2] = &draw.next(2);
        written_out write(by);
        written const& direct = write(model);
        result r = substituted(model, by);
        if (r.in.faults.overflowed) {
            ++overflowed;
            continue;
        }
        bool const idempotent = is_idempotent(r.in);
        program const calculated = compiled(r.in, r.roots[0]);
        double distance = std::nan("");
        bool hold = true;
        for (numbers::point const& at : points) {
            if (distance = numbers::distance_from_written(calculated, direct, at); std::isnan(distance)) continue;
            for (condition const& c : r.in.conditions()) {
                ++conditions;
                hold = hold && holds(c.what, numbers::value(compiled(r.in, c.about), at));
            }
            break;
        }
        if (std::isnan(distance)) ++undefined;
        else ++compared, worst = std::max(worst, distance);
        if (idempotent && hold && !(distance > 1e-25)) continue;  // nothing is printed for all that are right
        CAPTURE(drawn, printed(r.in, r.roots[0]), idempotent, hold, distance);
        REQUIRE(idempotent);
        REQUIRE(hold);
        REQUIRE(distance <= 1e-25);
    }
    std::printf("substitution: %d random models, %d values compared, worst %.2g, %d conditions; %d are defined nowhere, %d overflow\n", drawn,
                compared, worst, conditions, undefined, overflowed);
    CHECK(compared > models / 2);
    CHECK(conditions > models / 100);
}
