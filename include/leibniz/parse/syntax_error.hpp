#pragma once

#include <leibniz/parse/visible.hpp>
#include <leibniz/reading/scanner.hpp>
#include <leibniz/reading/vocabulary.hpp>

#include <stdexcept>
#include <string>

namespace leibniz::inline v0_1 {

/// Thrown for text that is no formula. `what()` says what was expected where, then shows the text with a caret below the place.
class syntax_error : public std::invalid_argument {
public:
    syntax_error(std::string_view text, syntax_fault const& fault, vocabulary const& words)
        : std::invalid_argument(message(text, fault, words)), fault_(fault) {}
    /// With the sentence of another check, such as that of the shapes of matrices.
    syntax_error(std::string_view text, syntax_fault const& fault, std::string const& sentence)
        : std::invalid_argument(located(text, fault, sentence)), fault_(fault) {}

    /// With the whole message.
    syntax_error(syntax_fault const& fault, std::string const& message) : std::invalid_argument(message), fault_(fault) {}

    problem what_is_wrong() const { return fault_.what; }
    /// The position in bytes, counted from 0.
    int position() const { return fault_.position; }
    syntax_fault const& place() const { return fault_; }

private:
    static std::string message(std::string_view text, syntax_fault const& f, vocabulary const& words) {
        auto const position = static_cast<std::size_t>(f.position);
        // Of a strange character only the first byte was looked at.
        std::size_t const length =
            f.what == problem::strange_character ? detail::code_point_at(text, position).length : static_cast<std::size_t>(f.length);
        std::string_view const there = text.substr(position, length);
        return located(text, {f.what, f.position, static_cast<int>(length)}, sentence(f.what, there, words));
    }
    static std::string located(std::string_view text, syntax_fault const& f, std::string const& sentence) {
        auto const position = static_cast<std::size_t>(f.position);
        std::string result =
            "formula: at character " + std::to_string(detail::characters_in(text.substr(0, position)) + 1) + ": " + sentence;
        return f.what == problem::too_long ? result : result + "\n" + excerpt(text, position, static_cast<std::size_t>(f.length));
    }

    static std::string sentence(problem what, std::string_view there, vocabulary const& words) {
        std::string const found = there.empty() ? " expected, but the text ends" : " expected, but there is " + shown(there);
        switch (what) {
            case problem::operand_expected: return "a number, a name or (" + found;
            case problem::operator_expected: return "an operator" + found + "; a product is written 2*x, a function sin(x)";
            case problem::bracket_not_closed: return "the bracket opened here is not closed";
            case problem::bracket_not_opened: return "this bracket closes none that is open";
            case problem::comma_outside: return "a comma separates the arguments of a function; decimals are written 0.5";
            case problem::unknown_function: {
                std::string const known(words.nearest(there)), unknown = "there is no function " + shown(there);
                if (std::string const meant(detail::meant_by(there)); !meant.empty() && words.find(meant) < 0)
                    return unknown + "; write " + meant;
                if (known == detail::meant_by(there)) return unknown + "; did you mean " + known + "? A product is written with *";
                return unknown + (vocabulary::is_near(there, known) ? "; did you mean " + known + "? A" : "; a") +
                       " product is written with *";
            }
            case problem::wrong_arguments: return arguments_of(there, words.words[words.find(there)]);
            case problem::other_arguments: {
                word const& w = words.words[words.find(there)];
                return arguments_of(there, w) + "; write " + std::string(detail::meant_by_arguments(w.name));
            }
            case problem::chained_comparison: return "a comparison stands behind another; a < b < c is written and(a < b, b < c)";
            case problem::number_too_long:
                return has_many_digits(there) ? "this number has more than 33 digits; write fewer digits, or a symbol, and bind it"
                                              : "this number is larger or smaller than any double; write a symbol, and bind it";
            case problem::no_definition: return "before this ; stands no definition; write k := 2*a; k*x";
            case problem::misplaced_definition: return "before this := stands more than a name; write k := 2*a; k*x";
            case problem::defined_twice: return "this name has a definition already; choose another name";
            case problem::defined_after_use:
                return shown(there) + " is used before its definition, or in it; put the definition in front, or choose another name";
            case problem::defined_function: return "a definition has the name of a function; choose another name";
            case problem::formula_missing:
                return "behind the definition no formula follows; write k := 2*a; k*x, and of an equation y = m*x the right side alone";
            case problem::equation:
                return "= is no operator; of an equation y = m*x + b write the right side alone; a comparison is a == b, a definition k := "
                       "2*a; k*x";
            case problem::factorial_sign:
                return "! is no operator; the factorial of n is written " +
                       std::string(words.find("factorial") < 0 ? "tgamma(n + 1)" : "factorial(n)");
            case problem::question_mark: return "? is no operator; c ? a : b is written where(c, a, b)";
            case problem::numbered_parameter:
                return "a number alone in square brackets is a parameter of ROOT; give parameters names, such as p" +
                       std::string(there.substr(1, there.size() - 2));
            case problem::strange_character: return "no formula has the character " + shown(there) + instead_of(there);
            case problem::too_deep: return "the formula is nested too deeply; raise parse_options::limits.depth";
            case problem::too_long: return "the text is too long; raise parse_options::limits.characters";
            case problem::misfit:
            case problem::none: break;
        }
        return {};
    }

    static std::string arguments_of(std::string_view name, word const& w) {
        return std::string(name) + " takes " + std::to_string(w.arity) + (w.any_number ? " or more" : "") +
               (w.arity == 1 ? " argument" : " arguments");
    }

    /// How to write a sign of mathematics or of a programming language.
    static std::string instead_of(std::string_view sign) {
        constexpr std::string_view known[][2] = {
            {"·", "*"},      {"⋅", "*"},         {"×", "*"},  {"÷", "/"},  {"−", "-"},  {"–", "-"},         {"²", "^2"},
            {"³", "^3"},     {"√", "sqrt"},      {"≤", "<="}, {"≥", ">="}, {"≠", "!="}, {"&", "and(a, b)"}, {"|", "or(a, b), or abs(x)"},
            {"!", "not(a)"}, {"%", "fmod(a, b)"}};
        for (auto const& k : known)
            if (k[0] == sign) return "; write " + std::string(k[1]);
        return {};
    }

    /// True if fewer digits may help, and not only another exponent.
    static bool has_many_digits(std::string_view number) {
        int digits = 0, zeros = 0;  // zeros in front and at the end do not count
        for (char c : number) {
            if (c == 'e' || c == 'E') break;
            if (c == '0') zeros += digits > 0;
            else if (c != '.') digits += zeros + 1, zeros = 0;
        }
        return digits > 33;
    }

    /// The part of a long text that messages show.
    static std::string shown(std::string_view text) { return detail::visible(detail::beginning(text, 40)); }

    /// The line of the text that holds the place, at most 60 characters on either side, and a caret line.
    static std::string excerpt(std::string_view text, std::size_t position, std::size_t length) {
        constexpr std::size_t around = 60;
        std::size_t first = position > around ? position - around : 0;
        while (first < position && (static_cast<unsigned char>(text[first]) & 0xc0u) == 0x80u) ++first;
        std::string_view const behind = text.substr(position), there = detail::beginning(behind, length < around ? length : around);
        std::string_view const after = detail::beginning(behind, around).substr(there.size());
        std::string const before = detail::visible(text.substr(first, position - first), true), place = detail::visible(there, true);
        std::size_t const width = detail::characters_in(place);
        return "  " + before + place + detail::visible(after, true) + "\n  " + std::string(detail::characters_in(before), ' ') +
               std::string(width == 0 ? 1 : width, '^');
    }

    syntax_fault fault_;
};

}  // namespace leibniz::inline v0_1
