#pragma once

#include <leibniz/graph/static_graph.hpp>
#include <leibniz/graph/lookup.hpp>
#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/utf8.hpp>

#include <cstdint>

namespace leibniz::inline v0_1::detail {

/// The names of symbols in one style. Two symbols never get the same name: where `Style::name(out, symbol, false)` gives a name
/// that is taken or reserved, such as π, the symbol is spelled out by `Style::name(out, symbol, true)`, and numbered if that
/// is taken too.
template <class Style>
class written_names {
public:
    /// Reserves the name of a function that is called. Call it before adding symbols.
    constexpr void take(text_view name) {
        if (name.empty()) return;
        int const first = letters_.size();
        put(letters_, name);
        push({first, letters_.size() - first});
        taken_ = names_.size();
    }
    /// Adds a symbol; returns the number of its name.
    constexpr int add(text_view symbol) {
        for (int attempt = 0;; ++attempt) {
            int const first = letters_.size();
            if (attempt < 2) Style::name(letters_, symbol, attempt > 0);
            else {
                buffer<char> numbered;
                put(numbered, symbol), put(numbered, "_"), put_number(numbered, attempt);
                Style::name(letters_, {numbered.begin(), static_cast<std::size_t>(numbered.size())}, true);
            }
            range const made{first, letters_.size() - first};
            text_view const name = text(made);
            if (!Style::reserved(name) &&
                places_.find(hash_of(name), [&](int known) { return text(names_[known]) == name; }) < 0) {
                push(made);
                return names_.size() - 1 - taken_;
            }
            letters_.truncate(first);
        }
    }
    constexpr text_view operator[](int k) const { return text(names_[taken_ + k]); }

private:
    struct range {
        int first = 0, count = 0;
    };
    constexpr void push(range made) {
        names_.push(made);
        places_.push(hash_of(text(made)));
    }
    constexpr text_view text(range r) const { return {letters_.begin() + r.first, static_cast<std::size_t>(r.count)}; }

    buffer<char> letters_;
    buffer<range> names_;
    lookup places_;
    int taken_ = 0;
};

/// True if a symbol may be spelt like a function's letter: a quick look, so that not every call looks at every symbol.
constexpr bool may_be_letters(view of) {
    bool any = false;
    for (int i = 0; i < of.node_count && !any; ++i) any = (of.is(i, kind::symbol) || of.is(i, kind::column)) && !is_plain(of[i].name);
    return any;
}

/// Writes what stands in front of a function's operands. A function that a style writes as a letter, such as σ, has its name
/// where a symbol of the graph is that letter: `\operatorname{sigmoid}(\sigma)`.
template <class Style>
constexpr void put_function_call(buffer<char>& out, view of, function const& fn) {
    if constexpr (requires { Style::is_its_letter(fn, fn.name); })
        for (int i = 0; i < of.node_count; ++i)
            if ((of.is(i, kind::symbol) || of.is(i, kind::column)) && Style::is_its_letter(fn, of[i].name))
                return Style::named_call(out, fn);
    Style::function_call(out, fn);
}

/// Names that are given in advance: that of symbol k ends at `ends[k]` in `letters`. Other symbols have their usual names.
struct spelled_names {
    text_view const* symbols = nullptr;
    char const* letters = nullptr;
    int const* ends = nullptr;
    int count = 0;

    template <class Style>
    constexpr void write(buffer<char>& out, text_view symbol) const {
        for (int k = 0; k < count; ++k) {
            if (symbols[k] != symbol) continue;
            int const first = k == 0 ? 0 : ends[k - 1];
            return out.append(letters + first, ends[k] - first);
        }
        Style::name(out, symbol, false);
    }
};

/// Names by node of a graph; each node is named when it is first written.
template <class Style, bool = Style::renames>
class node_names {
public:
    constexpr void know(spelled_names const& names) { spelled_ = &names; }
    constexpr void write(buffer<char>& out, view of, int node) {
        if constexpr (Style::plain_names) {
            if (!known_) all_plain_ = has_plain_names(of), known_ = true;
            if (all_plain_) return Style::plain_name(out, of[node].name);
        }
        if (spelled_ != nullptr) return spelled_->write<Style>(out, of[node].name);
        if (by_node_.empty()) {
            by_node_ = buffer<int>(of.node_count, -1);
            if constexpr (requires { Style::called(*of[node].fn); })
                for (int i = 0; i < of.node_count; ++i)
                    if (of.is(i, kind::call)) names_.take(Style::called(*of[i].fn));
        }
        if (by_node_[node] < 0) by_node_[node] = names_.add(of[node].name);
        put(out, names_[by_node_[node]]);
    }

private:
    static constexpr bool has_plain_names(view of) {
        node const* n = of.nodes;
        for (int k = of.node_count; k > 0; --k, ++n)
            if ((n->what == kind::symbol || n->what == kind::column) && !is_plain(n->name)) return false;
        return true;
    }

    written_names<Style> names_;
    buffer<int> by_node_;
    spelled_names const* spelled_ = nullptr;
    bool known_ = false, all_plain_ = false;
};
template <class Style>
class node_names<Style, false> {};

}  // namespace leibniz::inline v0_1::detail
