#pragma once

#include <leibniz/eigen/exact_sum.hpp>
#include <leibniz/eigen/lane.hpp>

#include <algorithm>
#include <cstdint>

namespace leibniz::inline v0_1::detail {

// Terms are summed exactly in two windows, numbers 1.5*2^k whose last places are fixed: high + x rounds x to the last place of
// `high`, what that loses is exact and is added to `low`, and what `low` loses must be 0 (after Rump, Ogita and Oishi 2008). Together
// they hold multiples of 2^(k - 98). Where anything is lost, or a term is too large, the terms are added by more windows.

/// The place of a pair of windows. Each sum of a packet takes `most_terms` until it could leave its binade.
struct window {
    static constexpr int most_terms = 64, to_low = -46, least = -970, most = 1022;

    int k = least;

    static constexpr double of(int exponent) {
        return __builtin_bit_cast(double, (static_cast<std::uint64_t>(exponent + 1023) << 52) | 1ull << 51);
    }
    double high() const { return of(k); }
    double low() const { return of(k + to_low); }
    int high_unit() const { return k - 52; }
    int low_unit() const { return k + to_low - 52; }
    /// The windows for terms below 2^(order + 1), wider by some places.
    static window for_order(int order, int wider) { return {std::clamp(order + 8 + wider, least, most)}; }
};

/// What some packets of sums add in their windows.
template <class P, int Packets>
struct windowed_sums {
    using words = typename P::words;

    P high[Packets], low[Packets];

    [[gnu::always_inline]] void start(window const& at) {
        for (int part = 0; part < Packets; ++part) high[part] = P(at.high()), low[part] = P(at.low());
    }
    /// `moved` gets bits of the exponent where `high` leaves its binade, and `lost` bits below the sign where `low` rounds.
    [[gnu::always_inline]] void add(int part, P term, words& moved, words& lost) {
        P const above = high[part] + term, rest = term - (above - high[part]), below = low[part] + rest;
        moved |= above.bits() ^ high[part].bits();
        lost |= (below - low[part]).bits() ^ rest.bits();
        high[part] = above, low[part] = below;
    }
    /// Adds a term that fits and returns what is lost.
    [[gnu::always_inline]] P add(int part, P term) {
        P const above = high[part] + term, rest = term - (above - high[part]), below = low[part] + rest, lost = rest - (below - low[part]);
        high[part] = above, low[part] = below;
        return lost;
    }
    static bool are_exact(words const& moved, words const& lost) {
        std::uint64_t wrong = 0;
        for (int k = 0; k < P::size; ++k) wrong |= moved[k] >> 52 | lost[k] << 1;
        return wrong == 0;
    }
};

/// The sums of some blocks in a window, in units of the last place, before they are added to the exact sum.
struct sums_of_blocks {
    static constexpr int most_blocks = 64;  // of less than 2^57 units

    window at;
    int blocks = 0;
    std::uint64_t above = 0, below = 0;

    /// Adds how far the sums of a block are from the middle of their windows.
    template <class T, class P, int Packets>
    [[gnu::always_inline]] void add(windowed_sums<P, Packets> const& sums, exact_sum<T>& to) {
        typename P::words high{}, low{};
        for (int part = 0; part < Packets; ++part)
            high += sums.high[part].bits() - P(at.high()).bits(), low += sums.low[part].bits() - P(at.low()).bits();
        for (int k = 0; k < P::size; ++k) above += high[k], below += low[k];
        if (++blocks == most_blocks) [[unlikely]]
            hand_over(to);
    }
    template <class T>
    [[gnu::noinline]] void hand_over(exact_sum<T>& to) {
        to.add_multiple(static_cast<std::int64_t>(above), at.high_unit());
        to.add_multiple(static_cast<std::int64_t>(below), at.low_unit());
        above = 0, below = 0, blocks = 0;
    }
    template <class T>
    void move(window const& next, exact_sum<T>& to) {
        hand_over(to);
        at = next;
    }
};

/// Adds terms by as many windows below one another as they need, and overwrites them. Returns the order of the largest term. Numbers
/// that do not fill packets, are infinite or at the ends of the range are added one by one.
template <class P, int Packets, class T>
[[gnu::noinline]] int add_by_many_windows(exact_sum<T>& sum, double* terms, int count) {
    std::uint64_t largest = 0;
    for (int k = 0; k < count; ++k) largest = std::max(largest, __builtin_bit_cast(std::uint64_t, terms[k]) << 1);
    int const found = static_cast<int>(largest >> 53) - 1023;
    for (int order = found; largest != 0 && count % (Packets * P::size) == 0 && order > window::least && order < window::most - 8;) {
        sums_of_blocks block{window::for_order(order, 0)};
        windowed_sums<P, Packets> sums;
        sums.start(block.at);
        typename P::words lost{};
        for (int k = 0; k < count; k += Packets * P::size)
#pragma GCC unroll 8
            for (int part = 0; part < Packets; ++part) {
                double* const place = terms + k + part * P::size;
                P const rest = sums.add(part, P::load(place));
                lost |= rest.bits();
                rest.store(place);
            }
        block.add(sums, sum);
        block.hand_over(sum);
        largest = 0;
        for (int k = 0; k < P::size; ++k) largest |= lost[k] << 1;
        order = block.at.low_unit() - 1;
    }
    if (largest != 0)
        for (int k = 0; k < count; ++k) sum.add(static_cast<T>(terms[k]));
    return found;
}

/// Adds terms by the windows that suited those before, and finds others where these do not; then it overwrites the terms.
template <class P, int Packets, class T>
[[gnu::noinline]] void add_by_windows(exact_sum<T>& sum, double* terms, int count, sums_of_blocks& blocks) {
    windowed_sums<P, Packets> sums;
    sums.start(blocks.at);
    typename P::words moved{}, lost{};
    int const whole = count - count % (Packets * P::size);
    for (int k = 0; k < whole; k += Packets * P::size)
#pragma GCC unroll 8
        for (int part = 0; part < Packets; ++part) sums.add(part, P::load(terms + k + part * P::size), moved, lost);
    if (whole == count && sums.are_exact(moved, lost)) blocks.add(sums, sum);
    else blocks.move(window::for_order(add_by_many_windows<P, Packets>(sum, terms, count), 2), sum);
}

/// The running sums of a block: of windows, in registers; or the terms, in memory, of which another loop makes the sums. That is
/// faster for many sums, and serves where windows fail.
template <class Lane, int Count>
struct exact_running_sums {
    using T = typename Lane::number;
    static constexpr int per_part = sizeof(T) == 4 ? 2 : 1, slots = Lane::packets * per_part;  // floats are widened
    static constexpr bool in_registers = Count * slots <= 6;
    using real = vector_math::packet<double, Lane::per_packet / per_part, vector_math::rounding::separate>;

    windowed_sums<real, slots> of[in_registers ? Count + 1 : 1];
    typename real::words moved, lost;
    double* terms;  // of the first sum, those of the others follow; null if there are windows
    Eigen::Index kept, room;

    /// Adds a lane to sum r: `add` for all sums, then `next`.
    [[gnu::always_inline]] void add(int r, Lane const& rows) {
        Lane::unrolled([&](auto part) {
            if constexpr (per_part == 2) {
                add_packet(r, 2 * part, vector_math::widened<0>(rows.of[part]));
                add_packet(r, 2 * part + 1, vector_math::widened<Lane::per_packet / 2>(rows.of[part]));
            } else add_packet(r, part, rows.of[part]);
        });
    }
    [[gnu::always_inline]] void next() { kept += Lane::width; }

private:
    [[gnu::always_inline]] void add_packet(int r, int slot, real const& term) {
        if (!in_registers || terms != nullptr) [[unlikely]]
            term.store(terms + r * room + kept + slot * real::size);
        else of[r].add(slot, term, moved, lost);
    }
};

/// The sums of one block of rows after the other.
template <class Lane, int Count>
class exact_block {
public:
    using running = exact_running_sums<Lane, Count>;

    explicit exact_block(bool) { std::fill_n(order_, Count, window::least); }

    /// So many lanes at most come next.
    Eigen::Index most_lanes() const {
        if (!running::in_registers) return lanes_kept;
        return keeps_ > 0 ? std::min<Eigen::Index>(keeps_, lanes_kept) : lanes_of_window;
    }
    [[gnu::always_inline]] void start(running& sums, bool is_rest) {
        if constexpr (running::in_registers)
            for (int r = 0; r < Count; ++r) sums.of[r].start(blocks_[r].at);
        sums.moved = sums.lost = typename real::words{};
        sums.terms = !running::in_registers || keeps_ > 0 || is_rest ? terms_ : nullptr;
        sums.kept = 0, sums.room = room;
    }
    /// Hands over the sums of some lanes; false if they must come once more.
    template <class Totals>
    bool finish(running const& sums, Totals& totals, Eigen::Index lanes) {
        if (!running::in_registers || sums.terms != nullptr) {
            add_terms(totals, 0, sums.kept);
            if (running::in_registers && keeps_ > 0 && (keeps_ -= lanes) <= 0)
                for (int r = 0; r < Count; ++r) blocks_[r].move(window::for_order(order_[r], 2), totals.of[r]), order_[r] = window::least;
        } else if (sums.of[0].are_exact(sums.moved, sums.lost)) {
            for (int r = 0; r < Count; ++r) blocks_[r].add(sums.of[r], totals.of[r]);
            blocks_kept_ = 1;
        } else {  // for the more blocks, the more often windows fail
            keeps_ = lanes * blocks_kept_;
            blocks_kept_ = std::min<Eigen::Index>(2 * blocks_kept_, 32);
            return false;
        }
        return true;
    }
    /// Hands over the last `rest` rows of a lane; keeps none of them.
    static constexpr bool keeps_rest = false;
    template <class Totals>
    void finish_rest(running const&, Totals& totals, Eigen::Index rest) {
        add_terms(totals, Lane::width - rest, rest);
    }

    /// Hands over what is left of all blocks.
    template <class Totals>
    void end(Totals& totals) {
        for (int r = 0; r < Count; ++r) blocks_[r].hand_over(totals.of[r]);
    }

private:
    using real = typename running::real;

    /// Adds so many of the terms in memory.
    template <class Totals>
    void add_terms(Totals& totals, Eigen::Index first, Eigen::Index count) {
        for (int r = 0; r < Count; ++r) {
            double* const terms = terms_ + r * room + first;
            if constexpr (running::in_registers)
                order_[r] = std::max(order_[r], add_by_many_windows<real, packets_of_terms>(totals.of[r], terms, static_cast<int>(count)));
            else add_by_windows<real, packets_of_terms>(totals.of[r], terms, static_cast<int>(count), blocks_[r]);
        }
    }

    static constexpr int lanes_of_window = window::most_terms;
    static constexpr int packets_of_terms = std::max(running::slots, 2);  // of most_terms each: as many as a block has, or more
    static constexpr int lanes_kept = std::clamp(16384 / ((Count + 1) * Lane::width * 8) * 2, 2, lanes_of_window);
    static constexpr int room = lanes_kept * Lane::width + 8;  // not all at the same place of a page

    Eigen::Index keeps_ = 4, blocks_kept_ = 1;  // lanes whose terms are kept: a few until windows are known, and where they fail
    sums_of_blocks blocks_[Count + 1];
    int order_[Count + 1];  // of the largest terms since windows failed
    alignas(64) double terms_[(Count + 1) * room];
};

}  // namespace leibniz::inline v0_1::detail
