#pragma once

#include <leibniz/rules/canonical_form.hpp>

namespace leibniz::inline v0_1::detail {

// Whether a formula could be derived. Every public function that shows or uses one checks it, and reports one sentence.

template <class E>
struct too_large {
    static consteval int report() {
        static_assert(!sizeof(E), "an exact number of this expression leaves 64 bits; use smaller constants");
        return 0;
    }
};
template <class E>
struct beyond_the_limits {
    static consteval int report() {
#ifdef __clang__
        static_assert(!sizeof(E), "this model takes more steps than the compiler is allowed; add the flag -fconstexpr-steps=2000000000");
#else
        static_assert(!sizeof(E),
                      "this model takes more steps than the compiler is allowed; add the flag -fconstexpr-ops-limit=2000000000");
#endif
        return 0;
    }
};
/// What stands in the sentence about limits: int for all models alike.
template <class E>
struct limited {
    using type = int;
};
template <class F>
struct without_partials {
    static consteval int report() {
        static_assert(!sizeof(F),
                      "diff: a function states no partial derivative; add `static constexpr term partial(auto u)` to its block");
        return 0;
    }
};
template <class F>
struct without_partials<without_its_partials<F>> {
    static consteval int report() {
        static_assert(!sizeof(F),
                      "diff: the partial derivative that a function states does not compile, or is no constant expression; write it of "
                      "terms and exact numbers, such as return u/2");
        return 0;
    }
};
template <class F>
struct without_this_partial {
    static consteval int report() {
        static_assert(!sizeof(F),
                      "diff: a function has no derivative by this argument, an order or a shape; differentiate by other symbols");
        return 0;
    }
};
template <class E>
struct a_matrix {
    static consteval int report() {
        static_assert(!sizeof(E),
                      "diff: the derivative of a column by all rows of a column is a matrix; reduce it first, with sum(e) or mean(e)");
        return 0;
    }
};

/// The sentence about matrices that do not fit: matrix/diagnosis.hpp.
template <class E, shape_fault What>
struct shapes_do_not_fit;

/// A diagnosis with a sentence to report; the public function reports it.
template <class Sentence>
struct refused {
    using sentence = Sentence;
};
struct accepted {};

template <class E>
consteval auto diagnose_formula() {
    if constexpr (canonical<E>.faults.exhausted) return refused<beyond_the_limits<typename limited<E>::type>>{};
    else if constexpr (canonical<E>.faults.overflowed) return refused<too_large<E>>{};
    else if constexpr (canonical<E>.faults.lacks_partials) {
        if constexpr (canonical<E>.faults.lacking->has_partials) return refused<without_this_partial<block<canonical<E>.faults.lacking>>>{};
        else return refused<without_partials<block<canonical<E>.faults.lacking>>>{};
    } else if constexpr (canonical<E>.faults.shapes != shape_fault::none) return shapes_do_not_fit<E, canonical<E>.faults.shapes>::diagnosis();
    else if constexpr (canonical<E>.faults.is_matrix) return refused<a_matrix<E>>{};
    else return accepted{};
}

template <class E>
struct of_matrices {
    static consteval int report() {
        static_assert(!sizeof(E), "vectors and matrices have printed formulas, ==, expand, derivatives and, with leibniz/eigen/matrix.hpp, evaluate, with leibniz/backpropagation/matrix.hpp, backpropagation, with leibniz/derivation/matrix.hpp, derivation; nothing else is there for them yet");
        return 0;
    }
};

template <class E>
struct without_form {
    static consteval int report() {
        static_assert(!sizeof(E), "python, sympy: a function or a sum over rows of this formula of matrices has no form there; write text(e)");
        return 0;
    }
};

/// The diagnosis of what takes formulas of numbers alone.
template <class E>
consteval auto diagnose_numbers() {
    using formula = decltype(diagnose_formula<E>());
    if constexpr (std::is_same<formula, accepted>::value && canonical<E>.matrices->exists) return refused<of_matrices<E>>{};
    else return formula{};
}

}  // namespace leibniz::inline v0_1::detail
