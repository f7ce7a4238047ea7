// The type of an expression is exactly what was written, and holds nothing.
#include <leibniz/leibniz.hpp>

#include <type_traits>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr column<"x"> rows;

using W = symbol<"w">;
using X = symbol<"x">;

/// Whether E is the type that stands for what was written, and an empty one.
template <class Written, class E>
constexpr bool is(E) {
    return std::is_same_v<E, Written> && std::is_empty_v<E> && std::is_trivially_copyable_v<E>;
}

static_assert(is<W>(w));
static_assert(is<column<"x">>(rows));
static_assert(!std::is_same_v<symbol<"x">, column<"x">>);
static_assert(is<constant<2>>(2_c));

// Operators.
static_assert(is<call<addition, W, X>>(w + x));
static_assert(is<call<subtraction, W, X>>(w - x));
static_assert(is<call<multiplication, W, X>>(w * x));
static_assert(is<call<division, W, X>>(w / x));
static_assert(is<call<negation, W>>(-w));
static_assert(is<W>(+w));
static_assert(is<call<power, W, X>>(pow(w, x)));
static_assert(is<call<power, W, constant<3>>>(pow<3>(w)));
static_assert(is<call<power, W, constant<-2>>>(pow<-2>(w)));

// Functions and reductions.
static_assert(is<call<exponential, W>>(exp(w)));
static_assert(is<call<logarithm, W>>(log(w)));
static_assert(is<call<square_root, W>>(sqrt(w)));
static_assert(is<call<sine, W>>(sin(w)));
static_assert(is<call<cosine, W>>(cos(w)));
static_assert(is<call<hyperbolic_tangent, W>>(tanh(w)));
static_assert(is<call<logistic, W>>(sigmoid(w)));
static_assert(is<call<summation, X>>(sum(x)));
static_assert(is<call<averaging, X>>(mean(x)));
static_assert(is<named<"h1", W>>(let<"h1">(w)));

// No algebra is done when a type is built: nothing is sorted, folded or cancelled.
static_assert(is<call<addition, X, W>>(x + w));
static_assert(is<call<addition, W, constant<0>>>(w + 0_c));
static_assert(is<call<multiplication, constant<1>, W>>(1_c * w));
static_assert(is<call<subtraction, W, W>>(w - w));
static_assert(is<call<negation, call<negation, W>>>(-(-w)));
static_assert(is<call<addition, constant<1>, constant<1>>>(1_c + 1_c));
static_assert(is<call<addition, call<addition, W, X>, W>>(w + x + w));
static_assert(is<call<addition, W, call<addition, X, W>>>(w + (x + w)));
static_assert(is<call<power, call<subtraction, call<multiplication, W, X>, constant<1>>, constant<2>>>(pow<2>(w * x - 1_c)));

// A derivative is an expression like any other.
static_assert(is<derivative<call<multiplication, W, X>, W>>(diff(w * x, w)));
static_assert(is<derivative<call<multiplication, W, X>, W, X>>(diff(w * x, w, x)));
static_assert(is<derivative<derivative<call<multiplication, W, X>, W>, W>>(diff<2>(w * x, w)));
static_assert(is<call<multiplication, constant<2>, derivative<W, W>>>(2_c * diff(w, w)));

// What is an expression, and what is not.
static_assert(expression<W> && expression<W const&> && expression<constant<1, 2>> && expression<derivative<W, W>>);
static_assert(!expression<double> && !expression<term> && !expression<binding<W, double>>);
static_assert(variable<W> && variable<column<"x">>);
static_assert(!variable<constant<2>> && !variable<call<negation, W>> && !variable<named<"h", W>> && !variable<int>);

// A binding pairs the symbol with a value: numbers are copied, larger lvalues referred to, temporaries moved in.
struct large {
    int size() const { return 0; }
};
template <class T>
using bound_value = decltype(decltype(x = std::declval<T>())::value);
static_assert(std::is_same_v<decltype(w = 1.0), binding<W, double>>);
static_assert(std::is_same_v<bound_value<double&>, double>);
static_assert(std::is_same_v<bound_value<float const&>, float>);
static_assert(std::is_same_v<bound_value<large&>, large const&>);
static_assert(std::is_same_v<bound_value<large const&>, large const&>);
static_assert(std::is_same_v<bound_value<large>, large>);
static_assert((w = 3).value == 3);

// One symbol is never silently assigned to another of its type.
static_assert(!std::is_assignable_v<W&, W const&> && !std::is_assignable_v<column<"x">&, column<"x"> const&>);

// The functions of <cmath> are not disturbed.
template <class T>
concept has_exp_of_number = requires(T t) { leibniz::exp(t); };
static_assert(!has_exp_of_number<double> && has_exp_of_number<W> && has_exp_of_number<term>);

}  // namespace
