#pragma once

#include <leibniz/algebra/conditions.hpp>
#include <leibniz/parse/evaluate_model.hpp>

#include <cstddef>
#include <iosfwd>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace leibniz::inline v0_1 {

/// The conditions on record with a model: a range of their texts, and a model that is 1 where all of them hold, else 0.
class model_assumptions {
public:
    model_assumptions(model all, std::vector<std::string> texts) : all_(std::move(all)), texts_(std::move(texts)) {}

    int size() const { return static_cast<int>(texts_.size()); }
    /// Condition number i as text, or why there is none.
    outcome<std::string> try_at(int i) const {
        if (failure why = missing(i)) return why;
        return texts_[static_cast<std::size_t>(i)];
    }
    /// The same; throws std::out_of_range where there is none.
    std::string const& operator[](int i) const {
        if (failure const why = missing(i)) detail::raise(why);
        return texts_[static_cast<std::size_t>(i)];
    }
    auto begin() const { return texts_.begin(); }
    auto end() const { return texts_.end(); }

    /// The model that is 1 where all conditions hold, else 0.
    model const& condition() const { return all_; }

private:
    failure missing(int i) const {
        if (i >= 0 && i < size()) return {};
        return {failure_kind::range, "assumptions: there is no condition " + std::to_string(i) + " of " + std::to_string(size())};
    }

    model all_;
    std::vector<std::string> texts_;
};

/// What `assumptions` gives, or why it does not: nothing is thrown.
inline outcome<model_assumptions> try_assumptions(model const& m) {
    if (failure why = m.not_of_numbers("assumptions")) return why;
    result r{.in = graph(rules, false, m.effort())};
    r.roots.push(detail::conjunction_of(r.in, detail::conditions_on_record(r.in, detail::seen(m.finished()))));
    auto const all = model::made(m.source(), r, m.effort(), {"f"});
    if (!all) return all.why();
    view const of = detail::seen(all->finished());
    print_order const order(of);
    std::vector<std::string> texts;
    for (int i : detail::conditions_in(of, of.root())) {
        buffer<char> const letters = writer(order)(i);
        texts.emplace_back(letters.begin(), static_cast<std::size_t>(letters.size()));
    }
    return model_assumptions(*all, std::move(texts));
}

/// The conditions under which a model's formulas, as they were written, were defined, where they are now defined in more places, as
/// those of an expression (`assumptions(e)`). Throws std::length_error beyond the options' effort.
///
///     auto const all = assumptions(parse("exp(log(x)) + y/y"));
///     assert(text(all) == "x > 0, y != 0" && !evaluate(all, bind("x", -1.0), bind("y", 2.0)));
inline model_assumptions assumptions(model const& m) { return try_assumptions(m).value(); }

/// The conditions, separated by commas; empty where there are none.
inline std::string text(model_assumptions const& all) {
    std::string joined;
    for (std::string const& each : all) joined += (joined.empty() ? "" : ", ") + each;
    return joined;
}

template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, model_assumptions const& all) {
    return out << text(all);
}

/// Whether all conditions hold: a bool, or with a column bound (leibniz/eigen/parse.hpp) 1 or 0 for each row. Every name of the model
/// may be bound. Throws what `evaluate` of a model throws.
template <class... B>
    requires(sizeof...(B) > 0 && (detail::binds_a_name<B> && ...))
auto evaluate(model_assumptions const& all, B const&... bindings) {
    if constexpr ((detail::argument<B>::columns || ...)) return evaluate(all.condition(), bindings...)[0];
    else return evaluate(all.condition(), bindings...)[0] != 0;
}

/// Whether all conditions hold, for a list of bindings by name, or why it cannot be said: nothing is thrown.
template <class T>
outcome<bool> try_evaluate(model_assumptions const& all, std::vector<named_binding<T>> const& bindings) {
    auto const holds = try_evaluate(all.condition(), bindings);
    if (!holds) return holds.why();
    return (*holds)[0] != 0;
}

/// The same. Throws what `evaluate` of a model throws.
template <class T>
bool evaluate(model_assumptions const& all, std::vector<named_binding<T>> const& bindings) {
    return try_evaluate(all, bindings).value();
}

}  // namespace leibniz::inline v0_1
