#pragma once

#include <leibniz/graph/lookup.hpp>
#include <leibniz/graph/row.hpp>
#include <leibniz/graph/static_graph.hpp>
#include <leibniz/language/constant.hpp>
#include <leibniz/language/expression.hpp>
#include <leibniz/language/symbol.hpp>
#include <leibniz/language/text_view.hpp>
#include <leibniz/language/wildcard.hpp>

#include <cstdint>
#include <initializer_list>

namespace leibniz::inline v0_1 {

/// The forms of a node as it was written.
enum class form : unsigned char { symbol, column, number, call, named, formula, wildcard, number_wildcard, matrix };

/// One node of an expression as it was written, as ordinary data, so that the engine below is no template. Each distinct type has
/// exactly one. They are compared by a hash of 64 bits, not by address: under g++'s sanitisers comparing two addresses is no
/// constant expression.
struct written {
    form what = form::symbol;
    std::uint64_t hash = 0;
    text_view name{};
    rational number{};  // form::number; form::formula: so many variables, behind the first operand, are replaced in that
    function const* fn = nullptr;
    written const* const* operands = nullptr;
    int count = 0;
    view const* formula = nullptr;    // form::formula: a canonical graph, computed once per type
    view const* evaluated = nullptr;  // form::formula: the graph that evaluation uses
    int size = 1;                     // an upper limit on the nodes below: a first guess of the canonical graph's size
};

/// A map from written nodes to indices.
class written_map {
public:
    constexpr int find(written const& w) const {
        int const known = places_.find(w.hash);
        return known < 0 ? -1 : indices_[known];
    }
    /// The index of a known node.
    constexpr void replace(written const& w, int index) { indices_[places_.find(w.hash)] = index; }
    constexpr void insert(written const& w, int index) {
        places_.push(w.hash);
        indices_.push(index);
    }

private:
    lookup places_;
    buffer<int> indices_;
};

/// True if a symbol or column occurs in an expression, in derivatives too; where it was replaced it does not.
constexpr bool mentions(written const& root, form what, text_view name) {
    buffer<written const*> open;
    written_map seen;
    open.push(&root);
    while (!open.empty()) {
        written const& w = *open.pop();
        if (seen.find(w) >= 0) continue;
        seen.insert(w, 0);
        if (w.what == what && w.name == name) return true;
        int const replaced = w.what == form::formula ? static_cast<int>(w.number.numerator()) : 0;
        bool kept = true;
        for (int k = 1; k <= replaced; ++k) kept = kept && (w.operands[k]->what != what || w.operands[k]->name != name);
        for (int k = kept ? 0 : 1; k < w.count; ++k)
            if (k == 0 || k > replaced) open.push(w.operands[k]);
    }
    return false;
}

/// The written node of an expression type; calculus adds the derivatives. It is `static`, like everything that exists once per
/// node: a variable of external linkage would have its name mangled, and names grow with the model.
template <class E>
static constexpr written as_written = E::no_written_form();

namespace detail {

template <class... E>
static constexpr written const* all_written[sizeof...(E) + 1] = {&as_written<E>...};

/// A written node with operands; hash and size follow from theirs.
struct weight {
    std::uint64_t hash = 0;
    int size = 0;
};
constexpr void weigh(written& head, weight const* weights, int count) {
    for (weight const *w = weights, *end = w + count; w != end; ++w) head.hash = mix(head.hash, w->hash), head.size += w->size;
    if (head.size > 2048) head.size = 2048;
}
constexpr written written_node(written head, written const* const* operands, std::initializer_list<weight> weights) {
    head.operands = operands;
    head.count = static_cast<int>(weights.size());
    weigh(head, weights.begin(), head.count);
    return head;
}

}  // namespace detail

namespace detail {
constexpr written written_variable(text_view name, bool column) {
    return {column ? form::column : form::symbol, hash_of(name) + (column ? 1 : 0), name};
}
constexpr written written_number(rational r) { return {form::number, hash_of(r), {}, r}; }
}  // namespace detail

template <name Name>
static constexpr written as_written<symbol<Name>> = detail::written_variable(symbol<Name>::spelling.view(), false);

template <name Name>
static constexpr written as_written<column<Name>> = detail::written_variable(column<Name>::spelling.view(), true);

template <name Name>
static constexpr written as_written<wildcard<Name>>{form::wildcard, detail::hash_of(Name.view()) + 2, wildcard<Name>::spelling.view()};

template <name Name>
static constexpr written as_written<number_wildcard<Name>>{form::number_wildcard, detail::hash_of(Name.view()) + 3,
                                                           number_wildcard<Name>::spelling.view()};

template <long long N, long long D, int Exponent>
static constexpr written as_written<constant<N, D, Exponent>> = detail::written_number(rational::of(N, D, Exponent));

template <class E>
static constexpr written as_written<detail::wrongly_compared<E>> = as_written<E>;

template <name Name, class E>
static constexpr written as_written<named<Name, E>> =
    detail::written_node({form::named, detail::hash_of(Name.view()), named<Name, E>::spelling.view()}, detail::all_written<E>,
                         {{as_written<E>.hash, as_written<E>.size}});

template <class F, class... Args>
static constexpr written as_written<call<F, Args...>> =
    detail::written_node({.what = form::call, .hash = detail::block_hash<F>, .fn = detail::written_row<F>()}, detail::all_written<Args...>,
                         {{as_written<Args>.hash, as_written<Args>.size}...});

template <class E>
constexpr bool detail::form_as_written() {
    return as_written<E>.size > 0;
}

}  // namespace leibniz::inline v0_1
