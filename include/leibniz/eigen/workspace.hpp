#pragma once

#include <leibniz/eigen/factorization.hpp>
#include <leibniz/eigen/running_code.hpp>

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace leibniz::inline v0_1 {

namespace detail {
template <class T>
class run_time_program;
}

/// Memory for the evaluation of models of vectors and matrices: handed to `evaluate` and `evaluate_into`, it is kept from one call to
/// the next. One workspace serves all models of its number type, one call at a time.
template <class T>
class workspace {
public:
    static_assert(std::same_as<T, double> || std::same_as<T, float>, "workspace: of double or float; write workspace<double>");
    workspace() = default;
    workspace(workspace const&) = delete;
    workspace& operator=(workspace const&) = delete;

    // What follows is for evaluation (eigen/matrix.hpp) and for the steps of programs (eigen/matrix_steps.hpp).
    using code = detail::matrix_code<T>;
    using index = Eigen::Index;

    void begin(code const& of) {
        if (code_ != &of) {
            code_ = &of;
            measured_ = sized_ = false;
            sizes_.resize(static_cast<std::size_t>(of.size_count));
            size_givers_.resize(static_cast<std::size_t>(of.size_count));
        }
        for (index& each : sizes_) each = -1;
        given_.assign(static_cast<std::size_t>(of.variable_count), dimensions{});
        any_copied_ = settled_ = false;
    }
    /// True if the last call ran this program: then it goes on where variables have the same sizes as then.
    bool resumes(code const& of) {
        any_copied_ = false;
        return code_ == &of && measured_;
    }
    bool has_dimensions(int v, index rows, index columns) const {
        return given_[static_cast<std::size_t>(v)].rows == rows && given_[static_cast<std::size_t>(v)].columns == columns;
    }
    /// Variable v has so many rows and columns; throws std::invalid_argument if they contradict the model or other variables.
    void fit(int v, index rows, index columns) {
        detail::extents const shape = code_->variable_shapes[v];
        fit(v, shape.rows, rows, "rows");
        fit(v, shape.columns, columns, "columns");
        given_[static_cast<std::size_t>(v)] = {rows, columns, -1, -1, nullptr};
    }
    /// Variable v stands in memory as in the last call, though elsewhere. Returns false where it does not.
    bool renew(int v, T const* data, index rows, index columns, index by_row, index by_column) {
        dimensions& last = given_[static_cast<std::size_t>(v)];
        if (last.rows != rows || last.columns != columns || last.by_row != by_row || last.by_column != by_column) return false;
        if (last.data == data) return true;
        last.data = data;
        move(place_of(v), const_cast<T*>(data));
        settled_ = false;
        return true;
    }
    /// Sizes that no variable gives, by name.
    template <class Sizes>
    void bind_sizes(Sizes const& size_of) {
        for (int k = 0; k < code_->size_count; ++k)
            if (index& known = sizes_[static_cast<std::size_t>(k)]; known < 0) known = size_of(code_->sizes[k]);
    }
    /// Variable v stands in memory, its entries `by_row` and `by_column` apart. Returns false where it must be copied first.
    bool supply(int v, T const* data, index rows, index columns, index by_row, index by_column) {
        place& p = place_of(v);
        T* const memory = const_cast<T*>(data);  // which steps only read
        given_[static_cast<std::size_t>(v)] = {rows, columns, by_row, by_column, data};
        bool const entries = code_->slots[code_->variable_slots[v]].by_entry;
        if (rows * columns == 0 || rows == 1 || columns == 1) {
            put(p, {memory, rows, columns, rows, false, true});
            return rows * columns <= 1 || (rows == 1 ? by_column : by_row) == 1;
        }
        if (by_row == 1 && (!entries || by_column == rows)) {
            put(p, {memory, rows, columns, by_column, false, true});
            return true;
        }
        put(p, {memory, columns, rows, by_row, true, true});
        return by_column == 1 && !entries;
    }
    void supply_number(int v, T value) {
        numbers_[static_cast<std::size_t>(v)] = value;
        put(place_of(v), {&numbers_[static_cast<std::size_t>(v)], 1, 1, 1, false, false});
    }
    /// Variable v will be written to memory of this workspace, column by column.
    void supply_copy(int v) {
        any_copied_ = true;
        detail::extents const shape = code_->variable_shapes[v];
        given_[static_cast<std::size_t>(v)].by_row = -1;
        put(place_of(v), {copy_of(v), size(shape.rows), size(shape.columns), size(shape.rows), false, false});
    }
    T* copy_of(int v) { return memory_.data() + copies_[static_cast<std::size_t>(v)]; }
    bool any_copied() const { return any_copied_; }
    bool is_copied(int v) { return place_of(v).data == copy_of(v); }

    index size(int coded) const { return coded > 0 ? coded : sizes_[static_cast<std::size_t>(-1 - coded)]; }
    index entries(detail::extents e) const { return size(e.rows) * size(e.columns); }
    index rows_of_result(int r) const { return size(code_->results[r].shape.rows); }
    index columns_of_result(int r) const { return size(code_->results[r].shape.columns); }
    /// Result r is computed into this memory where that is possible; else it is copied there by `finish`.
    void write_result(int r, T* to) {
        results_[static_cast<std::size_t>(r)].to = to;
        if (int const slot = code_->results[r].slot; code_->slots[slot].result == r)
            move(at_[static_cast<std::size_t>(slot)], to != nullptr ? to : memory_.data() + own_results_[static_cast<std::size_t>(r)]);
    }

    /// Throws std::invalid_argument if a size is not known, or 0 where a mean over rows is taken.
    void check_sizes() {
        std::string fault;
        for (int k = 0; k < code_->size_count; ++k)
            if (sizes_[static_cast<std::size_t>(k)] < 0) fault = "evaluate: nothing that is bound says how large " + std::string(code_->sizes[k]) + " is";
        if (code_->rows_of_mean >= 0 && size(-1 - code_->rows_of_mean) == 0) fault = "evaluate: the mean of empty columns is not defined; bind columns with at least one row";
        if (fault.empty()) return;
        code_ = nullptr;  // the next call does not go on from here
        throw std::invalid_argument(fault);
    }
    /// Gives memory to all that the caller does not.
    void lay_out() {
        if (!measured_ || laid_out_ != sizes_) measure();
        for (int r = 0; r < code_->result_count; ++r) write_result(r, nullptr);
    }
    void run() {
        if (sized_) {
            detail::sized_step<T> const* const end = steps_.data() + code_->step_count;
            for (detail::sized_step<T> const* each = steps_.data(); each != end; ++each) each->run(*each);
            settled_ = true;
            return;
        }
        for (int k = 0; k < code_->step_count; ++k) {
            current_ = &steps_[static_cast<std::size_t>(k)];
            *current_ = {[](detail::sized_step<T> const& each) { each.step->run(*each.work, *each.step); }, this, &code_->steps[k]};
            code_->steps[k].run(*this, code_->steps[k]);
        }
        current_ = nullptr;
        sized_ = settled_ = true;
    }
    /// Copies the results that could not be computed in place.
    void finish() {
        if (!code_->copies_results) return;
        for (int r = 0; r < code_->result_count; ++r) {
            T* const to = results_[static_cast<std::size_t>(r)].to;
            detail::matrix_result const& of = code_->results[r];
            if (code_->slots[of.slot].result == r || to == nullptr) continue;
            detail::write_copy(to, whole(of.slot), of.turned != is_turned(of.slot));
        }
    }
    /// True if the last call read and wrote the same memory: then nothing needs to be checked again.
    bool is_settled() const { return settled_; }
    bool writes_result(int r, T const* to, index rows, index columns) const {
        written const& last = results_[static_cast<std::size_t>(r)];
        return last.to == to && last.rows == rows && last.columns == columns;
    }
    T number_of_result(int r) const { return *at_[static_cast<std::size_t>(code_->results[r].slot)].data; }
    /// A result as it stands in memory; `turned` if it is the transpose of that.
    detail::dense_view<T> result(int r, bool& turned) const {
        detail::matrix_result const& of = code_->results[r];
        turned = of.turned != is_turned(of.slot);
        detail::dense_view<T> found = whole(of.slot);
        if (of.shape.is_vector()) found.rows = turned ? columns_of_result(r) : rows_of_result(r), found.columns = turned ? rows_of_result(r) : columns_of_result(r), found.stride = found.rows;
        return found;
    }
    /// Throws std::invalid_argument if memory that a result will be written to belongs to a variable.
    void refuse_overwriting(void const* to, index count) const {
        T const* const first = static_cast<T const*>(to);
        for (int v = 0; v < code_->variable_count; ++v) {
            place const& p = at_[static_cast<std::size_t>(code_->variable_slots[v])];
            if (p.is_bound && std::less<>()(first, p.data + p.stride * p.columns) && std::less<>()(static_cast<T const*>(p.data), first + count))
                throw std::invalid_argument("evaluate_into: the result would overwrite " + std::string(code_->variables[v].name) +
                                            ", which is bound; write into another matrix");
        }
    }
    /// Throws std::invalid_argument unless result r has so many rows and columns.
    void check_result(int r, index rows, index columns) const {
        if (rows == rows_of_result(r) && columns == columns_of_result(r)) return;
        throw std::invalid_argument("evaluate_into: the result has " + std::to_string(rows_of_result(r)) + " x " + std::to_string(columns_of_result(r)) +
                                    " entries, the matrix to write into has " + std::to_string(rows) + " x " + std::to_string(columns));
    }
    code const& program() const { return *code_; }
    /// The programs of models that were read at run time, which stay here between calls.
    std::vector<std::shared_ptr<detail::run_time_program<T>>>& programs() { return programs_; }
    void forget_programs() { programs_.clear(), code_ = nullptr; }

    // What steps work on.
    detail::dense_view<T> whole(int slot) const {
        place const& p = at_[static_cast<std::size_t>(slot)];
        return {p.data, p.rows, p.columns, p.stride};
    }
    /// True if a slot holds the transpose of what the program takes it for: a variable that is stored row by row.
    bool is_turned(int slot) const { return at_[static_cast<std::size_t>(slot)].turned; }
    T* entries_of(int slot) const { return at_[static_cast<std::size_t>(slot)].data; }
    T* const* memory_of(int slot) const { return &at_[static_cast<std::size_t>(slot)].data; }
    /// Steps that depend on sizes say here how they ran, and run in that way until sizes change.
    void keep(detail::sized_step<T> const& sized) {
        if (current_ != nullptr) *current_ = sized;
    }
    T factor(detail::step_code<T> const& step) const { return step.times < 0 ? step.alpha : step.alpha * *entries_of(step.times); }
    detail::factorization_view<T> factors(int k) {
        index const n = size(code_->factorizations[k].rows);
        return {memory_.data() + factors_[static_cast<std::size_t>(k)], exchanges_.data() + first_exchange_[static_cast<std::size_t>(k)], n};
    }
    detail::packing_space<T>& packing() { return packing_; }
    T* map_memory() { return map_memory_; }
    static constexpr index block_of(int places) {
        index const fitting = 4096 / (places < 1 ? 1 : places) / 64 * 64;
        return fitting < 64 ? 64 : fitting > 1024 ? 1024 : fitting;
    }
    index block() const { return block_; }
    T const** pointers() { return pointers_.data(); }

private:
    struct dimensions {
        index rows = -1, columns = -1, by_row = -1, by_column = -1;  // apart in memory; by_row -1: a copy was needed
        T const* data = nullptr;
    };
    struct place {
        T* data = nullptr;
        index rows = 0, columns = 0, stride = 0;
        bool turned = false, is_bound = false;  // bound: memory of the user's
    };
    struct written {
        T* to = nullptr;
        index rows = 0, columns = 0;
    };
    /// Written only where it changes: processors wait where a part of what they load at once was just written.
    static void move(place& p, T* data) {
        if (p.data != data) p.data = data;
    }
    void put(place& p, place const& by) {
        if (p.rows != by.rows || p.columns != by.columns || p.stride != by.stride || p.turned != by.turned) sized_ = settled_ = false;
        if (p.data != by.data || p.is_bound != by.is_bound) settled_ = false;
        p = by;
    }
    place& place_of(int v) { return at_[static_cast<std::size_t>(code_->variable_slots[v])]; }
    void measure();  // eigen/lay_out.hpp
    void fit(int v, int coded, index found, char const* what) {
        index const known = size(coded);
        if (known == found) return;
        if (known >= 0) refuse(v, coded, found, what);
        sizes_[static_cast<std::size_t>(-1 - coded)] = found;
        size_givers_[static_cast<std::size_t>(-1 - coded)] = v;
    }
    [[noreturn]] void refuse(int v, int coded, index found, char const* what) const {
        std::string text = "evaluate: " + std::string(code_->variables[v].name) + " has " + std::to_string(found) + " " + what + ", but ";
        if (coded > 0) text += "the model says " + std::to_string(coded);
        else {
            std::size_t const k = static_cast<std::size_t>(-1 - coded);
            text += std::string(code_->sizes[k]) + " is " + std::to_string(sizes_[k]) + " (bound by " +
                    std::string(code_->variables[size_givers_[k]].name) + ")";
        }
        throw std::invalid_argument(text);
    }

    code const* code_ = nullptr;
    std::vector<std::shared_ptr<detail::run_time_program<T>>> programs_{};
    std::vector<index> sizes_{};
    std::vector<int> size_givers_{};
    std::vector<T> numbers_{};
    std::vector<dimensions> given_{};
    bool measured_ = false, any_copied_ = false;
    index block_ = 64;
    std::vector<written> results_{};
    std::vector<place> at_{};
    std::vector<detail::sized_step<T>> steps_{};
    detail::sized_step<T>* current_ = nullptr;
    bool sized_ = false;    // steps_ are those of the last sizes
    bool settled_ = false;  // the last call ran, with this memory
    // The layout for the last sizes: where everything begins in memory_, -1 what has no place there.
    std::vector<index> laid_out_{}, buffers_{}, factors_{}, copies_{}, own_results_{}, exchanges_{}, first_exchange_{};
    std::vector<T const*> pointers_{};
    Eigen::Array<T, Eigen::Dynamic, 1> memory_{};
    T* map_memory_ = nullptr;
    detail::packing_space<T> packing_{};
};

}  // namespace leibniz::inline v0_1
