#pragma once

#include <leibniz/language/name.hpp>

#include <cstddef>

namespace leibniz::inline v0_1 {

/// A dimension of a vector or matrix as a template argument: a name, which stands for one size throughout a model, or a number.
///
///     constexpr matrix<"W", 10, "n"> W;
template <std::size_t Size>
struct dimension {
    char letters[Size]{};
    int size = 0;  // 0 where the dimension has a name

    consteval dimension(char const (&text)[Size]) {  // NOLINT: a literal is a dimension
        for (std::size_t i = 0; i < Size; ++i) letters[i] = text[i];
    }
    consteval dimension(int number) : size(number) {}  // NOLINT

    [[nodiscard]] constexpr bool is_named() const { return letters[0] != '\0'; }
    [[nodiscard]] constexpr text_view view() const { return {letters, Size - 1}; }
};
dimension(int) -> dimension<1>;

namespace detail {
template <std::size_t Size>
constexpr bool is_dimension(dimension<Size> const& e) {
    return e.is_named() ? is_identifier(e.view()) : e.size > 0;
}
}  // namespace detail

}  // namespace leibniz::inline v0_1
