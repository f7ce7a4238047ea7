#pragma once

#include <leibniz/matrix.hpp>

#include <array>
#include <cstdint>
#include <deque>
#include <string>

namespace matrix_values {

using namespace leibniz;

inline constexpr char const* size_names[] = {"m", "n", "k"};
inline constexpr int number = 3;  // the place of the dimension 1

/// Models of a shape, drawn at random.
class random_matrices {
public:
    explicit random_matrices(std::uint64_t seed) : state_(seed) {
        for (char const* name : size_names) dimensions_.push_back({.what = form::matrix, .hash = detail::hash_of(name), .name = name, .fn = detail::registered<detail::size_of_dimension>::descriptor});
        dimensions_.push_back({.what = form::matrix, .hash = 1, .number = 1});
    }
    struct variable {
        written const* symbol;
        std::string name;
        int rows, columns;
    };
    std::deque<variable> const& variables() const { return variables_; }
    std::deque<written> const& dimensions() const { return dimensions_; }

    written const& next(int rows, int columns, int depth) {
        if (depth <= 0) return leaf(rows, columns);
        int const inner = below(4);
        bool const square = rows == columns, is_number = rows == number && columns == number, is_vector = columns == number && !is_number;
        int const choice = below(is_number ? 22 : square ? 16 : is_vector ? 14 : 11);
        switch (choice) {
        case 0: return call<addition>(next(rows, columns, depth - 1), next(rows, columns, depth - 1));
        case 1: return call<subtraction>(next(rows, columns, depth - 1), next(rows, columns, depth - 1));
        case 2: return call<multiplication>(next(rows, inner, depth - 1), next(inner, columns, depth - 1));
        case 3: return call<multiplication>(next(rows, inner, depth - 1), next(inner, columns, depth - 2));
        case 4: return call<multiplication>(next(number, number, depth - 1), next(rows, columns, depth - 1));
        case 5: return call<detail::entrywise_product>(next(rows, columns, depth - 1), next(rows, columns, depth - 1));
        case 6: return call<detail::transposition>(next(columns, rows, depth - 1));
        case 7: return entrywise(next(rows, columns, depth - 1));
        case 8: return call<negation>(next(rows, columns, depth - 1));
        case 9: return call<addition>(next(rows, columns, depth - 1), next(number, number, depth - 2));
        case 10: return call<division>(next(rows, columns, depth - 1), positive(next(number, number, depth - 2)));
        default: break;
        }
        if (is_number) return number_of(choice, inner, depth - 1);
        if (is_vector) {
            switch (choice) {
            case 11: return call<detail::vector_softmax>(next(rows, number, depth - 1));
            case 12: return call<detail::main_diagonal>(next(rows, rows, depth - 1));
            default: return call<multiplication>(call<detail::matrix_inverse>(regular(rows, depth - 1)), next(rows, number, depth - 1));
            }
        }
        switch (choice) {
        case 11: return call<detail::matrix_inverse>(regular(rows, depth - 1));
        case 12: return call<detail::diagonal_of_vector>(next(rows, number, depth - 1));
        case 13: return call<multiplication>(call<detail::diagonal_of_vector>(next(rows, number, depth - 1)), next(rows, columns, depth - 1));
        case 14: return call<multiplication>(next(rows, columns, depth - 1), call<detail::matrix_inverse>(regular(rows, depth - 1)));
        default: return outer(next(rows, number, depth - 1), next(rows, number, depth - 1));
        }
    }
    int below(int n) {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(n));
    }
    template <class F>
    written const& call(written const& a) {
        return made(*detail::registered<F>::descriptor, {&a, nullptr});
    }

private:
    written const& number_of(int choice, int inner, int depth) {
        switch (choice) {
        case 11: return call<detail::sum_of_entries>(next(inner, below(4), depth));
        case 12: return call<detail::matrix_trace>(next(inner, inner, depth));
        case 13: return call<detail::determinant_of_matrix>(regular(inner, depth));
        case 14: return call<detail::log_determinant>(regular(inner, depth));
        case 15: return call<detail::euclidean_norm>(call<addition>(next(inner, below(4), depth), fraction(3)));
        case 16: return call<detail::vector_log_sum_exp>(next(inner, number, depth));
        case 17: {
            written const& a = next(inner, number, depth);
            return call<detail::inner_product>(a, below(2) == 0 ? a : next(inner, number, depth));
        }
        case 18: return call<averaging>(next(inner, number, depth));  // of a number over one row
        case 19: return call<detail::inner_product>(next(inner, 1, depth), next(inner, 1, depth));
        case 20: return call<power>(call<detail::euclidean_norm>(next(inner, below(4), depth)), fraction(2));
        default: return call<detail::sum_of_entries>(call<detail::entrywise_product>(next(inner, 1, depth), next(inner, 1, depth)));
        }
    }
    written const& leaf(int rows, int columns) {
        int const choice = below(8);
        if (rows == number && columns == number && choice < 3) return fraction(1 + choice);
        if (choice == 0 && rows == columns) return dimensioned<detail::identity_matrix>("", rows, columns, false);
        if (choice == 1) return dimensioned<detail::ones_vector>("", rows, columns, false);
        return symbol_of(rows, columns, choice % 2);
    }
    written const& symbol_of(int rows, int columns, int which) {
        bool const symmetric = rows == columns && rows != number && which == 1;
        for (variable const& v : variables_)
            if (v.rows == rows && v.columns == columns && (v.name[0] == 'S') == symmetric && v.name.back() == "ab"[which]) return *v.symbol;
        std::string name = symmetric ? "S" : "X";
        for (int d : {rows, columns}) name += "mnk1"[d];
        names_.push_back(name + "ab"[which]);
        written const& w = rows == number && columns == number ? symbol(names_.back()) : dimensioned<detail::matrix_variable>(names_.back().c_str(), rows, columns, symmetric);
        variables_.push_back({&w, names_.back(), rows, columns});
        return w;
    }
    written const& symbol(std::string const& name) {
        nodes_.push_back(detail::written_variable(name.c_str(), false));
        return nodes_.back();
    }
    template <class F>
    written const& dimensioned(char const* name, int rows, int columns, bool symmetric) {
        auto& all = operands_.emplace_back();
        all = {&dimensions_[static_cast<std::size_t>(rows)], &dimensions_[static_cast<std::size_t>(columns)]};
        nodes_.push_back(detail::written_leaf<F>(name, all.data(), symmetric));
        return nodes_.back();
    }
    written const& entrywise(written const& u) {
        switch (below(7)) {
        case 0: return call<sine>(u);
        case 1: return call<hyperbolic_tangent>(u);
        case 2: return call<logistic>(u);
        case 3: return call<power>(u, fraction(2));
        case 4: return call<logarithm>(positive(u));
        case 5: return call<square_root>(positive(u));
        default: return call<power>(positive(u), fraction(-1));
        }
    }
    written const& positive(written const& u) { return call<addition>(call<power>(u, fraction(2)), fraction(1)); }
    /// A well-conditioned square matrix.
    written const& regular(int size, int depth) {
        written const& small = call<division>(call<hyperbolic_tangent>(next(size, size, depth - 1)), fraction(8));
        return call<addition>(small, dimensioned<detail::identity_matrix>("", size, size, false));
    }
    written const& outer(written const& a, written const& b) { return call<multiplication>(a, call<detail::transposition>(b)); }
    written const& fraction(int n) {
        nodes_.push_back(detail::written_number(n));
        return nodes_.back();
    }
    template <class F>
    written const& call(written const& a, written const& b) {
        return made(*detail::registered<F>::descriptor, {&a, &b});
    }
    written const& made(function const& fn, std::array<written const*, 2> operands) {
        auto& kept = operands_.emplace_back(operands);
        written w{.what = form::call, .hash = fn.hash, .fn = &fn, .operands = kept.data(), .count = fn.arity};
        for (int k = 0; k < fn.arity; ++k) w.hash = detail::mix(w.hash, operands[static_cast<std::size_t>(k)]->hash);
        nodes_.push_back(w);
        return nodes_.back();
    }

    std::uint64_t state_;
    std::deque<written> dimensions_, nodes_;
    std::deque<std::array<written const*, 2>> operands_;
    std::deque<std::string> names_;
    std::deque<variable> variables_;
};

}  // namespace matrix_values
