#pragma once

#include <leibniz/graph/buffer.hpp>

#include <cstdint>

namespace leibniz::inline v0_1 {

/// A hash table of numbered things that are stored elsewhere; here are their hashes.
class lookup {
public:
    /// The number of the thing that has this hash and for which `same(number)` holds, or -1.
    template <class Same>
    constexpr int find(std::uint64_t hash, Same same) const {
        int const* const table = mask_ < few ? few_ : slots_.begin();
        std::uint64_t const* const hashes = hashes_.begin();
        for (auto slot = static_cast<unsigned>(hash) & mask_; table[slot] > 0; slot = (slot + 1) & mask_)
            if (int const i = table[slot] - 1; hashes[i] == hash && same(i)) return i;
        return -1;
    }
    /// The number of the thing that has this hash, or -1.
    constexpr int find(std::uint64_t hash) const {
        int const* const table = mask_ < few ? few_ : slots_.begin();
        std::uint64_t const* const hashes = hashes_.begin();
        for (auto slot = static_cast<unsigned>(hash) & mask_; table[slot] > 0; slot = (slot + 1) & mask_)
            if (hashes[table[slot] - 1] == hash) return table[slot] - 1;
        return -1;
    }

    /// Adds the next thing.
    constexpr void push(std::uint64_t hash) {
        hashes_.push(hash);
        auto const size = static_cast<unsigned>(hashes_.size());
        if (2 * size > mask_) {
            mask_ = 4 * mask_ + 3;
            slots_ = buffer<int>(static_cast<int>(mask_ + 1));
            for (unsigned number = 1; number < size; ++number) place(number);
        }
        place(size);
    }

private:
    constexpr void place(unsigned number) {
        int* const table = mask_ < few ? few_ : slots_.begin();
        auto slot = static_cast<unsigned>(hashes_.begin()[number - 1]) & mask_;
        while (table[slot] > 0) slot = (slot + 1) & mask_;
        table[slot] = static_cast<int>(number);
    }

    // Slots hold a number + 1, or 0: open addressing; a power of two of them, at most half full. The first ones stand here,
    // because constant evaluation initializes them at once, but those of a buffer one by one.
    static constexpr unsigned few = 256;
    unsigned mask_ = few - 1;
    int few_[few]{};
    buffer<int> slots_;  // of more
    buffer<std::uint64_t> hashes_;
};

}  // namespace leibniz::inline v0_1
