#pragma once

#include <leibniz/arithmetic/elementary.hpp>
#include <leibniz/backpropagation/value_matrix.hpp>
#include <leibniz/evaluate/binding.hpp>
#include <leibniz/graph/static_graph.hpp>
#include <leibniz/matrix/functions.hpp>
#include <leibniz/rules/functions.hpp>

#include <concepts>

namespace leibniz::detail {

/// The functions of numbers that a graph calls, each once.
template <int Most>
struct functions_of_numbers {
    function const* of[static_cast<unsigned>(Most + 1)]{};
    int count = 0;
    constexpr explicit functions_of_numbers(view const& in) {
        for (int place = 0; place < in.node_count; ++place) {
            node const& each = in[place];
            if (each.what == kind::call && each.fn->meaning != role::matrix && find(*each.fn) < 0) of[count++] = each.fn;
        }
    }
    constexpr int find(function const& fn) const {
        for (int place = 0; place < count; ++place)
            if (*of[place] == fn) return place;
        return -1;
    }
};

/// Whether fractions hold all values of a graph: no functions but exact ones, no roots.
constexpr bool is_exact_graph(view const& in) {
    for (int i = 0; i < in.node_count; ++i) {
        node const& n = in[i];
        if (n.what == kind::power) {
            node const& exponent = in[in.operand(i, 1)];
            if (exponent.what != kind::number || !exponent.number.is_integer()) return false;
        }
        if (n.what != kind::call) continue;
        if (n.fn->meaning != role::matrix && !n.fn->exact) return false;
        if (is_row<euclidean_norm>(*n.fn) || is_row<log_determinant>(*n.fn) || is_row<vector_log_sum_exp>(*n.fn) ||
            is_row<vector_softmax>(*n.fn))
            return false;
    }
    return true;
}

/// Computes the nodes of a worksheet, which come operands first. All values of T are matrices; numbers spread over the others.
template <class T>
class matrix_arithmetic {
public:
    using values = value_matrix<T>;

    /// `calls` are the functions `called`, for numbers of type T.
    matrix_arithmetic(view const& in, function const* const* called, int called_count, T (*const* calls)(T const*))
        : in_(in), called_(called), called_count_(called_count), calls_(calls), all_(in.node_count) {}

    values& operator[](int place) { return all_[place]; }
    values const& operator[](int place) const { return all_[place]; }

    /// Computes a node whose operands are computed; symbols have their values.
    void compute(int place) {
        node const& each = in_[place];
        switch (each.what) {
            case kind::number: all_[place] = values(converted<T>(each.number)); return;
            case kind::symbol:
            case kind::column: return;
            case kind::sum:
                return spread(place, [&](T const* operands, int) {
                    T sum = operands[0];
                    for (int term = 1; term < each.count; ++term) sum = sum + operands[term];
                    return sum;
                });
            case kind::scale:
                return spread(place, [&](T const* operands, int) { return scaled(operands[0], each.number); });
            case kind::product: return entrywise_product(place);
            case kind::power:
                return spread(place, [&](T const* operands, int) {
                    node const& exponent = in_[in_.operand(place, 1)];
                    if (exponent.what == kind::number && exponent.number.is_integer())
                        return whole_power(operands[0], exponent.number.numerator());
                    if constexpr (std::same_as<T, rational>) return operands[0];
                    else if (exponent.what == kind::number && exponent.number == rational(1, 2)) return elementary::sqrt(operands[0]);
                    else return elementary::pow(operands[0], operands[1]);
                });
            case kind::reduction: all_[place] = operand(place, 0); return;  // over the one row of the data
            case kind::call: break;
        }
        if (each.fn->meaning == role::matrix) return whole_call(place);
        int function_place = 0;
        while (function_place + 1 < called_count_ && *called_[function_place] != *each.fn) ++function_place;
        spread(place, [&](T const* operands, int) { return calls_[function_place](operands); });
    }

private:
    values const& operand(int place, int number) const { return all_[in_.operand(place, number)]; }

    /// f of the operands' entries, in each place; f is told which one it is.
    template <class Function>
    void spread(int place, Function const& function_of) {
        int const count = in_[place].count;
        values result(1, 1);
        for (int number = 0; number < count; ++number)
            if (values const& part = operand(place, number); !part.is_number()) result = values(part.rows, part.columns);
        buffer<T> operands(larger(count, most_arguments));
        for (int at = 0; at < result.entries.size(); ++at) {
            for (int number = 0; number < count; ++number) operands[number] = entry(in_.operand(place, number), at);
            result.entries[at] = function_of(operands.begin(), at);
        }
        all_[place] = result;
    }
    T const& entry(int place, int at) const { return all_[place].entries[all_[place].is_number() ? 0 : at]; }

    static T whole_power(T const& base, long long exponent) {
        T result = exponent == 0 ? T(1) : base;
        for (long long times = exponent < 0 ? -exponent : exponent; times > 1; --times) result = result * base;
        return exponent < 0 ? T(1) / result : result;
    }
    static T scaled(T const& number, rational const& by) {
        if (!by.is_fraction() || by.is_integer()) return number * converted<T>(by);
        T const above = by.numerator() == 1 ? number : number * converted<T>(rational(by.numerator()));
        return above / converted<T>(rational(by.denominator()));
    }
    /// Factors with negative exponents divide.
    void entrywise_product(int place) {
        spread(place, [&](T const* operands, int at) {
            buffer<T> above, below;
            for (int number = 0; number < in_[place].count; ++number) {
                int const factor = in_.operand(place, number);
                int const exponent = in_.is(factor, kind::power) ? in_.operand(factor, 1) : -1;
                bool const divides = exponent >= 0 && in_.is(exponent, kind::number) && in_[exponent].number.is_negative() &&
                                     in_[exponent].number.is_integer();
                if (divides) below.push(whole_power(entry(in_.operand(factor, 0), at), -in_[exponent].number.numerator()));
                else above.push(operands[number]);
            }
            T const numerator = above.empty() ? T(1) : multiplied(above);
            return below.empty() ? numerator : T(numerator / multiplied(below));
        });
    }
    static T multiplied(buffer<T> const& factors) {
        T all = factors[0];
        for (int number = 1; number < factors.size(); ++number) all = all * factors[number];
        return all;
    }

    void whole_call(int place) {
        function const& fn = *in_[place].fn;
        values const& of = operand(place, 0);
        auto const size = [&](int number) { return static_cast<int>(to_double(operand(place, number).entries[0])); };
        values result(1, 1);
        if (is_row<matrix_product>(fn)) {
            result = of;
            for (int number = 1; number < in_[place].count; ++number) result = product_of(result, operand(place, number));
        } else if (is_row<transposition>(fn)) result = transposed(of);
        else if (is_row<ones_vector>(fn)) result = filled(size(0), 1, T(1));
        else if (is_row<zero_matrix>(fn)) result = filled(size(0), size(1), T(0));
        else if (is_row<identity_matrix>(fn)) {
            result = filled(size(0), size(0), T(0));
            for (int row = 0; row < result.rows; ++row) result(row, row) = T(1);
        } else if (is_row<matrix_inverse>(fn)) result = elimination<T>(of).inverse;
        else if (is_row<determinant_of_matrix>(fn)) result = values(elimination<T>(of).determinant);
        else if (is_row<matrix_trace>(fn)) {
            T sum = of.rows == 0 ? T(0) : of(0, 0);
            for (int row = 1; row < of.rows; ++row) sum = sum + of(row, row);
            result = values(sum);
        } else if (is_row<diagonal_of_vector>(fn)) {
            result = filled(of.rows, of.rows, T(0));
            for (int row = 0; row < of.rows; ++row) result(row, row) = of(row, 0);
        } else if (is_row<main_diagonal>(fn)) {
            result = values(of.rows, 1);
            for (int row = 0; row < of.rows; ++row) result(row, 0) = of(row, row);
        } else if (is_row<sum_of_entries>(fn)) result = values(total(of.entries));
        else if (is_row<sum_over_rows>(fn) || is_row<mean_over_rows>(fn)) result = of;  // the one row of the data
        else if constexpr (!std::same_as<T, rational>) result = real_call(fn, of);
        all_[place] = result;
    }
    static values real_call(function const& fn, values const& of)
        requires(!std::same_as<T, rational>)
    {
        if (is_row<log_determinant>(fn)) {
            T const determinant = elimination<T>(of).determinant;
            return values(elementary::log(determinant < T(0) ? -determinant : determinant));
        }
        if (is_row<euclidean_norm>(fn)) {
            values squares = of;
            for (T& each : squares.entries) each = each * each;
            return values(elementary::sqrt(total(squares.entries)));
        }
        T most = of.entries.empty() ? T(0) : of.entries[0];
        for (T const& each : of.entries) most = most < each ? each : most;
        values powers = of;
        for (T& each : powers.entries) each = elementary::exp(T(each - most));
        T const sum = total(powers.entries);
        if (is_row<vector_log_sum_exp>(fn)) return values(most + elementary::log(sum));
        for (T& each : powers.entries) each = each / sum;
        return powers;
    }
    static T total(buffer<T> const& entries) {
        T sum = entries.empty() ? T(0) : entries[0];
        for (int at = 1; at < entries.size(); ++at) sum = sum + entries[at];
        return sum;
    }
    static values filled(int rows, int columns, T const& number) {
        values result(rows, columns);
        for (T& each : result.entries) each = number;
        return result;
    }
    static double to_double(T const& number) { return converted<double>(number); }

    view const& in_;
    function const* const* called_;
    int called_count_;
    T (*const* calls_)(T const*);
    buffer<values> all_;
};

}  // namespace leibniz::detail
