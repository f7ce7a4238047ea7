#pragma once

#include <leibniz/calculus/diff.hpp>
#include <leibniz/calculus/wrt.hpp>
#include <leibniz/evaluate/door.hpp>
#include <leibniz/evaluate/interpret.hpp>
#include <leibniz/notation/number.hpp>
#include <leibniz/notation/steps.hpp>
#include <leibniz/notation/writer.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace leibniz {

/// One line of a hand calculation: `name = formula = numbers = value`.
template <class T>
struct calculation_line {
    std::string name, formula, numbers;
    T value;
};

/// A hand calculation of back-propagation for one row of data.
template <class T>
struct hand_calculation {
    std::vector<calculation_line<T>> forward;  // each step of the model
    std::vector<calculation_line<T>> local;    // the derivative of each step by what it is made of
    std::vector<calculation_line<T>> chain;    // upstream times local, from the result backwards
    std::vector<calculation_line<T>> gradient; // what diff derives, as formula and number
};

namespace detail {

template <class T>
class calculator {
public:
    calculator(written const& root, std::vector<written const*> const& by, std::vector<std::string_view> const& names,
               std::vector<T> const& values)
        : steps_(root) {
        for (std::size_t k = 0; k < names.size(); ++k) know(names[k], values[k]);
        for (steps::step const& s : steps_.all()) {
            result_.forward.push_back(line(std::string(s.name), s.formula));
            know(s.name, result_.forward.back().value);
        }
        backwards(by);
        gradient(root, by);
    }

    hand_calculation<T> result() { return std::move(result_); }

private:
    void know(std::string_view name, T value) {
        known_.push_back({std::string(name), number_text(value), value});
    }

    /// Formula, the same with numbers, and its value, for a node of a graph.
    calculation_line<T> line(std::string name, int i) { return line(std::move(name), steps_.in(), i); }
    calculation_line<T> line(std::string name, graph& g, int i) {
        buffer<substitution> numbers;
        for (auto const& k : known_) numbers.push({k.name, k.text});
        view const of{.nodes = g.begin(), .operands = g.operands(), .roots = &i, .node_count = g.size(), .root_count = 1};
        arrangement const order(of);
        program const p(of);
        buffer<T> inputs;
        for (variable_name const& v : p.variables)
            for (std::size_t k = known_.size(); k-- > 0;)
                if (known_[k].name == v.name) {
                    inputs.push(known_[k].value);
                    break;
                }
        buffer<char> const formula = writer(order)(i), substituted = writer(order, numbers)(i);
        return {std::move(name), std::string(formula.begin(), formula.end()), std::string(substituted.begin(), substituted.end()),
                interpret(p, inputs)[p.roots[0]]};
    }

    static std::string ratio(std::string_view of, std::string_view by) {
        return "∂" + std::string(of) + "/∂" + std::string(by);
    }
    static std::string in_product(std::string text) { return text.find_first_of("-/") == 0 ? "(" + text + ")" : text; }

    /// Local derivatives of each step, then the chain rule from the last step to every wanted symbol.
    void backwards(std::vector<written const*> const& by) {
        std::vector<int> targets;  // what derivatives arrive at: steps in reverse, then the wanted symbols
        auto const& all = steps_.all();
        for (std::size_t s = all.size() - 1; s-- > 0;) targets.push_back(all[s].symbol);
        for (written const* w : by) targets.push_back(lowering(steps_.in())(*w));

        struct contribution {
            std::size_t step;
            std::size_t local;
        };
        std::vector<std::vector<contribution>> arriving(targets.size());
        std::vector<char> const relevant = relevance(targets, by.size());
        for (std::size_t s = all.size(); s-- > 0;)
            for (std::size_t t = 0; t < targets.size(); ++t) {
                if (!relevant[t] || targets[t] == all[s].symbol) continue;
                missing_partials missing;
                int const d = differentiate(steps_.in(), all[s].formula, targets[t], missing);
                if (steps_.in().is_number(d, 0)) continue;
                arriving[t].push_back({s, result_.local.size()});
                result_.local.push_back(line(ratio(all[s].name, name_of(targets[t])), d));
            }

        std::string_view const whole = all.back().name;
        std::vector<T> upstream(all.size());
        upstream.back() = T(1);
        for (std::size_t t = 0; t < targets.size(); ++t) {
            if (arriving[t].empty()) continue;
            std::string formula, numbers;
            T total{};
            for (contribution const& c : arriving[t]) {
                auto const& local = result_.local[c.local];
                T const term = c.step + 1 == all.size() ? local.value : upstream[c.step] * local.value;
                total = formula.empty() ? term : total + term;
                if (!formula.empty()) formula += " + ", numbers += " + ";
                if (c.step + 1 == all.size()) {
                    formula += local.name;
                    numbers += in_product(number_text(local.value));
                } else {
                    formula += ratio(whole, all[c.step].name) + " * " + local.name;
                    numbers += in_product(number_text(upstream[c.step])) + "*" + in_product(number_text(local.value));
                }
            }
            if (t + 1 < all.size()) upstream[all.size() - 2 - t] = total;
            bool const direct = arriving[t].size() == 1 && arriving[t][0].step + 1 == all.size();
            if (!direct) result_.chain.push_back({ratio(whole, name_of(targets[t])), formula, numbers, total});
        }
    }

    /// A step matters when a wanted symbol lies below it.
    std::vector<char> relevance(std::vector<int> const& targets, std::size_t wanted_count) {
        std::vector<char> relevant(targets.size(), 0);
        buffer<int> wanted;
        for (std::size_t t = targets.size() - wanted_count; t < targets.size(); ++t) {
            relevant[t] = 1;
            wanted.push(targets[t]);
        }
        auto const& all = steps_.all();
        for (std::size_t s = 0; s + 1 < all.size(); ++s)
            if (dependence(steps_.in(), all[s].formula, wanted)[all[s].formula]) {
                relevant[all.size() - 2 - s] = 1;
                wanted.push(all[s].symbol);
            }
        return relevant;
    }

    void gradient(written const& root, std::vector<written const*> const& by) {
        for (written const* w : by) {
            graph g(rules);
            lowering lower(g);
            int const whole = lower(root);
            missing_partials missing;
            int const d = differentiate(g, whole, lower(*w), missing);
            result_.gradient.push_back(line(ratio(steps_.all().back().name, w->name), g, d));
        }
    }

    std::string_view name_of(int symbol) { return steps_.in()[symbol].name; }

    struct known_value {
        std::string name, text;
        T value;
    };
    steps steps_;
    std::vector<known_value> known_;
    hand_calculation<T> result_;
};

inline int columns_of(std::string_view text) {  // code points of UTF-8, so that names such as ŷ align
    int count = 0;
    for (char c : text) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    return count;
}

template <class T>
void write_section(std::ostream& out, char const* title, std::vector<calculation_line<T>> const& lines) {
    if (lines.empty()) return;
    int name_width = 0, formula_width = 0;
    for (auto const& l : lines) {
        if (columns_of(l.name) > name_width) name_width = columns_of(l.name);
        if (columns_of(l.formula) > formula_width) formula_width = columns_of(l.formula);
    }
    if (formula_width > 60) formula_width = 0;  // long formulas are not aligned
    out << title << '\n';
    for (auto const& l : lines) {
        std::string const value = number_text(l.value);
        out << "  " << l.name << std::string(static_cast<std::size_t>(name_width - columns_of(l.name)), ' ') << " = ";
        out << l.formula;
        if (l.formula != value) {
            if (formula_width > columns_of(l.formula)) out << std::string(static_cast<std::size_t>(formula_width - columns_of(l.formula)), ' ');
            if (l.numbers != value) out << " = " << l.numbers;
            out << " = " << value;
        }
        out << '\n';
    }
}

}  // namespace detail

template <class T>
std::ostream& operator<<(std::ostream& out, hand_calculation<T> const& c) {
    detail::write_section(out, "forward", c.forward);
    detail::write_section(out, "local derivatives", c.local);
    detail::write_section(out, "chain rule, backwards", c.chain);
    detail::write_section(out, "gradient", c.gradient);
    return out;
}

namespace detail {

template <class T>
struct no_hand_calculation {
    static_assert(sizeof(T) == 0,
                  "backpropagation: it shows one row in float, double, long double or exact numbers; bind x = 2.0 or x = 2_c");
};

template <class E, class... V>
struct backpropagation_of {
    template <class... B>
    auto operator()(B const&... bindings) const {
        using verdict = decltype(detail::verdict<E, B...>());
        if constexpr (!std::same_as<verdict, admitted>) {
            return static_cast<int>(sizeof(typename verdict::sentence));
        } else {
            using common = typename common_number<typename argument<B>::number...>::type;
            using number = std::conditional_t<std::integral<common>, rational, common>;
            if constexpr ((argument<B>::columns || ...) || !(std::floating_point<number> || std::same_as<number, rational>)) {
                return static_cast<int>(sizeof(no_hand_calculation<number>));
            } else {
                return calculator<number>(as_written<E>, {&as_written<V>...}, {B::symbol::spelling.view()...},
                                          {converted<number>(bindings.value)...})
                    .result();
            }
        }
    }
};

}  // namespace detail

/// The hand calculation: `std::cout << backpropagation(loss, wrt(w))(w = 1.0, x = 2.0, y = 4.0)` writes the model
/// forward line by line, the local derivatives, the chain rule backwards, and each gradient as formula and number.
/// Steps are what `let` names, else every operation. Integers and constants (`w = 1_c`) are calculated exactly.
template <expression E, class... V>
constexpr detail::backpropagation_of<E, V...> backpropagation(E, variables<V...>) {
    return {};
}

}  // namespace leibniz
