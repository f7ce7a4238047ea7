#pragma once

#include <leibniz/graph/buffer.hpp>

#include <cstdint>

namespace leibniz::inline v0_1 {

/// A hash table of numbered things that are stored elsewhere. A few things are compared one by one, which takes fewer statements
/// in constant evaluation.
class lookup {
public:
    /// The number for which `same(number)` holds, or -1; `hash()` is the hash of the wanted thing.
    template <class Hash, class Same>
    constexpr int find(Hash hash, Same same) const {
        if (size_ <= few) {
            for (int i = 0; i < size_; ++i)
                if (same(i)) return i;
            return -1;
        }
        std::uint64_t const wanted = hash();
        for (auto slot = static_cast<unsigned>(wanted) & mask(); table_[slot_of(slot)] > 0; slot = (slot + 1) & mask()) {
            int const i = table_[slot_of(slot)] - 1;
            if (same(i)) return i;
        }
        return -1;
    }

    /// Adds the next thing; `hash_of(number)` is the hash of any.
    template <class HashOf>
    constexpr void push(HashOf hash_of) {
        ++size_;
        if (size_ <= few) return;
        int const from = 2 * size_ > table_.size() ? 0 : size_ - 1;
        if (from == 0) table_ = buffer<int>(table_.empty() ? 8 * few : 4 * table_.size());
        for (int i = from; i < size_; ++i) {
            auto slot = static_cast<unsigned>(hash_of(i)) & mask();
            while (table_[slot_of(slot)] > 0) slot = (slot + 1) & mask();
            table_[slot_of(slot)] = i + 1;
        }
    }

private:
    static constexpr int few = 16;
    static constexpr int slot_of(unsigned slot) { return static_cast<int>(slot); }
    constexpr unsigned mask() const { return static_cast<unsigned>(table_.size() - 1); }

    buffer<int> table_;  // number + 1 by hash: open addressing; a power of two in size, at most half full
    int size_ = 0;
};

}  // namespace leibniz::inline v0_1
