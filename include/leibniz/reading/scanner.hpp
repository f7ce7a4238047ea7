#pragma once

#include <leibniz/graph/buffer.hpp>
#include <leibniz/arithmetic/decimal_reader.hpp>
#include <leibniz/language/name.hpp>
#include <leibniz/language/text_view.hpp>
#include <leibniz/reading/word_hash.hpp>

namespace leibniz::inline v0_1 {

/// The faults of a formula's text.
enum class problem : unsigned char {
    none,
    operand_expected,      // a number, a name or ( should stand here
    operator_expected,     // an operator or the end should stand here: 2x is no product
    bracket_not_closed,    // this bracket is never closed
    bracket_not_opened,    // this bracket was never opened, or the other kind is open
    comma_outside,         // a comma outside of a function's arguments
    unknown_function,      // no function has this name
    wrong_arguments,       // the function takes another number of arguments
    chained_comparison,    // a < b < c
    number_too_long,       // more digits than 64 bits hold, or beyond what a double holds
    strange_character,     // neither letter, digit, operator nor bracket; or no UTF-8
    no_definition,         // what stands before a ; is no definition
    misplaced_definition,  // := behind something else than a name alone
    defined_twice,         // a name has a definition already
    defined_after_use,     // a name stands before its definition, or in it
    defined_function,      // the name of a function
    formula_missing,       // definitions, and no formula behind them
    equation,              // y = m*x, f(x) = m*x
    factorial_sign,        // n!
    question_mark,         // c ? a : b
    numbered_parameter,    // [0]*x, as ROOT has it
    other_arguments,       // wrong_arguments where the meaning is known: atan(y, x)
    misfit,                // vectors and matrices whose dimensions do not fit
    too_deep,              // more nested brackets and signs than allowed
    too_long,              // more characters than allowed
};

/// Where a formula's text is wrong: `length` bytes from `position` on.
struct syntax_fault {
    problem what = problem::none;
    int position = 0, length = 0;
};

enum class token_kind : unsigned char { end, number, name, sign, comma, open, close, define, semicolon, wrong };

struct token {
    token_kind what = token_kind::end;
    char first = '\0';  // the first character; of ** it is ^
    problem wrong = problem::none;
    int position = 0;
    text_view text{};
    rational value{};   // number
    unsigned hash = 0;  // name
};

namespace detail {

/// The kind of token that a character begins; letters and digits come first.
enum class character : unsigned char {
    letter,
    digit,
    beyond_ascii,
    space,
    point,
    sign,
    comparison,
    open,
    close,
    comma,
    colon,
    semicolon,
    comment,
    strange
};
struct character_table {
    character of[256]{};
    constexpr character_table() {
        for (int c = 0; c < 256; ++c)
            of[c] = c >= 0x80 ? character::beyond_ascii : is_letter(static_cast<char>(c)) ? character::letter : character::strange;
        set("0123456789", character::digit);
        set(" \t\n\r", character::space);
        set("+-*/^", character::sign);
        set("<>=!", character::comparison);
        set("([", character::open);
        set(")]", character::close);
        set(",", character::comma);
        set(".", character::point);
        set(":", character::colon);
        set(";", character::semicolon);
        set("#", character::comment);
    }

private:
    constexpr void set(text_view characters, character what) {
        for (char c : characters) of[static_cast<unsigned char>(c)] = what;
    }
};

}  // namespace detail

/// Cuts the text of a formula into numbers, names, operators and brackets. (Compilers count the statements of a constant
/// expression, calls twice: few of them for each character.)
template <class Vocabulary>  // as a parameter, so that only units that read formulas compile it
class basic_scanner {
    using character = detail::character;
    static constexpr detail::character_table table{};

public:
    constexpr explicit basic_scanner(text_view text) : begin_(text.data()), end_(text.data() + text.size()), at_(text.data()) {}

    constexpr token next() {
        character const* const kind = table.of;
        while (at_ != end_ && kind[static_cast<unsigned char>(*at_)] == character::space) ++at_;
        if (at_ != end_ && *at_ == '#') at_ = behind_comments(at_);
        if (at_ == end_) return {.position = static_cast<int>(at_ - begin_)};
        char const c = *at_, following = at_ + 1 != end_ ? at_[1] : '\0';
        switch (kind[static_cast<unsigned char>(c)]) {
            case character::letter:
            case character::beyond_ascii: return name();
            case character::digit: return number();
            case character::sign: return c == '*' && following == '*' ? cut(token_kind::sign, 2, '^') : cut(token_kind::sign, 1, c);
            case character::open: return cut(token_kind::open, 1, c);
            case character::close: return cut(token_kind::close, 1, c);
            case character::comma: return cut(token_kind::comma, 1, c);
            case character::point:
                if (kind[static_cast<unsigned char>(following)] == character::digit) return number();
                break;
            case character::colon:
                if (following == '=') return cut(token_kind::define, 2, c);
                break;
            case character::semicolon: return cut(token_kind::semicolon, 1, c);
            case character::comparison:
                if (following == '=') return cut(token_kind::sign, 2, c);
                if (c == '<' || c == '>') return cut(token_kind::sign, 1, c);
                break;
            default: break;
        }
        return bad(problem::strange_character, 1);
    }

    /// True if an opening bracket follows: a name before it is that of a function.
    constexpr bool before_bracket() const {
        char const* p = at_;
        while (p != end_ && table.of[static_cast<unsigned char>(*p)] == character::space) ++p;
        if (p != end_ && *p == '#') p = behind_comments(p);
        return p != end_ && table.of[static_cast<unsigned char>(*p)] == character::open;
    }
    /// What is left of the text.
    constexpr text_view rest() const { return {at_, static_cast<std::size_t>(end_ - at_)}; }
    /// Ends the text `count` bytes from here, until `resume`.
    constexpr void stop_behind(std::size_t count) { whole_end_ = end_, end_ = at_ + count; }
    /// True if the text was stopped; it goes on.
    constexpr bool resume() {
        if (whole_end_ == nullptr) return false;
        end_ = whole_end_, whole_end_ = nullptr;
        return true;
    }
    /// The byte of the text at which a part of it begins.
    constexpr int position_of(text_view part) const { return static_cast<int>(part.data() - begin_); }

private:
    /// Behind spaces and comments, each from # to the end of its line.
    constexpr char const* behind_comments(char const* p) const {
        for (bool comment = false; p != end_; ++p) {
            if (*p == '\n') comment = false;
            else if (*p == '#') comment = true;
            else if (!comment && table.of[static_cast<unsigned char>(*p)] != character::space) break;
        }
        return p;
    }
    constexpr token cut(token_kind what, long long length, char first) {
        char const* const begin = at_;
        at_ += length;
        return {
            .what = what, .first = first, .position = static_cast<int>(begin - begin_), .text = {begin, static_cast<std::size_t>(length)}};
    }
    constexpr token bad(problem what, long long length) {
        token t = cut(token_kind::wrong, length, *at_);
        t.wrong = what;
        return t;
    }

    constexpr token name() {
        character const* const kind = table.of;
        char const* const begin = at_;
        unsigned hash = detail::word_hash::empty;
        for (int bytes = 0; at_ != end_; bytes = 0) {
            while (at_ != end_ && kind[static_cast<unsigned char>(*at_)] <= character::digit)
                hash = (hash ^ static_cast<unsigned char>(*at_++)) * detail::word_hash::factor;
            if (at_ != end_ && kind[static_cast<unsigned char>(*at_)] == character::beyond_ascii)
                bytes = detail::letter_bytes({at_, static_cast<std::size_t>(end_ - at_)}, 0);
            if (bytes == 0) break;
            for (char const* const after = at_ + bytes; at_ != after;)
                hash = (hash ^ static_cast<unsigned char>(*at_++)) * detail::word_hash::factor;
        }
        if (at_ == begin) return bad(problem::strange_character, 1);
        return {.what = token_kind::name,
                .first = *begin,
                .position = static_cast<int>(begin - begin_),
                .text = {begin, static_cast<std::size_t>(at_ - begin)},
                .hash = hash};
    }

    /// `12`, `0.5`, `.5`, `3.`, `1e-3` as an exact number.
    constexpr token number() {
        char const* p = at_;
        detail::decimal_reader number;
        for (; p != end_ && *p >= '0' && *p <= '9'; ++p) number.digit(*p, false);
        bool const entrywise = p != end_ && p + 1 != end_ && *p == '.' && (p[1] == '*' || p[1] == '/' || p[1] == '^');  // 3.*x
        if (p != end_ && *p == '.' && !entrywise)
            for (++p; p != end_ && *p >= '0' && *p <= '9'; ++p) number.digit(*p, true);
        if (p != end_ && (*p == 'e' || *p == 'E')) {
            char const* q = p + 1;
            bool const negative = q != end_ && *q == '-';
            if (q != end_ && (*q == '+' || *q == '-')) ++q;
            if (negative && q != end_ && *q >= '0' && *q <= '9') number.negative_exponent();
            for (; q != end_ && *q >= '0' && *q <= '9'; p = ++q) number.exponent_digit(*q);
        }
        rational const value = number.value();
        if (!value.valid()) return bad(problem::number_too_long, p - at_);
        token t = cut(token_kind::number, p - at_, *at_);
        t.value = value;
        return t;
    }

    char const *begin_, *end_, *at_, *whole_end_ = nullptr;
};

}  // namespace leibniz::inline v0_1
