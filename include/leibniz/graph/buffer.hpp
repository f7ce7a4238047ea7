#pragma once

namespace leibniz::inline v0_1 {

/// A growable array that works during constant evaluation on every compiler (std::vector does not yet).
template <class T>
class buffer {
public:
    constexpr buffer() = default;
    constexpr explicit buffer(int size) {
        if (size <= 0) return;
        data_ = new T[static_cast<unsigned>(size)]{};
        size_ = capacity_ = size;
    }
    constexpr buffer(int size, T const& value) {
        reserve(size);
        for (T *at = data_, *end = at + size; at != end; ++at) *at = value;
        size_ = size;
    }
    constexpr buffer(buffer&& other) noexcept : data_(other.data_), size_(other.size_), capacity_(other.capacity_) {
        other.data_ = nullptr;
        other.size_ = other.capacity_ = 0;
    }
    constexpr buffer(buffer const& other) {
        reserve(other.size_);
        for (int i = 0; i < other.size_; ++i) data_[i] = other.data_[i];
        size_ = other.size_;
    }
    constexpr buffer& operator=(buffer other) noexcept {
        T* const data = data_;
        data_ = other.data_;
        other.data_ = data;
        size_ = other.size_;
        capacity_ = other.capacity_;
        return *this;
    }
    [[gnu::noinline]] constexpr ~buffer() { delete[] data_; }  // called where a throw is cleaned up, too

    constexpr void push(T const& value) {
        if (size_ == capacity_) {
            T const kept = value;  // NOLINT(performance-unnecessary-copy-initialization): it may live in this very buffer
            reserve(capacity_ == 0 ? first_capacity() : 4 * capacity_);
            data_[size_++] = kept;
            return;
        }
        data_[size_++] = value;
    }
    /// Adds an element; returns it, to be filled in.
    constexpr T& add() {
        if (size_ == capacity_) reserve(capacity_ == 0 ? first_capacity() : 4 * capacity_);
        return data_[size_++];
    }
    /// Appends several at once, because the call is most of the cost of a push in constant evaluation.
    [[gnu::noinline]] constexpr void append(T const* from, int count) {
        if (size_ + count > capacity_) reserve(4 * capacity_ < size_ + count ? size_ + count : 4 * capacity_);
        T* to = data_ + size_;
        size_ += count;
        for (; count >= 4; count -= 4, to += 4, from += 4) to[0] = from[0], to[1] = from[1], to[2] = from[2], to[3] = from[3];
        for (; count > 0; --count) *to++ = *from++;
    }
    /// Appends a copy of its own range.
    constexpr void append_own(int first, int count) {
        if (size_ + count > capacity_) reserve(4 * capacity_ < size_ + count ? size_ + count : 4 * capacity_);
        append(data_ + first, count);
    }
    /// Reserves capacity, which costs less than growing step by step. New elements are not zeroed, which saves constexpr steps.
    [[gnu::noinline]] constexpr void reserve(int capacity) {
        if (capacity <= capacity_) return;
        T* const data = new T[static_cast<unsigned>(capacity)];
        for (int i = 0; i < size_; ++i) data[i] = static_cast<T&&>(data_[i]);
        delete[] data_;
        data_ = data;
        capacity_ = capacity;
    }
    constexpr T pop() { return data_[--size_]; }
    constexpr void clear() { size_ = 0; }
    constexpr void truncate(int size) { size_ = size; }

    constexpr T& operator[](int i) { return data_[i]; }
    constexpr T const& operator[](int i) const { return data_[i]; }
    constexpr T& back() { return data_[size_ - 1]; }
    constexpr T const& back() const { return data_[size_ - 1]; }
    constexpr int size() const { return size_; }
    constexpr bool empty() const { return size_ == 0; }
    constexpr T* begin() { return data_; }
    constexpr T* end() { return data_ + size_; }
    constexpr T const* begin() const { return data_; }
    constexpr T const* end() const { return data_ + size_; }

private:
    // Every element that `new` initializes costs constant evaluation as much as two pushes; many buffers hold one or two.
    static constexpr int first_capacity() { return __is_trivially_constructible(T) ? 8 : 2; }

    T* data_ = nullptr;
    int size_ = 0, capacity_ = 0;
};

/// Stable merge sort: O(n log n) comparisons for every input, almost no overhead if it is sorted already.
template <class T, class Less>
constexpr void sort(T* first, int size, Less less) {
    int sorted = 1;
    while (sorted < size && !less(first[sorted], first[sorted - 1])) ++sorted;
    if (sorted >= size) return;
    if (size <= 12) {
        for (int i = sorted; i < size; ++i) {
            T const value = first[i];
            int j = i;
            for (; j > 0 && less(value, first[j - 1]); --j) first[j] = first[j - 1];
            first[j] = value;
        }
        return;
    }
    int const half = size / 2;
    sort(first, half, less);
    sort(first + half, size - half, less);
    buffer<T> left;
    for (int i = 0; i < half; ++i) left.push(first[i]);
    int i = 0, j = half, out = 0;
    while (i < half && j < size) {
        if (less(first[j], left[i])) first[out++] = first[j++];
        else first[out++] = left[i++];
    }
    while (i < half) first[out++] = left[i++];
}

}  // namespace leibniz::inline v0_1
