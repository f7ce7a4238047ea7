#pragma once

#include <leibniz/graph/lower.hpp>
#include <leibniz/notation/characters.hpp>
#include <leibniz/rules/identities.hpp>


namespace leibniz {

/// An expression cut into named steps, each a formula in symbols and the names of earlier steps, the last one the
/// whole. The steps are those that the user named by `let`; where there are none, every operation is one.
class steps {
public:
    struct step {
        characters name;
        int symbol = 0, formula = 0;  // nodes of the graph
    };

    constexpr explicit steps(written const& root) : graph_(rules), steps_(most_steps(root)) {
        named_by_user_ = has_names(root);
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
            visit(w, &w == &root, root);
        }
    }

    constexpr graph& in() { return graph_; }
    constexpr int count() const { return count_; }
    constexpr step const& operator[](int i) const { return steps_[i]; }
    constexpr step const& last() const { return steps_[count_ - 1]; }

private:
    constexpr void visit(written const& w, bool is_root, written const& root) {
        lowering lower(graph_);
        for (int k = 0; w.what != form::formula && k < w.count; ++k)
            lower.remember(*w.operands[k], known_.find(*w.operands[k]));
        int const formula = lower(w);
        bool const is_step = is_root || (named_by_user_ ? w.what == form::named : w.what == form::call);
        if (!is_step || graph_.is(formula, kind::number)) {
            known_.insert(w, formula);
            return;
        }
        step& next = steps_[count_++];  // never moves again: the graph refers to its name
        next.name = w.what == form::named ? characters(w.name) : is_root ? unused(root, "L", 0) : unused(root, "u", ++automatic_);
        next.symbol = graph_.symbol(next.name);
        next.formula = formula;
        known_.insert(w, next.symbol);
    }

    /// As many as there are operations and names.
    static constexpr int most_steps(written const& root) {
        buffer<written const*> open;
        written_map seen;
        open.push(&root);
        int count = 1;
        while (!open.empty()) {
            written const& w = *open.pop();
            if (seen.find(w) >= 0) continue;
            seen.insert(w, 0);
            ++count;
            for (int k = 0; w.what != form::formula && k < w.count; ++k) open.push(w.operands[k]);
        }
        return count;
    }

    static constexpr bool has_names(written const& root) {
        buffer<written const*> open;
        written_map seen;
        open.push(&root);
        while (!open.empty()) {
            written const& w = *open.pop();
            if (seen.find(w) >= 0 || w.what == form::formula) continue;
            seen.insert(w, 0);
            if (w.what == form::named) return true;
            for (int k = 0; k < w.count; ++k) open.push(w.operands[k]);
        }
        return false;
    }

    static constexpr characters unused(written const& root, characters name, int number) {
        if (number > 0) name += number;
        while (mentions(root, form::symbol, name) || mentions(root, form::column, name)) name += "_";
        return name;
    }

    graph graph_;
    written_map known_;
    buffer<step> steps_;
    int count_ = 0;
    bool named_by_user_ = false;
    int automatic_ = 0;
};

}  // namespace leibniz
