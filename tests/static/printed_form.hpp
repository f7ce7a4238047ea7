#pragma once

#include <leibniz/language/name.hpp>

#include <cstddef>
#include <string_view>

/// What no printed form may have: a factor or exponent 1 or 0, an operator followed by a minus, a redundant parenthesis.
namespace printed_form {

/// How tightly the operators outside any parenthesis of a text hold it together.
enum class strength { sum, product, power, atom };

/// A reader of printed forms, token by token.
class reader {
public:
    constexpr explicit reader(std::string_view text) : text_(text) {}

    /// What is wrong with the text: empty if nothing is.
    constexpr std::string_view complaint() const {
        char before = '\0';  // the token before: an operator, a parenthesis, 'a' for a name, the last digit of a number
        for (std::size_t i = 0; i < text_.size();) {
            char const c = text_[i];
            if (c == ' ') {
                ++i;
                continue;
            }
            if (c == '-' && (before == '+' || before == '-' || before == '*' || before == '/' || before == '^'))
                return "an operator followed by a minus";
            if (c == '(' && before != 'a' && is_redundant(i, before)) return "a redundant parenthesis";
            if (leibniz::detail::is_digit(c)) {
                std::size_t const end = end_of(i);
                std::string_view const number = text_.substr(i, end - i);
                char const after = next(end);
                bool const is_factor = before == '*' || after == '*';
                if (number == "1" && (is_factor || before == '/')) return "a factor 1";
                if (number == "1" && before == '^') return "an exponent 1";
                if (number == "0" && (is_factor || before == '/' || after == '/')) return "a factor 0";
                if (number == "0" && before == '^') return "an exponent 0";
                if (number == "0" && (before == '+' || before == '-' || after == '+' || after == '-')) return "a term 0";
                before = '1';
                i = end;
            } else if (leibniz::detail::is_letter(c)) {
                i = end_of(i);
                before = 'a';
            } else {
                before = c;
                ++i;
            }
        }
        return {};
    }

private:
    /// Behind the name or number that begins at i.
    constexpr std::size_t end_of(std::size_t i) const {
        while (i < text_.size() && (leibniz::detail::is_letter(text_[i]) || leibniz::detail::is_digit(text_[i]))) ++i;
        return i;
    }
    constexpr char next(std::size_t i) const {
        while (i < text_.size() && text_[i] == ' ') ++i;
        return i < text_.size() ? text_[i] : '\0';
    }

    constexpr bool is_redundant(std::size_t open, char before) const {
        std::size_t close = open;
        strength inside = strength::atom;
        for (int depth = 0; close < text_.size(); ++close) {
            char const c = text_[close];
            if (c == '(') ++depth;
            if (c == ')' && --depth == 0) break;
            if (depth != 1) continue;
            strength const found = c == '+' || c == '-'   ? strength::sum
                                   : c == '*' || c == '/' ? strength::product
                                   : c == '^'             ? strength::power
                                                          : strength::atom;
            if (found < inside) inside = found;
        }
        char const after = next(close + 1);
        if (inside == strength::atom) return true;
        bool const in_power = before == '^' || after == '^';
        if (inside == strength::power) return !in_power;
        if (inside == strength::product) return !in_power && before != '/';
        return !in_power && before != '*' && before != '/' && before != '-' && after != '*' && after != '/';
    }

    std::string_view text_;
};

/// What is wrong with a printed form: empty if nothing is.
constexpr std::string_view complaint(std::string_view text) { return reader(text).complaint(); }

}  // namespace printed_form
