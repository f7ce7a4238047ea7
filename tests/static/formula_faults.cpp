// Text that is no formula: what is wrong and where, and the name that is meant.
#include <leibniz/leibniz.hpp>

using namespace leibniz;

namespace {

constexpr vocabulary const& words = detail::words_of<function_list, constant_list>::all;
constexpr bool wrong(text_view text, problem what, int position, int length, reading_limits limits = {}) {
    parser const read(text, words, limits);
    return !read.sound() && read.fault().what == what && read.fault().position == position && read.fault().length == length;
}
static_assert(!wrong("x", problem::none, 0, 0));
static_assert(wrong("", problem::operand_expected, 0, 0) && wrong("  ", problem::operand_expected, 2, 0));
static_assert(wrong("x +", problem::operand_expected, 3, 0) && wrong("*x", problem::operand_expected, 0, 1) && wrong("x***y", problem::operand_expected, 3, 1));
static_assert(wrong("()", problem::operand_expected, 1, 1) && wrong("sin()", problem::operand_expected, 4, 1) && wrong("pow(x,)", problem::operand_expected, 6, 1));
static_assert(wrong("x + )", problem::operand_expected, 4, 1) && wrong("(x + ]", problem::operand_expected, 5, 1) && wrong("-", problem::operand_expected, 1, 0));
static_assert(wrong("x < y", problem::operator_expected, 2, 1) || words.find("<", 2) >= 0);
static_assert(wrong("2x", problem::operator_expected, 1, 1) && wrong("2 x", problem::operator_expected, 2, 1) && wrong("x y", problem::operator_expected, 2, 1));
static_assert(wrong("(x)(y)", problem::operator_expected, 3, 1) && wrong("2(x)", problem::operator_expected, 1, 1) && wrong("x 2", problem::operator_expected, 2, 1));
static_assert(wrong("1.2.3", problem::operator_expected, 3, 2) && wrong("1e", problem::operator_expected, 1, 1) && wrong("2e+x", problem::operator_expected, 1, 1));
static_assert(wrong("(x", problem::bracket_not_closed, 0, 1) && wrong("((x)", problem::bracket_not_closed, 0, 1) && wrong("y*sin(x", problem::bracket_not_closed, 2, 3));
static_assert(wrong("x)", problem::bracket_not_opened, 1, 1) && wrong("(x]", problem::bracket_not_opened, 2, 1) && wrong("sin[x)", problem::bracket_not_opened, 5, 1));
static_assert(wrong("1,5", problem::comma_outside, 1, 1) && wrong("sin((x, y))", problem::comma_outside, 6, 1) && wrong("(x,", problem::comma_outside, 2, 1));
static_assert(wrong("x(y)", problem::unknown_function, 0, 1) && wrong("2*sine(x)", problem::unknown_function, 2, 4) && wrong("Sin(x)", problem::unknown_function, 0, 3));
static_assert(wrong("sin(x, y)", problem::wrong_arguments, 0, 3) && wrong("1 + pow(x)", problem::other_arguments, 4, 3) && wrong("pow(x, y, w)", problem::other_arguments, 0, 3));
static_assert(wrong("pi(x)", problem::wrong_arguments, 0, 2));
static_assert(wrong("9223372036854775808123456789012345", problem::number_too_long, 0, 34) && wrong("x*1e309", problem::number_too_long, 2, 5) && wrong("1e-325", problem::number_too_long, 0, 6));
static_assert(wrong("1e999999999999999999999", problem::number_too_long, 0, 23) && wrong("3.141592653589793238462643383279502884", problem::number_too_long, 0, 38));
static_assert(wrong("x$", problem::strange_character, 1, 1) && wrong("= 2", problem::strange_character, 0, 1) && wrong("!x", problem::strange_character, 0, 1));
static_assert(wrong(".", problem::strange_character, 0, 1) && wrong("x'", problem::strange_character, 1, 1) && wrong("{x}", problem::strange_character, 0, 1));
static_assert(wrong(text_view("x\0", 2), problem::strange_character, 1, 1) && wrong(text_view("\0", 1), problem::strange_character, 0, 1));

// Definitions and comments.
static_assert(wrong("k := 2; k := 3; k", problem::defined_twice, 10, 2) && wrong("a := k; k := 2; a*k", problem::defined_after_use, 8, 1) && wrong("k := k + 1; k", problem::defined_after_use, 5, 1));
static_assert(wrong("exp := 2; x", problem::defined_function, 0, 3) && wrong("ln := 2; x", problem::defined_function, 0, 2) && wrong("pi := 3; x", problem::defined_function, 3, 2));
static_assert(wrong("x^2; y", problem::no_definition, 3, 1) && wrong("k := 2; k; k", problem::no_definition, 9, 1) && wrong("2*k := 3; x", problem::misplaced_definition, 4, 2));
static_assert(wrong("(k := 2; k)", problem::misplaced_definition, 3, 2) && wrong("a := b := 2; a", problem::misplaced_definition, 7, 2) && wrong("k := (2; k", problem::bracket_not_closed, 5, 1));
static_assert(wrong("y := m*x + b", problem::formula_missing, 0, 1) && wrong("k := 2;", problem::formula_missing, 7, 0) && wrong("k := 2; k(x)", problem::unknown_function, 8, 1));
static_assert(wrong("k := 1, 2; k", problem::comma_outside, 6, 1) && wrong("# only", problem::operand_expected, 6, 0) && wrong("x : y", problem::strange_character, 2, 1));
static_assert(parser("k := 2;\n# half of it, = 1 := !\nk/2  # done", words).sound() && parser("sin # of\n(x)", words).sound() && parser("#\n\n#\nx#", words).sound());

// What other languages write.
static_assert(wrong("y = m*x + b", problem::equation, 2, 1) && wrong("f(x) = x^2", problem::equation, 5, 1) && wrong("f(g(x), y)=x", problem::equation, 10, 1));
static_assert(wrong("2 + f(x) = x", problem::unknown_function, 4, 1) && wrong("f(x)*2 = x", problem::unknown_function, 0, 1) && wrong("f(x", problem::unknown_function, 0, 1));
static_assert(wrong("n!", problem::factorial_sign, 1, 1) && wrong("2*(n + 1)!/2", problem::factorial_sign, 9, 1) && parser("n != 2", words).sound());
static_assert(wrong("c ? a : b", problem::question_mark, 2, 1) && wrong("x < 2 ? a : b", problem::question_mark, 6, 1));
static_assert(wrong("[0]*exp(-x/[1])", problem::numbered_parameter, 0, 3) && wrong("x*[ 12 ]", problem::numbered_parameter, 2, 6));
static_assert(parser("[2*x]*[x + 1]", words).sound() && parser("sin[0]", words).sound() && parser("[0.5]", words).sound() && parser("(0)", words).sound());
static_assert(wrong("atan(y, x)", problem::other_arguments, 0, 4) && wrong("1 + ln(x, b)", problem::other_arguments, 4, 2) && wrong("where(c, a)", problem::other_arguments, 0, 5));

// Bytes that are no UTF-8, or signs that are no letters: never part of a name.
static_assert(wrong("\xff", problem::strange_character, 0, 1) && wrong("\x80", problem::strange_character, 0, 1) && wrong("x + \xc3", problem::strange_character, 4, 1));
static_assert(wrong("\xc0\xaf", problem::strange_character, 0, 1) && wrong("\xe0\x80\xaf", problem::strange_character, 0, 1), "overlong");
static_assert(wrong("\xed\xa0\x80", problem::strange_character, 0, 1) && wrong("\xf4\x90\x80\x80", problem::strange_character, 0, 1), "surrogate; beyond Unicode");
static_assert(wrong("x − y", problem::strange_character, 2, 1) && wrong("2·x", problem::strange_character, 1, 1) && wrong("2×x", problem::strange_character, 1, 1) && wrong("x²", problem::strange_character, 1, 1));
static_assert(wrong("∂x", problem::strange_character, 0, 1) && wrong("x\u00a0", problem::strange_character, 1, 1) && wrong("\u200bx", problem::strange_character, 0, 1));

// Limits.
static_assert(wrong("x + y", problem::too_long, 4, 0, {.characters = 4}) && parser("x + y", words, {.characters = 5}).sound());
static_assert(wrong("((((x))))", problem::too_deep, 3, 1, {.depth = 3}) && parser("((((x))))", words, {.depth = 4}).sound());
static_assert(wrong("----x", problem::too_deep, 3, 1, {.depth = 3}) && wrong("x^x^x^x^x", problem::too_deep, 7, 1, {.depth = 3}) && wrong("sin(sin(x))", problem::too_deep, 4, 3, {.depth = 1}));
static_assert(parser("x*x*x*x*x + x*x + x", words, {.depth = 2}).sound(), "a long sum or product is not deep");

// The nearest known name.
static_assert(words.nearest("sine") == "sin" && words.nearest("sni") == "sin" && words.nearest("Exp") == "exp" && words.nearest("squareroot") != "");
static_assert(words.nearest("SQRT") == "sqrt" && words.nearest("Log10") == "log10" && words.is_near("SINH", "sinh") && words.is_near("sine", "sin"));
static_assert(!words.is_near("x", "sh") && !words.is_near("humidity", words.nearest("humidity")));
// The same meaning comes before the same letters; every such name means what can be read.
static_assert(words.nearest("expit") == "sigmoid" && words.nearest("ArcTg") == "atan" && words.nearest("relu6") == "clamp(x, 0, 6)" && words.nearest("If") == "where(c, a, b)");
constexpr int other_names_that_read(text_view table) {
    int count = 0;
    detail::each_other_name(table, [&](text_view name, text_view here) {
        bool reads = words.find(here) >= 0 || parser(here, words).sound();
        for (char letter : name) reads = reads && detail::small(letter) == letter;
        count = reads ? count + 1 : -1000;
        return false;
    });
    return count;
}
static_assert(other_names_that_read(detail::other_names) > 50 && other_names_that_read(detail::other_arguments) > 5);
constexpr bool all_known() {
    bool known = true;
    detail::each_other_name(detail::other_arguments, [&](text_view name, text_view) {
        known = known && words.find(name) >= 0;
        return !known;
    });
    return known;
}
static_assert(all_known());
static_assert(words.nearest("sigmod") == "sigmoid" && words.nearest("stopgradient") == "stop_gradient" && words.nearest("") != "");

}  // namespace
