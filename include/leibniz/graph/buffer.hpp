#pragma once

namespace leibniz::inline v0_1 {

namespace detail {

/// Memory of large elements in constant evaluation: g++ initializes it in one step, but what `new T[n]` gives one by one, each at
/// the cost of ten pushes. What is not used of it costs nothing. Other compilers do without; a buffer has the same members with all, since
/// what they compile may be linked together.
template <class T, bool Large>
struct memory_for {};
template <class T>
struct memory_for<T, true> {
    struct memory {
        static constexpr int size = 1 << 14;
        T all[size]{};
    };
    memory* held = nullptr;  // at run time none
};
#if defined(__GNUC__) && !defined(__clang__)
inline constexpr bool initializes_at_once = true;
template <class T>
inline constexpr bool are_discarded = __has_trivial_destructor(T);  // by <type_traits> models take a hundredth longer to compile
#else
inline constexpr bool initializes_at_once = false;
template <class T>
inline constexpr bool are_discarded = __is_trivially_destructible(T);
#endif
template <class T>
inline constexpr bool are_large = sizeof(T) >= 40 && !__is_trivially_constructible(T) && are_discarded<T>;

}  // namespace detail

/// A growable array that works during constant evaluation on every compiler (std::vector does not yet).
template <class T>
class buffer : detail::memory_for<T, detail::are_large<T>> {
    static constexpr bool large = detail::are_large<T> && detail::initializes_at_once;

public:
    constexpr buffer() = default;
    constexpr explicit buffer(int size) {
        if (size <= 0) return;
        size_ = size;
        if constexpr (large)
            if (take_memory(size)) return;
        data_ = new T[static_cast<unsigned>(size)]{};
        capacity_ = size;
    }
    constexpr buffer(int size, T const& value) {
        reserve(size);
        for (T *at = data_, *end = at + size; at != end; ++at) *at = value;
        size_ = size;
    }
    constexpr buffer(buffer&& other) noexcept : data_(other.data_), size_(other.size_), capacity_(other.capacity_) {
        other.data_ = nullptr;
        other.size_ = other.capacity_ = 0;
        if constexpr (large) this->held = other.held, other.held = nullptr;
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
        if constexpr (large) {
            auto* const before = this->held;
            this->held = other.held;
            other.held = before;
        }
        size_ = other.size_;
        capacity_ = other.capacity_;
        return *this;
    }
    [[gnu::noinline]] constexpr ~buffer() {  // called where a throw is cleaned up, too
        if constexpr (large) release(data_, this->held);
        else delete[] data_;
    }

    constexpr void push(T const& value) {
        if (size_ == capacity_) {
            T const kept = value;  // NOLINT(performance-unnecessary-copy-initialization): it may live in this very buffer
            reserve(4 * capacity_ + fewest);
            data_[size_++] = kept;
            return;
        }
        data_[size_++] = value;
    }
    /// Adds an element; returns it, to be filled in.
    constexpr T& add() {
        if (size_ == capacity_) reserve(4 * capacity_ + fewest);
        return data_[size_++];
    }
    /// Appends several at once, because the call is most of the cost of a push in constant evaluation.
    [[gnu::noinline]] constexpr void append(T const* from, int count) {
        if (size_ + count > capacity_) reserve(4 * capacity_ + fewest < size_ + count ? size_ + count : 4 * capacity_ + fewest);
        T* to = data_ + size_;
        size_ += count;
        for (; count >= 4; count -= 4, to += 4, from += 4) to[0] = from[0], to[1] = from[1], to[2] = from[2], to[3] = from[3];
        for (; count > 0; --count) *to++ = *from++;
    }
    /// Appends a copy of its own range.
    constexpr void append_own(int first, int count) {
        if (size_ + count > capacity_) reserve(4 * capacity_ + fewest < size_ + count ? size_ + count : 4 * capacity_ + fewest);
        append(data_ + first, count);
    }
    /// Reserves capacity, which costs less than growing step by step. New elements are not zeroed, which saves constexpr steps.
    [[gnu::noinline]] constexpr void reserve(int capacity) {
        if (capacity <= capacity_) return;
        T* const data = data_;
        if constexpr (large) {
            auto* const before = this->held;
            this->held = nullptr;
            if (!take_memory(capacity)) data_ = new T[static_cast<unsigned>(capacity)], capacity_ = capacity;
            for (int i = 0; i < size_; ++i) data_[i] = data[i];
            release(data, before);
        } else {
            data_ = new T[static_cast<unsigned>(capacity)];
            for (int i = 0; i < size_; ++i) data_[i] = static_cast<T&&>(data[i]);
            delete[] data;
            capacity_ = capacity;
        }
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
    static constexpr int fewest = __is_trivially_constructible(T) ? 8 : 2;

    constexpr bool take_memory(int capacity) {
        using all_at_once = typename buffer::memory;
        if (!__builtin_is_constant_evaluated() || capacity > all_at_once::size) return false;
        this->held = new all_at_once;
        data_ = this->held->all;
        capacity_ = all_at_once::size;
        return true;
    }
    template <class Memory>
    static constexpr void release(T* data, Memory* held) {
        if (held != nullptr) delete held;
        else delete[] data;
    }

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
    for (int i = 0, j = half, out = 0; i < half; ++out) first[out] = j < size && less(first[j], left[i]) ? first[j++] : left[i++];
}

}  // namespace leibniz::inline v0_1
