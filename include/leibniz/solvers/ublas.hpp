#pragma once

#include <boost/numeric/ublas/storage.hpp>
#include <boost/version.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>

// Before Boost 1.76 uBLAS calls std::allocator::construct, which C++20 no longer has (its issue 96). Debian 12 has 1.74. The two
// functions that call it are stated here for numbers, which need no construction.

#if BOOST_VERSION < 107600

namespace leibniz::inline v0_1::detail {

/// Replaces `size` numbers at `data` by `wanted` ones: the old ones where they are kept, and `fill` behind them.
template <class Allocator, class T, class Size>
void resize_numbers(Allocator& memory, T*& data, Size& size, Size wanted, T fill, bool keep) {
    if (wanted == size) return;
    T* const numbers = wanted == 0 ? nullptr : memory.allocate(wanted);
    if (keep) std::fill(std::copy_n(data, std::min(size, wanted), numbers), numbers + wanted, fill);
    if (size != 0) memory.deallocate(data, size);
    data = numbers;
    size = wanted;
}

}  // namespace leibniz::inline v0_1::detail

namespace boost::numeric::ublas {

template <>
inline unbounded_array<double>::unbounded_array(std::size_t size, std::allocator<double> const& a) : alloc_(a), size_(size) {
    data_ = size == 0 ? nullptr : alloc_.allocate(size);
}
template <>
inline unbounded_array<float>::unbounded_array(std::size_t size, std::allocator<float> const& a) : alloc_(a), size_(size) {
    data_ = size == 0 ? nullptr : alloc_.allocate(size);
}
template <>
inline unbounded_array<std::size_t>::unbounded_array(std::size_t size, std::allocator<std::size_t> const& a) : alloc_(a), size_(size) {
    data_ = size == 0 ? nullptr : alloc_.allocate(size);
}
template <>
inline void unbounded_array<double>::resize_internal(std::size_t size, double fill, bool keep) {
    leibniz::detail::resize_numbers(alloc_, data_, size_, size, fill, keep);
}
template <>
inline void unbounded_array<float>::resize_internal(std::size_t size, float fill, bool keep) {
    leibniz::detail::resize_numbers(alloc_, data_, size_, size, fill, keep);
}
template <>
inline void unbounded_array<std::size_t>::resize_internal(std::size_t size, std::size_t fill, bool keep) {
    leibniz::detail::resize_numbers(alloc_, data_, size_, size, fill, keep);
}

}  // namespace boost::numeric::ublas

#endif
