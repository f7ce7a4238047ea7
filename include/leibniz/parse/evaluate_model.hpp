#pragma once

#include <leibniz/parse/model.hpp>
#include <leibniz/parse/outcome.hpp>

#include <cstddef>
#include <ostream>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <utility>

namespace leibniz::inline v0_1 {

/// A name together with its value. It refers to the name and to a column that is an lvalue, which must outlive it.
template <class T>
struct named_binding {
    std::string_view name;
    T value;
};

/// A binding by name, for `evaluate` of models: what `w = 1.0` is for a symbol.
///
///     assert(evaluate(parse("w*x"), bind("w", 2.0), bind("x", 3.0)) == 6.0);
template <class T>
named_binding<detail::bound<T>> bind(std::string_view name, T&& value) {
    return {name, std::forward<T>(value)};
}
/// The same of a literal: std::bind, which is found for a value of namespace std, would suit it better.
template <std::size_t Size, class T>
named_binding<detail::bound<T>> bind(char const (&name)[Size], T&& value) {
    return {name, std::forward<T>(value)};
}

/// The values of a model's formulas, in their order. That of a single formula converts to a number; of several, the conversion
/// throws std::invalid_argument.
template <class T>
class model_values {
public:
    explicit model_values(std::vector<T> values) : values_(std::move(values)) {}
    int size() const { return static_cast<int>(values_.size()); }
    /// The value of formula i, or why there is none.
    outcome<T> try_at(int i) const {
        if (failure why = detail::missing_result(i, size())) return why;
        return values_[static_cast<std::size_t>(i)];
    }
    /// The same; throws std::out_of_range where there is none.
    T operator[](int i) const { return try_at(i).value(); }
    /// The value of a single formula, or why it is not one number.
    outcome<T> try_number() const {
        if (values_.size() != 1) return failure{failure_kind::argument, "evaluate: the model has several formulas; index its values"};
        return values_[0];
    }
    operator T() const { return try_number().value(); }  // NOLINT: the value of one formula is a number
    auto begin() const { return values_.begin(); }
    auto end() const { return values_.end(); }

    /// Writes the values below one another.
    template <class Traits>
    friend std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, model_values const& all) {
        char const* between = "";
        for (T const& each : all) out << between << each, between = "\n";
        return out;
    }

private:
    std::vector<T> values_;
};

namespace detail {

template <class T>
struct argument<named_binding<T>> {
    static constexpr bool columns = is_column<std::remove_cvref_t<T>>;
    using number = typename number_in<std::remove_cvref_t<T>>::type;
};

template <class S, class T>
std::string_view name_of_binding(binding<S, T> const&) {
    return S::spelling.view();
}
template <class T>
std::string_view name_of_binding(named_binding<T> const& b) {
    return b.name;
}

template <class B>
concept binds_a_name = requires(B const& b) { name_of_binding(b); };

/// For each variable of a model, the number of the name that supplies it. Fails for a variable without a value, a name bound twice,
/// and a name that the model does not mention.
inline outcome<std::vector<int>> try_suppliers(model const& m, std::vector<std::string_view> const& names) {
    if (failure why = failure_of_values(m.finished().in)) return why;
    std::unordered_map<std::string_view, int> places;
    for (std::string_view name : names) {
        if (!m.source()->mentions(name)) return failure{failure_kind::argument, "evaluate: the formula has no symbol " + std::string(name)};
        if (!places.emplace(name, static_cast<int>(places.size())).second)
            return failure{failure_kind::argument, "evaluate: " + std::string(name) + " is bound twice"};
    }
    std::vector<int> from;
    for (variable_name const& v : m.code().variables) {
        auto const found = places.find(v.name);
        if (found == places.end()) {
            std::string const name(v.name);
            return failure{failure_kind::argument, "evaluate: the symbol " + name + " has no value; add bind(\"" + name + "\", 2.0)"};
        }
        from.push_back(found->second);
    }
    return from;
}
inline std::vector<int> suppliers_of(model const& m, std::vector<std::string_view> const& names) { return try_suppliers(m, names).value(); }

/// What is said of functions whose values are no exact numbers.
inline failure failure_of_exact_values(model const& m) {
    for (instruction const& step : m.code().code)
        if (step.op == opcode::call && !step.fn->exact)
            return {failure_kind::argument,
                    "evaluate: exact numbers cannot hold " + std::string(step.fn->name) + "; bind a floating number: x = 1.0"};
    return {};
}

}  // namespace detail

/// What `evaluate` gives, or why it does not: nothing is thrown.
///
///     std::vector<named_binding<double>> const at{{"w", 2.0}};
///     assert(try_evaluate(parse("w^2"), at).value() == 4.0 && !try_evaluate(parse("w*x"), at));
template <class T>
outcome<model_values<T>> try_evaluate(model const& m, std::vector<named_binding<T>> const& bindings) {
    std::vector<std::string_view> names;
    for (auto const& b : bindings) names.push_back(b.name);
    auto const suppliers = detail::try_suppliers(m, names);
    if (!suppliers) return suppliers.why();
    buffer<T> inputs;
    for (int from : *suppliers) inputs.push(bindings[static_cast<std::size_t>(from)].value);
    if constexpr (std::is_same_v<T, rational>)
        if (failure why = detail::failure_of_exact_values(m)) return why;
    buffer<T> const all = interpret(m.code(), inputs);
    std::vector<T> results;
    for (int root : m.code().roots) results.push_back(all[root]);
    return model_values<T>(std::move(results));
}

/// The same for numbers, bound by name or by symbol. The number type is the common type; integers become double.
///
///     assert(try_evaluate(parse("w^2"), bind("w", 2.0)).value() == 4.0 && !try_evaluate(parse("w*x"), bind("w", 2.0)));
template <class... B>
    requires(sizeof...(B) > 0 && (detail::binds_a_name<B> && ...) && !(detail::argument<B>::columns || ...))
auto try_evaluate(model const& m, B const&... bindings) {
    constexpr bool numbers = (detail::number_like<typename detail::argument<B>::number> && ...);
    static_assert(numbers,
                  "evaluate: the bound value is no number and no column; of a container bind Eigen::Map<Eigen::ArrayXd const>(v.data(), "
                  "v.size()) with #include <leibniz/eigen/parse.hpp>");
    if constexpr (numbers) {
        using number = typename detail::common_number<typename detail::argument<B>::number...>::type;
        using floating = std::conditional_t<std::integral<number>, double, number>;
        return try_evaluate(
            m, std::vector<named_binding<floating>>{{detail::name_of_binding(bindings), detail::converted<floating>(bindings.value)}...});
    } else {
        return try_evaluate(m, std::vector<named_binding<double>>{});
    }
}

/// The values of a model for a list of bindings by name, which the caller may build. Throws std::invalid_argument for names that
/// are missing, unknown or bound twice.
template <class T>
model_values<T> evaluate(model const& m, std::vector<named_binding<T>> const& bindings) {
    return try_evaluate(m, bindings).value();
}

/// The values of a model for numbers, bound by name or by symbol. The number type is the common type; integers become double.
/// Throws std::invalid_argument for names that are missing, unknown or bound twice. Columns: leibniz/eigen/parse.hpp.
///
///     auto const both = evaluate(gradient(parse("w*x"), {"w", "x"}), bind("w", 2.0), x = 3.0);
///     assert(both[0] == 3.0 && both[1] == 2.0);
template <class... B>
    requires(sizeof...(B) > 0 && (detail::binds_a_name<B> && ...) && !(detail::argument<B>::columns || ...))
auto evaluate(model const& m, B const&... bindings) {
    return try_evaluate(m, bindings...).value();
}

}  // namespace leibniz::inline v0_1
