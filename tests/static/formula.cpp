// A formula in text is read as the expression that the same signs mean in C++, with powers, exact numbers and names.
#include <leibniz/leibniz.hpp>
#include <leibniz/rules/listed.hpp>


#include <string_view>

using namespace leibniz;

namespace user {

/// The larger of two arguments, or of more.
struct larger : binary {
    static constexpr text_view text = "larger", latex = "\\larger", aliases = "Larger larger_of";
    static constexpr bool any_number = true;
    static constexpr interval domain = real_line;
    template <class T>
    static constexpr T value(T u, T v) {
        return u < v ? v : u;
    }
    static constexpr two_terms partials(auto u, auto) { return {u.number(1), u.number(0)}; }
};

/// u/(1 + u^2)
struct witch : unary {
    static constexpr text_view text = "witch", latex = "\\operatorname{witch}";
    static constexpr interval domain = real_line;
    template <class T>
    static constexpr T value(T u) {
        return u / (T(1) + u * u);
    }
    static constexpr term partial(auto u) { return (1 - pow<2>(u)) / pow<2>(1 + pow<2>(u)); }
};

/// What lies between u and v, u for t = 0.
struct between : ternary {
    static constexpr text_view text = "between", latex = "\\between";
    static constexpr interval domain = real_line;
    template <class T>
    static constexpr T value(T u, T v, T t) {
        return u + t * (v - u);
    }
    static constexpr three_terms partials(auto u, auto v, auto t) { return {1 - t, t, v - u}; }
};

/// Its own derivative, named in its own block.
struct growth : unary {
    static constexpr text_view text = "growth", latex = "\\operatorname{growth}";
    static constexpr interval domain = real_line;
    template <class T>
    static constexpr T value(T) {
        return T(1);
    }
    static constexpr term partial(auto u) { return apply<growth>(u); }
};

}  // namespace user

namespace {

using namespace user;

constexpr symbol<"a"> a;
constexpr symbol<"b"> b;
constexpr symbol<"c"> c;
constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

/// Whether both were written alike: the same operations in the same order, not only an equal value.
template <class E, class F>
constexpr bool alike(E e, F f) {
    return as_written<E>.hash == as_written<F>.hash && e == f;
}
static_assert(alike(x + y, x + y) && !alike(x + y, y + x) && !alike(a + (b + c), a + b + c) && !alike(x, +x - 0_c));

// Operands.
static_assert(alike(formula<"x">, x) && alike(formula<"(x)">, x) && alike(formula<"[((x))]">, x));
static_assert(alike(formula<"  x\t\n\r ">, x), "white space says nothing");
static_assert(alike(formula<"x_1">, symbol<"x_1">{}) && alike(formula<"_x">, symbol<"_x">{}) && alike(formula<"e1">, symbol<"e1">{}));
static_assert(alike(formula<"θ + Δt*λ₀">, symbol<"θ">{} + symbol<"Δt">{} * symbol<"λ₀">{}));
static_assert(alike(formula<"größe - длина*長さ">, symbol<"größe">{} - symbol<"длина">{} * symbol<"長さ">{}));
static_assert(alike(formula<"sin">, symbol<"sin">{}), "a function's name without a bracket is a variable's");
static_assert(alike(formula<"π">, pi) && alike(formula<"ceiling(Max(x, Heaviside(y)))">, ceil(max(x, step(y)))));
static_assert(alike(formula<"pi">, pi) && alike(formula<"2*pi*x">, 2_c * pi * x) && !alike(formula<"pie">, pi));

// Numbers are exact.
static_assert(alike(formula<"0">, 0_c) && alike(formula<"42">, 42_c) && alike(formula<"007">, 7_c));
static_assert(alike(formula<"9223372036854775807">, 9223372036854775807_c));
static_assert(alike(formula<"0.5">, 0.5_c) && alike(formula<".5">, 0.5_c) && alike(formula<"3.">, 3_c) && alike(formula<"2.50">, 2.5_c));
static_assert(alike(formula<"0.1">, constant<1, 10>{}) && formula<"0.1 + 0.2"> == formula<"0.3">);
static_assert(alike(formula<"1e-3">, constant<1, 1000>{}) && alike(formula<"1E-3">, 1e-3_c) && alike(formula<"1.5e+2">, 150_c));
static_assert(alike(formula<".5e1">, 5_c) && alike(formula<"3.e2">, 300_c) && alike(formula<"2e0">, 2_c) && alike(formula<"0e999">, 0_c));
static_assert(alike(formula<"1e300">, 1e300_c) && alike(formula<"6.62607015e-34">, 6.62607015e-34_c) && alike(formula<"1e-19">, constant<1, 1, -19>{}));
static_assert(alike(formula<"1e18">, 1000000000000000000_c) && alike(formula<"1e-18">, constant<1, 1000000000000000000>{}));
static_assert(formula<"1/3 + 1/6"> == 0.5_c);

// Sums, products, from left to right; products before sums.
static_assert(alike(formula<"a + b + c">, a + b + c) && alike(formula<"a - b - c">, a - b - c) && alike(formula<"a - b + c">, a - b + c));
static_assert(alike(formula<"a*b*c">, a * b * c) && alike(formula<"a/b/c">, a / b / c) && alike(formula<"a/b*c">, a / b * c));
static_assert(alike(formula<"a + b*c">, a + b * c) && alike(formula<"a*b + c">, a * b + c) && alike(formula<"a - b/c">, a - b / c));
static_assert(alike(formula<"a*b - c*a/b">, a * b - c * a / b));
static_assert(formula<"a - b - c"> != formula<"a - (b - c)"> && formula<"a/b/c"> != formula<"a/(b/c)">);

// Brackets of both kinds.
static_assert(alike(formula<"(a + b)*c">, (a + b) * c) && alike(formula<"a*(b + c)">, a * (b + c)) && alike(formula<"a - (b - c)">, a - (b - c)));
static_assert(alike(formula<"[a + b]*[c]">, (a + b) * c) && alike(formula<"exp[(a + b)/c]">, exp((a + b) / c)));
static_assert(alike(formula<"((a)*((b + ((c)))))">, a * (b + c)));

// Powers: before everything, from right to left, with an exponent of any sign.
static_assert(alike(formula<"x^2">, pow<2>(x)) && alike(formula<"x**2">, pow<2>(x)) && alike(formula<"x ** 2">, pow<2>(x)));
static_assert(alike(formula<"2^3^2">, pow(2_c, pow(3_c, 2_c))) && alike(formula<"a**b^c">, pow(a, pow(b, c))));
static_assert(formula<"2^3^2"> == 512_c && formula<"(2^3)^2"> == 64_c);
static_assert(alike(formula<"a*x^2">, a * pow<2>(x)) && alike(formula<"a^b*c">, pow(a, b) * c) && alike(formula<"a/b^c">, a / pow(b, c)));
static_assert(alike(formula<"-x^2">, -pow<2>(x)) && alike(formula<"(-x)^2">, pow<2>(-x)) && formula<"-2^2"> == -4_c);
static_assert(alike(formula<"2^-3">, pow(2_c, -3_c)) && formula<"2^-3"> == 0.125_c && alike(formula<"x**-y">, pow(x, -y)));
static_assert(alike(formula<"2^-3^2">, pow(2_c, -pow(3_c, 2_c))) && alike(formula<"2^-x*y">, pow(2_c, -x) * y));
static_assert(alike(formula<"x^+2">, pow<2>(x)) && alike(formula<"x^--2">, pow(x, -(-2_c))));
static_assert(alike(formula<"x^(1/2)">, pow(x, 1_c / 2_c)) && alike(formula<"x^1/2">, pow(x, 1_c) / 2_c));

// Signs, any number of them.
static_assert(alike(formula<"-x">, -x) && alike(formula<"+x">, x) && alike(formula<"--x">, -(-x)) && alike(formula<"-+-+x">, -(-x)));
static_assert(alike(formula<"a - -b">, a - (-b)) && alike(formula<"a--b">, a - (-b)) && alike(formula<"a+-b">, a + (-b)) && alike(formula<"a-+b">, a - b));
static_assert(alike(formula<"a*-b">, a * (-b)) && alike(formula<"a*-b*c">, a * (-b) * c) && alike(formula<"a/-b">, a / (-b)) && alike(formula<"a*+b">, a * b));
static_assert(alike(formula<"-a*b">, -(a * b)) && alike(formula<"-a + b">, -a + b) && alike(formula<"-(a + b)">, -(a + b)));
static_assert(alike(formula<"a*-x^2">, a * (-pow<2>(x))));

// Functions.
static_assert(alike(formula<"sin(x)">, sin(x)) && alike(formula<"sin (x)">, sin(x)) && alike(formula<"exp(-sin(x*y))">, exp(-sin(x * y))));
static_assert(alike(formula<"sin(x)^2 + cos(x)**2">, pow<2>(sin(x)) + pow<2>(cos(x))) && alike(formula<"-exp(x)">, -exp(x)));
static_assert(alike(formula<"pow(x, y + 1)">, pow(x, y + 1_c)) && alike(formula<"Pow(x, 2)*y">, pow<2>(x) * y));
static_assert(alike(formula<"ln(x)">, log(x)) && alike(formula<"logistic(x)">, sigmoid(x)) && alike(formula<"stop_gradient(x)*x">, stop_gradient(x) * x));

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

// Columns are named; all other names are symbols. Reductions are functions.
constexpr column<"x"> xs;
constexpr column<"y"> ys;
static_assert(alike(formula<"a*x", columns<"x">>, a * xs) && !alike(formula<"a*x">, a * xs) && !alike(formula<"a*x", columns<"a">>, a * xs));
static_assert(alike(formula<"x - y", columns<"x", "y">>, xs - ys) && alike(formula<"x - y", columns<"y">>, x - ys));
static_assert(alike(formula<"witch(x) - y", columns<"x">, witch, columns<"y">>, apply<witch>(xs) - ys), "in any order");
static_assert(alike(formula<"sum((w*x - y)^2)">, sum(pow<2>(w * x - y))) && alike(formula<"mean(x)">, mean(x)));
static_assert(diff(formula<"mean(x*y)", columns<"x", "y">>, xs) == diff(mean(xs * ys), xs));

// A formula is an expression: a part of others, derived, printed, evaluated.
constexpr auto loss = formula<"(w*x - y)^2">;
static_assert(expression<decltype(loss)> && std::is_empty_v<decltype(loss)>);
static_assert(loss == pow<2>(w * x - y) && loss != pow<2>(w * x + y));
static_assert(alike(loss * 2_c + exp(formula<"a/b">), pow<2>(w * x - y) * 2_c + exp(a / b)));
static_assert(alike(let<"h">(loss), let<"h">(pow<2>(w * x - y))));
static_assert(diff(loss, w) == 2_c * x * (w * x - y) && text(diff(loss, w)) == "2*x*(w*x - y)");
static_assert(diff(loss, w) == formula<"2*x*(w*x - y)"> && diff<2>(loss, w) == formula<"2*x^2"> && diff(loss, w, x) == formula<"4*w*x - 2*y">);
static_assert(text(loss) == "(w*x - y)^2" && text(formula<"b1*(1 - exp(-b2*x))">) == "b1*(1 - exp(-b2*x))");
static_assert(evaluate(loss, w = 1, x = 2, y = 4) == 4 && evaluate(loss, w = 1.5, x = 2.0, y = 4.0) == 1.0);
static_assert(evaluate(formula<"x/3">, x = 1_c) == rational(1, 3), "exact numbers stay exact");
static_assert(evaluate(formula<"7">) == 7 && diff(formula<"7">, x) == 0_c);

constexpr auto both = gradient(loss, wrt(w, x));
static_assert(both[w] == formula<"2*x*(w*x - y)"> && both[x] == formula<"2*w*(w*x - y)">);
constexpr bool value_with_gradient = [] {
    auto const [value, g] = evaluate(outputs(loss, gradient(loss, wrt(w))), w = 1.0, x = 2.0, y = 4.0);
    return value == 4.0 && g[w] == -8.0;
}();
static_assert(value_with_gradient);
static_assert(hessian(loss, wrt(w, x))(w, x) == formula<"4*w*x - 2*y">);
static_assert(jacobian(outputs(formula<"w*x">, formula<"w/x">), wrt(w))(1_c, w) == formula<"1/x">);
static_assert(operations(outputs(loss)).nodes == operations(outputs(pow<2>(w * x - y))).nodes);

// Model of the 2-2-2 network, of one line.
constexpr auto network = formula<"0.5*(sigmoid(w5*sigmoid(w1*x1 + w3*x2) + w7*sigmoid(w2*x1 + w4*x2)) - t1)^2 + "
                                 "0.5*(sigmoid(w6*sigmoid(w1*x1 + w3*x2) + w8*sigmoid(w2*x1 + w4*x2)) - t2)^2">;
constexpr symbol<"w5"> w5;
static_assert(text(diff(network, w5)).size() > 40 && operations(outputs(network)).functions == 4, "equal parts are computed once");

// Whatever the effort that is allowed suffices for, it is never taken for the whole.
template <class E>
constexpr bool never_half_done(E) {
    using stage = detail::canonical_stage<E>;
    long long const needed = stage::run(unlimited).in.effort();
    for (long long allowed = 0; allowed < 2 * needed; allowed += needed / 50 + 1) {
        result const done = stage::run(allowed);
        if (detail::seen(done).faults.exhausted != (allowed < needed)) return false;
    }
    return true;
}
static_assert(never_half_done(formula<"a + b + c + x + y + w">) && never_half_done(formula<"a*b*c*x*y*w/(a + b)^2">));
static_assert(never_half_done(formula<"where(x < y, exp(log(x*y)), (a - b)*(c - w)) - where(x < y, a, 0)">));

// Definitions in front of a formula name parts of it, as let does; a comment goes to the end of its line.
static_assert(formula<"k := a*exp(-b/c); k*x^2"> == a*exp(-b/c)*pow<2>(x));
static_assert(formula<"u := a - b; v := u^2; v + u"> == pow<2>(a - b) + (a - b));
static_assert(text(formula<"k := a + b; k*x"> ) == "x*(a + b)");
static_assert(formula<R"(
    rate := a*exp(-b/c)  # of Arrhenius; in 1/s
    ;
    rate * x^2           # second order
)"> == formula<"a*exp(-b/c)*x^2">);
static_assert(evaluate(diff(formula<"k := a^2; k*x + k">, a), a = 3, x = 4) == 30);

// What is no formula, and where.
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
