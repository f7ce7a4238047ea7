#pragma once

#include <cmath>
#include <limits>

namespace leibniz::detail {

/// A sum that keeps its digits over many rows, by Neumaier's correction (Neumaier 1974). Blocks of rows are summed before.
template <class T>
class compensated_sum {
public:
    void add(T value) {
        T const sum = total_ + value;
        using std::abs;
        correction_ += abs(total_) >= abs(value) ? (total_ - sum) + value : (value - sum) + total_;
        total_ = sum;
    }
    compensated_sum& operator+=(compensated_sum const& other) {
        add(other.total_);
        correction_ += other.correction_;
        return *this;
    }
    T total() const { return std::numeric_limits<T>::is_integer || !(correction_ == correction_) ? total_ : total_ + correction_; }

private:
    T total_ = T(0), correction_ = T(0);
};

}  // namespace leibniz::detail
