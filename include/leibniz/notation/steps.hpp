#pragma once

#include <leibniz/graph/lower.hpp>
#include <leibniz/rules/identities.hpp>

#include <deque>
#include <string>
#include <vector>

namespace leibniz {

/// An expression cut into named steps, each a formula in symbols and the names of earlier steps, the last one the
/// whole. The steps are those that the user named by `let`; where there are none, every operation is one.
class steps {
public:
    struct step {
        std::string_view name;
        int symbol, formula;  // nodes of the graph
    };

    explicit steps(written const& root) : graph_(rules) {
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

    graph& in() { return graph_; }
    std::vector<step> const& all() const { return steps_; }

private:
    void visit(written const& w, bool is_root, written const& root) {
        lowering lower(graph_);
        for (int k = 0; w.what != form::formula && k < w.count; ++k)
            lower.remember(*w.operands[k], known_.find(*w.operands[k]));
        int const formula = lower(w);
        bool const is_step = is_root || (named_by_user_ ? w.what == form::named : w.what == form::call);
        if (!is_step || graph_.is(formula, kind::number)) {
            known_.insert(w, formula);
            return;
        }
        names_.push_back(w.what == form::named ? std::string(w.name) : is_root ? unused(root, "L", 0) : unused(root, "u", ++automatic_));
        std::string_view const name = names_.back();
        steps_.push_back({name, graph_.symbol(name), formula});
        known_.insert(w, steps_.back().symbol);
    }

    static bool has_names(written const& root) {
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

    static std::string unused(written const& root, std::string name, int number) {
        if (number > 0) name += std::to_string(number);
        while (mentions(root, form::symbol, name) || mentions(root, form::column, name)) name += "_";
        return name;
    }

    graph graph_;
    written_map known_;
    std::vector<step> steps_;
    std::deque<std::string> names_;  // the views into them stay valid
    bool named_by_user_ = false;
    int automatic_ = 0;
};

}  // namespace leibniz
