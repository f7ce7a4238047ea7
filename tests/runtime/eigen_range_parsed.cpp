// The models of eigen_range.cpp, parsed at run time: numbers and columns, by themselves and beside another result.
#include "../catch.hpp"
#include "eigen_right_rows.hpp"

#include <leibniz/eigen.hpp>
#include <leibniz/eigen/parse.hpp>

#include <cmath>
#include <string>
#include <type_traits>
#include <utility>

using namespace leibniz;
using namespace right_values;

namespace {

template <class T, std::size_t... K>
void check_parsed(right_value const& of, std::index_sequence<K...>) {
    model derived = parse(of.model);
    for (char by : of.by) derived = diff(derived, std::string(1, by));
    model const both = outputs(derived, parse(of.symbols.substr(0, 1)));
    CAPTURE(of.model, of.by, text(derived));
    auto const number = [&](std::size_t k) { return bind(of.symbols.substr(k, 1), static_cast<T>(of.at[k])); };
    auto const column = [&](std::size_t k) { return bind(of.symbols.substr(k, 1), column_of<T>(column_of<T>::Constant(row_count, static_cast<T>(of.at[k])))); };
    CHECK(is_right(static_cast<double>(T(evaluate(derived, number(K)...))), of));
    CHECK(is_right(static_cast<double>(evaluate(both, number(K)...)[0]), of));
    check_rows(column_of<T>(evaluate(derived, column(K)...)[0]), of);
    check_rows(column_of<T>(evaluate(both, column(K)...)[0]), of);
}

template <int I>
void check_parsed() {
    constexpr right_value of = right_values::all[I];
    check_parsed<std::conditional_t<of.single, float, double>>(of, std::make_index_sequence<of.symbols.size()>{});
}
using examples = std::make_integer_sequence<int, static_cast<int>(std::size(all))>;

}  // namespace

TEST_CASE("parsed models are right where the whole is in range") {
    []<int... I>(std::integer_sequence<int, I...>) { (check_parsed<I>(), ...); }(examples{});
}

template <class T>
void check_quotients_of_zeros() {
    constexpr symbol<"x"> x;
    column_of<T> const ones = column_of<T>::Constant(row_count, T(1));
    model const zeros = parse("0/0 + x"), chosen = parse("x + where(x > 0, 0/0, 1)"), inverse = parse("1/0 - x");
    CHECK(std::isnan(T(evaluate(zeros, x = T(1)))));
    CHECK(std::isnan(evaluate(x + sin(0_c / 0_c), x = T(1))));
    CHECK(std::isinf(T(evaluate(inverse, x = T(1)))));
    column_of<T> const columns[] = {evaluate(zeros, x = ones)[0], evaluate(chosen, x = ones)[0], evaluate(x + where(x > 0_c, 0_c / 0_c, 1_c), x = ones),
                                    evaluate(outputs(x, x + sin(0_c / 0_c)), x = ones)[1_c]};
    for (column_of<T> const& rows : columns) CHECK(rows.isNaN().all());
}

TEST_CASE("a quotient of zeros is no number, of whatever type") {
    check_quotients_of_zeros<float>();
    check_quotients_of_zeros<double>();
    check_quotients_of_zeros<long double>();
}
