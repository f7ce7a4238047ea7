#pragma once

#include <leibniz/eigen/columns.hpp>
#include <leibniz/eigen/compensated_sum.hpp>
#include <leibniz/evaluate/schedule.hpp>
#include <leibniz/rules/listed.hpp>

#include <boost/hana/for_each.hpp>

#include <algorithm>
#include <functional>
#include <vector>

namespace leibniz::inline v0_1::detail {

/// Runs a program that is known at run time only over columns: block by block of rows that stay in the first cache,
/// each step over a whole block, with the same lanes as compiled programs.
template <class T>
class block_interpreter {
public:
    using wide = lane<T>;
    /// Fills `count` rows from `row` on with a column's numbers.
    using fill = std::function<void(T* out, Eigen::Index row, Eigen::Index count)>;

    /// The source of a variable: a number, or a column (`packed` if its memory can be read directly).
    struct input {
        bool column = false;
        T number{};
        T const* packed = nullptr;
        fill read{};
    };

    block_interpreter(program const& p, std::vector<input> const& inputs, Eigen::Index rows)
        : code_(p), inputs_(inputs), rows_(rows), size_(p.code.size()), varies_(size_), pass_(size_), once_(size_), at_(size_) {
        buffer<bool> by_row(static_cast<int>(inputs.size()) + 1);
        for (std::size_t k = 0; k < inputs.size(); ++k) by_row[static_cast<int>(k)] = inputs[k].column;
        passes_ = arrange_passes(p.code.begin(), size_, by_row.begin(), varies_.begin(), pass_.begin());
        block_ = block_that_fits();
    }

    bool varies(int result) const { return varies_[code_.roots[result]]; }
    T number(int result) const { return once_[code_.roots[result]]; }

    /// Writes the results that vary by row to `out`, one column each; the others are numbers then.
    void run(std::vector<T*> const& out) {
        for (int p = 0; p < passes_; ++p) {
            for (int i = 0; i < size_; ++i)
                if (!varies_[i] && pass_[i] == p && !reduces_rows(i)) once(i);
            over_rows(p, out);
        }
    }

private:
    using kernel = void (*)(T const* a, T const* b, T const* c, T* out, Eigen::Index count, function const* fn);
    struct step {
        kernel run;
        int i;
    };

    /// Lanes first, with a corrected addition every thousand rows.
    struct running_sum {
        wide lanes{T(0)};
        compensated_sum<T> corrected{};
        Eigen::Index waiting = 0;

        void add(T const* values, Eigen::Index count) {
            Eigen::Index row = 0;
            for (; row + wide::width <= count; row += wide::width) lanes = lanes + wide::load(values + row);
            for (; row < count; ++row) corrected.add(values[row]);
            waiting += count;
            if (waiting >= 1024) flush();
        }
        void flush() {
            T each[wide::width];
            lanes.store(each);
            for (T value : each) corrected.add(value);
            lanes = wide(T(0));
            waiting = 0;
        }
        T total() {
            flush();
            return corrected.total();
        }
    };

    bool reduces_rows(int i) const { return code_.code[i].op == opcode::reduce && varies_[code_.code[i].a]; }

    void once(int i) {
        instruction const& s = code_.code[i];
        if (s.op == opcode::input) once_[i] = inputs_[static_cast<std::size_t>(s.a)].number;
        else if (s.op == opcode::constant) once_[i] = fraction<T>(s.n, s.d, s.b, s.c);
        else if (s.op == opcode::reduce) once_[i] = s.fn->averages ? once_[s.a] : once_[s.a] * whole_number<T>(rows_);
        else kernel_of(s)(&once_[s.a], &once_[s.b], &once_[s.c], &once_[i], 1, s.fn);
    }

    /// As many rows as leave the values of all steps in 32 KiB; a multiple of a lane.
    Eigen::Index block_that_fits() const {
        Eigen::Index const bytes = static_cast<Eigen::Index>(sizeof(T)) * std::max(size_, 1);
        Eigen::Index const fitting = 32 * 1024 / bytes / wide::width * wide::width;
        return std::clamp<Eigen::Index>(fitting, 4 * wide::width, 32 * wide::width);
    }

    void over_rows(int p, std::vector<T*> const& out) {
        buffer<bool> needed(size_);
        std::vector<int> written, reductions;
        for (int r = 0; r < code_.roots.size(); ++r)
            if (int const root = code_.roots[r]; varies_[root] && pass_[root] == p) needed[root] = true, written.push_back(r);
        for (int i = 0; i < size_; ++i)
            if (reduces_rows(i) && pass_[i] == p + 1) reductions.push_back(i);
        if (written.empty() && reductions.empty()) return;
        need_by_row(code_.code.begin(), size_, varies_.begin(), pass_.begin(), p, needed.begin());

        std::vector<step> steps;
        std::vector<int> columns;
        values_.resize(static_cast<Eigen::Index>(size_) * block_);
        for (int i = 0; i < size_; ++i) {
            if (!needed[i]) continue;
            T* const own = values_.data() + i * block_;
            at_[i] = own;
            if (!varies_[i]) std::fill(own, own + block_, once_[i]);
            else if (code_.code[i].op == opcode::input) columns.push_back(i);
            else steps.push_back({kernel_of(code_.code[i]), i});
        }
        std::vector<running_sum> totals(reductions.size());
        for (Eigen::Index row = 0; row < rows_; row += block_) {
            Eigen::Index const count = std::min(block_, rows_ - row);
            for (int i : columns) at_[i] = loaded(i, row, count);
            Eigen::Index const padded = (count + wide::width - 1) / wide::width * wide::width;
            for (step const& s : steps) {
                instruction const& c = code_.code[s.i];
                T* const own = values_.data() + s.i * block_;
                int const used = used_operands(c);
                s.run(at_[c.a], at_[used > 1 ? c.b : c.a], at_[used > 2 ? c.c : c.a], own, padded, c.fn);
            }
            for (std::size_t k = 0; k < reductions.size(); ++k) totals[k].add(at_[code_.code[reductions[k]].a], count);
            for (int r : written) std::copy_n(at_[code_.roots[r]], count, out[static_cast<std::size_t>(r)] + row);
        }
        for (std::size_t k = 0; k < reductions.size(); ++k) {
            bool const mean = code_.code[reductions[k]].fn->averages;
            once_[reductions[k]] = mean ? totals[k].total() / whole_number<T>(rows_) : totals[k].total();
        }
    }

    /// A block of a column; the last one is filled up with its last number, so that no value arises that no row has.
    T const* loaded(int i, Eigen::Index row, Eigen::Index count) {
        input const& from = inputs_[static_cast<std::size_t>(code_.code[i].a)];
        if (from.packed != nullptr && count == block_) return from.packed + row;
        T* const own = values_.data() + i * block_;
        if (from.packed != nullptr) std::copy_n(from.packed + row, count, own);
        else from.read(own, row, count);
        std::fill(own + count, own + block_, own[count - 1]);
        return own;
    }

    template <class F>
    static void lanes(T const* a, T const* b, T const* c, T* out, Eigen::Index count, F f) {
        if (count == 1) {
            *out = f(*a, *b, *c);
            return;
        }
        for (Eigen::Index k = 0; k < count; k += wide::width) f(wide::load(a + k), wide::load(b + k), wide::load(c + k)).store(out + k);
    }
    template <class F>
    static void in_lanes_of(T const* a, T const* b, T const* c, T* out, Eigen::Index n, function const*) {
        lanes(a, b, c, out, n, [](auto const& u, [[maybe_unused]] auto const& v, [[maybe_unused]] auto const& w) {
            if constexpr (F::arity == 1) return value_at<F>(u);
            else if constexpr (F::arity == 2) return value_at<F>(u, v);
            else return value_at<F>(u, v, w);
        });
    }

    /// Arguments of kernels that take fewer than three read the first one again.
    static kernel kernel_of(instruction const& s) {
        switch (s.op) {
            case opcode::add:
                return [](T const* a, T const* b, T const*, T* out, Eigen::Index n, function const*) {
                    lanes(a, b, a, out, n, [](auto const& u, auto const& v, auto const&) { return u + v; });
                };
            case opcode::subtract:
                return [](T const* a, T const* b, T const*, T* out, Eigen::Index n, function const*) {
                    lanes(a, b, a, out, n, [](auto const& u, auto const& v, auto const&) { return u - v; });
                };
            case opcode::multiply:
                return [](T const* a, T const* b, T const*, T* out, Eigen::Index n, function const*) {
                    lanes(a, b, a, out, n, [](auto const& u, auto const& v, auto const&) { return u * v; });
                };
            case opcode::divide:
                return [](T const* a, T const* b, T const*, T* out, Eigen::Index n, function const*) {
                    lanes(a, b, a, out, n, [](auto const& u, auto const& v, auto const&) { return u / v; });
                };
            case opcode::negate:
                return [](T const* a, T const*, T const*, T* out, Eigen::Index n, function const*) {
                    lanes(a, a, a, out, n, [](auto const& u, auto const&, auto const&) { return -u; });
                };
            case opcode::reduce:
                return [](T const* a, T const*, T const*, T* out, Eigen::Index n, function const*) { std::copy_n(a, n, out); };
            default: break;
        }
        kernel found = [](T const* a, T const* b, T const* c, T* out, Eigen::Index n, function const* fn) {
            for (Eigen::Index k = 0; k < n; ++k) {
                T const operands[] = {a[k], b[k], c[k]};
                out[k] = fn->value(operands);
            }
        };
        auto const consider = [&]<class F>(F) {
            if constexpr (in_lanes<F>)
                if (is_row<F>(*s.fn)) found = &in_lanes_of<F>;
        };
        boost::hana::for_each(all_functions, consider);
        boost::hana::for_each(all_stable_forms, consider);
        return found;
    }

    program const& code_;
    std::vector<input> const& inputs_;
    Eigen::Index rows_;
    int size_;
    buffer<bool> varies_;
    buffer<int> pass_;
    int passes_ = 1;
    buffer<T> once_;
    buffer<T const*> at_;
    Eigen::Array<T, Eigen::Dynamic, 1> values_;  // aligned as lanes like it
    Eigen::Index block_ = 0;
};

}  // namespace leibniz::inline v0_1::detail
