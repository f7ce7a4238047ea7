#pragma once

#include <leibniz/matrix/engine.hpp>
#include <leibniz/matrix/row_functions.hpp>
#include <leibniz/matrix/variable_set.hpp>

namespace leibniz::inline v0_1::detail {

/// The name of the number of rows of the data, as messages show it; no user's name has blanks.
inline constexpr text_view rows_of_data = "the number of rows";

/// A model of one sample over the rows of data. What varies by row becomes a matrix with a row for each sample: a number N x 1, a
/// vector of d entries N x d; W*x becomes X*W', u'*v the row sums of U.*V. The sum over all samples of u*v' is U'*V: sums over rows
/// are products of matrices. What is linear is taken out of them.
class batches {
public:
    constexpr batches(graph& g, variable_set const& varying)
        : g_(g), build_(g), rows_(build_.size(rows_of_data)), limit_(g.size()), varies_(limit_), each_(limit_, -1), fixed_(limit_, -1) {
        int variable = 0;
        for (int i = 0; i < limit_; ++i) {
            node const n = g[i];
            if (is_variable_node(n)) varies_[i] = varying.has(variable++);
            else
                for (int k = 0; k < n.count && n.what != kind::reduction; ++k) varies_[i] = varies_[i] || varies_[g.operand(i, k)];
        }
    }
    /// The results over all rows; `by_row` tells which have a row for each. False if one of them has no form.
    constexpr bool transform(buffer<int>& roots, buffer<char>& by_row) {
        buffer<char> needed(limit_);
        for (int r : roots) needed[r] = 1;
        for (int i = limit_; i-- > 0;)
            for (int k = 0; needed[i] && k < g_[i].count; ++k) needed[g_.operand(i, k)] = 1;
        for (int i = 0; i < limit_ && !g_.exhausted(); ++i) {
            if (!needed[i]) continue;
            if (varies_[i]) each_[i] = found_each(i);
            else fixed_[i] = found_fixed(i);
        }
        for (int k = 0; k < roots.size(); ++k) {
            by_row[k] = varies_[roots[k]];
            roots[k] = by_row[k] ? each_[roots[k]] : fixed_[roots[k]];
            sound_ = sound_ && roots[k] >= 0;
        }
        return sound_;
    }

private:
    static constexpr int none = -1;

    constexpr bool is_number(int i) { return build_.is_number(i); }
    /// The length of a vector, lying or standing.
    constexpr int length_of(int i) {
        matrix_shape const s = build_.shape_of(i);
        return s.columns == graph::one ? s.rows : s.columns;
    }
    constexpr bool is_vector(int i) {
        matrix_shape const s = build_.shape_of(i);
        return s.rows == graph::one || s.columns == graph::one;
    }
    constexpr int product_of(buffer<int> const& factors) {
        buffer<multiplicand> all;
        for (int f : factors) all.push({f, graph::one});
        return g_.product(1, all);
    }
    /// The product of the factors from..to of a chain, which do not vary; none are 1.
    constexpr int fixed_part(buffer<int> const& f, int from, int to) {
        buffer<int> part;
        for (int k = from; k < to; ++k) part.push(fixed_[f[k]]);
        return part.empty() ? graph::one : build_.chain(part);
    }

    // -------------------------------------------------------------------------------------------- the same for all rows
    constexpr int found_fixed(int i) {
        node const n = g_[i];
        if (n.what == kind::reduction) {
            int const u = g_.operand(i, 0);
            int const all = varies_[u] ? total(u) : n.fn->averages ? fixed_[u] : g_.multiply(rows_, fixed_[u]);
            if (all == none) {
                sound_ = false;
                return graph::one;
            }
            return n.fn->averages && varies_[u] ? g_.multiply(g_.power(rows_, g_.number(-1)), all) : all;
        }
        buffer<int> u;
        bool changed = false;
        for (int k = 0; k < n.count; ++k) {
            u.push(fixed_[g_.operand(i, k)]);
            changed = changed || u.back() != g_.operand(i, k);
        }
        return changed ? rebuilt(g_, n, u) : i;
    }

    // --------------------------------------------------------------------------------------------------- a row for each
    /// An operand of an entrywise operation on numbers, or on vectors of some length.
    constexpr int as_rows(int operand, int length) {
        if (varies_[operand]) {
            int const rows = each_[operand];
            if (rows == none || length == graph::one || !is_number(operand)) return rows;
            return build_.multiply(rows, build_.transpose(build_.ones(length)));
        }
        int const whole = fixed_[operand];
        if (is_number(operand)) return whole;
        bool const lies = build_.shape_of(operand).columns != graph::one;
        return build_.multiply(build_.ones(rows_), lies ? whole : build_.transpose(whole));
    }

    constexpr int found_each(int i) {
        node const n = g_[i];
        if (!is_vector(i)) return none;
        int const length = length_of(i);
        buffer<int> u;
        bool complete = true;
        auto const operands_by_row = [&] {
            for (int k = 0; k < n.count; ++k) {
                u.push(as_rows(g_.operand(i, k), length));
                complete = complete && u.back() != none;
            }
            return complete;
        };
        switch (n.what) {
            case kind::symbol:
            case kind::column: return build_.symbol(n.name, rows_, length, false);
            case kind::scale: return each_[g_.operand(i, 0)] == none ? none : g_.scale(n.number, each_[g_.operand(i, 0)]);
            case kind::sum: {
                if (!operands_by_row()) return none;
                buffer<summand> entries;
                for (int part : u) entries.push({1, part});
                return g_.sum(entries);
            }
            case kind::product: return operands_by_row() ? product_of(u) : none;
            case kind::power: return operands_by_row() ? g_.power(u[0], u[1]) : none;
            case kind::call: break;
            default: return none;
        }
        if (build_.is_product(i)) return chain_of_each(i);
        if (n.fn->meaning != role::matrix) return operands_by_row() ? g_.call(*n.fn, u.begin()) : none;
        int const operand = g_.operand(i, 0), of = each_[operand];
        if (of == none) return none;
        if (build_.is_transposed(i)) return of;
        int const ones = build_.ones(length_of(operand));
        if (build_.is<sum_of_entries>(i)) return build_.multiply(of, ones);
        if (build_.is<vector_log_sum_exp>(i)) return build_.interned<log_sum_exp_of_rows>({of});
        if (build_.is<vector_softmax>(i)) return build_.interned<softmax_of_rows>({of});
        if (build_.is<euclidean_norm>(i)) return g_.power(build_.multiply(g_.power(of, g_.number(2)), ones), g_.number(rational(1, 2)));
        return none;
    }

    /// A product whose first or last factor varies, or both if it is a number.
    constexpr int chain_of_each(int i) {
        buffer<int> const f = build_.operands(i);
        int const last = f.size() - 1;
        for (int k = 1; k < last; ++k)
            if (varies_[f[k]]) return none;
        bool const first_varies = varies_[f[0]] != 0, last_varies = varies_[f[last]] != 0;
        if ((first_varies && each_[f[0]] == none) || (last_varies && each_[f[last]] == none)) return none;
        if (!first_varies) return build_.multiply(each_[f[last]], build_.transpose(fixed_part(f, 0, last)));
        if (!last_varies) return build_.multiply(each_[f[0]], fixed_part(f, 1, f.size()));
        if (!is_number(i)) return none;
        int const left = last == 1 ? each_[f[0]] : build_.multiply(each_[f[0]], fixed_part(f, 1, last));
        return build_.multiply(build_.hadamard(left, each_[f[last]]), build_.ones(length_of(f[last])));
    }

    // -------------------------------------------------------------------------------------------- the sum over all rows
    constexpr int total(int i) {
        if (!varies_[i]) return g_.multiply(rows_, fixed_[i]);
        node const n = g_[i];
        if (build_.is_transposed(i)) return turned(total(g_.operand(i, 0)));
        if (n.what == kind::scale) {
            int const all = total(g_.operand(i, 0));
            return all == none ? none : g_.scale(n.number, all);
        }
        if (n.what == kind::sum) {
            buffer<summand> entries;
            for (int part : build_.operands(i)) {
                int const all = total(part);
                if (all == none) return none;
                entries.push({1, all});
            }
            return g_.sum(entries);
        }
        if (n.what == kind::product) return total_of_product(i);
        if (build_.is_product(i)) return total_of_chain(i, {});
        if (n.what == kind::call && n.fn->meaning == role::matrix && n.count == 1) {
            int const operand = g_.operand(i, 0);
            bool const is_sum = build_.is<sum_of_entries>(i);
            if (is_sum && is_vector(operand) && each_[operand] != none) return build_.total(each_[operand]);
            if (is_sum || build_.is<matrix_trace>(i) || build_.is<main_diagonal>(i) || build_.is<diagonal_of_vector>(i)) {
                int const all = total(operand);
                return all == none ? none : n.fn->matrix->simplified(g_, *n.fn, &all);
            }
        }
        return total_of_rows(i);
    }
    constexpr int turned(int all) { return all == none ? none : build_.transpose(all); }
    /// Of what has a row for each sample.
    constexpr int total_of_rows(int i) {
        int const rows = each_[i];
        if (rows == none) return none;
        if (is_number(i)) return build_.total(rows);
        int const standing = build_.multiply(build_.transpose(rows), build_.ones(rows_));
        return build_.shape_of(i).columns == graph::one ? standing : build_.transpose(standing);
    }
    /// Factors that do not vary stand in front; numbers that vary weigh the samples.
    constexpr int total_of_product(int i) {
        buffer<int> fixed, numbers, others;
        for (int part : build_.operands(i)) {
            if (!varies_[part]) fixed.push(fixed_[part]);
            else (is_number(part) && !is_number(i) ? numbers : others).push(part);
        }
        int all = none;
        if (others.size() == 1 && numbers.empty()) all = total(others[0]);
        else if (others.size() == 1) {
            int const only = others[0], u = build_.upright(only);
            buffer<int> weights;
            for (int number : numbers) {
                if (each_[number] == none) return none;
                weights.push(each_[number]);
            }
            if (is_vector(only)) {
                if (each_[only] == none) return none;
                all = build_.multiply(build_.transpose(each_[only]), product_of(weights));
                if (build_.shape_of(only).columns != graph::one) all = build_.transpose(all);
            } else if (build_.is_product(u)) {
                all = total_of_chain(u, weights);
                if (u != only) all = turned(all);
            }
        } else if (others.size() == 2 && is_number(i) && each_[others[0]] != none && each_[others[1]] != none) {
            all = build_.multiply(build_.transpose(each_[others[0]]), each_[others[1]]);
        } else {
            buffer<int> rest = others;
            for (int number : numbers) rest.push(number);
            if (!is_vector(i)) return none;
            buffer<int> rows;
            for (int part : rest) {
                rows.push(as_rows(part, length_of(i)));
                if (rows.back() == none) return none;
            }
            int const whole = product_of(rows);
            if (is_number(i)) all = build_.total(whole);
            else {
                all = build_.multiply(build_.transpose(whole), build_.ones(rows_));
                if (build_.shape_of(i).columns != graph::one) all = build_.transpose(all);
            }
        }
        if (all == none) return none;
        fixed.push(all);
        return product_of(fixed);
    }
    /// Of a product of which one factor varies; of a number u'*v; of u*v', whose samples may be weighed by numbers.
    constexpr int total_of_chain(int i, buffer<int> const& weights) {
        buffer<int> const f = build_.operands(i);
        int count = 0, which = 0;
        for (int k = 0; k < f.size(); ++k)
            if (varies_[f[k]]) ++count, which = k;
        if (count == 1 && weights.empty()) {
            int const all = total(f[which]);
            if (all == none) return none;
            buffer<int> factors;
            for (int k = 0; k < f.size(); ++k) factors.push(k == which ? all : fixed_[f[k]]);
            return build_.chain(factors);
        }
        if (is_number(i)) {
            if (count != 2 || !varies_[f[0]] || !varies_[f.back()] || each_[f[0]] == none || each_[f.back()] == none) return total_of_rows(i);
            int const left = f.size() == 2 ? each_[f[0]] : build_.multiply(each_[f[0]], fixed_part(f, 1, f.size() - 1));
            return build_.total(build_.hadamard(left, each_[f.back()]));
        }
        for (int k = 0; k + 1 < f.size(); ++k) {
            if (build_.shape_of(f[k]).columns != graph::one) continue;
            int left = side(f, 0, k + 1, true), right = side(f, k + 1, f.size(), false);
            if (left == none || right == none) return none;
            if (!weights.empty()) {
                int const by_row = product_of(weights);
                left = build_.hadamard(build_.multiply(by_row, build_.transpose(build_.ones(build_.shape_of(left).columns))), left);
            }
            return build_.multiply(build_.transpose(left), right);
        }
        return weights.empty() ? total_of_rows(i) : none;
    }
    /// One side of u*v', a vector, with a row for each sample.
    constexpr int side(buffer<int> const& f, int from, int to, bool stands) {
        int const end = stands ? to - 1 : from;  // the factor that is a vector
        for (int k = from; k < to; ++k)
            if (varies_[f[k]] && k != end) return none;
        if (!varies_[f[end]]) {
            int const whole = fixed_part(f, from, to);
            return build_.multiply(build_.ones(rows_), stands ? build_.transpose(whole) : whole);
        }
        if (each_[f[end]] == none || to - from == 1) return each_[f[end]];
        if (stands) return build_.multiply(each_[f[end]], build_.transpose(fixed_part(f, from, end)));
        return build_.multiply(each_[f[end]], fixed_part(f, from + 1, to));
    }

    graph& g_;
    matrix_builder build_;
    int rows_, limit_;
    buffer<char> varies_;
    buffer<int> each_, fixed_;
    bool sound_ = true;
};

}  // namespace leibniz::inline v0_1::detail
