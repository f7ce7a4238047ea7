#pragma once

#include <leibniz/graph/lower.hpp>
#include <leibniz/language/text_view.hpp>
#include <leibniz/rules/identities.hpp>

namespace leibniz::inline v0_1 {

/// All parts written below `root`, each once; formulas of derivatives are not entered.
constexpr buffer<written const*> written_parts(written const& root) {
    buffer<written const*> open, all;
    written_map seen;
    open.push(&root);
    while (!open.empty()) {
        written const& w = *open.pop();
        if (seen.find(w) >= 0) continue;
        seen.insert(w, 0);
        all.push(&w);
        for (int k = 0; w.what != form::formula && k < w.count; ++k) open.push(w.operands[k]);
    }
    return all;
}

/// The number of written parts, of operations, of named parts, and of names that begin with L or u.
struct census {
    int parts = 0, operations = 0, names = 0, like_ours = 0;
    constexpr explicit census(written const& root) {
        for (written const* w : written_parts(root)) {
            ++parts;
            operations += w->what == form::call;
            names += w->what == form::named;
            like_ours += is_like_ours(*w);
        }
    }
    static constexpr bool is_like_ours(written const& w) {
        return !w.name.empty() && (w.name[0] == 'L' || w.name[0] == 'u');
    }
};
template <class E>
static constexpr census census_of{as_written<E>};

/// True if `let` gives a step the name of a symbol, or two steps the same name.
constexpr bool names_clash(written const& root) {
    buffer<written const*> const parts = written_parts(root);
    for (written const* w : parts) {
        if (w->what != form::named) continue;
        if (mentions(root, form::symbol, w->name) || mentions(root, form::column, w->name)) return true;
        for (written const* other : parts)
            if (other->what == form::named && other->name == w->name && other->hash != w->hash) return true;
    }
    return false;
}

namespace detail {

template <class E>
struct clashing_names {
    static consteval int report() {
        static_assert(!sizeof(E), "let: the name of this step is also that of a symbol or of another step; choose another name");
        return 0;
    }
};

}  // namespace detail

/// Names for steps that have none: L for the whole, u1, u2, ... for operations; with _ appended if a symbol has the name. A
/// graph refers to them, and must not outlive them.
template <int Count>
class step_names {
public:
    constexpr step_names(written const& root, census const& found) : given_(found.names > 0) {
        buffer<text_view> taken;
        if (found.like_ours > 0)
            for (written const* w : written_parts(root))
                if (census::is_like_ours(*w)) taken.push(w->name);
        for (int k = 0; k <= Count; ++k) {
            entry& e = names_[k];
            if (k == 0) e.add('L');
            else e.add('u'), e.add_number(k);
            while (e.size < most && is_one_of(taken, e)) e.add('_');
        }
    }
    constexpr text_view operator[](int k) const { return names_[k]; }
    /// Whether the user gave names to some steps.
    constexpr bool given() const { return given_; }

private:
    static constexpr int most = 24;
    struct entry {
        char letters[most + 1]{};
        int size = 0;
        constexpr void add(char c) { letters[size++] = c; }
        constexpr void add_number(int n) {
            if (n >= 10) add_number(n / 10);
            add(static_cast<char>('0' + n % 10));
        }
        constexpr operator text_view() const { return {letters, static_cast<std::size_t>(size)}; }  // NOLINT
    };
    static constexpr bool is_one_of(buffer<text_view> const& names, text_view name) {
        for (text_view taken : names)
            if (taken == name) return true;
        return false;
    }
    entry names_[static_cast<unsigned>(Count + 1)];
    bool given_ = false;
};

/// An expression divided into named steps: each is a formula in symbols and the names of earlier steps, and the last is the
/// whole. Steps are the parts that `let` names; without any, every operation is a step.
class steps {
public:
    struct step {
        text_view name;
        int symbol = 0, formula = 0;  // nodes of the graph
    };

    /// `names` holds a name for each operation, and must outlive the graph.
    template <class Names>
    constexpr steps(written const& root, Names const& names) : graph_(rules), known_(graph_), named_by_user_(names.given()) {
        buffer<written const*> open;
        open.push(&root);
        while (!open.empty()) {  // operands first
            written const& w = *open.back();
            bool complete = known_.find(w) < 0;
            if (!complete) {
                open.pop();
                continue;
            }
            if (w.what != form::formula)
                for (int k = w.count - 1; k >= 0; --k)
                    if (known_.find(*w.operands[k]) < 0) {
                        open.push(w.operands[k]);
                        complete = false;
                    }
            if (!complete) continue;
            open.pop();
            visit(w, w.hash == root.hash, names);
        }
    }

    steps(steps const&) = delete;

    constexpr graph& in() { return graph_; }
    constexpr graph const& in() const { return graph_; }
    constexpr int count() const { return steps_.size(); }
    constexpr step const& operator[](int i) const { return steps_[i]; }
    constexpr step const& last() const { return steps_.back(); }
    /// Keys for print_order: for each operand of the graph, up to the number that the steps had, a number that rises in the
    /// order in which a step was written; -1 elsewhere.
    constexpr buffer<int> const& keys() const { return keys_; }

private:
    template <class Names>
    constexpr void visit(written const& w, bool is_root, Names const& names) {
        int const formula = known_(w);
        if (w.what == form::call && (adds(w.fn->meaning) || multiplies(w.fn->meaning))) number_operands(w, formula);
        bool const is_step = is_root || (named_by_user_ ? w.what == form::named : w.what == form::call);
        if (!is_step || (!is_root && graph_.is(formula, kind::number))) return;
        text_view const name = w.what == form::named ? w.name : is_root ? names[0] : names[++automatic_];
        int const symbol = graph_.symbol(name);
        steps_.push({name, symbol, formula});
        known_.replace(w, symbol);
    }

    static constexpr bool adds(role r) { return r == role::sum || r == role::difference || r == role::negation; }
    static constexpr bool multiplies(role r) { return r == role::product || r == role::quotient; }

    /// The order in which the parts of a sum or product were written, at its first occurrence.
    constexpr void number_operands(written const& w, int formula) {
        bool const is_sum = adds(w.fn->meaning);
        int const whole = graph_.without_coefficient(formula);
        node const n = graph_[whole];
        if (n.what != (is_sum ? kind::sum : kind::product)) return;
        while (keys_.size() < graph_.operand_count()) keys_.push(-1);
        int* const keys = keys_.begin() + n.first;
        if (keys[0] >= 0) return;
        int const unwritten = 1 << 20;
        buffer<int> bases;
        for (int k = 0; k < n.count; ++k) {
            keys[k] = unwritten;
            bases.push(graph_.base_of(graph_.without_coefficient(graph_.operand(whole, k))));
        }
        buffer<written const*> open;
        open.push(&w);
        for (int place = 0; !open.empty(); ++place) {
            written const& part = *open.pop();
            int const known = known_.find(part);
            bool const is_same = part.what == form::call && (is_sum ? adds(part.fn->meaning) : multiplies(part.fn->meaning));
            if (known < 0 || (is_same && graph_[known].count > 0)) {
                for (int k = part.count; k-- > 0;) open.push(part.operands[k]);
                continue;
            }
            int const p = graph_.base_of(graph_.without_coefficient(known));
            for (int k = 0; k < n.count; ++k) {
                if (keys[k] != unwritten) continue;
                int const o = bases[k];
                if (o == p || (graph_.is(o, kind::number) && graph_.is_number(p, -graph_[o].number))) keys[k] = place;
            }
        }
    }

    graph graph_;
    lowering known_;  // the nodes of visited parts; for a step the node of its name
    buffer<step> steps_;
    buffer<int> keys_;
    bool named_by_user_ = false;
    int automatic_ = 0;
};

}  // namespace leibniz::inline v0_1
