#pragma once

#include <leibniz/eigen/interleave.hpp>
#include <leibniz/eigen/leaves.hpp>
#include <leibniz/evaluate/evaluate.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <stdexcept>
#include <tuple>

// Where the results of each row go: into the matrices, columns and numbers of the caller.

namespace leibniz::inline v0_1::detail {

template <class... Out>
inline constexpr bool is_tuple<std::tuple<Out...>> = true;

/// Matrices, blocks, maps and references of which the numbers may be written.
template <class M>
concept written_matrix = eigen_dense<M> && requires(M& m) { *m.data() = typename M::Scalar(); };
/// What a tuple holds by value and would be lost with it: matrices and numbers, but neither blocks nor maps.
template <class Out>
inline constexpr bool is_copy = !std::is_reference_v<Out>;
template <eigen_dense M>
inline constexpr bool is_copy<M> = std::is_base_of_v<Eigen::PlainObjectBase<M>, M>;
/// Whether the numbers T can be written into it as they are.
template <class T, class Out>
inline constexpr bool holds_numbers_of = std::same_as<Out, T>;
template <class T, written_matrix M>
inline constexpr bool holds_numbers_of<T, M> = std::same_as<typename M::Scalar, T>;

/// True if two sequences of numbers in memory have one in common; of different steps, if their ranges overlap.
template <class T>
constexpr bool meet(T const* a, Eigen::Index a_step, Eigen::Index a_count, T const* b, Eigen::Index b_step, Eigen::Index b_count) {
    if (a_count == 0 || b_count == 0) return false;
    auto const from = [](T const* first, Eigen::Index step, Eigen::Index count) { return step < 0 ? first + step * (count - 1) : first; };
    T const* const a_from = from(a, a_step, a_count);
    T const* const b_from = from(b, b_step, b_count);
    auto const length = [](Eigen::Index step, Eigen::Index count) { return (step < 0 ? -step : step) * (count - 1) + 1; };
    if (a_from + length(a_step, a_count) <= b_from || b_from + length(b_step, b_count) <= a_from) return false;
    return a_step != b_step || a_step == 0 || (a - b) % a_step == 0;
}

/// The columns of a matrix to write into; those of a vector and of a number are one.
template <class Out>
struct written_columns {
    Out& out;
    static constexpr bool is_number = !eigen_dense<Out>;

    Eigen::Index count() const {
        if constexpr (is_number || is_vector()) return 1;
        else return out.cols();
    }
    Eigen::Index length() const {
        if constexpr (is_number) return 1;
        else return is_vector() ? out.size() : out.rows();
    }
    Eigen::Index step() const {
        if constexpr (is_number) return 1;
        else return is_vector() || !Out::IsRowMajor ? out.innerStride() : out.outerStride();
    }
    auto first(Eigen::Index column) const {
        if constexpr (is_number) return &out + column;
        else return out.data() + column * (Out::IsRowMajor ? out.innerStride() : out.outerStride());
    }
    template <class Other>
    bool meets(written_columns<Other> const& other) const {
        if (count() == 0 || other.count() == 0 || length() == 0 || other.length() == 0) return false;
        if (is_before(other) || other.is_before(*this)) return false;
        for (Eigen::Index a = 0; a < count(); ++a)
            for (Eigen::Index b = 0; b < other.count(); ++b)
                if (meet(first(a), step(), length(), other.first(b), other.step(), other.length())) return true;
        return false;
    }

private:
    template <class>
    friend struct written_columns;

    static constexpr bool is_vector() {
        if constexpr (is_number) return true;
        else return Out::IsVectorAtCompileTime;
    }
    /// Whether all its numbers are before those of the other one; false if steps are negative.
    template <class Other>
    bool is_before(written_columns<Other> const& other) const {
        if (step() < 0 || other.step() < 0 || first(1) < first(0) || other.first(1) < other.first(0)) return false;
        return first(count() - 1) + step() * (length() - 1) < other.first(0);
    }
};

/// Throws if two of the matrices and numbers to write into have a number in common.
template <class... Out, std::size_t... I>
void require_distinct(std::tuple<Out...>& all, std::index_sequence<I...>) {
    auto const meets_a_later_one = [&](auto number) {
        auto const one = written_columns<std::remove_reference_t<decltype(std::get<number.value>(all))>>{std::get<number.value>(all)};
        return (... || (I > number.value && one.meets(written_columns<std::remove_reference_t<Out>>{std::get<I>(all)})));
    };
    if ((... || meets_a_later_one(std::integral_constant<std::size_t, I>{})))
        throw std::invalid_argument("evaluate_into: two of the matrices and numbers to write into share memory; write into different ones");
}
template <class... Out>
void require_distinct(std::tuple<Out...>& all) {
    require_distinct(all, std::index_sequence_for<Out...>{});
}

/// Throws if there are more or fewer places than results.
inline void require_places(Eigen::Index places, int results, char const* of_what) {
    if (places == results) return;
    char text[128];  // std::string would be compiled anew for every program
    std::snprintf(text, sizeof text, "evaluate_into: there are %lld%s to write into for %d results", static_cast<long long>(places), of_what,
                  results);
    throw std::invalid_argument(text);
}

/// Writes numbers into numbers of the caller and, row by row, into matrices.
template <class T, class... Out>
void write_into(std::tuple<Out...>& all, T const* from, int count) {
    auto const places = [](auto& each) -> Eigen::Index {
        if constexpr (eigen_dense<std::remove_cvref_t<decltype(each)>>) return each.size();
        else return 1;
    };
    auto const write = [&](auto& each) {
        if constexpr (!eigen_dense<std::remove_cvref_t<decltype(each)>>) each = *from++;
        else
            for (Eigen::Index row = 0; row < each.rows(); ++row)
                for (Eigen::Index k = 0; k < each.cols(); ++k) each.coeffRef(row, k) = *from++;
    };
    std::apply([&](auto&... each) { require_places((Eigen::Index(0) + ... + places(each)), count, " numbers"); }, all);
    require_distinct(all);
    std::apply([&](auto&... each) { (write(each), ...); }, all);
}

/// The places of `Count` results of each row: that of the first row, and how far it is to that of the next. A number of the caller is
/// that of all rows.
template <class T, int Count>
struct destinations {
    T* first[Count + 1]{};
    Eigen::Index step[Count + 1]{};
    bool by_row[Count + 1]{};
    Eigen::Index count = 0;

    void push(T* to, Eigen::Index distance, bool for_each_row) {
        if (count < Count) first[count] = to, step[count] = distance, by_row[count] = for_each_row;
        ++count;
    }
    template <class M>
    void take(M& m, [[maybe_unused]] Eigen::Index rows) {
        if constexpr (std::same_as<M, T>) push(&m, 0, false);
        else {
            constexpr bool column = M::IsVectorAtCompileTime;
            Eigen::Index const height = column ? m.size() : m.rows();
            if (height != rows)
                throw std::invalid_argument("evaluate_into: the matrix to write into has " + std::to_string(height) +
                                            " rows, the bound columns have " + std::to_string(rows));
            for (Eigen::Index k = 0; k < (column ? 1 : m.cols()); ++k)
                push(m.data() + k * (M::IsRowMajor ? m.innerStride() : m.outerStride()), column || !M::IsRowMajor ? m.innerStride() : m.outerStride(), true);
        }
    }
    template <class... Out>
    destinations(std::tuple<Out...>& all, Eigen::Index rows) {
        std::apply([&](auto&... each) { (take(each, rows), ...); }, all);
        require_places(count, Count, " columns and numbers");
        require_distinct(all);
    }

    /// Throws if a bound column would be overwritten.
    template <class V>
    void require_apart_from([[maybe_unused]] V const& value, [[maybe_unused]] Eigen::Index rows) const {
        if constexpr (is_column<V>)
            if constexpr ((Eigen::internal::traits<V>::Flags & Eigen::DirectAccessBit) != 0 && std::same_as<typename V::Scalar, T>)
                for (int r = 0; r < Count; ++r)
                    if (meet<T>(first[r], step[r], by_row[r] ? rows : 1, value.data(), value.innerStride(), value.size()))
                        throw std::invalid_argument("evaluate_into: the matrix to write into has a bound column in it; write into another one");
    }

    /// Writes a number that is the same for all rows.
    void fill(int r, T number, Eigen::Index rows) const {
        for (Eigen::Index k = 0; k < (by_row[r] ? rows : 1); ++k) first[r][k * step[r]] = number;
    }

    /// Has the rows from `begin` to before `end` computed: where they are not adjacent in memory, a block at a time into a buffer, from
    /// which they are copied. `filled` are results that are the same for all rows.
    template <int Adjacent, Eigen::Index Rows, class F>
    void compute(bool const* written, bool const* filled, T const* const* numbers, Eigen::Index begin, Eigen::Index end, F const& rows) const {
        T buffer[(Count + 1) * Rows];
        T* at[Count + 1]{};
        T* out[Count + 1]{};
        int buffered = 0;
        for (int r = 0; r < Count; ++r) {
            if (!written[r] && !filled[r]) continue;
            if (step[r] == 1) out[r] = first[r];
            else at[r] = buffer + Rows * buffered++;
            if (filled[r]) std::fill_n(at[r] != nullptr ? at[r] : out[r] + begin, at[r] != nullptr ? Rows : end - begin, *numbers[r]);
        }
        if (buffered == 0) return rows(out, begin, end);
        for (Eigen::Index from = begin; from < end; from += Rows) {
            Eigen::Index const count_of_rows = std::min(Rows, end - from);
            for (int r = 0; r < Count; ++r)
                if (at[r] != nullptr) out[r] = before(at[r], from);
            rows(out, from, from + count_of_rows);
            for (int r = 0, next; r < Count; r = next) {
                for (next = r + 1; next < Count && at[r] != nullptr && at[next] != nullptr && first[next] == first[next - 1] + 1 && step[next] == step[r];) ++next;
                if (at[r] != nullptr) interleave<Adjacent>(first[r] + from * step[r], step[r], at[r], Rows, next - r, count_of_rows);
            }
        }
    }

private:
    /// The address from which row number `rows` is at `to`.
    static T* before(T* to, Eigen::Index rows) {
        return reinterpret_cast<T*>(reinterpret_cast<std::uintptr_t>(to) - static_cast<std::uintptr_t>(rows) * sizeof(T));
    }
};

}  // namespace leibniz::inline v0_1::detail
