#pragma once

#include <leibniz/eigen/interpret_columns.hpp>
#include <leibniz/evaluate/evaluate.hpp>
#include <leibniz/parse.hpp>

#include <memory>
#include <ostream>
#include <stdexcept>
#include <string>
#include <vector>

namespace leibniz::inline v0_1 {

namespace detail {

/// The rows of one result: those of a column, which it shares with its copies, or one number over and over.
template <class T>
struct result_rows {
    std::shared_ptr<Eigen::Array<T, Eigen::Dynamic, 1> const> column;
    T number;
    bool varies;

    T operator()(Eigen::Index row) const { return varies ? column->coeff(row) : number; }
    template <class Packet, class Index>
    Packet packetOp(Index row) const {  // NOLINT(readability-identifier-naming): the name that Eigen calls
        return varies ? Eigen::internal::ploadu<Packet>(column->data() + row) : Eigen::internal::pset1<Packet>(number);
    }
};

template <class T>
using result_expression = Eigen::CwiseNullaryOp<result_rows<T>, Eigen::Array<T, Eigen::Dynamic, 1>>;

}  // namespace detail

/// One result of a model over columns: an array expression of Eigen with one value per row (`a = all[0]`,
/// `J.col(0) = all[0]`, `2*all[0]`), owned by it and by every expression made of it; where it does not vary by row the
/// rows repeat its number, and it converts to that (`double cost = all[0]`). `column` is empty then.
template <class T>
class column_or_number : public detail::result_expression<T> {
    using array = Eigen::Array<T, Eigen::Dynamic, 1>;

public:
    bool varies;
    T number;
    array const& column;

    /// Made by evaluate.
    column_or_number(std::shared_ptr<array const> const& values, bool by_row, T once, Eigen::Index rows)
        : detail::result_expression<T>(rows, 1, {values, once, by_row}), varies(by_row), number(once), column(*values) {}

    /// The number of a result that does not vary by row; throws std::logic_error where it does.
    operator T() const {  // NOLINT: a result that does not vary is a number
        if (varies) throw std::logic_error("evaluate: this result varies by row; assign it to an Eigen::Array");
        return number;
    }

    template <class Traits>
    friend std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, column_or_number const& r) {
        if (r.varies) return out << r.column;
        return out << r.number;
    }
};

namespace detail {

template <class T>
struct no_column_at_run_time {
    static consteval int report() {
        static_assert(!sizeof(T),
                      "evaluate: a model that is read at run time takes columns of float, double or long double; write the model in the "
                      "program for other numbers");
        return 0;
    }
};

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

/// Bindings by name of which some are columns.
template <class... B>
concept binds_named_columns = (binds_a_name<B> && ...) && (argument<B>::columns || ...);

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

/// The results of a model over columns, in the order of its formulas. That of one formula converts to a number, or to an Eigen array; of
/// several, the conversion throws std::logic_error.
template <class T>
struct model_columns : std::vector<column_or_number<T>> {
    /// The result of formula i; throws std::out_of_range where there is none.
    column_or_number<T> const& operator[](long long i) const {
        detail::check_result(i, static_cast<int>(this->size()));
        return this->data()[i];
    }
    operator T() const { return only(); }  // NOLINT: the value of one formula is a number or a column
    operator Eigen::Array<T, Eigen::Dynamic, 1>() const { return only(); }  // NOLINT

    /// Writes the results below one another.
    template <class Traits>
    friend std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, model_columns const& all) {
        char const* between = "";
        for (auto const& each : all) out << between << each, between = "\n";
        return out;
    }

private:
    column_or_number<T> const& only() const {
        if (this->size() != 1) throw std::logic_error("evaluate: the model has several formulas; index its values");
        return this->front();
    }
};

/// The values of a model over columns: `evaluate(m, bind("w", 1.0), bind("x", xs))`, one result for each formula. An
/// interpreter works block by block of rows; nothing as long as a column is stored but the results.
template <class... B>
    requires detail::binds_named_columns<B...>
auto evaluate(model const& m, B const&... bindings) {
    using common = typename detail::common_number<typename detail::argument<B>::number...>::type;
    using number = std::conditional_t<std::integral<common>, double, common>;
    if constexpr (!std::floating_point<number>) {
        return detail::nothing<detail::no_column_at_run_time<number>::report()>{};
    } else {
        std::vector<typename detail::block_interpreter<number>::input> const given{detail::input_from<number>(bindings)...};
        std::vector<typename detail::block_interpreter<number>::input> inputs;
        for (int from : detail::suppliers_of(m, {detail::name_of_binding(bindings)...}))
            inputs.push_back(given[static_cast<std::size_t>(from)]);
        Eigen::Index const rows = detail::rows_of_columns(bindings...);
        for (int i = 0; i < m.code().code.size() && rows == 0; ++i)
            if (instruction const& s = m.code().code[i]; s.op == opcode::reduce && s.fn->averages)
                throw std::invalid_argument("evaluate: the mean of empty columns is not defined; bind columns with at least one row");

        detail::block_interpreter<number> work(m.code(), inputs, rows);
        using column = Eigen::Array<number, Eigen::Dynamic, 1>;
        std::vector<std::shared_ptr<column>> columns;
        std::vector<number*> out;
        for (int r = 0; r < m.size(); ++r) {
            columns.push_back(std::make_shared<column>(work.varies(r) ? rows : 0));
            out.push_back(columns.back()->data());
        }
        work.run(out);
        model_columns<number> results;
        for (int r = 0; r < m.size(); ++r)
            results.emplace_back(columns[static_cast<std::size_t>(r)], work.varies(r), work.varies(r) ? number() : work.number(r), rows);
        return results;
    }
}

}  // namespace leibniz::inline v0_1

template <class T>
struct Eigen::internal::functor_traits<leibniz::detail::result_rows<T>> {
    enum { Cost = Eigen::NumTraits<T>::ReadCost, PacketAccess = Eigen::internal::packet_traits<T>::Vectorizable, IsRepeatable = true };
};
template <class T>
struct Eigen::internal::traits<leibniz::column_or_number<T>> : Eigen::internal::traits<leibniz::detail::result_expression<T>> {};
/// Beside an array it is an array, although it converts to a number.
template <class S, class T>
struct Eigen::internal::promote_scalar_arg<S, leibniz::column_or_number<T>, false> {};
