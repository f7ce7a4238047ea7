#pragma once

#include <leibniz/eigen/map_kernels.hpp>
#include <leibniz/matrix/steps.hpp>

namespace leibniz::inline v0_1 {

template <class T>
class workspace;

namespace detail {

/// A micro-step as it runs.
template <class T>
struct micro_code {
    micro_operation what = micro_operation::apply;
    int a = 0, b = 0, c = 0, place = 0;
    map_kernel<T> run = nullptr;
    T value{};
};
/// A step as it runs.
template <class T>
struct step_code {
    void (*run)(workspace<T>&, step_code const&) = nullptr;
    int out = -1, a = -1, b = -1, times = -1, first = 0, count = 0, fixed = 0, across = 0;
    bool turns_a = false, turns_b = false, accumulates = false, by_column = false;
    extents shape{};
    T alpha{};
    // Of a product that accumulates: what it starts from, beta times the slot `addend`, or `out` as it is (-1).
    int addend = -1;
    T beta{1};
};
/// A step for the sizes of the last call: repeated calls choose nothing anew. Operands are pointers to where the memory of slots is kept,
/// because that may change from call to call.
template <class T>
struct sized_step {
    void (*run)(sized_step const&) = nullptr;
    workspace<T>* work = nullptr;
    step_code<T> const* step = nullptr;
    T *const *out = nullptr, *const *a = nullptr, *const *b = nullptr, *const *addend = nullptr, *const *times = nullptr;
    // Of a product: columns of so many entries, each the sum of `depth` products; the matrix on the left, whose columns begin `stride`
    // apart; and the entries of the other one, `down` apart in a column and `across` in a row.
    Eigen::Index rows = 0, columns = 0, depth = 0, stride = 0, down = 1, across = 0;
    T alpha{}, beta{};

    T factor() const { return times == nullptr ? alpha : alpha * **times; }
    T const* added() const { return addend == nullptr ? nullptr : *addend; }
};
/// A program as it runs: plain data, whatever the model.
template <class T>
struct matrix_code {
    step_code<T> const* steps = nullptr;
    micro_code<T> const* micros = nullptr;
    matrix_slot const* slots = nullptr;
    int const* variable_slots = nullptr;
    extents const *buffers = nullptr, *factorizations = nullptr, *variable_shapes = nullptr;
    variable_name const* variables = nullptr;
    text_view const* sizes = nullptr;
    matrix_result const* results = nullptr;
    int step_count = 0, slot_count = 0, buffer_count = 0, factorization_count = 0, variable_count = 0, size_count = 0, result_count = 0;
    int places = 1, longest_map = 1;
    int rows_of_mean = -1;  // the size that is not 0 where a mean over rows is taken
    bool copies_results = false;  // some could not be computed in place
};

}  // namespace detail

}  // namespace leibniz::inline v0_1
