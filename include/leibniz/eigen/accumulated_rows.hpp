#pragma once

#include <leibniz/eigen/exact_sum.hpp>
#include <leibniz/language/text_view.hpp>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace leibniz::inline v0_1::detail {

/// What a symbol was bound to, or what a reduction reduces: nothing is known yet, one number for all rows, a column.
enum class row_binding : unsigned char { nothing, number, column };

/// All that is kept of rows: the sums of the reductions, and what was the same for all of them. (Keyed by sizes, not by the model.)
template <class T, int Variables, int Reductions>
struct accumulated_rows {
    std::uint64_t rows = 0;
    row_binding bound[Variables + 1]{}, reduced[Reductions + 1]{};
    T numbers[Variables + 1]{};  // those that symbols are bound to
    T fixed[Reductions + 1]{};   // those that are reduced
    exact_sum<T> sums[Reductions + 1]{};

    /// Throws std::invalid_argument if the rows of `other` belong to other sums; `names` are those of the symbols.
    void require_same(accumulated_rows const& other, text_view const* names) const {
        for (int v = 0; v < Variables; ++v) {
            if (bound[v] == row_binding::nothing || other.bound[v] == row_binding::nothing) continue;
            bool const numbers_now = other.bound[v] == row_binding::number;
            if (bound[v] != other.bound[v])
                throw std::invalid_argument("accumulator: " + std::string(names[v]) + " was bound to a " +
                                            (numbers_now ? "column before and is a number" : "number before and is a column") +
                                            " now; bind it alike for all rows");
            if (numbers_now && std::memcmp(&numbers[v], &other.numbers[v], sizeof(T)) != 0)
                throw std::invalid_argument("accumulator: " + std::string(names[v]) + " was " + written(numbers[v]) + " before and is " +
                                            written(other.numbers[v]) + " now; it must be the same for all rows");
        }
        constexpr std::uint64_t most = std::uint64_t(-1) / 2;  // so many terms a sum holds
        if (rows > most || other.rows > most - rows) throw std::invalid_argument("accumulator: more than 2^63 - 1 rows");
    }
    void merge(accumulated_rows const& other) {
        rows += other.rows;
        for (int v = 0; v < Variables; ++v)
            if (bound[v] == row_binding::nothing) bound[v] = other.bound[v], numbers[v] = other.numbers[v];
        for (int k = 0; k < Reductions; ++k) {
            if (reduced[k] == row_binding::nothing) reduced[k] = other.reduced[k], fixed[k] = other.fixed[k];
            sums[k] += other.sums[k];
        }
    }

    static constexpr std::size_t byte_count = 8 + static_cast<std::size_t>(Variables) * (1 + sizeof(T)) +
                                              static_cast<std::size_t>(Reductions) * (1 + sizeof(T) + exact_sum<T>::byte_count);
    /// Hands over every part in order, for writing and for reading.
    template <class Rows, class F>
    static void each_part(Rows& all, F const& take) {
        take(all.rows);
        for (int v = 0; v < Variables; ++v) take(all.bound[v]), take(all.numbers[v]);
        for (int k = 0; k < Reductions; ++k) take(all.reduced[k]), take(all.fixed[k]), take(all.sums[k]);
    }

private:
    static std::string written(T number) {
        char text[64];
        return {text, std::to_chars(text, text + sizeof text, number).ptr};
    }
};

/// Writes numbers as bytes one after the other, the lowest first on every processor.
class byte_writer {
public:
    explicit byte_writer(std::byte* to) : to_(to) {}
    template <class T>
    void put(T const& value) {
        if constexpr (std::is_floating_point_v<T>)
            put(__builtin_bit_cast(std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>, value));
        else
            for (std::size_t k = 0; k < sizeof(T); ++k) *to_++ = static_cast<std::byte>(static_cast<std::uint64_t>(value) >> (8 * k));
    }
    template <class T>
    void put(exact_sum<T> const& value) {
        for (std::byte const each : value.bytes()) *to_++ = each;
    }

private:
    std::byte* to_;
};

class byte_reader {
public:
    explicit byte_reader(std::byte const* from) : from_(from) {}
    template <class T>
    void get(T& value) {
        if constexpr (std::is_floating_point_v<T>) {
            std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t> bits;
            get(bits);
            value = __builtin_bit_cast(T, bits);
        } else {
            std::uint64_t bits = 0;
            for (std::size_t k = 0; k < sizeof(T); ++k) bits |= static_cast<std::uint64_t>(*from_++) << (8 * k);
            value = static_cast<T>(bits);
        }
    }
    template <class T>
    void get(exact_sum<T>& value) {
        value = exact_sum<T>::from_bytes({from_, exact_sum<T>::byte_count});
        from_ += exact_sum<T>::byte_count;
    }

private:
    std::byte const* from_;
};

}  // namespace leibniz::inline v0_1::detail
