#pragma once

#include <leibniz/calculus/bundle.hpp>
#include <leibniz/calculus/outputs.hpp>
#include <leibniz/rules/canonical_form.hpp>

#include <cstdint>

namespace leibniz::inline v0_1 {

/// E after an operation of the algebra: an expression like any other. Its formula is computed once per type. An Operation states
/// `hash`, which tells it from all others; `recognised`, true if what it brings has written forms (rules/recognition.hpp);
/// `most_effort`, which every compiler allows by default;
/// `guess<Evaluated>(view)`, about the number of nodes; and `roots<Evaluated>(graph&, view)`, which makes the results in the graph,
/// one for each root of the view.
template <class E, class Operation>
struct rewritten : expression_base {};

/// The same of a gradient, Hessian or Jacobian, indexed as that is.
template <class B, class Operation>
struct rewritten_bundle : bundle_of_entries<rewritten_bundle<B, Operation>, B::size> {
    template <class Key>
    constexpr auto operator[](Key key) const {
        return same(B{}[key]);
    }
    template <class... Keys>
    constexpr auto operator()(Keys... keys) const {
        return same(B{}(keys...));
    }

private:
    template <int I>
    static constexpr entry<rewritten_bundle, I> same(entry<B, I>) {
        return {};
    }
};

namespace detail {

/// An operation on an expression, on all entries of a bundle, or on each of several outputs.
template <class Operation, class E>
struct rewrite {
    using type = std::conditional_t<bundle<E>, rewritten_bundle<E, Operation>, rewritten<E, Operation>>;
};
template <class Operation, class... E>
struct rewrite<Operation, outputs_of<E...>> {
    using type = outputs_of<typename rewrite<Operation, E>::type...>;
};

template <class Whole, class E, class Operation, bool Evaluated>
struct rewriting_stage {
    static constexpr int guess = Operation::template guess<Evaluated>(graph_of<E, Evaluated>()), roots = canonical<E>.root_count;
    static constexpr long long most_effort = Operation::most_effort;
    static constexpr bool recognised = canonical_stage<E>::recognised || Operation::recognised || has_written_forms<Whole>();
    static constexpr result run(long long allowed) {
        view const from = graph_of<E, Evaluated>();
        result r{.in = graph(rules_of<Evaluated>(), false, allowed), .shared = from.shared};
        r.roots = Operation::template roots<Evaluated>(r.in, from);
        if constexpr (Evaluated && !canonical_stage<E>::recognised) recognise_in<graph_for<E>>(r, allowed);
        return r;
    }
};

template <class E, class Operation, bool Evaluated>
struct canonical_stage<rewritten<E, Operation>, Evaluated> : rewriting_stage<rewritten<E, Operation>, E, Operation, Evaluated> {};
template <class B, class Operation, bool Evaluated>
struct canonical_stage<rewritten_bundle<B, Operation>, Evaluated>
    : rewriting_stage<rewritten_bundle<B, Operation>, B, Operation, Evaluated> {};

template <class E>
struct shape_of;  // of what evaluate gives: evaluate/assemble.hpp
template <class B, class Operation>
struct shape_of<rewritten_bundle<B, Operation>> : shape_of<B> {};

/// The written node of a whole whose operands are E and what the operation brings.
template <class Whole, class... Operands>
constexpr written written_whole(std::uint64_t operation, int replaced = 0) {
    return written_node({.what = form::formula,
                         .hash = operation,
                         .number = replaced,
                         .formula = &canonical<Whole>,
                         .evaluated = &evaluated_form<Whole>,
                         .size = canonical<Whole>.node_count},
                        all_written<Operands...>, {{as_written<Operands>.hash, 0}...});
}

}  // namespace detail

template <class E, class Operation>
static constexpr written as_written<rewritten<E, Operation>> = detail::written_whole<rewritten<E, Operation>, E>(Operation::hash);
template <class B, class Operation>
static constexpr written as_written<rewritten_bundle<B, Operation>> =
    detail::written_node({.what = form::formula, .hash = Operation::hash}, detail::all_written<B>, {{as_written<B>.hash, 0}});

}  // namespace leibniz::inline v0_1
