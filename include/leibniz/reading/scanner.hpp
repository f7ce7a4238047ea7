#pragma once

#include <leibniz/graph/buffer.hpp>
#include <leibniz/graph/rational.hpp>
#include <leibniz/language/name.hpp>

#include <cstdint>
#include <string_view>

namespace leibniz {

/// What can be wrong with the text of a formula.
enum class problem : unsigned char {
    none,
    operand_expected,     // a number, a name or ( should stand here
    operator_expected,    // an operator or the end should stand here: 2x is no product
    bracket_not_closed,   // this bracket is never closed
    bracket_not_opened,   // this bracket was never opened, or the other kind is open
    comma_outside,        // a comma outside of a function's arguments
    unknown_function,     // no function has this name
    wrong_arguments,      // the function takes another number of arguments
    number_too_long,      // 64 bits do not hold this number as an exact fraction
    strange_character,    // neither letter, digit, operator nor bracket; or no UTF-8
    too_deep,             // more nested brackets and signs than allowed
    too_long,             // more characters than allowed
};

/// Where a formula's text is wrong: `length` bytes from `position` on.
struct syntax_fault {
    problem what = problem::none;
    int position = 0, length = 0;
};

enum class token_kind : unsigned char { end, number, name, sign, comma, open, close, wrong };

struct token {
    token_kind what = token_kind::end;
    std::string_view text{};
    int position = 0;
    rational value{};                  // number
    problem wrong = problem::none;
};

/// Cuts the text of a formula into numbers, names, operators and brackets.
class scanner {
public:
    constexpr explicit scanner(std::string_view text) : text_(text) {}

    constexpr token next() {
        while (at_ < size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r')) ++at_;
        if (at_ == size()) return {token_kind::end, {}, static_cast<int>(at_)};
        char const c = text_[at_];
        if (detail::is_digit(c) || (c == '.' && at_ + 1 < size() && detail::is_digit(text_[at_ + 1]))) return number();
        if (detail::is_letter(c)) return name();
        switch (c) {
            case '(':
            case '[': return cut(token_kind::open, 1);
            case ')':
            case ']': return cut(token_kind::close, 1);
            case ',': return cut(token_kind::comma, 1);
            case '*': return cut(token_kind::sign, follows('*') ? 2 : 1);
            case '<':
            case '>': return cut(token_kind::sign, follows('=') ? 2 : 1);
            case '=':
            case '!': return follows('=') ? cut(token_kind::sign, 2) : bad(problem::strange_character, 1);
            case '+':
            case '-':
            case '/':
            case '^': return cut(token_kind::sign, 1);
            default: return bad(problem::strange_character, 1);
        }
    }

    /// Whether what comes next is an opening bracket: a name before it is a function's.
    constexpr bool before_bracket() const {
        std::size_t i = at_;
        while (i < size() && (text_[i] == ' ' || text_[i] == '\t' || text_[i] == '\n' || text_[i] == '\r')) ++i;
        return i < size() && (text_[i] == '(' || text_[i] == '[');
    }

private:
    constexpr std::size_t size() const { return text_.size(); }
    constexpr bool follows(char c) const { return at_ + 1 < size() && text_[at_ + 1] == c; }
    constexpr token cut(token_kind what, std::size_t length) {
        token const t{what, text_.substr(at_, length), static_cast<int>(at_)};
        at_ += length;
        return t;
    }
    constexpr token bad(problem what, std::size_t length) {
        token t = cut(token_kind::wrong, length);
        t.wrong = what;
        return t;
    }

    constexpr token name() {
        std::size_t end = at_;
        while (end < size() && (detail::is_letter(text_[end]) || detail::is_digit(text_[end]))) {
            std::size_t const letter = letter_at(end);
            if (letter == 0) return end == at_ ? bad(problem::strange_character, 1) : cut(token_kind::name, end - at_);
            end += letter;
        }
        return cut(token_kind::name, end - at_);
    }

    /// The bytes of the letter or digit at i; 0 where the bytes are no UTF-8, or a sign of mathematics or punctuation.
    constexpr std::size_t letter_at(std::size_t i) const {
        auto const byte = [&](std::size_t k) -> unsigned { return k < size() ? static_cast<unsigned char>(text_[k]) : 0u; };
        unsigned const first = byte(i);
        if (first < 0x80) return 1;
        std::size_t const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        if (first < 0xc2 || first > 0xf4) return 0;
        std::uint32_t point = first & (0x7fu >> length);
        for (std::size_t k = 1; k < length; ++k) {
            if ((byte(i + k) & 0xc0u) != 0x80u) return 0;
            point = point << 6 | (byte(i + k) & 0x3fu);
        }
        bool const shortest = length == 2 || (length == 3 ? point >= 0x800 : point >= 0x10000);
        bool const surrogate = point >= 0xd800 && point <= 0xdfff;
        bool const latin_sign = (point < 0xc0 && point != 0xaa && point != 0xb5 && point != 0xba) || point == 0xd7 || point == 0xf7;
        bool const sign = (point >= 0x2000 && point < 0x2c00 && !(point >= 0x2080 && point <= 0x209c) && !(point >= 0x2100 && point < 0x2150)) ||
                          (point >= 0x3000 && point < 0x3005) || (point >= 0xe000 && point < 0xf900) || point >= 0xe0000 || point == 0xfeff ||
                          (point >= 0xfff0 && point <= 0xffff);
        return shortest && !surrogate && !latin_sign && !sign && point <= 0x10ffff ? length : 0;
    }

    /// `12`, `0.5`, `.5`, `3.`, `1e-3` as an exact fraction.
    constexpr token number() {
        std::size_t end = at_;
        long long digits = 0, scale = 0, exponent = 0;
        bool exact = true, negative = false;
        auto const take = [&](bool fraction) {
            for (; end < size() && detail::is_digit(text_[end]); ++end) {
                if (__builtin_mul_overflow(digits, 10, &digits) || __builtin_add_overflow(digits, text_[end] - '0', &digits)) exact = false, digits = 1;
                scale += fraction && scale < 1000;
            }
        };
        take(false);
        if (end < size() && text_[end] == '.') {
            ++end;
            take(true);
        }
        if (end < size() && (text_[end] == 'e' || text_[end] == 'E')) {
            std::size_t i = end + 1;
            if (i < size() && (text_[i] == '+' || text_[i] == '-')) negative = text_[i++] == '-';
            if (i < size() && detail::is_digit(text_[i])) {
                for (; i < size() && detail::is_digit(text_[i]); ++i)
                    if (exponent < 1000) exponent = exponent * 10 + (text_[i] - '0');
                end = i;
            }
        }
        std::size_t const length = end - at_;
        rational value = digits;
        for (long long n = (negative ? -exponent : exponent) - scale; n != 0 && digits != 0 && value.valid(); n += n < 0 ? 1 : -1)
            value = n < 0 ? value / rational(10) : value * rational(10);
        if (!exact || !value.valid()) return bad(problem::number_too_long, length);
        token t = cut(token_kind::number, length);
        t.value = value;
        return t;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace leibniz
