#pragma once

#include <leibniz/arithmetic/elementary.hpp>
#include <leibniz/backpropagation/matrix_outline.hpp>
#include <leibniz/backpropagation/value_matrix.hpp>
#include <leibniz/evaluate/binding.hpp>

#include <concepts>

namespace leibniz::inline v0_1::detail {

/// Computes the nodes of a worksheet, which come operands first. All values of T are matrices; numbers spread over the others.
template <class T>
class matrix_arithmetic {
public:
    using values = value_matrix<T>;

    /// `calls` are the functions that are called, for numbers of type T.
    matrix_arithmetic(matrix_sheet_view const& in, T (*const* calls)(T const*)) : in_(in), calls_(calls), all_(in.node_count) {}

    values& operator[](int place) { return all_[place]; }
    values const& operator[](int place) const { return all_[place]; }

    /// Computes a node whose operands are computed; symbols have their values.
    void compute(int place) {
        compute_entries(place);
        for (int number = 0; number < in_[place].count; ++number)
            if (!operand(place, number).exists) all_[place].exists = false;
    }

private:
    void compute_entries(int place) {
        sheet_node const& each = in_[place];
        switch (each.what) {
            case operation::number: all_[place] = values(converted<T>(each.number)); return;
            case operation::symbol:
            case operation::size:
            case operation::adjoint: return;
            case operation::sum:
                return spread(place, [&](T const* operands, int) {
                    T sum = operands[0];
                    for (int term = 1; term < each.count; ++term) sum = sum + operands[term];
                    return sum;
                });
            case operation::scale:
                return spread(place, [&](T const* operands, int) { return scaled(operands[0], each.number); });
            case operation::product: return entrywise_product(place);
            case operation::power:
                return spread(place, [&](T const* operands, int) {
                    sheet_node const& exponent = in_[in_.operand(place, 1)];
                    if (exponent.what == operation::number && exponent.number.is_integer())
                        return whole_power(operands[0], exponent.number.numerator());
                    if constexpr (std::same_as<T, rational>) return operands[0];
                    else if (exponent.what == operation::number && exponent.number == rational(1, 2)) return elementary::sqrt(operands[0]);
                    else return elementary::pow(operands[0], operands[1]);
                });
            case operation::function:
                return spread(place, [&](T const* operands, int) { return calls_[each.called](operands); });
            default: all_[place] = whole(place);
        }
    }

    using operation = sheet_operation;
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
    /// Whether a node is the norm of a vector, or the step of one.
    bool is_length(int place) const {
        for (int line = 0; line < in_.result_count; line += 2)
            if (in_.results[line] == place) return in_.is(in_.results[line + 1], operation::norm);
        return in_.is(place, operation::norm);
    }
    /// Factors with negative exponents divide. What is divided by the norm of 0 is 0, for so is the norm's derivative there.
    void entrywise_product(int place) {
        spread(place, [&](T const* operands, int at) {
            buffer<T> above, below;
            for (int number = 0; number < in_[place].count; ++number) {
                int const factor = in_.operand(place, number);
                int const exponent = in_.is(factor, operation::power) ? in_.operand(factor, 1) : -1;
                bool const divides = exponent >= 0 && in_.is(exponent, operation::number) && in_[exponent].number.is_negative() &&
                                     in_[exponent].number.is_integer();
                if (divides && entry(in_.operand(factor, 0), at) == T(0) && is_length(in_.operand(factor, 0))) return T(0);
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

    /// A function of whole matrices.
    values whole(int place) const {
        values const& of = operand(place, 0);
        auto const size = [&](int number) { return static_cast<int>(converted<double>(operand(place, number).entries[0])); };
        values result(1, 1);
        switch (operation const what = in_[place].what) {
            case operation::matrix_product:
                result = of;
                for (int number = 1; number < in_[place].count; ++number) result = product_of(result, operand(place, number));
                return result;
            case operation::transposed: return transposed(of);
            case operation::ones: return filled(size(0), 1, T(1));
            case operation::zeros: return filled(size(0), size(1), T(0));
            case operation::identity:
                result = filled(size(0), size(0), T(0));
                for (int row = 0; row < result.rows; ++row) result(row, row) = T(1);
                return result;
            case operation::inverse: return elimination<T>(of).inverse;
            case operation::determinant: return values(elimination<T>(of).determinant);
            case operation::diagonal_matrix:
                result = filled(of.rows, of.rows, T(0));
                for (int row = 0; row < of.rows; ++row) result(row, row) = of(row, 0);
                return result;
            case operation::diagonal: return diagonal(of);
            case operation::trace: return values(total(diagonal(of).entries));
            case operation::total: return values(total(of.entries));
            default:
                if constexpr (!std::same_as<T, rational>)
                    if (what != operation::same) return real(what, of);
                return of;
        }
    }
    static values diagonal(values const& of) {
        values result(of.rows, 1);
        for (int row = 0; row < of.rows; ++row) result(row, 0) = of(row, row);
        return result;
    }
    static values real(operation what, values const& of)
        requires(!std::same_as<T, rational>)
    {
        if (what == operation::log_determinant) {
            T const determinant = elimination<T>(of).determinant;
            return values(elementary::log(determinant < T(0) ? -determinant : determinant));
        }
        values result = of;
        if (what == operation::norm) {
            for (T& each : result.entries) each = each * each;
            return values(elementary::sqrt(total(result.entries)));
        }
        T most = of.entries.empty() ? T(0) : of.entries[0];
        for (T const& each : of.entries) most = most < each ? each : most;
        for (T& each : result.entries) each = elementary::exp(T(each - most));
        T const sum = total(result.entries);
        if (what == operation::log_sum_exp) return values(most + elementary::log(sum));
        for (T& each : result.entries) each = each / sum;
        return result;
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

    matrix_sheet_view const& in_;
    T (*const* calls_)(T const*);
    buffer<values> all_;
};

}  // namespace leibniz::inline v0_1::detail
