#pragma once

#include <leibniz/calculus/jacobian.hpp>

#include <cstdint>

namespace leibniz::inline v0_1::detail {

/// The hash of a written variable, by which a node is known as it.
constexpr std::uint64_t variable_hash(node const& n) { return hash_of(n.name) + (n.what == kind::column ? 1 : 0); }

/// Which variables of a list, given by their hashes, each node of a finished graph depends on: one bit for each variable.
class dependencies {
public:
    constexpr dependencies(view of, std::uint64_t const* variables, int count)
        : words_((count + 63) / 64), bits_(of.node_count * words_) {
        std::uint64_t* const bits = bits_.begin();
        for (int i = 0; i < of.node_count; ++i) {
            std::uint64_t* const own = bits + i * words_;
            if (of.is(i, kind::symbol) || of.is(i, kind::column)) {
                std::uint64_t const hash = variable_hash(of[i]);
                for (int v = 0; v < count; ++v)
                    if (variables[v] == hash) own[v / 64] |= std::uint64_t{1} << (v % 64);
            }
            for (int const *o = of.operands + of[i].first, *end = o + of[i].count; o != end; ++o)
                for (int w = 0; w < words_; ++w) own[w] |= bits[*o * words_ + w];
        }
    }

    constexpr bool any(int i) const {
        for (int w = 0; w < words_; ++w)
            if (word(i, w) != 0) return true;
        return false;
    }
    /// Calls f(v) of each variable, from number `first` on, on which node i depends.
    template <class F>
    constexpr void each(int i, int first, F const& f) const {
        for (int w = 0; w < words_; ++w)
            for (std::uint64_t left = word(i, w); left != 0; left &= left - 1)
                if (int const v = 64 * w + __builtin_ctzll(left); v >= first) f(v);
    }

private:
    constexpr std::uint64_t word(int i, int w) const { return bits_[i * words_ + w]; }

    int words_;
    buffer<std::uint64_t> bits_;
};

/// The results of which a table holds the derivatives, and by what.
template <class Table>
struct derivatives_in;
template <class E, class... V>
struct derivatives_in<hessian_of<E, V...>> {
    using source = gradient_of<E, V...>;
    static constexpr bool symmetric = true;
    static constexpr int height = sizeof...(V), width = sizeof...(V);
    static constexpr auto const& variables = hashes_of<V...>;
    static constexpr buffer<int> lowered(graph& g) { return lowered_variables<V...>(g); }
};
template <class... E, class... V>
struct derivatives_in<jacobian_of<outputs_of<E...>, V...>> {
    using source = outputs_of<E...>;
    static constexpr bool symmetric = false;
    static constexpr int height = sizeof...(E), width = sizeof...(V);
    static constexpr auto const& variables = hashes_of<V...>;
    static constexpr buffer<int> lowered(graph& g) { return lowered_variables<V...>(g); }
};

/// Entries of a table, row by row.
template <int Size, int Height>
struct entries_of_table {
    int rows[static_cast<unsigned>(Size + 1)]{}, columns[static_cast<unsigned>(Size + 1)]{};
    int start[static_cast<unsigned>(Height + 1)]{};  // of each row
};

/// Where a result depends on the variable: everywhere else its derivative is 0. Of a symmetric table the upper triangle,
/// whose entries are derived as those of `hessian`.
template <class Table>
struct dependent_entries {
    using table = derivatives_in<Table>;

    template <class F>
    static constexpr void each(view of, F const& f) {
        if (of.faults.exhausted) return;
        dependencies const on(of, table::variables, table::width);
        for (int row = 0; row < table::height; ++row)
            on.each(of.roots[row], table::symmetric ? row : 0, [&](int column) { f(row, column); });
    }
    static constexpr int count(view of) {
        int all = 0;
        each(of, [&](int, int) { ++all; });
        return all;
    }
    static constexpr int size = count(canonical<typename table::source>);
    static constexpr auto find(view of) {
        entries_of_table<size, table::height> found;
        int next = 0;
        each(of, [&](int row, int column) {
            found.rows[next] = row;
            found.columns[next++] = column;
            found.start[row + 1] = next;
        });
        for (int row = 0; row < table::height; ++row)
            if (found.start[row + 1] == 0) found.start[row + 1] = found.start[row];
        return found;
    }
    static constexpr auto value = find(canonical<typename table::source>);
};

template <class Table, bool Evaluated, int Part>
constexpr view derived_before();

/// Rows of such entries: the first, or those that the part before left over. Each row is one backward sweep. A part ends where a row
/// more could be beyond what is allowed.
template <class Table, bool Evaluated, int Part>
struct derived_rows {
    using table = derivatives_in<Table>;
    static constexpr view before = derived_before<Table, Evaluated, Part>();
    static constexpr int all = dependent_entries<Table>::size;
    static constexpr int guess = (Part == 0 ? 3 : 2) * before.node_count + 6 * all + 16, roots = all + table::height;

    /// The roots are all entries, and one more for each row that is left over: what it is derived of.
    static constexpr result run(long long allowed) {
        result r{.in = graph(rules_of<Evaluated>(), false, allowed), .shared = true};
        buffer<int> const place = imported(r.in, before), variables = table::lowered(r.in);
        auto const& entries = dependent_entries<Table>::value;
        for (int k = 0; k < all; ++k) r.roots.push(Part == 0 ? graph::one : place[before.roots[k]]);
        int const done = Part == 0 ? 0 : all + table::height - before.root_count, skipped = Part == 0 ? 0 : all - done;
        int row = done;
        for (long long last = 0; row < table::height && !r.in.exhausted() && r.in.effort() + last <= allowed; ++row) {
            long long const begin = r.in.effort();
            buffer<int> wanted;
            for (int k = entries.start[row]; k < entries.start[row + 1]; ++k) wanted.push(variables[entries.columns[k]]);
            if (wanted.empty()) continue;
            buffer<int> const partials = reverse_sweep(r.in, wanted)(place[before.roots[skipped + row]]);
            for (int k = 0; k < wanted.size(); ++k) r.roots[entries.start[row] + k] = partials[k];
            last = r.in.effort() - begin;
        }
        for (; row < table::height; ++row) r.roots.push(place[before.roots[skipped + row]]);
        return r;
    }
};

template <class Table, bool Evaluated, int Part>
constexpr view derived_before() {
    if constexpr (Part == 0) return graph_of<typename derivatives_in<Table>::source, Evaluated>();
    else return finished<derived_rows<Table, Evaluated, Part - 1>>::chosen();
}
/// The derivatives at all entries where a result depends on the variable.
template <class Table, bool Evaluated, int Part = 1>
constexpr view derived() {
    constexpr view rows = derived_before<Table, Evaluated, Part>();
    if constexpr (rows.root_count == dependent_entries<Table>::size || rows.faults.exhausted) return rows;
    else return derived<Table, Evaluated, Part + 1>();
}

}  // namespace leibniz::inline v0_1::detail
