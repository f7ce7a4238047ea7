#pragma once

#include <leibniz/matrix/liveness.hpp>
#include <leibniz/matrix/map_writer.hpp>
#include <leibniz/matrix/row_functions.hpp>

namespace leibniz::inline v0_1::detail {

/// A stored matrix, or the transpose of one.
struct stored_matrix {
    int slot = -1;
    bool turned = false;
};

/// Turns a graph of vectors and matrices into a program. Each node that is stored is computed once; products go in the cheapest order,
/// inverses become solutions with one factorisation for each matrix.
class matrix_assembler {
public:
    constexpr matrix_assembler(graph& g, buffer<int> const& roots, buffer<char> const& by_row)
        : g_(g), build_(g), plan_(g, roots), map_(program), slot_(plan_.limit(), -1), turned_(plan_.limit()), known_(2 * plan_.limit(), -1) {
        for (int i = 0; i < plan_.limit() && !g.exhausted(); ++i) {
            if (!plan_.is_needed(i)) continue;
            if (g.is(i, kind::symbol) && !plan_.is_size(i)) add_variable(i);
            else if (g.is(i, kind::column)) add_variable(i);
            else if (!plan_.is_inlined(i) && !plan_.is_lazy(i)) located(i);
        }
        for (int k = 0; k < roots.size(); ++k) add_result(roots[k], by_row[k] != 0);
        share_buffers(program);
    }
    matrix_program program{};

private:
    /// A factor of a product: stored, or one of those that are not as long as they are factors.
    enum class factor_kind : unsigned char { plain, ones, diagonal, inverse };
    struct factor {
        factor_kind what = factor_kind::plain;
        int node = -1;
        stored_matrix value{};
        extents shape{};
    };
    /// Where a product goes: to a slot, with a coefficient, or added to what stands there.
    struct target {
        int slot = -1;
        rational alpha{1};
        int times = -1;
        bool accumulates = false;
    };

    // Sizes, variables and results (assembler_leaves.hpp).
    constexpr int size_of(int node);
    constexpr extents extents_of(int i) {
        matrix_shape const s = build_.shape_of(i);
        return {size_of(s.rows), size_of(s.columns)};
    }
    constexpr void add_variable(int i);
    constexpr void add_result(int root, bool by_row);
    constexpr int new_slot(extents shape) {
        program.slots.push({.shape = shape});
        return program.slots.size() - 1;
    }
    constexpr int new_slot_of(int i, bool turned) {
        extents const e = extents_of(i);
        slot_[i] = new_slot(turned ? e.turned() : e);
        turned_[i] = turned && !e.is_vector();
        return slot_[i];
    }
    constexpr int upright_slot(stored_matrix v);
    constexpr stored_matrix located(int i);
    constexpr int read_by_entry(int slot) {
        program.slots[slot].by_entry = true;
        return slot;
    }

    // Maps (assembler_maps.hpp).
    constexpr void prepare(int i);
    constexpr void prepare_operands(int i);
    constexpr void prepare_vectors(int i);
    constexpr void map_to(int out, int i, bool turned, matrix_operation what);
    constexpr int value(int i, bool turned);
    constexpr int found_value(int i, bool turned);
    constexpr int read(int i, bool turned);
    constexpr bool divides_itself(int i);
    constexpr bool has_factor(int i, int u);
    constexpr int sum(int i, bool turned);
    constexpr int product(int i, bool turned);
    constexpr int outer(int i, bool turned);

    // Products (assembler_products.hpp).
    constexpr void chain_to(int i, bool turned, target to);
    constexpr factor chain(buffer<int> const& factors, target to);
    constexpr factor part(buffer<int> const& factors, buffer<int> const& split, int from, int last, target to);
    constexpr int known_part(buffer<int> const& factors, int from, int last);
    constexpr factor as_factor(int i);
    constexpr factor plain(factor f);
    constexpr factor times(factor const& left, factor const& right, target to);
    constexpr factor mapped(factor const& left, factor const& right, target to);
    constexpr int factorization(int of, bool& turned);
    constexpr long long nominal(int size) const { return size > 0 ? size : 64; }

    // Nodes of other kinds (assembler_leaves.hpp).
    constexpr void make(int i);
    constexpr void make_sum(int i);
    constexpr void make_call(int i);

    struct pair {
        int a, b;
        bool turns_a, turns_b;
        int slot;
    };
    struct vectors {
        int node;
        stored_matrix left, right;
    };
    struct factorized {
        int slot, number;
    };
    struct copied {
        int slot, copy;
    };

    graph& g_;
    matrix_builder build_;
    matrix_plan plan_;
    map_writer map_;
    buffer<int> slot_;
    buffer<char> turned_;
    buffer<int> known_;  // of the map in work: the micro-steps of nodes, and of their transposes
    buffer<int> touched_{};
    buffer<pair> pairs_{};
    buffer<vectors> outer_{};
    buffer<factorized> factorized_{};
    buffer<copied> copies_{};
    bool of_numbers_ = false;  // the map in work is one of numbers
};

}  // namespace leibniz::inline v0_1::detail

// The assembler's members.
#include <leibniz/matrix/assembler_leaves.hpp>
#include <leibniz/matrix/assembler_maps.hpp>
#include <leibniz/matrix/assembler_products.hpp>
