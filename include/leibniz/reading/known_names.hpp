#pragma once

#include <leibniz/graph/buffer.hpp>
#include <leibniz/language/text_view.hpp>

namespace leibniz::inline v0_1 {

/// The names of a formula that has definitions, found by hash.
class known_names {
public:
    static constexpr int symbol = -1, unfinished = -2;
    struct known_name {
        text_view name{};
        unsigned hash = 0;
        int node = symbol;  // of its definition
        int first = 0;      // the number of nodes that were there before its first use
        int equation = -1;  // the position of = in its definition, until it is used
    };

    constexpr bool empty() const { return names_.empty(); }
    constexpr int size() const { return names_.size(); }
    constexpr known_name& operator[](int place) { return names_[place]; }

    /// The place of a name; a new one is put at the end.
    constexpr int place_of(text_view name, unsigned hash, int nodes) {
        if (2 * (names_.size() + 1) > slots_.size()) grow();
        int slot = slot_from(hash);
        for (; slots_[slot] >= 0; slot = slot_from(static_cast<unsigned>(slot) + 1))
            if (names_[slots_[slot]].name == name) return slots_[slot];
        slots_[slot] = names_.size();
        names_.push({name, hash, symbol, nodes});
        return slots_[slot];
    }

private:
    constexpr int slot_from(unsigned hash) const { return static_cast<int>(hash & static_cast<unsigned>(slots_.size() - 1)); }
    constexpr void grow() {
        slots_ = buffer<int>(slots_.empty() ? 16 : 2 * slots_.size(), -1);
        for (int i = 0; i < names_.size(); ++i) {
            int slot = slot_from(names_[i].hash);
            while (slots_[slot] >= 0) slot = slot_from(static_cast<unsigned>(slot) + 1);
            slots_[slot] = i;
        }
    }

    buffer<known_name> names_;
    buffer<int> slots_;  // a power of two of them; -1: free
};

}  // namespace leibniz::inline v0_1
