#pragma once

#include <leibniz/backpropagation/calculation.hpp>
#include <leibniz/evaluate/check_bindings.hpp>

#include <concepts>
#include <type_traits>
#include <utility>

// The values that a hand calculation is called with: checked while compiling, then stored one after the other.

namespace leibniz::inline v0_1 {

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
    static consteval variable_name at(int i) {
        return {Sheet::value.variable(i), Sheet::value.nodes[Sheet::value.variables[i]].what == kind::column};
    }
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
    using formula = decltype(diagnose_numbers<E>());
    if constexpr (!std::same_as<formula, accepted>) return formula{};
    else if constexpr (((is_binding<B> || is_record<B>) && ...) && (number_like<typename argument<B>::number> && ...) &&
                       !(argument<B>::matrix || ...)) {
        if constexpr (std::floating_point<typename common_number<typename argument<B>::number...>::type>) return accepted{};
        else return diagnose<E, B...>();
    } else return diagnose<E, B...>();
}

}  // namespace detail
}  // namespace leibniz::inline v0_1
