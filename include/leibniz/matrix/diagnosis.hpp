#pragma once

#include <leibniz/calculus/diagnosis.hpp>
#include <leibniz/matrix/directional.hpp>
#include <leibniz/notation/static_text.hpp>

namespace leibniz::inline v0_1::detail {

// The sentences about shapes, said once, about the smallest part that is wrong: left and right stand in the template arguments,
// such as "W is m x n".

template <shape_fault What, auto... Parts>
struct misfit_of_shapes;

// clang-format off
template <auto Left, auto Right>
struct misfit_of_shapes<shape_fault::product, Left, Right> { static consteval int report() { static_assert(!sizeof(Left),
    "*: the columns of the left factor must be the rows of the right one; transpose one of them, or give both dimensions one name"); return 0; } };
template <auto Left, auto Right>
struct misfit_of_shapes<shape_fault::sum, Left, Right> { static consteval int report() { static_assert(!sizeof(Left),
    "+: vectors and matrices that are added must have the same dimensions, and those of dot; write x + b*ones<\"n\"> to spread a number"); return 0; } };
template <auto Left, auto Right>
struct misfit_of_shapes<shape_fault::entrywise, Left, Right> { static consteval int report() { static_assert(!sizeof(Left),
    "hadamard: both must have the same dimensions; to scale rows write diag(x)*A"); return 0; } };
template <auto Left, auto Right>
struct misfit_of_shapes<shape_fault::quotient, Left, Right> { static consteval int report() { static_assert(!sizeof(Left),
    "/: one divides by numbers; write solve(B, A) for inv(B)*A, A*inv(B), or hadamard(A, pow<-1>(B)) entry by entry"); return 0; } };
template <auto Left>
struct misfit_of_shapes<shape_fault::square, Left> { static consteval int report() { static_assert(!sizeof(Left),
    "det, logdet, inv, solve, tr: the matrix is not square; its rows and columns need one name or number"); return 0; } };
template <auto Left>
struct misfit_of_shapes<shape_fault::diagonal_matrix, Left> { static consteval int report() { static_assert(!sizeof(Left),
    "diagonal: of a square matrix; the diagonal matrix of a vector is diag(u)"); return 0; } };
template <auto Left>
struct misfit_of_shapes<shape_fault::vector, Left> { static consteval int report() { static_assert(!sizeof(Left),
    "diag, softmax, logsumexp: of a vector; the diagonal of a matrix is diagonal(A)"); return 0; } };
template <auto Left>
struct misfit_of_shapes<shape_fault::gradient, Left> { static consteval int report() { static_assert(!sizeof(Left),
    "gradient: of a number; of a vector write diff(W*x, x), or give it a loss such as norm2(W*x - y)"); return 0; } };
template <auto Left, auto Right>
struct misfit_of_shapes<shape_fault::indices, Left, Right> { static consteval int report() { static_assert(!sizeof(Left),
    "diff, hessian: this derivative has more than two indices and is no matrix; write jvp(f, W, direction), or hvp(f, W, direction)"); return 0; } };
template <auto Left, auto Right>
struct misfit_of_shapes<shape_fault::differential, Left, Right> { static consteval int report() { static_assert(!sizeof(Left),
    "diff, hessian: this derivative is no formula of matrices; write jvp(f, x, direction), or hvp(f, x, direction)"); return 0; } };
template <auto Left>
struct misfit_of_shapes<shape_fault::power, Left> { static consteval int report() { static_assert(!sizeof(Left),
    "^: of a matrix; write A*A, or A.^2 entry by entry"); return 0; } };
// clang-format on

using part_text = fixed_text<80>;

/// "W is m x n"
constexpr part_text text_of_part(graph& g, int i) {
    matrix_shape const s = matrix_builder(g).shape_of(i);
    buffer<char> all = matrix_writer(g, 60)(i);
    all.append(" is ", 4);
    for (char c : matrix_writer(g, 20)(s.rows)) all.push(c);
    all.append(" x ", 3);
    for (char c : matrix_writer(g, 20)(s.columns)) all.push(c);
    return part_text(all);
}

/// What E is derived of, or void.
template <class E>
struct derived_of {
    using type = void;
};
template <class E, class... V>
struct derived_of<derivative<E, V...>> {
    using type = E;
};
template <class E, class... V>
struct derived_of<gradient_of<E, V...>> {
    using type = E;
};
template <class E, class... V>
struct derived_of<hessian_of<E, V...>> {
    using type = gradient_of<E, V...>;
};
template <class Bundle, int I>
struct derived_of<entry<Bundle, I>> {
    using type = Bundle;
};
template <class E, class V, class D>
struct derived_of<directional_derivative<E, V, D>> {
    using type = E;
};

/// The stage in which the misfit was found: that of E, or of what E is derived of.
template <class E>
consteval auto misfitting_stage() {
    using inner = typename derived_of<E>::type;
    if constexpr (std::is_void_v<inner>) return canonical_stage<E>{};
    else if constexpr (canonical<inner>.faults.shapes != shape_fault::none) return misfitting_stage<inner>();
    else return canonical_stage<E>{};
}

template <class Stage>
constexpr part_text misfitting_part(bool left) {
    if constexpr (requires { Stage::run(unlimited).in; }) {
        result r = Stage::run(unlimited);
        for (condition const& c : r.in.conditions())
            if (c.what == (left ? predicate::left_of_misfit : predicate::right_of_misfit)) return text_of_part(r.in, c.about);
    }
    return part_text("?", 1);
}

/// At its size: clang prints it then as a string.
template <class Stage, bool Left>
consteval auto exact_part() {
    constexpr part_text all = misfitting_part<Stage>(Left);
    return fixed_text<all.size>(all.letters, all.size);
}

constexpr bool is_about_one(shape_fault what) {
    return what == shape_fault::square || what == shape_fault::diagonal_matrix || what == shape_fault::vector ||
           what == shape_fault::gradient || what == shape_fault::power;
}

template <class E, shape_fault What>
struct shapes_do_not_fit {
    static consteval auto diagnosis() {
        using stage = decltype(misfitting_stage<E>());
        if constexpr (is_about_one(What)) return refused<misfit_of_shapes<What, exact_part<stage, true>()>>{};
        else return refused<misfit_of_shapes<What, exact_part<stage, true>(), exact_part<stage, false>()>>{};
    }
};

}  // namespace leibniz::inline v0_1::detail
