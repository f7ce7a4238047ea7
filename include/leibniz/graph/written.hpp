#pragma once

#include <leibniz/graph/row.hpp>
#include <leibniz/graph/frozen.hpp>
#include <leibniz/language/constant.hpp>
#include <leibniz/language/expression.hpp>
#include <leibniz/language/symbol.hpp>
#include <leibniz/language/wildcard.hpp>

#include <cstdint>
#include <string_view>

namespace leibniz {

/// The forms of a node as it was written.
enum class form : unsigned char { symbol, column, number, call, named, formula, wildcard, number_wildcard };

/// One node of an expression as it was written, as ordinary data: the engine below it is no template.
/// Each distinct type has exactly one. They are told apart by hash, not by address: under g++'s sanitisers the
/// comparison of two addresses is no constant.
struct written {
    form what = form::symbol;
    std::uint64_t hash = 0;
    std::string_view name{};
    rational number{};
    function const* fn = nullptr;
    written const* const* operands = nullptr;
    int count = 0;
    view formula{};  // form::formula: a canonical graph, computed once per type
    int size = 1;    // nodes below, at most: a first guess of the canonical graph's size
};

namespace detail {

constexpr int size_of(written const* const* operands, int count) {
    int size = 1;
    for (int k = 0; k < count; ++k) size += operands[k]->size;
    return size < 2048 ? size : 2048;
}

}  // namespace detail

/// What is known of written nodes seen so far: an index each.
class written_map {
public:
    constexpr int find(written const& w) const {
        if (table_.empty()) return -1;
        auto const mask = static_cast<std::uint64_t>(table_.size() - 1);
        for (std::uint64_t slot = w.hash & mask;; slot = (slot + 1) & mask) {
            entry const& e = table_[static_cast<int>(slot)];
            if (!e.used) return -1;
            if (e.of->hash == w.hash && e.of->name == w.name && e.of->number == w.number) return e.index;
        }
    }
    constexpr void insert(written const& w, int index) {
        if (2 * (size_ + 1) > table_.size()) grow();
        place({&w, index, true});
        ++size_;
    }

private:
    struct entry {
        written const* of = nullptr;
        int index = -1;
        bool used = false;
    };
    constexpr void place(entry e) {
        auto const mask = static_cast<std::uint64_t>(table_.size() - 1);
        std::uint64_t slot = e.of->hash & mask;
        while (table_[static_cast<int>(slot)].used) slot = (slot + 1) & mask;
        table_[static_cast<int>(slot)] = e;
    }
    constexpr void grow() {
        buffer<entry> const old = table_;
        table_ = buffer<entry>(old.empty() ? 16 : 4 * old.size());
        for (entry const& e : old)
            if (e.used) place(e);
    }

    buffer<entry> table_;
    int size_ = 0;
};

/// Whether a symbol or column stands anywhere in what was written, below derivatives too.
constexpr bool mentions(written const& root, form what, std::string_view name) {
    buffer<written const*> open;
    written_map seen;
    open.push(&root);
    while (!open.empty()) {
        written const& w = *open.pop();
        if (seen.find(w) >= 0) continue;
        seen.insert(w, 0);
        if (w.what == what && w.name == name) return true;
        for (int k = 0; k < w.count; ++k) open.push(w.operands[k]);
    }
    return false;
}

/// The written node of an expression type; calculus adds the derivatives.
template <class E>
struct written_of;

template <name Name>
struct written_of<symbol<Name>> {
    static constexpr written value{form::symbol, detail::hash_of(symbol<Name>::spelling.view()), symbol<Name>::spelling.view()};
};
template <name Name>
struct written_of<column<Name>> {
    static constexpr written value{form::column, detail::hash_of(column<Name>::spelling.view()) + 1, column<Name>::spelling.view()};
};
template <name Name>
struct written_of<wildcard<Name>> {
    static constexpr written value{form::wildcard, detail::hash_of(Name.view()) + 2, wildcard<Name>::spelling.view()};
};
template <name Name>
struct written_of<number_wildcard<Name>> {
    static constexpr written value{form::number_wildcard, detail::hash_of(Name.view()) + 3,
                                   number_wildcard<Name>::spelling.view()};
};
template <long long N, long long D>
struct written_of<constant<N, D>> {
    static constexpr written value{form::number, detail::hash_of(rational(N, D)), {}, rational(N, D)};
};
template <name Name, class E>
struct written_of<named<Name, E>> {
    static constexpr written const* operands[] = {&written_of<E>::value};
    static constexpr written value{form::named, detail::mix(detail::hash_of(Name.view()), written_of<E>::value.hash),
                                   named<Name, E>::spelling.view(), {}, nullptr, operands, 1, {},
                                   written_of<E>::value.size};
};
template <class F, class... Args>
struct written_of<call<F, Args...>> {
    static_assert(sizeof...(Args) == F::arity, "call: the function takes another number of arguments");
    static constexpr written const* operands[] = {&written_of<Args>::value...};
    static constexpr std::uint64_t hash() {
        std::uint64_t result = row<F>::descriptor.hash;
        for (written const* operand : operands) result = detail::mix(result, operand->hash);
        return result;
    }
    static constexpr written value{form::call, hash(), {}, {}, detail::enrolled<F>::descriptor, operands, sizeof...(Args), {},
                                   detail::size_of(operands, sizeof...(Args))};
};

}  // namespace leibniz
