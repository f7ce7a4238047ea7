#pragma once

#include <leibniz/calculus/wrt.hpp>
#include <leibniz/evaluate/check_bindings.hpp>
#include <leibniz/backpropagation/calculation.hpp>
#include <leibniz/derivation/steps.hpp>
#include <leibniz/language/text_view.hpp>

#include <concepts>
#include <cstdint>
#include <iosfwd>
#include <type_traits>
#include <utility>

namespace leibniz {

/// The hand calculation of a model: a hand_calculation or a hand_training that knows its model, so that it can be written in
/// other notations.
template <class Result, class E, class... V>
struct calculation_of : Result {
    using model = detail::sheet<E, V...>;
};

namespace detail {

template <class T>
struct no_hand_calculation {
    static consteval int report() {
        static_assert(!sizeof(T),
                      "backpropagation: it shows one row in float, double, long double or exact numbers; bind x = 2.0 or x = 2_c");
        return 0;
    }
};
template <class T>
struct inexact_rate {
    static consteval int report() {
        static_assert(!sizeof(T), "backpropagation: the bindings are exact and the rate is not; write the rate as 0.1_c, or bind w = 1.0");
        return 0;
    }
};
template <class T>
struct uneven_samples {
    static consteval int report() {
        static_assert(!sizeof(T), "backpropagation: the samples of two symbols differ in number; bind one value of each for every sample");
        return 0;
    }
};

/// A symbol bound to an array: one value for each sample.
template <class B>
struct samples_in {
    static constexpr int count = 0;
    using one = B;
};
template <variable S, class T>
    requires(extent<std::remove_cvref_t<T>> > 0)
struct samples_in<binding<S, T>> {
    static constexpr int count = static_cast<int>(extent<std::remove_cvref_t<T>>);
    using one = binding<S, std::remove_cvref_t<decltype(std::declval<T const&>()[0])>>;
};

template <class... B>
constexpr int samples_of() {
    int count = 0;
    for (int n : {0, samples_in<B>::count...})
        if (n > 0 && count > 0 && n != count) return -1;
        else if (n > 0) count = n;
    return count;
}

struct no_rate {};

/// The place of a name among the variables of a sheet, or -1: a symbol that drops out needs no value.
inline int place_of_variable(sheet_view const& sheet, text_view name) {
    for (int v = sheet.extent.forward; v < sheet.extent.variables; ++v)
        if (sheet.variables[v] == name) return v;
    return -1;
}
/// The value of a binding of one symbol for a sample.
template <class T, class V>
constexpr T value_for_sample(V const& bound, [[maybe_unused]] int sample) {
    if constexpr (extent<V> > 0) return converted<T>(bound[static_cast<std::size_t>(sample)]);
    else return converted<T>(bound);
}
/// Stores the values of any binding one after the other.
template <class T, class B, std::size_t... I>
void take_values(T*& to, B const& bound, [[maybe_unused]] int sample, std::index_sequence<I...>) {
    if constexpr (binds_one_symbol<B>) *to++ = value_for_sample<T>(bound.value, sample);
    else if constexpr (requires { argument<B>::at(bound, 0); })
        for (int k = 0; k < argument<B>::size; ++k) *to++ = converted<T>(argument<B>::at(bound, k));
    else ((*to++ = converted<T>(argument<B>::template get<I>(bound))), ...);
}

/// The places in a worksheet of the variables that bindings supply, or -1.
template <class Sheet, class... B>
struct supply_of {
    static constexpr int count = (argument<typename samples_in<B>::one>::size + ... + 0);
    int places[static_cast<unsigned>(count + 1)]{};
    int missing = -1;   // the first symbol of the lines without a binding
    bool exact = true;  // each value supplies a variable of its own

    constexpr explicit supply_of(sheet_extent const& e) {
        int const sizes[] = {0, argument<typename samples_in<B>::one>::size...};
        variable_name const* const names[] = {nullptr, argument<typename samples_in<B>::one>::names...};
        buffer<std::uint64_t> bound;  // hashes of names, because compilers compare numbers faster
        for (int b = 1; b <= static_cast<int>(sizeof...(B)); ++b)
            for (int k = 0; k < sizes[b]; ++k) bound.push(hash_of(names[b][k].name));
        for (int& place : places) place = -1;
        for (int v = e.variables - 1; v >= e.forward; --v) {
            int b = 0;
            std::uint64_t const wanted = hash_of(Sheet::value.variable(v));
            while (b < count && bound[b] != wanted) ++b;
            if (b == count) missing = v;
            places[b] = v;
        }
        for (int b = 0; b < count; ++b) exact = exact && places[b] >= 0;  // the second of two equal names has no place
    }
};
template <class Sheet, class... B>
static constexpr supply_of<Sheet, B...> supplied{Sheet::value.extent};
template <class Sheet>
struct names_in_sheet {
    static consteval variable_name at(int i) { return {Sheet::value.variable(i), Sheet::value.nodes[Sheet::value.variables[i]].what == kind::column}; }
};

/// Checks the bindings; one by one only if some value has no variable of its own.
template <class Sheet, class E, class... B>
consteval auto diagnose_supply() {
    if constexpr (supplied<Sheet, B...>.exact) return accepted{};
    else return diagnose<E, typename samples_in<B>::one...>();
}
template <class Sheet, class E, class... B>
consteval auto diagnose_sheet() {
    constexpr leibniz::faults faults = [] {
        if constexpr (is_small(canonical<E>, 400)) return Sheet::value.faults;  // without a trial run
        else if constexpr (within_limits<Sheet>) return Sheet::value.faults;
        else return leibniz::faults{.exhausted = true};
    }();
    if constexpr (faults.exhausted) return refused<beyond_the_limits<int>>{};
    else if constexpr (faults.overflowed) return refused<too_large<E>>{};
    else if constexpr (faults.lacks_partials) return refused<without_partials<block<faults.lacking>>>{};
    else if constexpr (faults.is_matrix) return refused<a_matrix<E>>{};
    else if constexpr (!std::same_as<decltype(diagnose_supply<Sheet, E, B...>()), accepted>) return diagnose_supply<Sheet, E, B...>();
    else if constexpr (constexpr int missing = supplied<Sheet, B...>.missing; missing >= 0)
        return refused<without_value<decltype(variable_at<names_in_sheet<Sheet>, missing>())>>{};
    else return accepted{};
}

/// Checks the bindings before the worksheet is made. Floating numbers suit every program.
template <class E, class... B>
consteval auto diagnose_row() {
    using formula = decltype(diagnose_formula<E>());
    if constexpr (!std::same_as<formula, accepted>) return formula{};
    else if constexpr (((is_binding<B> || is_record<B>) && ...) && (number_like<typename argument<B>::number> && ...) && !(argument<B>::matrix || ...)) {
        if constexpr (std::floating_point<typename common_number<typename argument<B>::number...>::type>) return accepted{};
        else return diagnose<E, B...>();
    } else return diagnose<E, B...>();
}

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

}  // namespace leibniz
