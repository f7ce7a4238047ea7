#pragma once

#include <leibniz/arithmetic/rational.hpp>
#include <leibniz/language/text_view.hpp>

#include <cstdint>

namespace leibniz::inline v0_1 {

class graph;
class term;
struct matrix_engine;
template <class T>
class buffer;

/// The role of an operation in the canonical form; `none` for ordinary functions.
enum class role : unsigned char { none, sum, difference, negation, product, quotient, power, reduction, matrix };

/// The symmetry of a function: f(-u) = -f(u), f(-u) = f(u), or neither.
enum class parity : unsigned char { none, odd, even };

/// The operand that a comparison states to be the lesser one, if any.
enum class lesser : unsigned char { neither, first, second };

/// How a call is counted by `operations`.
enum class effort : unsigned char { function, addition, multiplication, division, nothing };

/// The value of a function for each of the machine's numbers, for programs that are only known at run time.
struct run_time_value {
    float (*of_float)(float const*) = nullptr;
    double (*of_double)(double const*) = nullptr;
    long double (*of_long_double)(long double const*) = nullptr;
    rational (*of_rational)(rational const*) = nullptr;  // for exact functions

    float operator()(float const* u) const { return of_float(u); }
    double operator()(double const* u) const { return of_double(u); }
    long double operator()(long double const* u) const { return of_long_double(u); }
    rational operator()(rational const* u) const { return of_rational(u); }
};

/// How other languages write a function that has another name there, or does not exist: a name, or a formula with #1, #2, ... for
/// its operands (@1: in parentheses if needed; ?1: as a condition, ~1: its negation). A formula begins with * if factors beside
/// it would break it apart, with + if summands would, too. For C a name, or the definition of a function.
struct spellings {
    text_view python{}, sympy{}, c99{};
    struct function const* called_in_c = nullptr;  // another row whose definition that of C calls
};
inline constexpr spellings no_other_spellings{};

/// The descriptor of a function: its block of the table as ordinary data.
struct function {
    text_view name, latex;
    int arity = 1;
    role meaning = role::none;
    bool exact = false;       // has exact values for integers and fractions: comparisons, choices
    bool averages = false;    // a reduction that divides by the number of rows
    bool of_library = false;  // a block of the library's own
    bool bends = false;       // it may be constant on a piece: it has kinks, or is not the library's own
    parity symmetry = parity::none;
    effort counts_as = effort::function;
    lesser says_less = lesser::neither;
    std::uint64_t hash = 0;  // of the block's full name: the identity of the operation
    bool has_partials = false;
    /// out[i] becomes the partial derivative by operand i.
    void (*partials)(graph&, int const* operands, int* out) = nullptr;
    run_time_value value{};                            // only in the descriptors of evaluate/valued.hpp
    spellings const* elsewhere = &no_other_spellings;  // those that the block states
    struct matrix_rule const* matrix = nullptr;        // of a function of whole matrices: matrix/rule.hpp

    friend constexpr bool operator==(function const& a, function const& b) { return a.hash == b.hash; }
};

/// What the table says of a function of whole matrices beside its name: matrix/functions.hpp.
struct matrix_rule {
    matrix_engine const* engine;
    int (*leaf)(graph&, struct written const&) = nullptr;  // of symbols: the node
    struct matrix_shape (*shape_of)(graph&, int i) = nullptr;  // of a node, from those of its operands
    int (*simplified)(graph&, function const&, int const* operands) = nullptr;  // the node of a call, operands being sound
    bool has_pullback = false;
    int (*pullback)(graph&, int self, int adjoint, int u) = nullptr;  // the adjoint of the operand, from that of the value
};

/// The part of the two tables that the canonical form needs: the functions it is built of, and the identities.
struct rulebook {
    function const *addition, *multiplication, *power, *summation, *choice, *magnitude, *sign, *length;
    std::uint64_t logarithm, product_with_logarithm, sigmoid, cube_root;  // hashes: the rows are made where they are used
    /// The node that an identity gives for fn(operands), or -1.
    int (*simplify)(graph&, function const& fn, int const* operands);
    /// Only in graphs that evaluation uses (rules/lengths.hpp): the root of a sum of squares, and a simpler form of a product that is
    /// divided by a length, or -1.
    bool evaluated = false;  // (asked in place of the addresses: see matrix_engine)
    function const* root = nullptr;
    int (*over_length)(graph&, buffer<int> const& factors) = nullptr;
};

namespace detail {

/// A string literal as a view. (text_view counts the letters one by one in constant evaluation.)
constexpr text_view whole(char const* text) { return {text, __builtin_strlen(text)}; }
constexpr text_view whole(text_view text) { return text; }

constexpr std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
    hash ^= value + 0x9e3779b97f4a7c15u + (hash << 6) + (hash >> 2);
    return hash * 0xff51afd7ed558ccdu;
}
constexpr std::uint64_t hash_of(text_view text) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    constexpr std::uint64_t prime = 0x100000001b3u;
    char const *c = text.data(), *const end = c + text.size();
    for (; end - c >= 4; c += 4) {  // the rounds of a loop cost more than what they do, in constant evaluation
        hash = (((hash ^ static_cast<unsigned char>(c[0])) * prime) ^ static_cast<unsigned char>(c[1])) * prime;
        hash = (((hash ^ static_cast<unsigned char>(c[2])) * prime) ^ static_cast<unsigned char>(c[3])) * prime;
    }
    for (; c != end; ++c) hash = (hash ^ static_cast<unsigned char>(*c)) * prime;
    return hash;
}
constexpr std::uint64_t hash_of(rational r) {
    return mix(static_cast<std::uint64_t>(r.numerator()), static_cast<std::uint64_t>(r.packed()));
}

}  // namespace detail
}  // namespace leibniz::inline v0_1
