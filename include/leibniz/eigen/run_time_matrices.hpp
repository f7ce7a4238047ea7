#pragma once

#include <leibniz/eigen/matrix_code.hpp>
#include <leibniz/eigen/matrix_bindings.hpp>
#include <leibniz/parse.hpp>
#include <leibniz/rules/listed.hpp>

#include <boost/hana/for_each.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace leibniz::inline v0_1::detail {

/// A function of the table on entries one by one, of those that have no lanes.
template <class F, class T>
void map_each_entry(T const* first, T const* second, T const* third, T* out, Eigen::Index count) {
    for (Eigen::Index k = 0; k < count; ++k) {
        if constexpr (F::arity == 0) out[k] = F::template value<T>();
        else if constexpr (F::arity == 1) out[k] = value_at<F>(first[k]);
        else if constexpr (F::arity == 2) out[k] = value_at<F>(first[k], second[k]);
        else out[k] = value_at<F>(first[k], second[k], third[k]);
    }
}

/// The kernel of a micro-step that is known at run time only; null for a function that is not of the library.
template <class T>
map_kernel<T> kernel_at_run_time(micro_step const& m) {
    switch (m.op) {
        case opcode::add: return &map_entries<opcode::add, nullptr, T>;
        case opcode::subtract: return &map_entries<opcode::subtract, nullptr, T>;
        case opcode::multiply: return &map_entries<opcode::multiply, nullptr, T>;
        case opcode::divide: return &map_entries<opcode::divide, nullptr, T>;
        case opcode::negate: return &map_entries<opcode::negate, nullptr, T>;
        case opcode::reduce: return &map_entries<opcode::reduce, nullptr, T>;
        default: break;
    }
    map_kernel<T> found = nullptr;
    auto const consider = [&]<class F>(F) {
        if constexpr (F::meaning != role::reduction) {
            if (!is_row<F>(*m.fn)) return;
            if constexpr (in_lanes<F> || std::same_as<F, soft_plus>) found = &map_entries<opcode::call, registered<F>::descriptor, T>;
            else found = &map_each_entry<F, T>;
        }
    };
    boost::hana::for_each(all_functions, consider);
    boost::hana::for_each(all_stable_forms, consider);
    boost::hana::for_each(all_constants, consider);
    return found;
}
template <class T, std::size_t... Operation>
auto step_at_run_time(matrix_operation what, std::index_sequence<Operation...>) {
    static constexpr void (*all[])(workspace<T>&, step_code<T> const&) = {step_function<static_cast<matrix_operation>(Operation), T>()...};
    return all[static_cast<std::size_t>(what)];
}

/// The program of a model that was read at run time, for variables of which some vary by row.
template <class T>
class run_time_program {
public:
    /// Throws std::domain_error for a model that has no program.
    run_time_program(model const& from, variable_set const& varying)
        : graph_(from.evaluated_graph()), source_(from.source()), varying_(varying) {
        view of = seen(*graph_);
        of.matrices = &engine_of_matrices::value;  // of a model of numbers as well
        program_ = assembled_matrices(of, varying, unread(*source_, varying));
        if (!program_.sound)
            throw std::domain_error(
                "evaluate: a matrix that varies by row other than as u*v' cannot be summed over rows; bind one sample at a time");
        if (!program_.complete)
            throw std::domain_error(
                "evaluate: a function of whole matrices of this model has no program; it has text and derivatives alone");
        constexpr auto operations = std::make_index_sequence<static_cast<std::size_t>(matrix_operation::transposed) + 1>{};
        int longest = 1;
        for (matrix_step const& s : program_.steps) {
            steps_.push_back(coded<T>(s, step_at_run_time<T>(s.what, operations)));
            longest = std::max(longest, s.count);
        }
        for (micro_step const& s : program_.micros) {
            map_kernel<T> const kernel = s.what == micro_operation::apply ? kernel_at_run_time<T>(s) : nullptr;
            if (s.what == micro_operation::apply && kernel == nullptr)
                throw std::domain_error("evaluate: " + std::string(s.fn->name) +
                                        " is no function of the library; write the model in the program");
            micros_.push_back(coded<T>(s, kernel));
        }
        variable_slots_.resize(static_cast<std::size_t>(program_.variables.size()) + 1);
        bool copies = false;
        for (int k = 0; k < program_.slots.size(); ++k)
            if (program_.slots[k].input >= 0) variable_slots_[static_cast<std::size_t>(program_.slots[k].input)] = k;
        for (int r = 0; r < program_.results.size(); ++r) copies = copies || program_.slots[program_.results[r].slot].result != r;
        code_ = {.steps = steps_.data(),
                 .micros = micros_.data(),
                 .slots = program_.slots.begin(),
                 .variable_slots = variable_slots_.data(),
                 .buffers = program_.buffers.begin(),
                 .factorizations = program_.factorizations.begin(),
                 .variable_shapes = program_.variable_shapes.begin(),
                 .variables = program_.variables.begin(),
                 .sizes = program_.sizes.begin(),
                 .results = program_.results.begin(),
                 .step_count = program_.steps.size(),
                 .slot_count = program_.slots.size(),
                 .buffer_count = program_.buffers.size(),
                 .factorization_count = program_.factorizations.size(),
                 .variable_count = program_.variables.size(),
                 .size_count = program_.sizes.size(),
                 .result_count = program_.results.size(),
                 .places = program_.places,
                 .longest_map = longest,
                 .rows_of_mean = program_.rows_of_mean,
                 .copies_results = copies};
    }
    run_time_program(run_time_program const&) = delete;
    run_time_program& operator=(run_time_program const&) = delete;

    bool is_of(model const& m, variable_set const& varying) const { return graph_ == m.evaluated_graph() && varying_ == varying; }
    matrix_code<T> const& code() const { return code_; }
    /// The number of a name among the variables that the program reads, or -1.
    int place_of(std::string_view name) const {
        for (int v = 0; v < code_.variable_count; ++v)
            if (std::string_view(code_.variables[v].name) == name) return v;
        return -1;
    }

private:
    static buffer<unread_variable> unread(source_text const& source, variable_set const& bound) {
        buffer<unread_variable> found;
        for (int k = 0; k < static_cast<int>(source.names.size()) && k < 64; ++k) {
            if (!bound.has_unread(k)) continue;
            unread_variable each{.variable = {source.names[static_cast<std::size_t>(k)], false}};
            if (named_shape const* const shape = source.shape_of(each.variable.name))
                each.rows = {shape->rows, shape->row_count}, each.columns = {shape->columns, shape->column_count};
            found.push(bound.is_unread_by_row(k) ? each.by_row() : each);
        }
        return found;
    }

    std::shared_ptr<result const> graph_;
    std::shared_ptr<source_text const> source_;  // which holds the names
    variable_set varying_;
    matrix_program program_{};
    std::vector<step_code<T>> steps_{};
    std::vector<micro_code<T>> micros_{};
    std::vector<int> variable_slots_{};
    matrix_code<T> code_{};
};

/// What a variable needs, for sentences.
struct variable_needs {
    std::string name, shape;
    bool is_number, is_vector;

    variable_needs(view of, int i)
        : name(of[i].name),
          shape([&] {
              buffer<char> const text = shape_texts(of)[i];
              return std::string(text.begin(), static_cast<std::size_t>(text.size()));
          }()),
          is_number(of[i].count == 0),
          is_vector(of[i].count == 2 && of.operand(i, 1) == graph::one) {}

    [[noreturn]] void throw_missing() const {
        if (is_number) throw std::invalid_argument("evaluate: the symbol " + name + " has no value; add bind(\"" + name + "\", 2.0)");
        throw std::invalid_argument("evaluate: " + name + ", which is " + shape + ", has no value; add bind(\"" + name +
                                    "\", v), v an Eigen " + (is_vector ? "vector" : "matrix"));
    }
    [[noreturn]] void throw_number() const {
        throw std::invalid_argument("evaluate: " + name + ", which is " + shape + ", is bound to a number; bind an Eigen " +
                                    (is_vector ? "vector" : "matrix"));
    }
};

/// Checks what is bound to a model by name, and finds the variables that vary by row. Throws std::invalid_argument in a sentence that
/// says what the model needs. A value of kind `other` is one entry, which serves as a number and as a vector.
inline variable_set varying_variables(model const& m, std::string_view const* names, bound_as const* kinds, int count) {
    std::string_view const* const end = names + count;
    for (std::string_view const* each = names; each != end; ++each) {
        if (!m.source()->mentions(*each)) throw std::invalid_argument("evaluate: the formula has no symbol " + std::string(*each));
        if (std::find(names, each, *each) != each) throw std::invalid_argument("evaluate: " + std::string(*each) + " is bound twice");
    }
    view of = seen(m.evaluated());
    of.matrices = &engine_of_matrices::value;
    variable_set varying;
    int variable = 0;
    for (int i = 0; i < of.node_count; ++i) {
        node const& n = of[i];
        if (!is_variable_node(n)) continue;
        int const number = variable++;
        std::string_view const* const found = std::find(names, end, std::string_view(n.name));
        if (found == end) variable_needs(of, i).throw_missing();
        bound_as const kind = kinds[found - names];
        if (n.count > 0 && kind == bound_as::number) variable_needs(of, i).throw_number();
        bool const is_vector = n.count == 2 && of.operand(i, 1) == graph::one;
        if (!varies_by_row(kind, is_vector, n.count > 0 && !is_vector)) continue;
        if (number >= variable_set::most)
            throw std::length_error("evaluate: of " + std::to_string(variable_set::most) + " variables and more, " + std::string(n.name) +
                                    " cannot vary by row; bind one sample at a time");
        varying.add(number);
    }
    auto const occurs = [&of](std::string_view name) {
        for (int i = 0; i < of.node_count; ++i)
            if (is_variable_node(of[i]) && std::string_view(of[i].name) == name) return true;
        return false;
    };
    for (std::string_view const* each = names; variable < count && each != end; ++each) {
        if (occurs(*each)) continue;
        auto const& all = m.source()->names;
        bound_as const kind = kinds[each - names];
        named_shape const* const shape = m.source()->shape_of(*each);
        bool const is_vector = shape != nullptr && shape->column_count == 1;
        if (shape != nullptr && kind == bound_as::number) continue;
        varying.add_unread(static_cast<int>(std::find(all.begin(), all.end(), *each) - all.begin()),
                           varies_by_row(kind, is_vector, shape != nullptr && !is_vector));
    }
    return varying;
}

}  // namespace leibniz::inline v0_1::detail
