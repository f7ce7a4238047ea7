#pragma once

#include <leibniz/reading/scanner.hpp>

#include <type_traits>

namespace leibniz::inline v0_1::detail {

// One sentence for each problem. Compilers name the condition that failed beside it, and so show the position, in bytes
// from 1: at_position<12>.

template <int Position>
inline constexpr bool at_position = false;
template <int Position, name Nearest>
inline constexpr bool nearest_known_at = false;
template <int Position, name Instead>
inline constexpr bool written_at = false;
template <int Position, name Block>
inline constexpr bool block_named_at = false;

/// `There` is what stands at the position; for an unknown function, the nearest known name; for other arguments, what to write.
template <problem What, int Position, name There>
struct refused_formula;

template <int Position, name There>
struct refused_formula<problem::operand_expected, Position, There> : std::false_type {
    static_assert(at_position<Position>, "formula: a number, a name or ( is expected at this position");
};
template <int Position, name There>
struct refused_formula<problem::operator_expected, Position, There> : std::false_type {
    static_assert(at_position<Position>, "formula: an operator or the end is expected at this position; a product is written 2*x, a function sin(x)");
};
template <int Position, name There>
struct refused_formula<problem::bracket_not_closed, Position, There> : std::false_type {
    static_assert(at_position<Position>, "formula: the bracket opened at this position is never closed");
};
template <int Position, name There>
struct refused_formula<problem::bracket_not_opened, Position, There> : std::false_type {
    static_assert(at_position<Position>, "formula: the bracket at this position closes none that is open");
};
template <int Position, name There>
struct refused_formula<problem::comma_outside, Position, There> : std::false_type {
    static_assert(at_position<Position>,
                  "formula: the comma at this position separates no arguments of a function; a decimal is written 0.5");
};
template <int Position, name Nearest>
struct refused_formula<problem::unknown_function, Position, Nearest> : std::false_type {
    static_assert(nearest_known_at<Position, Nearest>,
                  "formula: the function at this position is not known; the nearest known name stands beside it, and a function of your "
                  "own is read if its block is named: formula<\"runge(x)\", runge>");
};
template <int Position, name Block>
struct refused_special : std::false_type {
    static_assert(block_named_at<Position, Block>,
                  "formula: the function at this position needs #include <leibniz/special.hpp>, and behind the text its block, which "
                  "stands beside it, as lower_incomplete_gamma for gammainc");
};
template <int Position, name There>
struct refused_formula<problem::wrong_arguments, Position, There> : std::false_type {
    static_assert(at_position<Position>, "formula: the function at this position takes another number of arguments");
};
template <int Position, name Instead>
struct refused_formula<problem::other_arguments, Position, Instead> : std::false_type {
    static_assert(written_at<Position, Instead>,
                  "formula: the function at this position takes another number of arguments; what to write stands beside it");
};
template <int Position, name There>
struct refused_formula<problem::chained_comparison, Position, There> : std::false_type {
    static_assert(at_position<Position>,
                  "formula: the comparison at this position stands behind another; a < b < c is written and(a < b, b < c)");
};
template <int Position, name There>
struct refused_formula<problem::number_too_long, Position, There> : std::false_type {
    static_assert(at_position<Position>,
                  "formula: the number at this position has more than 33 digits, or is larger or smaller than any double; write fewer "
                  "digits, or a symbol, and bind it");
};
template <int Position, name There>
struct refused_formula<problem::strange_character, Position, There> : std::false_type {
    static_assert(at_position<Position>,
                  "formula: the character at this position belongs to no formula; operators are written * - ^2 <= == in ASCII, conditions "
                  "and(a, b), or(a, b), not(a)");
};
template <int Position, name There>
struct refused_formula<problem::no_definition, Position, There> : std::false_type {
    static_assert(at_position<Position>, "formula: before the ; at this position stands no definition; write k := 2*a; k*x");
};
template <int Position, name There>
struct refused_formula<problem::misplaced_definition, Position, There> : std::false_type {
    static_assert(at_position<Position>, "formula: before the := at this position stands more than a name; write k := 2*a; k*x");
};
template <int Position, name There>
struct refused_formula<problem::defined_twice, Position, There> : std::false_type {
    static_assert(at_position<Position>, "formula: the name before the := at this position has a definition already; choose another name");
};
template <int Position, name There>
struct refused_formula<problem::defined_after_use, Position, There> : std::false_type {
    static_assert(
        at_position<Position>,
        "formula: the name at this position is used before its definition, or in it; put the definition in front, or choose another name");
};
template <int Position, name There>
struct refused_formula<problem::defined_function, Position, There> : std::false_type {
    static_assert(at_position<Position>, "formula: the definition at this position has the name of a function; choose another name");
};
template <int Position, name There>
struct refused_formula<problem::formula_missing, Position, There> : std::false_type {
    static_assert(at_position<Position>,
                  "formula: behind the definition at this position no formula follows; write k := 2*a; k*x, and of an equation y = m*x the "
                  "right side alone");
};
template <int Position, name There>
struct refused_formula<problem::equation, Position, There> : std::false_type {
    static_assert(at_position<Position>,
                  "formula: = at this position is no operator; of an equation y = m*x + b write the right side alone; a comparison is a == "
                  "b, a definition k := 2*a; k*x");
};
template <int Position, name There>
struct refused_formula<problem::factorial_sign, Position, There> : std::false_type {
    static_assert(at_position<Position>,
                  "formula: ! at this position is no operator; the factorial of n is written factorial(n), a condition's opposite not(c)");
};
template <int Position, name There>
struct refused_formula<problem::question_mark, Position, There> : std::false_type {
    static_assert(at_position<Position>, "formula: ? at this position is no operator; c ? a : b is written where(c, a, b)");
};
template <int Position, name There>
struct refused_formula<problem::numbered_parameter, Position, There> : std::false_type {
    static_assert(at_position<Position>,
                  "formula: a number alone in square brackets is a parameter of ROOT; give parameters names such as p0, and write (2) for "
                  "a number in brackets");
};
template <int Position, name There>
struct refused_formula<problem::too_deep, Position, There> : std::false_type {
    static_assert(at_position<Position>,
                  "formula: what begins at this position is nested too deeply; split it, and put the parts together by operators");
};
// The compiler's limits, where its flags are the remedy.
template <int Position, name There>
struct refused_formula<problem::too_long, Position, There> : std::false_type {
#ifdef __clang__
    static_assert(at_position<Position>,
                  "formula: the compiler is not allowed to read a text of this length; add the flag -fconstexpr-steps=2000000000");
#else
    static_assert(at_position<Position>,
                  "formula: the compiler is not allowed to read a text of this length; add the flag -fconstexpr-ops-limit=2000000000");
#endif
};

}  // namespace leibniz::inline v0_1::detail
