#pragma once

#include <leibniz/eigen/matrix.hpp>

#include "matrix_values.hpp"

#include <stdexcept>
#include <vector>

/// Programs over matrices that are made at run time, and values by name: what programs compute, for comparison with values node by node.
namespace matrix_values {

/// The function of a micro-step, of those that random models call.
template <class... F>
leibniz::detail::map_kernel<double> kernel_among(leibniz::detail::micro_step const& m) {
    using namespace leibniz;
    using namespace leibniz::detail;
    switch (m.op) {
    case opcode::add: return &map_entries<opcode::add, nullptr, double>;
    case opcode::subtract: return &map_entries<opcode::subtract, nullptr, double>;
    case opcode::multiply: return &map_entries<opcode::multiply, nullptr, double>;
    case opcode::divide: return &map_entries<opcode::divide, nullptr, double>;
    case opcode::negate: return &map_entries<opcode::negate, nullptr, double>;
    case opcode::reduce: return &map_entries<opcode::reduce, nullptr, double>;
    default: break;
    }
    map_kernel<double> found = nullptr;
    (static_cast<void>(is_row<F>(*m.fn) ? found = &map_entries<opcode::call, registered<F>::descriptor, double> : found), ...);
    if (found == nullptr) throw std::logic_error("no kernel of " + string_of(m.fn->name));
    return found;
}
inline leibniz::detail::map_kernel<double> kernel_of(leibniz::detail::micro_step const& m) {
    using namespace leibniz;
    return kernel_among<sine, cosine, hyperbolic_tangent, logistic, logarithm, square_root, leibniz::power, exponential, signum, absolute_value, soft_plus, choice>(m);
}

template <std::size_t... I>
auto function_of(leibniz::detail::matrix_operation what, std::index_sequence<I...>) {
    using namespace leibniz::detail;
    void (*found)(leibniz::workspace<double>&, step_code<double> const&) = nullptr;
    (static_cast<void>(static_cast<std::size_t>(what) == I ? found = step_function<static_cast<matrix_operation>(I), double>() : found), ...);
    return found;
}

/// The tables of a program that was made at run time.
class run_time_code {
public:
    explicit run_time_code(leibniz::detail::matrix_program const& p) : program_(p) {
        using namespace leibniz::detail;
        int longest = 1;
        for (matrix_step const& s : p.steps) {
            steps_.push_back(coded<double>(s, function_of(s.what, std::make_index_sequence<static_cast<std::size_t>(matrix_operation::transposed) + 1>{})));
            longest = std::max(longest, s.count);
        }
        for (micro_step const& m : p.micros) micros_.push_back(coded<double>(m, m.what == micro_operation::apply ? kernel_of(m) : nullptr));
        variable_slots_.resize(static_cast<std::size_t>(p.variables.size()) + 1);
        for (int k = 0; k < p.slots.size(); ++k)
            if (p.slots[k].input >= 0) variable_slots_[static_cast<std::size_t>(p.slots[k].input)] = k;
        code_ = {steps_.data(), micros_.data(), program_.slots.begin(), variable_slots_.data(), program_.buffers.begin(), program_.factorizations.begin(), program_.variable_shapes.begin(),
                 program_.variables.begin(), program_.sizes.begin(), program_.results.begin(), p.steps.size(), p.slots.size(), p.buffers.size(), p.factorizations.size(),
                 p.variables.size(), p.sizes.size(), p.results.size(), p.places, longest, p.rows_of_mean, true};
    }
    leibniz::detail::matrix_code<double> const& code() const { return code_; }

private:
    leibniz::detail::matrix_program program_;
    std::vector<int> variable_slots_;
    std::vector<leibniz::detail::step_code<double>> steps_;
    std::vector<leibniz::detail::micro_code<double>> micros_;
    leibniz::detail::matrix_code<double> code_;
};

/// How the values are stored that a program reads.
enum class storage_order { by_column, by_row, with_gaps };

/// The values of all results of a program.
inline std::vector<dense> executed(leibniz::detail::matrix_code<double> const& code, bound const& all, sizes const& of,
                                   storage_order order = storage_order::by_column) {
    leibniz::workspace<double> work;
    work.begin(code);
    std::vector<std::vector<double>> kept;
    std::vector<dense> values;
    for (int v = 0; v < code.variable_count; ++v) {
        values.push_back(all.at(string_of(code.variables[v].name)));
        work.fit(v, values.back().rows, values.back().columns);
    }
    work.bind_sizes([&](leibniz::text_view name) { return of.at(string_of(name)); });
    work.check_sizes();
    work.lay_out();
    for (int v = 0; v < code.variable_count; ++v) {
        dense const& value = values[static_cast<std::size_t>(v)];
        int const gap = order == storage_order::with_gaps ? 3 : 0;
        bool const by_row = order == storage_order::by_row;
        int const stride = (by_row ? value.columns : value.rows) + gap;
        kept.emplace_back(static_cast<std::size_t>(stride * (by_row ? value.rows : value.columns) + 1));
        for (int i = 0; i < value.rows; ++i)
            for (int j = 0; j < value.columns; ++j) kept.back()[static_cast<std::size_t>(by_row ? i * stride + j : i + j * stride)] = value.at(i, j);
        if (!work.supply(v, kept.back().data(), value.rows, value.columns, by_row ? stride : 1, by_row ? 1 : stride)) work.supply_copy(v);
    }
    std::vector<std::vector<double>> results;
    for (int r = 0; r < code.result_count; ++r) {
        results.emplace_back(static_cast<std::size_t>(work.rows_of_result(r) * work.columns_of_result(r)) + 1, 7777.0);
        work.write_result(r, results.back().data());
    }
    for (int v = 0; v < code.variable_count; ++v) {
        dense const& value = values[static_cast<std::size_t>(v)];
        if (!work.is_copied(v)) continue;
        for (int i = 0; i < value.rows; ++i)
            for (int j = 0; j < value.columns; ++j) work.copy_of(v)[i + j * value.rows] = value.at(i, j);
    }
    work.run();
    work.finish();
    std::vector<dense> found;
    for (int r = 0; r < code.result_count; ++r) {
        dense d(static_cast<int>(work.rows_of_result(r)), static_cast<int>(work.columns_of_result(r)));
        for (int i = 0; i < d.rows; ++i)
            for (int j = 0; j < d.columns; ++j) d.at(i, j) = results[static_cast<std::size_t>(r)][static_cast<std::size_t>(i + j * d.rows)];
        if (results[static_cast<std::size_t>(r)].back() != 7777.0) throw std::logic_error("written beyond a result");
        found.push_back(d);
    }
    return found;
}

/// The value of model E by its program.
template <class E>
dense executed(bound const& all, sizes const& of, storage_order order = storage_order::by_column) {
    return executed(leibniz::detail::code_of<E, leibniz::detail::variable_set{}, double>, all, of, order)[0];
}

}  // namespace matrix_values
