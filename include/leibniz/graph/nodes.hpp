#pragma once

#include <leibniz/graph/buffer.hpp>
#include <leibniz/graph/function.hpp>
#include <leibniz/graph/rational.hpp>

#include <cstdint>
#include <string_view>

namespace leibniz {

/// The kinds of canonical node. Coefficients live only in `scale`, exponents only in `power`, so that like terms
/// and equal factors meet when two sorted lists are merged.
enum class kind : unsigned char { number, symbol, column, sum, product, scale, power, call, reduction };

/// One node; its operands are `count` entries of the operand array from `first` on.
struct node {
    kind what = kind::number;
    int first = 0, count = 0;
    rational number{};             // number: the value; scale: the coefficient
    function const* fn = nullptr;  // the row of the function table, for every kind that has operands
    std::string_view name{};       // symbol, column
    int left = -1, right = -1;     // a product that was formed of two nodes: these, so that shared work stays shared
};

/// What an identity took for granted: the original was defined only where this holds of node `about`.
enum class predicate : unsigned char { nonzero, nonnegative, positive };
struct condition {
    predicate what = predicate::nonzero;
    int about = 0;
    friend constexpr bool operator==(condition, condition) = default;
};

/// What went wrong while a graph was built; said at the doors, never thrown.
struct faults {
    bool overflowed = false;            // an exact number left 64 bits
    bool lacks_partials = false;        // a derivative was asked for of a row that states none:
    function const* lacking = nullptr;  // this one
    bool is_matrix = false;             // a column was to be differentiated by other rows of a column

    constexpr void lack(function const* fn) { lacks_partials = true, lacking = fn; }
    constexpr void add(faults const& other) {
        overflowed = overflowed || other.overflowed;
        is_matrix = is_matrix || other.is_matrix;
        if (other.lacks_partials) lack(other.lacking);
    }
};

/// Nodes in topological order (operands before users), each structure stored once (hash-consing).
class nodes {
public:
    leibniz::faults faults{};

    constexpr node const& operator[](int i) const { return nodes_[i]; }
    constexpr int size() const { return nodes_.size(); }
    constexpr int operand(int i, int position) const { return operands_[nodes_[i].first + position]; }
    constexpr int const* operands(int i) const { return operands_.begin() + nodes_[i].first; }
    constexpr int const* operands() const { return operands_.begin(); }
    constexpr int operand_count() const { return operands_.size(); }
    constexpr node const* begin() const { return nodes_.begin(); }
    constexpr bool is(int i, kind k) const { return nodes_[i].what == k; }
    constexpr bool is_number(int i, rational r) const { return is(i, kind::number) && nodes_[i].number == r; }
    constexpr buffer<condition> const& conditions() const { return conditions_; }

    constexpr void record(condition c) {
        for (condition const& known : conditions_)
            if (known == c) return;
        conditions_.push(c);
    }

    /// Notes that product i was first formed as left times right.
    constexpr void formed_of(int i, int left, int right) {
        if (nodes_[i].left >= 0) return;
        nodes_[i].left = left;
        nodes_[i].right = right;
    }

    /// Takes over all nodes of a finished graph, in place of the node 1 that both begin with.
    constexpr void adopt(node const* all, int count, int const* operands, int operand_count) {
        nodes_.clear();
        hashes_.clear();
        operands_.clear();
        for (int k = 0; k < operand_count; ++k) operands_.push(operands[k]);
        for (int i = 0; i < count; ++i) {
            nodes_.push(all[i]);
            hashes_.push(hash_of(all[i], operands + all[i].first));
        }
        int slots = 64;
        while (slots < 4 * count) slots *= 2;
        index_into(slots);
    }

    /// The node of this content: the one that exists, else a new one.
    constexpr int intern(node content, int const* operands) {
        if (!content.number.valid()) faults.overflowed = true;
        std::uint64_t const hash = hash_of(content, operands);
        if (2 * (nodes_.size() + 1) > table_.size()) grow();
        auto const mask = static_cast<std::uint64_t>(table_.size() - 1);
        std::uint64_t slot = hash & mask;
        for (; table_[static_cast<int>(slot)] >= 0; slot = (slot + 1) & mask) {
            int const known = table_[static_cast<int>(slot)];
            if (hashes_[known] == hash && same(nodes_[known], content, operands)) return known;
        }
        table_[static_cast<int>(slot)] = nodes_.size();
        content.first = operands_.size();
        for (int k = 0; k < content.count; ++k) operands_.push(operands[k]);
        hashes_.push(hash);
        nodes_.push(content);
        return nodes_.size() - 1;
    }

private:
    static constexpr std::uint64_t hash_of(node const& content, int const* operands) {
        constexpr std::uint64_t prime = 0xff51afd7ed558ccdu;  // statements are counted during compilation: few of them
        std::uint64_t hash = static_cast<std::uint64_t>(content.what) * 31 + static_cast<std::uint64_t>(content.number.numerator());
        if (content.count > 0) hash += content.fn->hash;
        else hash += static_cast<std::uint64_t>(content.number.denominator()) + detail::hash_of(content.name);
        for (int k = 0; k < content.count; ++k) hash = (hash ^ (hash >> 29) ^ static_cast<std::uint64_t>(operands[k])) * prime;
        return hash ^ (hash >> 32);
    }
    constexpr bool same(node const& known, node const& content, int const* operands) const {
        if (known.what != content.what || known.count != content.count) return false;
        if (known.count > 0 && *known.fn != *content.fn) return false;
        if (known.number != content.number) return false;
        if (known.count == 0 && known.name != content.name) return false;
        for (int k = 0; k < known.count; ++k)
            if (operands_[known.first + k] != operands[k]) return false;
        return true;
    }
    constexpr void grow() { index_into(table_.empty() ? 64 : 4 * table_.size()); }
    constexpr void index_into(int slots) {
        table_ = buffer<int>(slots, -1);
        auto const mask = static_cast<std::uint64_t>(table_.size() - 1);
        for (int i = 0; i < nodes_.size(); ++i) {
            std::uint64_t slot = hashes_[i] & mask;
            while (table_[static_cast<int>(slot)] >= 0) slot = (slot + 1) & mask;
            table_[static_cast<int>(slot)] = i;
        }
    }

    buffer<node> nodes_;
    buffer<int> operands_;
    buffer<std::uint64_t> hashes_;
    buffer<int> table_;  // open addressing; a power of two in size, at most half full
    buffer<condition> conditions_;
};

}  // namespace leibniz
