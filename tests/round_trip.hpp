#pragma once

#include <leibniz/notation/styles/text.hpp>

#include <string_view>

// Included before each test and example: every expression of which a text is made, by whatever function, is recorded, for
// round_trip.cpp to read back.

namespace round_trip {

struct printed_expression {
    std::string_view text;
    leibniz::view canonical;
    printed_expression const* next;
};

inline printed_expression const* all = nullptr;

template <class Printed>
struct recorded;
template <class E>
struct recorded<leibniz::detail::printed<E, leibniz::text_style>> {
    using printed = leibniz::detail::printed<E, leibniz::text_style>;

    printed_expression entry;
    recorded() : entry{printed::report(), leibniz::canonical<E>, all} {
        if (!entry.canonical.matrices->exists) all = &entry;  // those of matrices are read in laws/matrices.cpp
    }
    static inline recorded const instance;

    static constexpr std::string_view report() {
        static_cast<void>(&instance);
        return printed::report();
    }
};

}  // namespace round_trip

/// What every text is taken from.
template <class E>
struct leibniz::detail::printable<leibniz::detail::printed<E, leibniz::text_style>> {
    using sentence = round_trip::recorded<leibniz::detail::printed<E, leibniz::text_style>>;
};
