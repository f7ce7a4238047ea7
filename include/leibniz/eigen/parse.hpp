#pragma once

#include <leibniz/eigen/interpret_columns.hpp>
#include <leibniz/parse.hpp>

namespace leibniz {

/// One result of a model over columns: a column where it varies by row, else a number.
template <class T>
struct column_or_number {
    bool varies = false;
    T number{};
    Eigen::Array<T, Eigen::Dynamic, 1> column{};

    operator T() const {  // NOLINT: a result that does not vary is a number
        if (varies) throw std::logic_error("evaluate: this result varies by row; take its column");
        return number;
    }
    operator Eigen::Array<T, Eigen::Dynamic, 1>() const {  // NOLINT
        if (!varies) throw std::logic_error("evaluate: this result does not vary by row; take its number");
        return column;
    }
};

namespace detail {

template <class T, class B>
typename block_interpreter<T>::input input_from(B const& b) {
    typename block_interpreter<T>::input result;
    if constexpr (argument<B>::columns) {
        using bound = std::remove_cvref_t<decltype(b.value)>;
        auto const& column = b.value;
        result.column = true;
        if constexpr (std::same_as<typename bound::Scalar, T> && (Eigen::internal::traits<bound>::Flags & Eigen::DirectAccessBit) != 0)
            if (column.innerStride() == 1) result.packed = column.data();
        if (result.packed == nullptr)
            result.read = [&column](T* out, Eigen::Index row, Eigen::Index count) {
                for (Eigen::Index k = 0; k < count; ++k) out[k] = static_cast<T>(column.coeff(row + k));
            };
    } else {
        result.number = converted<T>(b.value);
    }
    return result;
}

/// The common length of all bound columns.
template <class... B>
Eigen::Index rows_of_columns(B const&... bindings) {
    Eigen::Index rows = -1;
    std::string first;
    auto const compare = [&](auto const& b) {
        if constexpr (argument<std::remove_cvref_t<decltype(b)>>::columns) {
            if (rows >= 0 && b.value.size() != rows)
                throw std::invalid_argument("evaluate: columns of different length: " + first + " has " + std::to_string(rows) + " rows, " +
                                            std::string(name_of_binding(b)) + " has " + std::to_string(b.value.size()));
            rows = b.value.size();
            first = name_of_binding(b);
        }
    };
    (compare(bindings), ...);
    return rows;
}

}  // namespace detail

/// The values of a model over columns: `evaluate(m, bind("w", 1.0), bind("x", xs))`, one result for each formula. An
/// interpreter works block by block of rows; nothing as long as a column is stored but the results.
template <class... B>
    requires((detail::binds_a_name<B> && ...) && (detail::argument<B>::columns || ...))
auto evaluate(model const& m, B const&... bindings) {
    using number = typename detail::common_number<typename detail::argument<B>::number...>::type;
    std::vector<typename detail::block_interpreter<number>::input> const given{detail::input_from<number>(bindings)...};
    std::vector<typename detail::block_interpreter<number>::input> inputs;
    for (int from : detail::suppliers_of(m, {detail::name_of_binding(bindings)...})) inputs.push_back(given[static_cast<std::size_t>(from)]);
    Eigen::Index const rows = detail::rows_of_columns(bindings...);
    for (int i = 0; i < m.code().code.size() && rows == 0; ++i)
        if (instruction const& s = m.code().code[i]; s.op == opcode::reduce && s.fn->averages)
            throw std::invalid_argument("evaluate: the mean of empty columns is not defined; bind columns with at least one row");

    detail::block_interpreter<number> work(m.code(), inputs, rows);
    std::vector<column_or_number<number>> results(static_cast<std::size_t>(m.size()));
    std::vector<number*> out;
    for (int r = 0; r < m.size(); ++r) {
        auto& result = results[static_cast<std::size_t>(r)];
        result.varies = work.varies(r);
        if (result.varies) result.column.resize(rows);
        out.push_back(result.column.data());
    }
    work.run(out);
    for (int r = 0; r < m.size(); ++r)
        if (!work.varies(r)) results[static_cast<std::size_t>(r)].number = work.number(r);
    return results;
}

}  // namespace leibniz
