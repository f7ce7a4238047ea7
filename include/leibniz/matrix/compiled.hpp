#pragma once

#include <leibniz/matrix/assembler.hpp>
#include <leibniz/matrix/unread_variables.hpp>

namespace leibniz::inline v0_1::detail {

constexpr bool takes_mean(view const& of) {
    for (int i = 0; i < of.node_count; ++i)
        if (of[i].what == kind::reduction && of[i].fn->averages) return true;
    return false;
}

/// The program for the results of a finished graph, for variables of which some vary by row of the data, and others that are bound.
constexpr matrix_program assembled_matrices(view const& of, variable_set const& varying, buffer<unread_variable> const& unread = {}) {
    graph g(rules);
    buffer<int> const place = imported(g, of);
    buffer<int> roots;
    buffer<char> by_row;
    for (int k = 0; k < of.root_count; ++k) {
        roots.push(place[of.roots[k]]);
        by_row.push(0);
    }
    if (!varying.empty() && !batches(g, varying).transform(roots, by_row)) {
        matrix_program unsound;
        unsound.sound = false;
        return unsound;
    }
    matrix_assembler assembler(g, roots, by_row);
    add_unread(assembler.program, unread);
    if (!varying.empty() && takes_mean(of))
        for (int k = 0; k < assembler.program.sizes.size(); ++k)
            if (assembler.program.sizes[k] == rows_of_data) assembler.program.rows_of_mean = k;
    return static_cast<matrix_program&&>(assembler.program);
}

/// A program kept as a `static constexpr` value, with room for so many steps, slots and variables, and for so many micro-steps.
template <int Size, int Micros>
struct static_matrix_program {
    matrix_step steps[static_cast<unsigned>(Size + 1)]{};
    matrix_slot slots[static_cast<unsigned>(Size + 1)]{};
    micro_step micros[static_cast<unsigned>(Micros + 1)]{};
    extents buffers[static_cast<unsigned>(Size + 1)]{}, factorizations[static_cast<unsigned>(Size + 1)]{};
    extents variable_shapes[static_cast<unsigned>(Size + 1)]{};
    variable_name variables[static_cast<unsigned>(Size + 1)]{};
    text_view sizes[static_cast<unsigned>(Size + 1)]{};
    matrix_result results[static_cast<unsigned>(Size + 1)]{};
    int step_count = 0, slot_count = 0, micro_count = 0, buffer_count = 0, factorization_count = 0, variable_count = 0, size_count = 0,
        root_count = 0, places = 1, longest_map = 1, rows_of_mean = -1;
    bool sound, complete;

    constexpr explicit static_matrix_program(matrix_program const& from)
        : step_count(kept(steps, from.steps, Size)), slot_count(kept(slots, from.slots, Size)), micro_count(kept(micros, from.micros, Micros)),
          buffer_count(kept(buffers, from.buffers, Size)), factorization_count(kept(factorizations, from.factorizations, Size)),
          variable_count(kept(variables, from.variables, Size)), size_count(kept(sizes, from.sizes, Size)),
          root_count(kept(results, from.results, Size)), places(from.places), rows_of_mean(from.rows_of_mean), sound(from.sound), complete(from.complete) {
        kept(variable_shapes, from.variable_shapes, Size);
        for (matrix_step const& s : from.steps) longest_map = larger(longest_map, s.count);
    }
    constexpr bool fits() const { return larger(larger(step_count, slot_count), larger(root_count, size_count)) <= Size && micro_count <= Micros; }
    constexpr int size() const { return larger(larger(step_count, slot_count), larger(root_count, size_count)); }

private:
    template <class Entry>
    static constexpr int kept(Entry* to, buffer<Entry> const& from, int most) {
        for (int k = 0; k < from.size() && k < most; ++k) to[k] = from[k];
        return from.size();
    }
};

/// The variables that are bound and do not occur in the graph of E.
template <class E, variable_set Varying>
constexpr buffer<unread_variable> unread_variables() {
    buffer<unread_variable> found;
    if constexpr (Varying.unread != 0) {
        buffer<unread_variable> const all = written_variables(as_written<E>);
        for (int k = 0; k < all.size() && k < 64; ++k)
            if (Varying.has_unread(k)) found.push(Varying.is_unread_by_row(k) ? all[k].by_row() : all[k]);
    }
    return found;
}

template <class E, variable_set Varying>
struct compiled_matrices {
    static constexpr int guess = 2 * canonical<E>.node_count + 16;
    template <int Size, int Micros>
    static constexpr auto built = static_matrix_program<Size, Micros>(assembled_matrices(canonical<E>, Varying, unread_variables<E, Varying>()));
    static constexpr auto const& chosen() {
        constexpr auto const& first = built<guess, 2 * guess>;
        if constexpr (first.fits()) return first;
        else return built<first.size(), first.micro_count>;
    }
    static constexpr auto const& value = chosen();
};

}  // namespace leibniz::inline v0_1::detail
