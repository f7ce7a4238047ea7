#pragma once

#include <leibniz/solvers/least_squares.hpp>

#include <Eigen/Core>
#include <ceres/sized_cost_function.h>

#include <algorithm>

namespace leibniz::inline v0_1 {

namespace detail {

template <class Outputs, class Block>
struct jacobian_by;
template <class Outputs, class... V>
struct jacobian_by<Outputs, variables<V...>> {
    using type = jacobian_of<Outputs, V...>;
};

/// Residuals of numbers, `Data` a pack: the Jacobians of all blocks come of one program.
template <class E, class Data, class... Block>
class ceres_cost final : public ::ceres::SizedCostFunction<as_outputs<E>::count, block_traits<Block>::size...> {
public:
    explicit ceres_cost(Data const& data) : data_(data) {}

    bool Evaluate(double const* const* at, double* residuals, double** jacobians) const override {
        return evaluate_at(at, residuals, jacobians, std::index_sequence_for<Block...>{});
    }

private:
    using outputs_type = typename as_outputs<E>::type;
    using with_jacobians = outputs_of<outputs_type, typename jacobian_by<outputs_type, Block>::type...>;
    static constexpr int count = as_outputs<E>::count;

    template <std::size_t... I>
    bool evaluate_at(double const* const* at, double* residuals, double** jacobians, std::index_sequence<I...>) const {
        if (jacobians == nullptr) return run_program<outputs_type, double>(residuals, values_from(Block{}, at[I])..., data_), true;
        double all[count * (1 + (... + block_traits<Block>::size))];
        run_program<with_jacobians, double>(all, values_from(Block{}, at[I])..., data_);
        std::copy_n(all, count, residuals);
        double const* from = all + count;
        auto const copy = [&](double* to, int entries) {
            if (to != nullptr) std::copy_n(from, entries, to);
            from += entries;
        };
        (copy(jacobians[I], count * block_traits<Block>::size), ...);
        return true;
    }

    Data data_;
};

/// A residual for each row of the bound columns.
template <class E, class... B, class... Block>
class ceres_cost<E, std::tuple<B...>, Block...> final : public ::ceres::CostFunction {
public:
    explicit ceres_cost(std::tuple<B...> const& data) : data_(data) {
        set_num_residuals(static_cast<int>(std::apply([](auto const&... each) { return common_rows<B...>(value_of(each)...); }, data)));
        *mutable_parameter_block_sizes() = {static_cast<std::int32_t>(block_traits<Block>::size)...};
    }

    bool Evaluate(double const* const* at, double* residuals, double** jacobians) const override {
        return evaluate_at(at, residuals, jacobians, std::index_sequence_for<Block...>{});
    }

private:
    template <std::size_t... I>
    bool evaluate_at(double const* const* at, double* residuals, double** jacobians, std::index_sequence<I...>) const {
        Eigen::Map<Eigen::VectorXd> r(residuals, num_residuals());
        auto const write = [&](auto&& to, auto model) {
            std::apply([&](auto const&... data) { evaluate_into(to, model, values_from(Block{}, at[I])..., data...); }, data_);
        };
        if (jacobians != nullptr && (... && (jacobians[I] != nullptr))) {
            write(std::make_tuple(r, by_rows<Block>(jacobians[I])...), outputs(E{}, gradient(E{}, Block{})...));
        } else {  // some blocks are constant
            write(r, E{});
            if (jacobians != nullptr) ((jacobians[I] != nullptr ? write(by_rows<Block>(jacobians[I]), gradient(E{}, Block{})) : void()), ...);
        }
        return true;
    }
    template <class Of>
    auto by_rows(double* to) const {
        constexpr int width = block_traits<Of>::size;
        return Eigen::Map<Eigen::Matrix<double, Eigen::Dynamic, width, width == 1 ? Eigen::ColMajor : Eigen::RowMajor>>(to, num_residuals(), width);
    }

    std::tuple<B...> data_;
};

/// Sorts what stands behind the residual: blocks of parameters, then data.
template <class E, class Blocks, class... A>
struct given_to_ceres;
template <class E, class... Block, class... B>
struct given_to_ceres<E, parameter_blocks<Block...>, B...> : least_squares_admission<E, parameter_blocks<Block...>, B...> {
    static ::ceres::CostFunction* cost(B const&... data) {
        if constexpr (binds_columns<B...>) return new ceres_cost<E, std::tuple<B...>, Block...>(std::tuple<B...>(data...));
        else return new ceres_cost<E, decltype(copied_values(data...)), Block...>(copied_values(data...));
    }
};
template <class E, class... Block, class... V, class... A>
struct given_to_ceres<E, parameter_blocks<Block...>, variables<V...>, A...> : given_to_ceres<E, parameter_blocks<Block..., variables<V...>>, A...> {
    static ::ceres::CostFunction* cost(variables<V...>, A const&... rest) {
        return given_to_ceres<E, parameter_blocks<Block..., variables<V...>>, A...>::cost(rest...);
    }
};

}  // namespace detail

/// A cost function for Ceres: `ceres_cost_function(outputs(u, v), wrt(a, b), wrt(c), x = 2.0)`. Each `wrt(...)` is a parameter block, of its
/// symbols in their order; all other symbols are bound to numbers, of which copies are kept, and the result is a
/// `ceres::SizedCostFunction`. If columns are bound, there is one residual for each row; they must outlive the problem. Residuals and the
/// row-major Jacobians of all blocks are one program; blocks that Ceres does not ask for are not written. The result is new, and the
/// problem that it is added to owns it. Refuses and throws what `evaluate` does. `examples/solvers/ceres.cpp` is a whole program.
template <result_of_a_model E, class... A>
::ceres::CostFunction* ceres_cost_function(E, A const&... blocks_and_data) {
    using given = detail::given_to_ceres<E, detail::parameter_blocks<>, A...>;
    if constexpr (given::refused) return static_cast<void>(given::diagnosis::sentence::report()), nullptr;
    else return given::cost(blocks_and_data...);
}

}  // namespace leibniz::inline v0_1
