#pragma once

#include <leibniz/eigen/matrix_bindings.hpp>
#include <leibniz/eigen/matrix_results.hpp>

#include <string>

namespace leibniz::inline v0_1::detail {

// Programs whose sizes are small numbers: steps are templates, keyed by operation and sizes, and all memory is on the stack.

inline constexpr int most_fixed = 16;

constexpr bool is_fixed(extents e) { return 0 < e.rows && e.rows <= most_fixed && 0 < e.columns && e.columns <= most_fixed; }
constexpr bool has_fixed_form(matrix_operation what) {
    return what == matrix_operation::map || what == matrix_operation::total || what == matrix_operation::product ||
           what == matrix_operation::scaled || what == matrix_operation::sums_of_rows || what == matrix_operation::identity || what == matrix_operation::trace ||
           what == matrix_operation::diagonal || what == matrix_operation::diagonal_matrix || what == matrix_operation::norm ||
           what == matrix_operation::transposed;
}
/// Whether a program runs so; longer ones would take compilers too long.
template <class Program>
constexpr bool is_fixed_program(Program const& p) {
    bool all = p.slot_count > 0 && p.size_count == 0 && p.step_count <= 24 && p.micro_count <= 160;
    for (int k = 0; k < p.slot_count; ++k) all = all && is_fixed(p.slots[k].shape);
    for (int k = 0; k < p.step_count; ++k) all = all && has_fixed_form(p.steps[k].what);
    for (int k = 0; k < p.root_count; ++k) all = all && !p.results[k].by_row;
    return all;
}

/// Where the slots of a program stand in one array, how many entries they have, and which variables they are. (What is looked up at run time
/// stands in tables of its own: a reference into the program would cause all of it to be emitted.)
template <int Slots>
struct fixed_places {
    int at[static_cast<unsigned>(Slots + 1)]{}, entries[static_cast<unsigned>(Slots + 1)]{}, size = 0;
    text_view variable[static_cast<unsigned>(Slots + 1)]{};  // its name, if it is one
    template <class Program>
    constexpr explicit fixed_places(Program const& p) {
        for (int k = 0; k < Slots; ++k) {
            at[k] = size;
            entries[k] = p.slots[k].shape.rows * p.slots[k].shape.columns;
            size += entries[k];
            if (p.slots[k].input >= 0) variable[k] = p.variables[p.slots[k].input].name;
        }
    }
};
template <auto const& Program>
static constexpr fixed_places<Program.slot_count> places_of_slots{Program};

template <class T, int Rows, int Columns>
using fixed_map = Eigen::Map<Eigen::Matrix<T, Rows, Columns, Rows == 1 && Columns != 1 ? Eigen::RowMajor : Eigen::ColMajor>>;
template <class T, int Rows, int Columns>
using fixed_view = Eigen::Map<Eigen::Matrix<T, Rows, Columns, Rows == 1 && Columns != 1 ? Eigen::RowMajor : Eigen::ColMajor> const>;

/// One micro-step on all entries of a map of Rows x Columns.
template <micro_operation What, opcode Op, function const* F, int Rows, int Columns, class T>
[[gnu::always_inline]] inline void fixed_micro(T* to, [[maybe_unused]] T const* first, [[maybe_unused]] T const* second, [[maybe_unused]] T const* third,
                                               [[maybe_unused]] T value) {
    constexpr int all = Rows * Columns;
    for (int k = 0; k < all; ++k) {
        if constexpr (What == micro_operation::entries) to[k] = first[k];
        else if constexpr (What == micro_operation::down) to[k] = first[k % Rows];
        else if constexpr (What == micro_operation::across) to[k] = first[k / Rows];
        else if constexpr (What == micro_operation::number) to[k] = *first;
        else if constexpr (What == micro_operation::constant || What == micro_operation::size) to[k] = value;
        else if constexpr (Op == opcode::add) to[k] = first[k] + second[k];
        else if constexpr (Op == opcode::subtract) to[k] = first[k] - second[k];
        else if constexpr (Op == opcode::multiply) to[k] = first[k] * second[k];
        else if constexpr (Op == opcode::divide) to[k] = first[k] / second[k];
        else if constexpr (Op == opcode::negate) to[k] = -first[k];
        else if constexpr (Op == opcode::reduce) to[k] = first[k];
        else if constexpr (F->arity == 0) to[k] = block<F>::template value<T>();
        else if constexpr (F->arity == 1) to[k] = value_at<block<F>>(first[k]);
        else if constexpr (F->arity == 2) to[k] = value_at<block<F>>(first[k], second[k]);
        else to[k] = value_at<block<F>>(first[k], second[k], third[k]);
    }
}

/// Runs a program on its slots: `at` are their addresses.
template <auto const& Program, class T>
struct fixed_run {
    template <int Step, std::size_t... K>
    [[gnu::always_inline]] static void map(T* const* at, std::index_sequence<K...>) {
        constexpr matrix_step step = Program.steps[Step];
        constexpr int rows = step.shape.rows, columns = step.shape.columns, all = rows * columns;
        T values[sizeof...(K)][all];
        int const done[] = {0, (micro<step.first + static_cast<int>(K), rows, columns>(at, &values[0], values[K]), 0)...};
        static_cast<void>(done);
        T const* const last = values[sizeof...(K) - 1];
        if constexpr (step.what == matrix_operation::map)
            for (int k = 0; k < all; ++k) at[step.out][k] = last[k];
        else {
            T sum = last[0];
            for (int k = 1; k < all; ++k) sum += last[k];
            *at[step.out] = sum;
        }
    }
    template <int Micro, int Rows, int Columns>
    [[gnu::always_inline]] static void micro([[maybe_unused]] T* const* at, [[maybe_unused]] T (*values)[Rows * Columns], T* to) {
        constexpr micro_step m = Program.micros[Micro];
        constexpr bool applies = m.what == micro_operation::apply, reads = !applies && m.what != micro_operation::constant && m.what != micro_operation::size;
        constexpr T value = m.what == micro_operation::constant ? fraction<T>(m.value.numerator(), m.value.packed()) : T();
        T const* const first = reads ? at[reads ? m.a : 0] : values[applies ? m.a : 0];
        fixed_micro<m.what, m.op, m.fn, Rows, Columns>(to, first, values[applies ? m.b : 0], values[applies ? m.c : 0], value);
    }
    template <int Step>
    [[gnu::always_inline]] static void step([[maybe_unused]] T* const* at) {
        constexpr matrix_step s = Program.steps[Step];
        if constexpr (s.what == matrix_operation::map || s.what == matrix_operation::total) {
            map<Step>(at, std::make_index_sequence<static_cast<std::size_t>(s.count)>{});
        } else {
            constexpr extents out_shape = Program.slots[s.out].shape, a_shape = s.a < 0 ? extents{} : Program.slots[s.a < 0 ? 0 : s.a].shape;
            constexpr T alpha = fraction<T>(s.alpha.numerator(), s.alpha.packed());
            fixed_map<T, out_shape.rows, out_shape.columns> out(at[s.out]);
            fixed_view<T, a_shape.rows, a_shape.columns> const a(at[s.a < 0 ? 0 : s.a]);
            if constexpr (s.what == matrix_operation::product) {
                constexpr extents b_shape = Program.slots[s.b < 0 ? 0 : s.b].shape;
                fixed_view<T, b_shape.rows, b_shape.columns> const b(at[s.b < 0 ? 0 : s.b]);
                T factor = alpha;
                if constexpr (s.times >= 0) factor *= *at[s.times];
                auto const put = [&](auto const& product) {
                    if constexpr (s.times < 0 && alpha == T(1)) {
                        if constexpr (s.accumulates) out += product;
                        else out = product;
                    } else if constexpr (s.accumulates) out += factor * product;
                    else out = factor * product;
                };
                if constexpr (s.turns_a && s.turns_b) put(a.transpose().lazyProduct(b.transpose()));
                else if constexpr (s.turns_a) put(a.transpose().lazyProduct(b));
                else if constexpr (s.turns_b) put(a.lazyProduct(b.transpose()));
                else put(a.lazyProduct(b));
            } else if constexpr (s.what == matrix_operation::sums_of_rows) {
                T factor = alpha;
                if constexpr (s.times >= 0) factor *= *at[s.times];
                fixed_map<T, s.turns_a ? a_shape.columns : a_shape.rows, 1> to(at[s.out]);
                if constexpr (s.turns_a) to = factor * a.colwise().sum().transpose();
                else to = factor * a.rowwise().sum();
            } else if constexpr (s.what == matrix_operation::identity) out.setIdentity();
            else if constexpr (s.what == matrix_operation::scaled) {
                for (int k = 0; k < out_shape.rows * out_shape.columns; ++k) at[s.out][k] = alpha * at[s.a][k];
            } else if constexpr (s.what == matrix_operation::trace) *at[s.out] = a.trace();
            else if constexpr (s.what == matrix_operation::norm) *at[s.out] = a.norm();
            else if constexpr (s.what == matrix_operation::transposed) out = a.transpose();
            else if constexpr (s.what == matrix_operation::diagonal) {
                for (int k = 0; k < a_shape.rows; ++k) at[s.out][k] = a(k, k);
            } else {
                out.setZero();
                for (int k = 0; k < out_shape.rows; ++k) out(k, k) = at[s.a][k];
            }
        }
    }
    template <std::size_t... I>
    [[gnu::always_inline]] static void all([[maybe_unused]] T* const* at, std::index_sequence<I...>) {
        int const done[] = {0, (step<static_cast<int>(I)>(at), 0)...};
        static_cast<void>(done);
    }
};

/// Throws std::invalid_argument for a value whose sizes are not those of the model.
[[noreturn, gnu::noinline, gnu::cold]] inline void refuse_fixed(text_view name, Eigen::Index found, char const* what, int expected) {
    throw std::invalid_argument("evaluate: " + std::string(name) + " has " + std::to_string(found) + " " + what + ", but the model says " +
                                std::to_string(expected));
}

/// Takes values one after the other: addresses of what can be read as it is, copies of others.
template <auto const& Program, class T>
struct fixed_supplying {
    T** at;
    T* copies;
    template <int Place, class V>
    [[gnu::always_inline]] void take(V const& value) const {
        if constexpr (Place >= 0) {
            constexpr int slot = [] {
                int k = 0;
                while (Program.slots[k].input != Place) ++k;
                return k;
            }();
            constexpr extents shape = Program.slots[slot].shape;
            T* const copy = copies + places.at[slot];
            at[slot] = copy;
            if constexpr (eigen_dense<V>) {
                if (value.rows() != shape.rows) refuse_fixed(Program.variables[Place].name, value.rows(), "rows", shape.rows);
                if (value.cols() != shape.columns) refuse_fixed(Program.variables[Place].name, value.cols(), "columns", shape.columns);
                if constexpr (is_in_memory<T, V>) {
                    bool const packed = shape.is_vector() ? (shape.rows == 1 ? value.colStride() : value.rowStride()) == 1
                                                          : value.rowStride() == 1 && value.colStride() == shape.rows;
                    if (packed) {
                        at[slot] = const_cast<T*>(value.data());  // which steps only read
                        return;
                    }
                }
                fixed_map<T, shape.rows, shape.columns>(copy).array() = value.template cast<T>().array();
            } else *copy = converted<T>(value);
        }
    }
    static constexpr auto const& places = places_of_slots<Program>;
};

[[noreturn, gnu::noinline, gnu::cold]] inline void refuse_overwriting(text_view name) {
    throw std::invalid_argument("evaluate_into: the result would overwrite " + std::string(name) + ", which is bound; write into another matrix");
}
/// Refuses results that would overwrite what is bound, before anything is written.
template <auto const& Program, class T>
struct fixed_checking {
    T* const* at;
    T const *first, *last;  // the memory of the evaluation itself
    template <int R, class To>
    [[gnu::always_inline]] void write(To& to) const {
        if constexpr (eigen_dense<To>) {
            if constexpr (std::same_as<typename To::Scalar, T> && (Eigen::internal::traits<To>::Flags & Eigen::DirectAccessBit) != 0) {
                if (to.size() == 0) return;
                T const* const begin = to.data();
                T const* const end = begin + (to.rows() - 1) * to.rowStride() + (to.cols() - 1) * to.colStride() + 1;
                for (int k = 0; k < Program.slot_count; ++k) {
                    if (places_of_slots<Program>.variable[k].empty()) continue;
                    T const* const bound = at[k];
                    bool const own = !std::less<>()(bound, first) && std::less<>()(bound, last);
                    if (!own && std::less<>()(begin, bound + places_of_slots<Program>.entries[k]) && std::less<>()(bound, end))
                        refuse_overwriting(places_of_slots<Program>.variable[k]);
                }
            }
        }
    }
};
/// Writes results to where the caller wants them.
template <auto const& Program, class T>
struct fixed_writing {
    T* const* at;
    template <int R, class To>
    [[gnu::always_inline]] void write(To& to) const {
        constexpr matrix_result of = Program.results[R];
        if constexpr (!eigen_dense<To>) {
            static_assert(of.shape.is_number(), "evaluate_into: a matrix has no place in a number; write into a matrix");
            to = static_cast<To>(*at[of.slot]);
        } else {
            if constexpr (plain_matrix<To>) to.resize(of.shape.rows, of.shape.columns);
            else if (to.rows() != of.shape.rows || to.cols() != of.shape.columns)
                throw std::invalid_argument("evaluate_into: the result has " + std::to_string(of.shape.rows) + " x " + std::to_string(of.shape.columns) +
                                            " entries, the matrix to write into has " + std::to_string(to.rows()) + " x " + std::to_string(to.cols()));
            using entry = typename To::Scalar;
            if constexpr (of.turned) to.matrix() = fixed_view<T, of.shape.columns, of.shape.rows>(at[of.slot]).transpose().template cast<entry>();
            else to.matrix() = fixed_view<T, of.shape.rows, of.shape.columns>(at[of.slot]).template cast<entry>();
        }
    }
};
/// The results in `to` from number R on; returns the number behind them by type.
template <int R, class Writing, class To>
[[gnu::always_inline]] inline auto write_fixed(Writing const& writing, To& to);
template <int R, class Writing, class To, std::size_t I>
[[gnu::always_inline]] inline auto write_fixed_from(Writing const& writing, To& to, std::integral_constant<std::size_t, I>) {
    if constexpr (I == static_cast<std::size_t>(To::size)) return std::integral_constant<int, R>{};
    else {
        using next = decltype(write_fixed<R>(writing, to.template get<I>()));
        write_fixed<R>(writing, to.template get<I>());
        return write_fixed_from<next::value>(writing, to, std::integral_constant<std::size_t, I + 1>{});
    }
}
template <int R, class Writing, class To>
[[gnu::always_inline]] inline auto write_fixed(Writing const& writing, To& to) {
    if constexpr (holds_results<To>) return write_fixed_from<R>(writing, to, std::integral_constant<std::size_t, 0>{});
    else {
        writing.template write<R>(to);
        return std::integral_constant<int, R + 1>{};
    }
}

template <auto const& Places, int First, class Supplying, class B, std::size_t... I>
[[gnu::always_inline]] inline void take_fixed(Supplying const& supplying, B const& bound, std::index_sequence<I...>) {
    int const done[] = {0, (supplying.template take<Places.at[First + static_cast<int>(I)]>(argument<B>::template get<I>(bound)), 0)...};
    static_cast<void>(done);
}
template <int... Sizes>
struct firsts_of {
    int at[sizeof...(Sizes) + 1]{};
    constexpr firsts_of() {
        int const sizes[] = {Sizes..., 0};
        for (std::size_t k = 0; k < sizeof...(Sizes); ++k) at[k + 1] = at[k] + sizes[k];
    }
};

/// Evaluates a model of small sizes that are numbers.
template <auto const& Program, auto const& Places, class T, class R, std::size_t... I, class... B>
[[gnu::always_inline]] inline void evaluate_fixed(R& to, std::index_sequence<I...>, B const&... arguments) {
    using supplying = fixed_supplying<Program, T>;
    constexpr firsts_of<argument<B>::size...> firsts{};
    T memory[supplying::places.size + 1];
    T* at[static_cast<unsigned>(Program.slot_count + 1)];
    for (int k = 0; k < Program.slot_count; ++k) at[k] = memory + supplying::places.at[k];
    supplying const take{at, memory};
    int const done[] = {
        0, (take_fixed<Places, firsts.at[I]>(take, arguments, std::make_index_sequence<static_cast<std::size_t>(argument<B>::size)>{}), 0)...};
    static_cast<void>(done);
    write_fixed<0>(fixed_checking<Program, T>{at, memory, memory + supplying::places.size}, to);
    fixed_run<Program, T>::all(at, std::make_index_sequence<static_cast<std::size_t>(Program.step_count)>{});
    write_fixed<0>(fixed_writing<Program, T>{at}, to);
}

}  // namespace leibniz::inline v0_1::detail
