#pragma once

#include <leibniz/graph/buffer.hpp>
#include <leibniz/graph/function.hpp>
#include <leibniz/graph/lookup.hpp>
#include <leibniz/arithmetic/rational.hpp>
#include <leibniz/language/text_view.hpp>

#include <cstdint>

namespace leibniz::inline v0_1 {

/// The kinds of canonical node, those without operands first. Coefficients live only in `scale`, exponents only in `power`, so that like terms
/// and equal factors meet when two sorted lists are merged.
enum class kind : unsigned char { number, symbol, column, sum, product, scale, power, call, reduction };

/// How a product was first formed of `left` and `right`: by differentiation; as its model was written, as their product; as
/// `left` to the power of the number `right`; by differentiation of one of the latter. But for those of the first kind,
/// what the canonical form makes one flat product is evaluated so.
enum class product_formation : unsigned char { derived, written, power, differentiated };

/// One node; its operands are `count` entries of the operand array from `first` on.
struct node {
    kind what = kind::number;
    product_formation formed = product_formation::derived;  // where `left` is a node
    int first = 0, count = 0;
    rational
        number{};  // number: the value; scale: the coefficient; call, sum: 1 where conditions may make it 0; product: 2 beside numbers that stay;
                   // call: marked_kink of sign, hypot and logarithms of sigmoid, whose products and sums are looked at more closely
    function const* fn = nullptr;  // the row of the function table, for every kind that has operands
    text_view name{};              // symbol, column
    int left = -1, right = -1;     // a product that was formed of two nodes: these, so that shared work stays shared

    /// Whether a product is computed as it was written, whatever its canonical form; of several results, as it was formed.
    constexpr bool keeps_form(bool shared = false) const { return left >= 0 && (shared || formed != product_formation::derived); }

    /// Asked of the kind: with g++'s -fsanitize=null no address is known to differ from nullptr in a constant expression.
    constexpr bool has_row() const { return what > kind::column; }
};

/// What `number` says of the calls of sign and of hypot.
inline constexpr int marked_kink = 2;

/// A condition that an identity assumed: the original was defined only where it holds of node `about`.
/// (Of matrices that do not fit, which ones they are.)
enum class predicate : unsigned char { nonzero, nonnegative, positive, left_of_misfit, right_of_misfit };
struct condition {
    predicate what = predicate::nonzero;
    int about = 0;
    friend constexpr bool operator==(condition, condition) = default;
    constexpr std::uint64_t hash() const { return detail::mix(static_cast<std::uint64_t>(about), static_cast<std::uint64_t>(what)); }
};

/// How matrices do not fit: the sentences are in matrix/diagnosis.hpp.
enum class shape_fault : unsigned char { none, sum, entrywise, product, quotient, square, diagonal_matrix, vector, gradient, indices, differential, power };

/// What went wrong while a graph was built. Public functions report it; the engine never throws.
struct faults {
    bool overflowed = false;            // an exact number left 64 bits
    bool exhausted = false;             // the allowed effort did not suffice
    bool lacks_partials = false;        // a derivative was needed of a function that states none:
    function const* lacking = nullptr;  // this one
    bool is_matrix = false;             // a column was differentiated by other rows of a column
    bool inexact = false;               // a user's block makes a derivative of something else than terms and exact numbers
    shape_fault shapes = shape_fault::none;  // matrices do not fit
    bool chooses = false;               // no fault: a choice was built, and conditions on record may be those of one branch

    constexpr void lack(function const* fn) { lacks_partials = true, lacking = fn; }
    constexpr void add(faults const& other) {
        overflowed = overflowed || other.overflowed;
        exhausted = exhausted || other.exhausted;
        is_matrix = is_matrix || other.is_matrix;
        chooses = chooses || other.chooses;
        if (shapes == shape_fault::none) shapes = other.shapes;
        if (other.lacks_partials) lack(other.lacking);
    }
};

/// As much effort as it takes.
inline constexpr long long unlimited = 0x7fff'ffff'ffff'ffff;

/// Nodes in topological order (operands before users), each structure stored once (hash-consing).
///
/// Compilers limit the statements of one constant expression, and text from strangers must not hold a program up. So the work is
/// counted, in about the statements that clang counts. Once more than `allowed` is spent, nothing more is built, all loops end
/// soon, and the fault is set.
class nodes {
public:
    leibniz::faults faults{};

    constexpr explicit nodes(long long allowed) : allowed_(allowed) {}
    constexpr void spend(int statements) { effort_ += statements; }
    constexpr bool exhausted() const { return effort_ > allowed_ || faults.exhausted; }
    constexpr long long effort() const { return effort_; }

    constexpr node const& operator[](int i) const { return nodes_[i]; }
    constexpr int size() const { return nodes_.size(); }
    constexpr int operand(int i, int position) const { return operands_[nodes_[i].first + position]; }
    constexpr int const* operands(int i) const { return operands_.begin() + nodes_.begin()[i].first; }
    constexpr int const* operands() const { return operands_.begin(); }
    constexpr int operand_count() const { return operands_.size(); }
    constexpr node const* begin() const { return nodes_.begin(); }
    constexpr bool is(int i, kind k) const { return nodes_[i].what == k; }
    constexpr bool is_number(int i, rational r) const { return is(i, kind::number) && nodes_[i].number == r; }
    /// Whether sign or hypot was called at all.
    constexpr bool any_kinked() const { return any_kinked_; }
    constexpr buffer<condition> const& conditions() const { return conditions_; }

    /// The first matrices whose shapes do not fit.
    constexpr void misfit(shape_fault what, int left, int right = -1) {
        if (faults.shapes != shape_fault::none) return;
        faults.shapes = what;
        record({predicate::left_of_misfit, left});
        if (right >= 0) record({predicate::right_of_misfit, right});
    }
    constexpr void record(condition c) {
        std::uint64_t const hash = c.hash();
        if (condition_places_.find(hash, [&](int k) { return conditions_[k] == c; }) >= 0) return;
        conditions_.push(c);
        condition_places_.push(hash);
    }

    /// Remembers how product i was first formed of two nodes before it.
    constexpr void formed_of(int i, int left, int right, product_formation how) {
        if (nodes_[i].left >= 0) return;
        nodes_[i].formed = how;
        nodes_[i].left = left;
        nodes_[i].right = right;
    }

    /// Takes over all nodes of a finished graph. Both begin with the node 1, of which this one consists.
    constexpr void adopt(node const* all, int count, int const* operands, int operand_count) {
        spend(40 * count + 4 * operand_count);
        operands_.append(operands, operand_count);
        for (int i = 1; i < count; ++i) {
            nodes_.push(all[i]);
            places_.push(hash_of(all[i], operands + all[i].first));
            if (all[i].what == kind::call) any_kinked_ = any_kinked_ || all[i].number == rational(marked_kink);
        }
    }

    /// The node with this content: an existing one, else a new one.
    constexpr int intern(node const& content, int const* operands) {
        effort_ += 40 + 8 * content.count;
        if (effort_ > allowed_ && !nodes_.empty()) {
            faults.exhausted = true;
            return 0;
        }
        if ((content.what == kind::number || content.what == kind::scale) && !content.number.valid()) faults.overflowed = true;
        std::uint64_t const hash = hash_of(content, operands);
        int const known = places_.find(hash, [&](int i) { return same(nodes_[i], content, operands); });
        if (known >= 0) return known;
        places_.push(hash);
        nodes_.push(content);
        nodes_.back().first = operands_.size();
        operands_.append(operands, content.count);
        if (content.what == kind::call) any_kinked_ = any_kinked_ || content.number == rational(marked_kink);
        return nodes_.size() - 1;
    }

    /// The node of this content if there is one, else -1.
    constexpr int find(node const& content, int const* operands) const {
        return places_.find(hash_of(content, operands), [&](int i) { return same(nodes_[i], content, operands); });
    }

private:
    static constexpr std::uint64_t hash_of(node const& content, int const* operands) {
        constexpr std::uint64_t prime = 0xff51afd7ed558ccdu;  // statements are counted during compilation: few of them
        std::uint64_t hash = static_cast<std::uint64_t>(content.what) * 31;
        if (content.what == kind::number || content.what == kind::scale)
            hash += static_cast<std::uint64_t>(content.number.numerator()) +
                    static_cast<std::uint64_t>(content.number.packed()) * 0x9e3779b97f4a7c15u;
        if (content.what > kind::column) hash += content.fn->hash;
        else hash = (content.what == kind::number ? hash : hash + detail::hash_of(content.name)) * prime;
        for (int const *o = operands, *end = o + content.count; o != end; ++o)
            hash = (hash ^ (hash >> 29) ^ static_cast<std::uint64_t>(*o)) * prime;
        return hash ^ (hash >> 32);
    }
    constexpr bool same(node const& known, node const& content, int const* operands) const {
        if (known.what != content.what || known.count != content.count) return false;
        bool const has_row = known.what > kind::column;
        if (has_row && known.fn->hash != content.fn->hash) return false;
        if (known.number != content.number) return false;
        if (!has_row && known.what != kind::number && known.name != content.name) return false;
        int const* const all = operands_.begin() + known.first;
        for (int k = 0; k < known.count; ++k)
            if (all[k] != operands[k]) return false;
        return true;
    }

    buffer<node> nodes_;
    buffer<int> operands_;
    lookup places_;
    buffer<condition> conditions_;
    lookup condition_places_;
    bool any_kinked_ = false;
    long long effort_ = 0, allowed_;
};

}  // namespace leibniz::inline v0_1
