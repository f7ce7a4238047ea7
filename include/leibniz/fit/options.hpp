#pragma once

#include <leibniz/eigen/columns.hpp>
#include <leibniz/fit/as_model.hpp>
#include <leibniz/fit/loops.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace leibniz::inline v0_1 {

/// A parameter by its symbol or by its name.
struct parameter_name {
    std::string name;
    parameter_name(char const* text) : name(text) {}                // NOLINT: written as a name
    parameter_name(std::string text) : name(std::move(text)) {}     // NOLINT
    parameter_name(std::string_view text) : name(text) {}           // NOLINT
    template <leibniz::name Name>
    parameter_name(symbol<Name>) : name(Name.view()) {}             // NOLINT
};

/// A number under the name of a parameter: `b1 = 500.0` or `{"b1", 500.0}`.
struct named_number {
    std::string name;
    double value = 0;
    named_number(std::string_view of, double number) : name(of), value(number) {}
    template <leibniz::name Name, class T>
        requires detail::number_like<std::remove_cvref_t<T>>
    named_number(binding<symbol<Name>, T> const& b) : name(Name.view()), value(detail::converted<double>(b.value)) {}  // NOLINT
};

namespace detail {
template <class Column>
Eigen::ArrayXd column_from(Column const& column) {
    if constexpr (std::is_same_v<Column, Eigen::ArrayXd>) return column;
    else if constexpr (std::is_same_v<Column, Eigen::VectorXd>) return column_of(column);
    else return column.template cast<double>().reshaped().array();
}
/// std::vector<float>, std::array, an array of C: all but Eigen's, and but for texts.
template <class Range>
concept range_of_numbers = !std::is_base_of<Eigen::DenseBase<Range>, Range>::value && !std::is_convertible_v<Range const&, std::string_view> &&
                           requires(Range const& r) {
                               static_cast<double>(*std::begin(r));
                               std::end(r);
                           };
}  // namespace detail

/// A column of data under its name, `x = xs` or `{"x", xs}`, or one number for all rows. It holds a copy.
struct named_column {
    std::string name;
    Eigen::ArrayXd values;
    named_column(std::string_view of, double number) : name(of), values(detail::constant_column(1, number)) {}
    template <class Derived>
    named_column(std::string_view of, Eigen::DenseBase<Derived> const& column) : name(of), values(detail::column_from(column.derived())) {}
    named_column(std::string_view of, std::vector<double> const& column)
        : name(of), values(static_cast<Eigen::Index>(column.size())) {
        std::copy(column.begin(), column.end(), values.data());
    }
    template <detail::range_of_numbers Range>
    named_column(std::string_view of, Range const& column) : name(of), values(std::distance(std::begin(column), std::end(column))) {
        std::transform(std::begin(column), std::end(column), values.data(), [](auto each) { return static_cast<double>(each); });
    }
    template <variable S, class T>
    named_column(binding<S, T> const& b) : named_column(S::spelling.view(), b.value) {}  // NOLINT: x = xs
};

/// A formula under the name of a parameter that is tied to others: `b3 = 2_c*b1` or `{"b3", "2*b1"}`.
struct named_formula {
    std::string name;
    model formula;
    std::string text;  ///< of the formula
    named_formula(std::string_view of, std::string_view by) : named_formula(of, parse(by)) {}
    named_formula(std::string_view of, model by) : name(of), formula(std::move(by)), text(leibniz::text(formula)) {}
    template <leibniz::name Name, expression E>
    named_formula(binding<symbol<Name>, E> const&) : named_formula(Name.view(), as_model(E{})) {}  // NOLINT
};

/// The standard deviation of each response: one number for all rows, or a column.
struct deviation {
    Eigen::ArrayXd values;
    deviation() = default;
    deviation(double all) : values(detail::constant_column(1, all)) {}                           // NOLINT: .sigma = 0.1
    deviation(std::vector<double> const& column) : values(named_column("", column).values) {}     // NOLINT
    template <class Derived>
    deviation(Eigen::DenseBase<Derived> const& column) : values(named_column("", column).values) {}  // NOLINT: .sigma = column
};

/// What a residual r costs: with s = (r/scale)^2, the sum of scale^2*rho(s) is minimised. The scale is in units of the response, and
/// in units of sigma where that is given.
struct loss_function {
    enum class kind { squares, huber, soft_l1, cauchy };
    kind what = kind::squares;
    double scale = 1;
};
/// Squares up to `scale`, then straight lines: rho = s, and 2*sqrt(s) - 1 where s > 1.
inline loss_function huber(double scale) { return {loss_function::kind::huber, scale}; }
/// A smooth form of it: rho = 2*(sqrt(1 + s) - 1).
inline loss_function soft_l1(double scale) { return {loss_function::kind::soft_l1, scale}; }
/// That of a Cauchy distribution: rho = log(1 + s). It has several minima, as outliers hardly count; start near.
inline loss_function cauchy(double scale) { return {loss_function::kind::cauchy, scale}; }

/// How the fit stands after an iteration.
struct fit_progress {
    int iteration = 0;
    double cost = 0;                    ///< the sum of squares, or of losses
    Eigen::VectorXd const& parameters;  ///< those that are free
};

/// What a fit may be told.
struct fit_options {
    deviation sigma{};                          ///< of the responses; without it all rows count alike
    bool sigma_is_absolute = false;             ///< sigma is in units of the response; if not, only the ratios of its rows count
    loss_function loss{};                       ///< huber(1.0), soft_l1(1.0), cauchy(1.0); else squares
    std::vector<named_number> lower{}, upper{};  ///< bounds: {b1 = 0.0} or {{"b1", 0.0}}
    std::vector<parameter_name> fixed{};        ///< keep their start: {b1, "b2"}
    std::vector<named_formula> tied{};          ///< follow from others: {b3 = 2_c*b1} or {{"b3", "2*b1"}}
    std::vector<named_column> errors_in{};      ///< columns with errors, and their standard deviations, beside sigma: {x = sigma_x} or {{"x", 0.1}}
    bool geodesic = false;                      ///< geodesic acceleration, by exact second derivatives
    double level = 0.95;                        ///< of the intervals
    int iterations = 1000;                      ///< at most
    std::function<void(fit_progress const&)> progress{};
};

}  // namespace leibniz::inline v0_1
