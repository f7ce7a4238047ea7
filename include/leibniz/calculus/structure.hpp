#pragma once

#include <leibniz/calculus/dependencies.hpp>
#include <leibniz/calculus/diagnosis.hpp>

#include <array>

namespace leibniz::inline v0_1 {

template <int>
struct positions;

template <class T>
concept table_of_derivatives = requires { detail::derivatives_in<T>::height; };

/// The part of a square table on and below its diagonal.
template <class Table>
struct lower_triangle {};

/// The lower triangle of a Hessian, or of a Jacobian of as many outputs as variables, for `nonzeros`: solvers that know that a table is
/// symmetric want it once.
///
///     constexpr auto h = hessian(pow<2>(w)*x, wrt(w, x));
///     static_assert(nonzeros(h).size == 3 && nonzeros(lower(h)).size == 2);
template <table_of_derivatives Table>
constexpr lower_triangle<Table> lower(Table) {
    constexpr bool square = detail::derivatives_in<Table>::height == detail::derivatives_in<Table>::width;
    static_assert(square, "lower: this Jacobian is not square; write nonzeros(j) for all of it");
    return {};
}
template <class T>
constexpr auto lower(T) {
    static_assert(!sizeof(T), "lower: only a table has a triangle; write lower(hessian(e, wrt(x, y)))");
}

namespace detail {

/// The entries of a table that are not the number 0, as places among the derivatives of `derived`.
template <class Table, bool Lower>
struct structure {
    using table = derivatives_in<Table>;
    static constexpr auto const& entries = dependent_entries<Table>::value;
    static constexpr int known = dependent_entries<Table>::size;

    template <int Size>
    struct found_entries {
        int place[static_cast<unsigned>(Size + 1)]{};
        bool constant[static_cast<unsigned>(Size + 1)]{};
        std::array<int, Size> rows{}, columns{};
    };

    static constexpr bool is_zero(view of, int k) {
        return of.is(of.roots[k], kind::number) && of[of.roots[k]].number.is_zero();
    }
    /// Calls f(place, row, column) row by row.
    template <class F>
    static constexpr void each(view of, F const& f) {
        if (of.faults.exhausted) return;
        buffer<int> first(table::height, -1), next(known, -1);  // by column: what a symmetric table has on its left, too
        for (int k = known - 1; table::symmetric && k >= 0; --k) {
            if (entries.rows[k] == entries.columns[k] || is_zero(of, k)) continue;
            next[k] = first[entries.columns[k]];
            first[entries.columns[k]] = k;
        }
        for (int row = 0; row < table::height; ++row) {
            for (int k = first[row]; k >= 0; k = next[k]) f(k, row, entries.rows[k]);
            for (int k = entries.start[row]; k < entries.start[row + 1]; ++k)
                if (!is_zero(of, k) && (!Lower || entries.columns[k] <= row)) f(k, row, entries.columns[k]);
        }
    }
    static constexpr int count(view of) {
        int all = 0;
        each(of, [&](int, int, int) { ++all; });
        return all;
    }
    static constexpr int size = count(derived<Table, false>());
    static constexpr auto find(view of) {
        found_entries<size> found;
        dependencies const on(of, table::variables, table::width);
        int at = 0;
        each(of, [&](int place, int row, int column) {
            found.place[at] = place;
            found.constant[at] = !on.any(of.roots[place]);
            found.rows[static_cast<unsigned>(at)] = row;
            found.columns[static_cast<unsigned>(at++)] = column;
        });
        return found;
    }
    static constexpr auto value = find(derived<Table, false>());

    template <bool Evaluated>
    struct chosen {
        int roots[static_cast<unsigned>(size + 1)]{};
        constexpr explicit chosen(view of) {
            for (int k = 0; k < size; ++k) roots[k] = of.roots[value.place[k]];
        }
    };
    template <bool Evaluated>
    static constexpr chosen<Evaluated> selected{derived<Table, Evaluated>()};
};

}  // namespace detail

/// The entries of a Hessian or Jacobian that are not zero, and where they stand; see `nonzeros`.
template <class Table, bool Lower>
struct nonzeros_of : bundle_of_entries<nonzeros_of<Table, Lower>, detail::structure<Table, Lower>::size> {
private:
    using structure = detail::structure<Table, Lower>;

public:
    using table = Table;
    static constexpr int height = structure::table::height, width = structure::table::width;
    static constexpr std::array<int, structure::size> const &rows = structure::value.rows, &columns = structure::value.columns;

    /// True if entry k has the same value for all values of the variables of `wrt`. It may depend on other symbols.
    static constexpr bool is_constant(int k) { return structure::value.constant[k]; }
    /// True if all entries are constant.
    static constexpr bool is_constant() {
        for (int k = 0; k < structure::size; ++k)
            if (!is_constant(k)) return false;
        return true;
    }

    template <long long I>
    constexpr auto operator[](constant<I>) const {
        if constexpr (I < 0 || I >= structure::size) return entry<nonzeros_of, detail::not_among_the_results<constant<I>>::report()>{};
        else return entry<nonzeros_of, static_cast<int>(I)>{};
    }
};

namespace detail {

template <class Table, bool Lower, bool Evaluated>
struct canonical_stage<nonzeros_of<Table, Lower>, Evaluated> {
    static constexpr bool recognised = canonical_stage<typename derivatives_in<Table>::source>::recognised;
};
template <class Table, bool Lower, bool Evaluated>
struct finished_graph<nonzeros_of<Table, Lower>, Evaluated> {
    static constexpr view seen() {
        view v = derived<Table, Evaluated>();
        v.roots = structure<Table, Lower>::template selected<Evaluated>.roots;
        v.root_count = structure<Table, Lower>::size;
        return v;
    }
};

template <class E>
struct shape_of;  // of what evaluate gives: evaluate/assemble.hpp
template <class Keys, int Size>
struct record_shape;
template <class Table, bool Lower>
struct shape_of<nonzeros_of<Table, Lower>> {
    using type = record_shape<positions<structure<Table, Lower>::size>, structure<Table, Lower>::size>;
};

template <class Table>
struct nonzeros_in {
    using type = nonzeros_of<Table, false>;
};
template <class Table>
struct nonzeros_in<lower_triangle<Table>> {
    using type = nonzeros_of<Table, true>;
};
template <class T>
inline constexpr bool has_structure = false;
template <table_of_derivatives Table>
inline constexpr bool has_structure<Table> = true;
template <class Table>
inline constexpr bool has_structure<lower_triangle<Table>> = true;

}  // namespace detail

template <class Table, bool Lower>
static constexpr written as_written<nonzeros_of<Table, Lower>> = detail::written_node(
    {.what = form::formula, .hash = detail::hash_of("nonzeros") + (Lower ? 1 : 0)}, detail::all_written<Table>, {{as_written<Table>.hash, 0}});

/// The structurally non-zero entries of a Hessian or Jacobian, row by row: those whose canonical form is not the number 0. `rows`,
/// `columns` and `size` are constants, and evaluation computes only these entries, in this order. `is_constant(k)` says whether entry k
/// has the same value for all values of the variables of `wrt`; a symbol that is not among them may occur in it. Of `lower(h)` those of
/// the lower triangle. Costs one backward sweep for each row, over the variables that its row depends on. Refuses what `diff` refuses.
///
///     constexpr auto j = nonzeros(jacobian(outputs(w*x, b), wrt(w, b, x)));
///     static_assert(j.size == 3 && j.rows[2] == 1 && j.columns[2] == 1 && j.is_constant(2));
template <class T>
constexpr auto nonzeros(T) {
    constexpr bool table = detail::has_structure<T>;
    static_assert(table, "nonzeros: only a table has a structure; write nonzeros(hessian(e, wrt(x, y))), or of a jacobian");
    if constexpr (table) {
        using entries = typename detail::nonzeros_in<T>::type;
        using diagnosis = decltype(detail::diagnose_numbers<entries>());
        if constexpr (!std::is_same<diagnosis, detail::accepted>::value) static_cast<void>(diagnosis::sentence::report());
        return entries{};
    }
}

}  // namespace leibniz::inline v0_1
