#pragma once

#include <leibniz/graph/lower.hpp>

namespace leibniz::inline v0_1 {

/// The condition under which the left side of an identity is defined; the right side is defined in more places. It is recorded
/// with the result.
struct side_condition {
    bool stated = false;
    predicate what = predicate::nonzero;
    written const* about = nullptr;
};

/// `nonzero(u)`, `nonnegative(u)`, `positive(u)`: u != 0, u >= 0, u > 0 as the condition of an identity. Only tables of identities
/// use them: `{exp(log(u)), u, positive(u)}`.
template <expression U>
constexpr side_condition nonzero(U) {
    return {true, predicate::nonzero, &as_written<U>};
}
template <expression U>
constexpr side_condition nonnegative(U) {
    return {true, predicate::nonnegative, &as_written<U>};
}
template <expression U>
constexpr side_condition positive(U) {
    return {true, predicate::positive, &as_written<U>};
}

/// The left side of an identity: its functions are known by their blocks' hashes alone, since descriptors and the derivatives in
/// them take long to compile.
struct pattern : written {
    std::uint64_t block = 0;
    bool negates = false;

    constexpr pattern const& operand(int k) const { return static_cast<pattern const&>(*operands[k]); }
};

namespace detail {
template <class E>
static constexpr pattern pattern_of{as_written<E>};
template <class... E>
static constexpr written const* all_patterns[sizeof...(E) + 1] = {&pattern_of<E>...};
template <class F, class... Args>
static constexpr pattern pattern_of<call<F, Args...>>{
    written_node({.what = form::call, .hash = block_hash<F>}, all_patterns<Args...>, {{pattern_of<Args>.hash, pattern_of<Args>.size}...}),
    block_hash<F>, F::meaning == role::negation};
}  // namespace detail

/// One row of the table of identities: the canonical form has `right` in place of `left`.
struct identity_rule {
    pattern const* left;
    written const* right;
    side_condition recorded;

    template <class Left, class Right>
    constexpr identity_rule(Left, Right, side_condition c = {}) : left(&detail::pattern_of<Left>), right(&as_written<Right>), recorded(c) {}
};

namespace detail {

/// Matches a node with the left side of a row, and remembers what the wildcards stand for.
class match {
public:
    constexpr explicit match(graph& g) : graph_(g), found_(g) {}

    constexpr bool operator()(pattern const& left, int i) {
        node const n = graph_[i];
        switch (left.what) {
            case form::number_wildcard:
                if (n.what != kind::number) return false;
                [[fallthrough]];
            case form::wildcard:
                if (int const known = found_.find(left); known >= 0) return known == i;
                found_.remember(left, i);
                return true;
            case form::number: return graph_.is_number(i, left.number);
            case form::call: break;
            default: return false;
        }
        if (left.negates) {
            bool const difference = n.what == kind::sum && found_.find(left.operand(0)) >= 0;  // b - a, if a - b is known
            if (!difference && (n.what != kind::scale || !n.number.is_negative())) return false;
            return (*this)(left.operand(0), graph_.scale(-1, i));
        }
        return n.has_row() && n.fn->hash == left.block && operands(left, graph_.operands(i));
    }

    constexpr bool operands(pattern const& left, int const* at) {
        int nodes[4] = {};
        for (int k = 0; k < left.count; ++k) nodes[k] = at[k];  // matching may add nodes and move the originals
        for (int k = 0; k < left.count; ++k)
            if (!(*this)(left.operand(k), nodes[k])) return false;
        return true;
    }

    constexpr int build(written const& w) { return found_(w); }

private:
    graph& graph_;
    lowering found_;
};

/// The rows of each operation, by hash, so that most operations cost one look: the first row of a slot, and the next after each
/// row.
template <auto const& Table>
struct directory {
    static constexpr int size = sizeof(Table) / sizeof(Table[0]), slots = 128;
    int first[slots]{}, next[size]{};

    constexpr directory() {
        for (int& slot : first) slot = size;
        for (int i = size - 1; i >= 0; --i) {
            int& slot = first[slot_of(Table[i].left->block)];
            next[i] = slot;
            slot = i;
        }
    }
    static constexpr unsigned slot_of(std::uint64_t block) { return static_cast<unsigned>(block >> 20) % slots; }
};

template <auto const& Table>
inline constexpr directory<Table> directory_of{};

template <auto const& Table>
constexpr int simplified(graph& g, function const& fn, int const* operands) {
    constexpr directory<Table> const& where = directory_of<Table>;
    for (int i = where.first[where.slot_of(fn.hash)]; i < where.size; i = where.next[i]) {
        identity_rule const& rule = Table[i];
        if (rule.left->block != fn.hash) continue;
        match found(g);
        if (!found.operands(*rule.left, operands)) continue;
        if (rule.recorded.stated) g.record({rule.recorded.what, found.build(*rule.recorded.about)});
        return found.build(*rule.right);
    }
    return -1;
}

}  // namespace detail
}  // namespace leibniz::inline v0_1
