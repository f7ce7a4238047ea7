#pragma once

#include <leibniz/calculus/wrt.hpp>
#include <leibniz/backpropagation/calculation.hpp>
#include <leibniz/backpropagation/check_values.hpp>
#include <leibniz/derivation/steps.hpp>
#include <leibniz/language/text_view.hpp>

#include <concepts>
#include <cstdint>
#include <iosfwd>
#include <type_traits>
#include <utility>

namespace leibniz::inline v0_1 {

/// The hand calculation of a model: a hand_calculation or a hand_training that knows its model, so that it can be written in
/// other notations.
template <class Result, class E, class... V>
struct calculation_of : Result {
    using model = detail::sheet<E, V...>;
};

namespace detail {

template <class E, class Rate, bool Trains, class... V>
struct backpropagation_of {
    using model = sheet<E, V...>;
    Rate rate{};
    int count = 1, digits_shown = 6;

    /// Adds one step of gradient descent at the end: w - rate*∂L/∂w.
    template <class R>
    constexpr backpropagation_of<E, R, Trains, V...> update(R r) const {
        return {r, count, digits_shown};
    }
    /// Makes n steps of gradient descent, one sample each in turn, and evaluates the model after the last.
    template <class R>
    constexpr backpropagation_of<E, R, true, V...> steps(int n, R r) const {
        return {r, n, digits_shown};
    }
    /// Writes n significant digits instead of 6; 0: as many as it takes to read the number back.
    constexpr backpropagation_of digits(int n) const {
        backpropagation_of copy = *this;
        copy.digits_shown = n;
        return copy;
    }

    template <class... B>
    auto operator()(B const&... bindings) const {
        using bound = decltype(diagnose_row<E, typename samples_in<B>::one...>());
        if constexpr (!std::same_as<bound, accepted>) {
            return bound::sentence::report();
        } else {
            using common = typename common_number<typename argument<typename samples_in<B>::one>::number...>::type;
            using number = std::conditional_t<std::integral<common>, rational, common>;
            using possible = decltype(diagnose_sheet<model, E, B...>());
            constexpr bool descends = !std::same_as<Rate, no_rate>;
            if constexpr ((argument<B>::columns || ...) || !(std::floating_point<number> || std::same_as<number, rational>)) {
                return no_hand_calculation<number>::report();
            } else if constexpr (census_of<E>.names > 0 && names_clash(as_written<E>)) {
                return clashing_names<E>::report();
            } else if constexpr (!std::same_as<possible, accepted>) {
                return possible::sentence::report();
            } else if constexpr (samples_of<B...>() < 0) {
                return uneven_samples<number>::report();
            } else if constexpr (descends && std::same_as<number, rational> && std::floating_point<Rate>) {
                return inexact_rate<Rate>::report();
            } else {
                return run<number, samples_of<B...>()>(bindings...);
            }
        }
    }

private:
    template <class T, int Samples, class... B>
    auto run(B const&... bindings) const {
        constexpr bool descends = !std::same_as<Rate, no_rate>;
        constexpr sheet_view view = seen<model>();
        int const places[] = {descends ? place_of_variable(view, V::spelling.view()) : -1 ..., 0};
        auto const begin = [&](hand_calculation<T>& result, int sample) {
            result.digits = digits_shown;
            result.values = buffer<T>(view.extent.variables + view.extent.lines() + view.extent.sums);
            constexpr auto const& known = supplied<model, B...>;
            T given[static_cast<unsigned>(known.count + 1)], *end = given;
            if constexpr ((binds_one_symbol<B> && ...)) ((*end++ = value_for_sample<T>(bindings.value, sample)), ...);
            else (take_values(end, bindings, sample, std::make_index_sequence<static_cast<std::size_t>(argument<B>::size)>{}), ...);
            for (int k = 0; k < known.count; ++k)
                if (known.places[k] >= 0) result.values[known.places[k]] = given[k];
            if constexpr (descends) result.rate = converted<T>(rate);
        };
        auto const work = [&](hand_calculation<T>& begun) {
            calculate(begun, view, text_of<model, text_style, true>(), calls<model, T>::value.of);
            if constexpr (descends) add_update(begun, view, places);
        };
        if constexpr (!Trains && Samples == 0) {
            calculation_of<hand_calculation<T>, E, V...> result;
            begin(result, 0);
            work(result);
            return result;
        } else {
            calculation_of<hand_training<T>, E, V...> result;
            int const steps = Trains ? count : Samples;
            buffer<T> parameters;
            for (int k = 0; k <= steps; ++k) {
                if (k == steps && !descends) break;
                hand_calculation<T> one;
                begin(one, Samples == 0 ? 0 : k % (Samples == 0 ? 1 : Samples));
                if (k > 0 && descends)
                    for (int p = 0, used = 0; p < view.extent.gradient; ++p)
                        if (places[p] >= 0) one.values[places[p]] = parameters[used++];
                work(one);
                parameters.clear();
                for (auto const& line : one.update) parameters.push(line.value);
                if (k < steps) result.steps.push(one);
                else result.after = one.forward, result.last = one;
            }
            return result;
        }
    }
};

template <class Traits, class E, class Rate, bool Trains, class... V>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, backpropagation_of<E, Rate, Trains, V...> const&) {
    static_assert(!sizeof(E), "<<: a hand calculation needs numbers; write backpropagation(e, wrt(w))(w = 1.0, x = 2.0)");
    return out;
}

/// What backpropagation without wrt returns: it takes what stands behind, so that no second error follows.
struct no_calculation {
    constexpr no_calculation operator()(auto const&...) const { return {}; }
    constexpr no_calculation update(auto) const { return {}; }
    constexpr no_calculation steps(auto...) const { return {}; }
    constexpr no_calculation digits(int) const { return {}; }
    template <class Traits>
    friend std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, no_calculation) {
        return out;
    }
};

}  // namespace detail

/// Back-propagation calculated by hand: called with bindings, it returns a hand_calculation, whose lines are the model forward,
/// the local derivatives, the chain rule backwards, and each derivative as formula and number. Steps are the parts that `let`
/// names; without any, every operation is a step. Where w enters L directly and through other steps too, `∂L/∂w (direct)`
/// holds those constant: it is one summand of ∂L/∂w. Integers and constants (`w = 1_c`) are calculated exactly.
///
/// `.update(0.1_c)` before the bindings adds a step of gradient descent, `.steps(2, 0.1_c)` makes two, `.digits(0)` writes numbers
/// in full. A symbol bound to an array (`x = std::array{1, 2, 3}`) gives one sample after the other: a hand_training.
/// Refused: what `gradient` and `evaluate` refuse, columns, and numbers other than floating, integer and exact ones.
///
///     auto const c = backpropagation(pow<2>(w*x - y), wrt(w))(w = 1, x = 2, y = 4);
///     assert((std::cout << c, c.gradient[0].value == -8));
template <expression E, class... V>
constexpr detail::backpropagation_of<E, detail::no_rate, false, V...> backpropagation(E, variables<V...>) {
    return {};
}

/// Without wrt it is an error that says what to write.
template <expression E, class... V>
constexpr detail::no_calculation backpropagation(E, V...) {
    static_assert(!sizeof(E), "backpropagation: differentiate by what? write backpropagation(e, wrt(w, b))(w = 1.0, b = 0.0)");
    return {};
}

}  // namespace leibniz::inline v0_1
