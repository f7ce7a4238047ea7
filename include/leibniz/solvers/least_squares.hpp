#pragma once

#include <leibniz/eigen.hpp>
#include <leibniz/solvers/bound_values.hpp>

#include <tuple>

// What the functions that least-squares solvers call have in common: residuals, blocks of parameters, data, and one check.

namespace leibniz::inline v0_1::detail {

template <class... Block>
struct parameter_blocks {};

/// The number of parameters of a block, and the pack by which they are bound.
template <class Block>
struct block_traits;
template <class... V>
struct block_traits<variables<V...>> {
    static constexpr int size = static_cast<int>(sizeof...(V));
    using pack = pack_over<double, V...>;
};

template <class Symbol>
struct neither_parameter_nor_datum {
    static consteval int report() {
        static_assert(!sizeof(Symbol), "solvers: a symbol of the residual is neither a parameter nor data; put it into wrt(...), or bind it");
        return 0;
    }
};
template <class E>
struct without_parameters {
    static consteval int report() {
        static_assert(!sizeof(E), "solvers: by which parameters? write wrt(a, b) behind the residual, and data behind that");
        return 0;
    }
};
template <class E>
struct several_for_each_row {
    static consteval int report() {
        static_assert(!sizeof(E), "solvers: over columns there is one residual for each row; write it without outputs(...)");
        return 0;
    }
};

/// Residuals as outputs.
template <class E>
struct as_outputs {
    using type = outputs_of<E>;
    static constexpr int count = 1;
};
template <class... E>
struct as_outputs<outputs_of<E...>> {
    using type = outputs_of<E...>;
    static constexpr int count = static_cast<int>(sizeof...(E));
};

/// What is wrong with a problem; with columns bound there is a residual for each row.
template <class E, class Blocks, class... B>
struct least_squares_admission;
template <class E, class... Block, class... B>
struct least_squares_admission<E, parameter_blocks<Block...>, B...> {
    static consteval auto found() {
        using residuals = typename as_outputs<E>::type;
        if constexpr (sizeof...(Block) == 0) return detail::refused<without_parameters<E>>{};
        else if constexpr (binds_columns<B...> && !std::is_same_v<residuals, outputs_of<E>>) return detail::refused<several_for_each_row<E>>{};
        else
            return typename diagnosis_of_solver<neither_parameter_nor_datum,
                                                decltype(diagnose<residuals, typename block_traits<Block>::pack..., B...>())>::type{};
    }
    using diagnosis = decltype(found());
    static constexpr bool refused = !std::is_same<diagnosis, accepted>::value;
};

/// Residuals and their Jacobian as functions of parameters in memory. Data are bindings of columns, or a pack of numbers.
template <class E, class Block, class... B>
class residual_functions {
public:
    static constexpr bool by_row = binds_columns<B...>;
    static constexpr int parameters = block_traits<Block>::size;
    /// How many residuals there are; -1 of columns.
    static constexpr int count = by_row ? -1 : as_outputs<E>::count;

    explicit residual_functions(B const&... data) : data_(data...) {}

    Eigen::Index rows() const {
        if constexpr (by_row) return std::apply([](auto const&... each) { return common_rows<B...>(value_of(each)...); }, data_);
        else return count;
    }
    /// Writes the residuals, the Jacobian, or both.
    template <class Residuals>
    void residuals(double const* at, Residuals&& to) const {
        write(at, to, residual{});
    }
    template <class Jacobian>
    void jacobian(double const* at, Jacobian&& to) const {
        write(at, to, slopes{});
    }
    template <class Residuals, class Jacobian>
    void both(double const* at, Residuals&& residuals, Jacobian&& jacobian) const {
        auto to = std::tie(residuals, jacobian);
        write(at, to, outputs_of<residual, slopes>{});
    }
    /// Writes what else is to be evaluated with these parameters, and further bindings.
    template <class Out, class Model, class... More>
    void write(double const* at, Out& to, Model model, More const&... more) const {
        std::apply([&](auto const&... data) { evaluate_into(to, model, values_from(Block{}, at), more..., data...); }, data_);
    }

private:
    template <class... V>
    static auto slopes_by(variables<V...> by) {
        if constexpr (by_row) return gradient(E{}, by);
        else return leibniz::jacobian(typename as_outputs<E>::type{}, by);
    }
    using residual = typename as_outputs<E>::type;
    using slopes = decltype(slopes_by(Block{}));

    std::tuple<B...> data_;
};

template <class E, class Block, class... B>
auto functions_of(E, Block, B const&... data) {
    if constexpr (binds_columns<B...>) return residual_functions<E, Block, B...>(data...);
    else return residual_functions<E, Block, decltype(copied_values(data...))>(copied_values(data...));
}

}  // namespace leibniz::inline v0_1::detail
