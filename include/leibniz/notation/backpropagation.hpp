#pragma once

#include <leibniz/calculus/diff.hpp>
#include <leibniz/calculus/wrt.hpp>
#include <leibniz/evaluate/door.hpp>
#include <leibniz/evaluate/interpret.hpp>
#include <leibniz/notation/number.hpp>
#include <leibniz/notation/steps.hpp>
#include <leibniz/notation/writer.hpp>

#include <iosfwd>
#include <string_view>

namespace leibniz {

/// One line of a hand calculation: `name = formula = numbers = value`.
template <class T>
struct calculation_line {
    characters name, formula, numbers;
    T value{};
};

/// A hand calculation of back-propagation for one row of data.
template <class T>
struct hand_calculation {
    buffer<calculation_line<T>> forward;   // each step of the model
    buffer<calculation_line<T>> local;     // the derivative of each step by what it is made of
    buffer<calculation_line<T>> chain;     // upstream times local, from the result backwards
    buffer<calculation_line<T>> gradient;  // what diff derives, as formula and number
};

namespace detail {

template <class T>
struct known_value {
    characters name, text;
    T value{};
};

template <class T>
class calculator {
public:
    calculator(written const& root, buffer<written const*> const& by, buffer<known_value<T>> const& known) : steps_(root), known_(known) {
        for (int s = 0; s < steps_.count(); ++s) {
            result_.forward.push(line(steps_[s].name, steps_.in(), steps_[s].formula));
            known_.push({steps_[s].name, number_text(result_.forward.back().value), result_.forward.back().value});
        }
        backwards(by);
        gradient(root, by);
    }

    hand_calculation<T> const& result() const { return result_; }

private:
    /// Formula, the same with numbers, and its value, for a node of a graph.
    calculation_line<T> line(characters const& name, graph& g, int i) {
        buffer<substitution> numbers;
        for (auto const& k : known_) numbers.push({k.name, k.text});
        view const of{.nodes = g.begin(), .operands = g.operands(), .roots = &i, .node_count = g.size(), .root_count = 1};
        arrangement const order(of);
        program const p(of);
        buffer<T> inputs;
        for (variable_name const& v : p.variables)
            for (int k = known_.size(); k-- > 0;)
                if (known_[k].name == v.name) {
                    inputs.push(known_[k].value);
                    break;
                }
        return {name, characters(writer(order)(i)), characters(writer(order, numbers)(i)), interpret(p, inputs)[p.roots[0]]};
    }

    static characters ratio(std::string_view of, std::string_view by) { return characters("∂") + of + "/∂" + by; }
    static characters in_product(characters const& text) {
        bool const plain = text.view()[0] != '-' && text.view().find('/') == std::string_view::npos;
        return plain ? text : characters("(") + text + ")";
    }

    struct contribution {
        int step = 0, local = 0;
    };

    /// Local derivatives of each step, then the chain rule from the last step to every wanted symbol.
    void backwards(buffer<written const*> const& by) {
        int const last = steps_.count() - 1;
        buffer<int> targets;  // what derivatives arrive at: steps in reverse, then the wanted symbols
        for (int s = last; s-- > 0;) targets.push(steps_[s].symbol);
        for (written const* w : by) targets.push(lowering(steps_.in())(*w));

        buffer<buffer<contribution>> arriving(targets.size());
        buffer<char> const relevant = relevance(targets, by.size());
        for (int s = last; s >= 0; --s)
            for (int t = 0; t < targets.size(); ++t) {
                if (!relevant[t] || targets[t] == steps_[s].symbol) continue;
                int const d = differentiate(steps_.in(), steps_[s].formula, targets[t]);
                if (steps_.in().is_number(d, 0)) continue;
                arriving[t].push({s, result_.local.size()});
                result_.local.push(line(ratio(steps_[s].name, name_of(targets[t])), steps_.in(), d));
            }

        buffer<T> upstream(steps_.count());
        for (int t = 0; t < targets.size(); ++t) {
            if (arriving[t].empty()) continue;
            calculation_line<T> const arrived = chain_rule(arriving[t], upstream, name_of(targets[t]));
            if (t < last) upstream[last - 1 - t] = arrived.value;
            bool const direct = arriving[t].size() == 1 && arriving[t][0].step == last;
            if (!direct) result_.chain.push(arrived);
        }
    }

    /// The sum of upstream times local derivative over all steps that use a value.
    calculation_line<T> chain_rule(buffer<contribution> const& arriving, buffer<T> const& upstream, std::string_view by) {
        characters const& whole = steps_.last().name;
        calculation_line<T> total;
        total.name = ratio(whole, by);
        for (contribution const& c : arriving) {
            calculation_line<T> const& local = result_.local[c.local];
            bool const direct = c.step + 1 == steps_.count();
            T const term = direct ? local.value : upstream[c.step] * local.value;
            total.value = total.formula.empty() ? term : total.value + term;
            if (!total.formula.empty()) total.formula += " + ", total.numbers += " + ";
            if (!direct) {
                total.formula += ratio(whole, steps_[c.step].name) + " * ";
                total.numbers += in_product(number_text(upstream[c.step])) + "*";
            }
            total.formula += local.name;
            total.numbers += in_product(number_text(local.value));
        }
        return total;
    }

    /// A step matters when a wanted symbol lies below it.
    buffer<char> relevance(buffer<int> const& targets, int wanted_count) {
        buffer<char> relevant(targets.size(), 0);
        buffer<int> wanted;
        for (int t = targets.size() - wanted_count; t < targets.size(); ++t) {
            relevant[t] = 1;
            wanted.push(targets[t]);
        }
        for (int s = 0; s + 1 < steps_.count(); ++s)
            if (dependence(steps_.in(), steps_[s].formula, wanted)[steps_[s].formula]) {
                relevant[steps_.count() - 2 - s] = 1;
                wanted.push(steps_[s].symbol);
            }
        return relevant;
    }

    void gradient(written const& root, buffer<written const*> const& by) {
        for (written const* w : by) {
            graph g(rules);
            lowering lower(g);
            int const whole = lower(root);
            int const d = differentiate(g, whole, lower(*w));
            result_.gradient.push(line(ratio(steps_.last().name, w->name), g, d));
        }
    }

    std::string_view name_of(int symbol) { return steps_.in()[symbol].name; }

    steps steps_;
    buffer<known_value<T>> known_;
    hand_calculation<T> result_;
};

inline int columns_of(std::string_view text) {  // code points of UTF-8, so that names such as ŷ align
    int count = 0;
    for (char c : text) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    return count;
}

template <class Out>
void write_padded(Out& out, std::string_view text, int width) {
    out << text;
    for (int k = columns_of(text); k < width; ++k) out << ' ';
}

template <class Out, class T>
void write_section(Out& out, std::string_view title, buffer<calculation_line<T>> const& lines) {
    if (lines.empty()) return;
    int name_width = 0, formula_width = 0;
    for (auto const& l : lines) {
        if (columns_of(l.name) > name_width) name_width = columns_of(l.name);
        if (columns_of(l.formula) > formula_width) formula_width = columns_of(l.formula);
    }
    if (formula_width > 60) formula_width = 0;  // long formulas are not aligned
    out << title << '\n';
    for (auto const& l : lines) {
        characters const value = number_text(l.value);
        out << "  ";
        write_padded(out, l.name, name_width);
        out << " = ";
        if (l.formula == value) {
            out << value;
        } else {
            write_padded(out, l.formula, formula_width);
            if (!(l.numbers == value)) out << " = " << l.numbers;
            out << " = " << value;
        }
        out << '\n';
    }
}

}  // namespace detail

template <class Traits, class T>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, hand_calculation<T> const& c) {
    detail::write_section(out, "forward", c.forward);
    detail::write_section(out, "local derivatives", c.local);
    detail::write_section(out, "chain rule, backwards", c.chain);
    detail::write_section(out, "gradient", c.gradient);
    return out;
}

namespace detail {

template <class T>
struct no_hand_calculation {
    static consteval int say() {
        static_assert(!sizeof(T),
                      "backpropagation: it shows one row in float, double, long double or exact numbers; bind x = 2.0 or x = 2_c");
        return 0;
    }
};

template <class T, class B, std::size_t... I>
void know(buffer<known_value<T>>& known, B const& bound, std::index_sequence<I...>) {
    auto const add = [&](variable_name const& v, T value) { known.push({v.name, number_text(value), value}); };
    (add(argument<B>::names[I], converted<T>(argument<B>::template get<I>(bound))), ...);
}

template <class E, class... V>
struct backpropagation_of {
    template <class... B>
    auto operator()(B const&... bindings) const {
        using verdict = decltype(detail::verdict<E, B...>());
        if constexpr (!std::same_as<verdict, admitted>) {
            return verdict::sentence::say();
        } else {
            using common = typename common_number<typename argument<B>::number...>::type;
            using number = std::conditional_t<std::integral<common>, rational, common>;
            if constexpr ((argument<B>::columns || ...) || !(std::floating_point<number> || std::same_as<number, rational>)) {
                return no_hand_calculation<number>::say();
            } else {
                buffer<written const*> by;
                (by.push(&as_written<V>), ...);
                buffer<known_value<number>> known;
                (know(known, bindings, std::make_index_sequence<argument<B>::size>{}), ...);
                return calculator<number>(as_written<E>, by, known).result();
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
