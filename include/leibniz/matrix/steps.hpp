#pragma once

#include <leibniz/evaluate/program.hpp>
#include <leibniz/matrix/builder.hpp>

namespace leibniz::inline v0_1::detail {

// Programs over matrices: straight-line data. No step depends on a size, and none on a model's type.

/// A size as programs know it: a number, or -1 - k for the k-th name.
struct extents {
    int rows = 1, columns = 1;
    constexpr bool is_number() const { return rows == 1 && columns == 1; }
    constexpr bool is_vector() const { return rows == 1 || columns == 1; }
    constexpr extents turned() const { return {columns, rows}; }
    friend constexpr bool operator==(extents, extents) = default;
};

enum class matrix_operation : unsigned char {
    map,               // entry by entry: micro-steps
    total,             // the sum of the entries of a map
    scaled,            // out = alpha*a, entry by entry
    product,           // out (+)= alpha*times*op(a)*op(b)
    sums_of_rows,      // op(a)*ones, of op(a) the sum of each row
    factorize,         // factorization `out` of a
    factorize_symmetric,
    solve,             // inv(op(factorization a))*op(b)
    inverse,           // of factorization a
    inverse_symmetric,
    determinant,
    log_determinant,
    trace,
    diagonal,
    diagonal_matrix,
    identity,
    norm,
    log_sum_exp,
    softmax,
    log_sum_exp_of_rows,
    softmax_of_rows,
    transposed,        // a copy
};

/// One step; operands are slots.
struct matrix_step {
    matrix_operation what = matrix_operation::map;
    int out = -1, a = -1, b = -1;
    bool turns_a = false, turns_b = false, accumulates = false;
    rational alpha{1};
    int times = -1;            // the slot of a number to multiply by
    int first = 0, count = 0;  // the micro-steps of a map: first those that are the same in all of it, then in each of its columns
    int fixed = 0, across = 0;
    extents shape{};           // of its entries
    bool by_column = false;    // a map that reads vectors along its rows or columns
};

constexpr bool is_factorization(matrix_operation what) {
    return what == matrix_operation::factorize || what == matrix_operation::factorize_symmetric;
}

enum class micro_operation : unsigned char { entries, down, across, number, constant, size, apply };

/// One step of a map: it reads the entries of a slot, a vector that stands in each column (`down`) or each row (`across`), a number, a
/// constant or a size; or applies an operation to the values of others.
struct micro_step {
    micro_operation what = micro_operation::apply;
    opcode op = opcode::call;
    int a = 0, b = 0, c = 0;  // micro-steps of this map; of what is read, the slot or the number of the name
    function const* fn = nullptr;
    rational value{};
    int place = 0;  // where its values stand while the map runs

    constexpr bool is_fixed() const { return what == micro_operation::number || what == micro_operation::constant || what == micro_operation::size; }
};

/// A value of a program. Slots of one buffer have one shape and lives that do not meet.
struct matrix_slot {
    extents shape{};
    int input = -1;   // the variable that it is
    int result = -1;  // the result that it is: computed where the caller wants it
    int buffer = -1;
    bool by_entry = false;  // an input that other steps than products read
};

/// A result: a slot, or its transpose.
struct matrix_result {
    int slot = 0;
    bool turned = false;
    extents shape{};
    bool by_row = false;  // it has a row for each row of the data
};

/// A program over matrices while it is made.
struct matrix_program {
    buffer<matrix_step> steps{};
    buffer<micro_step> micros{};
    buffer<matrix_slot> slots{};
    buffer<variable_name> variables{};
    buffer<extents> variable_shapes{};
    buffer<text_view> sizes{};
    buffer<extents> buffers{}, factorizations{};
    buffer<matrix_result> results{};
    int places = 1;  // that the longest map needs
    int rows_of_mean = -1;  // the size that is not 0 where a mean over the rows of data is taken
    bool sound = true;     // false: what varies by row has no form
    bool complete = true;  // false: a function has no step
};

}  // namespace leibniz::inline v0_1::detail
