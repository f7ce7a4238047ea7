#pragma once

#include <leibniz/reading/scanner.hpp>

namespace leibniz::detail {

/// Part of a formula, to be shown in a message.
template <auto const& Text, int Position, int Length>
consteval auto quoted() {
    char letters[static_cast<unsigned>(Length + 1)]{};
    for (int k = 0; k < Length; ++k) letters[k] = Text.letters[Position + k];
    return name(letters);
}

// One sentence for each problem. The compiler shows beside it the position, counted from 1, and what stands there.

template <problem What, int Position, name Text>
struct refused_formula;

template <int Position, name Text>
struct refused_formula<problem::operand_expected, Position, Text> {
    static consteval int say() {
        static_assert(Position < 0, "formula: at this position a number, a name or ( is expected");
        return 0;
    }
};
template <int Position, name Text>
struct refused_formula<problem::operator_expected, Position, Text> {
    static consteval int say() {
        static_assert(Position < 0, "formula: at this position an operator or the end is expected; write 2*x for a product");
        return 0;
    }
};
template <int Position, name Text>
struct refused_formula<problem::bracket_not_closed, Position, Text> {
    static consteval int say() {
        static_assert(Position < 0, "formula: the bracket opened at this position is not closed; ) is expected");
        return 0;
    }
};
template <int Position, name Text>
struct refused_formula<problem::bracket_not_opened, Position, Text> {
    static consteval int say() {
        static_assert(Position < 0, "formula: the bracket at this position closes none that is open");
        return 0;
    }
};
template <int Position, name Text>
struct refused_formula<problem::comma_outside, Position, Text> {
    static consteval int say() {
        static_assert(Position < 0, "formula: the comma at this position stands outside of a function's arguments; write 0.5 for a decimal");
        return 0;
    }
};
template <int Position, name Nearest>
struct refused_formula<problem::unknown_function, Position, Nearest> {
    static consteval int say() {
        static_assert(Position < 0, "formula: the function at this position is not known; the nearest known name stands beside");
        return 0;
    }
};
template <int Position, name Text>
struct refused_formula<problem::wrong_arguments, Position, Text> {
    static consteval int say() {
        static_assert(Position < 0, "formula: the function at this position takes another number of arguments");
        return 0;
    }
};
template <int Position, name Text>
struct refused_formula<problem::number_too_long, Position, Text> {
    static consteval int say() {
        static_assert(Position < 0, "formula: the number at this position is no exact fraction of 64-bit integers; write fewer digits");
        return 0;
    }
};
template <int Position, name Text>
struct refused_formula<problem::strange_character, Position, Text> {
    static consteval int say() {
        static_assert(Position < 0, "formula: the character at this position belongs to no formula");
        return 0;
    }
};
template <int Position, name Text>
struct refused_formula<problem::too_deep, Position, Text> {
    static consteval int say() {
        static_assert(Position < 0, "formula: it is nested too deeply at this position");
        return 0;
    }
};
template <int Position, name Text>
struct refused_formula<problem::too_long, Position, Text> {
    static consteval int say() {
        static_assert(Position < 0, "formula: it has too many characters");
        return 0;
    }
};

}  // namespace leibniz::detail
