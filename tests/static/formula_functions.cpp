// Functions in formulas: those of the table by every name and alias, and those of the user by their blocks.
#include "alike.hpp"
#include "user_functions.hpp"

#include <leibniz/leibniz.hpp>
#include <leibniz/rules/listed.hpp>

using namespace leibniz;
using namespace user;

namespace {

constexpr symbol<"a"> a;
constexpr symbol<"b"> b;
constexpr symbol<"c"> c;
constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr column<"x"> xs;
constexpr column<"y"> ys;

// Every function of the table, by its name and by every alias: a new row needs no change here or in the parser.
template <class F>
constexpr int aliases = [] {
    int count = 0;
    detail::each_alias(F::aliases, [&](text_view) { ++count; });
    return count;
}();

/// `name(x, y)`, behind which spaces follow; the name is the function's for 0, the n-th alias for n.
template <class F, int Which>
consteval name<64> called() {
    text_view word = F::text;
    int n = 0;
    detail::each_alias(F::aliases, [&](text_view alias) {
        if (++n == Which) word = alias;
    });
    char letters[64]{};
    std::size_t end = 0;
    auto const put = [&](text_view part) {
        for (char letter : part) letters[end++] = letter;
    };
    put(word);
    put(F::arity == 0 ? "" : F::arity == 1 ? "(x)" : F::arity == 2 ? "(x, y)" : "(x, y, w)");
    while (end < 63) letters[end++] = ' ';
    return letters;
}

template <class F>
constexpr auto called_in_cpp() {
    if constexpr (F::arity == 0) return call<F>{};
    else if constexpr (F::arity == 1) return call<F, symbol<"x">>{};
    else if constexpr (F::arity == 2) return call<F, symbol<"x">, symbol<"y">>{};
    else return call<F, symbol<"x">, symbol<"y">, symbol<"w">>{};
}

template <class F, int... Which>
constexpr bool read_by_every_name(std::integer_sequence<int, Which...>) {
    return (alike(formula<called<F, Which>()>, called_in_cpp<F>()) && ...);
}
template <class F>
constexpr bool is_read() {
    if constexpr (detail::is_letter(F::text[0])) return read_by_every_name<F>(std::make_integer_sequence<int, aliases<F> + 1>{});
    else return true;  // operators, above
}
template <class... F>
constexpr bool all_read(boost::hana::basic_tuple<F...> const&) {
    return (is_read<F>() && ...);
}
static_assert(all_read(function_list{}) && all_read(all_constants));

// A function of any number of arguments takes them two by two from the left.
static_assert(alike(formula<"larger(a, b)", larger>, apply<larger>(a, b)));
static_assert(alike(formula<"Larger(a, b + 1, c)", larger>, apply<larger>(apply<larger>(a, b + 1_c), c)));
static_assert(alike(formula<"2*larger_of(a, b, c, -w) - x", larger>,
                    2_c * apply<larger>(apply<larger>(apply<larger>(a, b), c), -w) - x));
static_assert(evaluate(formula<"larger(a, 2, 5, 3)", larger>, a = 1.0) == 5.0);

// Functions of one's own, by their blocks.
static_assert(alike(formula<"witch(2*x)", witch>, apply<witch>(2_c * x)));
static_assert(alike(formula<"w*witch(x)/larger(x, y)", larger, witch>, w * apply<witch>(x) / apply<larger>(x, y)));
static_assert(evaluate(formula<"witch(x)", witch>, x = 2.0) == 0.4);
static_assert(diff(formula<"witch(x*y)", witch>, x) == diff(apply<witch>(x * y), x));
static_assert(diff<2>(formula<"growth(2*x)", growth>, x) == formula<"4*growth(2*x)", growth>);
static_assert(text(formula<"witch(2*x)", witch>) == "witch(2*x)");
static_assert(evaluate(formula<"between(a, b, 0.25)", between>, a = 1.0, b = 5.0) == 2.0);
static_assert(diff(formula<"between(a, b, x)", between>, x) == b - a);
static_assert(alike(formula<"witch(x) - y", columns<"x">, witch, columns<"y">>, apply<witch>(xs) - ys), "in any order");

}  // namespace
