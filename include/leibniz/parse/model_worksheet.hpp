#pragma once

#include <leibniz/backpropagation/backpropagation.hpp>
#include <leibniz/evaluate/valued.hpp>
#include <leibniz/parse/model_calculus.hpp>
#include <leibniz/parse/outcome.hpp>
#include <leibniz/reading/words.hpp>

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

// The worksheet of a hand calculation for a formula that was read at run time.

namespace leibniz::inline v0_1::detail {

/// The parts of a text as it was written, equal parts once. They refer to the text of `m`, which must be its own and read
/// within the same limits.
class parts_as_written {
public:
    parts_as_written(model const& m, reading_limits const& limits, vocabulary const& words, function const* const* rows)
        : reader_(m.source()->text, words, limits) {
        nodes_.resize(static_cast<std::size_t>(reader_.nodes().size()));
        for (int o : reader_.operands()) operands_.push_back(&nodes_[static_cast<std::size_t>(o)]);
        // Of the operands bytes: libstdc++ 12 compares vectors of larger numbers wrongly where the processor has the highest byte first.
        using key = std::tuple<form, std::string_view, long long, long long, int, std::string>;
        std::map<key, std::uint64_t> known;
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            read_node const& n = reader_.nodes()[static_cast<int>(i)];
            nodes_[i] = written_of(n, rows, operands_.data(), false);
            key all{n.what, n.name, n.number.numerator(), n.number.packed(), n.function, {}};
            for (int k = 0; k < n.count; ++k) {
                written const& operand = *operands_[static_cast<std::size_t>(n.first + k)];
                std::get<5>(all).append(reinterpret_cast<char const*>(&operand.hash), sizeof operand.hash);
            }
            // Counted, for whoever wrote the text may have made two hashes of different parts meet.
            nodes_[i].hash = known.emplace(std::move(all), (known.size() + 1) * 0x9e3779b97f4a7c15u).first->second;
        }
    }
    written const& root() const { return nodes_[static_cast<std::size_t>(reader_.root())]; }
    /// The symbol of this name, or null.
    written const* symbol(std::string_view name) const {
        for (written const& w : nodes_)
            if (w.what == form::symbol && w.name == name) return &w;
        return nullptr;
    }

private:
    parser reader_;
    std::vector<written> nodes_;
    std::vector<written const*> operands_;
};

/// A worksheet with the arithmetic of its lines. What it gives refers to it.
class model_worksheet {
    struct passed {};  // what was found to be a calculation

public:
    static constexpr int most = 400;  // operations

    /// Fails as `gradient` does, for a name that the text does not have or that is given twice, and beyond `most` operations.
    static outcome<std::shared_ptr<model_worksheet const>> made(model const& m, reading_limits const& limits, std::vector<std::string> const& by,
                                                                vocabulary const& words, function const* const* rows) {
        auto parts = std::make_unique<parts_as_written const>(m, limits, words, rows);
        if (census(parts->root()).operations > most)
            return failure{failure_kind::size, "backpropagation: the formula has more than " + std::to_string(most) +
                                                   " operations; write a symbol for a part of it"};
        auto slopes = try_gradient(m, by);
        if (!slopes) return slopes.why();
        auto const symbols = symbols_of(*parts, by);
        if (!symbols) return symbols.why();
        auto const sheet = std::make_shared<model_worksheet>(passed{}, std::move(parts), *std::move(slopes), *symbols);
        if (failure why = failure_of(sheet->sheet_.in().faults, sheet->sheet_.in().exhausted(), "backpropagation: ", "backpropagation: "))
            return why;
        sheet->write_lines();
        return std::shared_ptr<model_worksheet const>(sheet);
    }
    model_worksheet(passed, std::unique_ptr<parts_as_written const> parts, model slopes, buffer<written const*> const& symbols)
        : parts_(std::move(parts)),
          names_(parts_->root(), census(parts_->root())),
          slopes_(std::move(slopes)),
          sheet_(parts_->root(), symbols, leibniz::detail::seen(slopes_.finished()), names_) {}
    model_worksheet(model_worksheet const&) = delete;

    sheet_view seen() const {
        return {sheet_.extent,        sheet_.lines.begin(), sheet_.sums.begin(), sheet_.terms.begin(), variable_names_.begin(),
                sheet_.variables.begin(), code_.begin(),        code_.size(),        results_.begin()};
    }
    auto calls() const { return calls_.data(); }

    /// The formulas of all lines in one style, with slots for variables or with their names.
    template <class Style, bool Slots>
    class text {
    public:
        explicit text(model_worksheet const& of, [[maybe_unused]] spelled_names const& spelled = {}) {
            of.for_each_part([&](view part, int const* keys, int const* variables, int first, int end) {
                print_order const order(part, keys);
                auto write = [&] {
                    if constexpr (Slots) return styled_writer<Style>(order, variables);
                    else if constexpr (Style::renames) return spelled.count > 0 ? styled_writer<Style>(order, spelled) : styled_writer<Style>(order);
                    else return styled_writer<Style>(order);
                }();
                int const before = letters_.size();
                for (int k = first; k < end; ++k) ends_.push(before + write.append(of.sheet_.lines[k].shown));
                buffer<char> const letters = write.finished();
                letters_.append(letters.begin(), letters.size());
            });
        }
        sheet_text seen() const { return {letters_.begin(), ends_.begin()}; }

    private:
        buffer<char> letters_;
        buffer<int> ends_;
    };

private:
    using names = step_names<most>;
    static outcome<buffer<written const*>> symbols_of(parts_as_written const& parts, std::vector<std::string> const& by) {
        buffer<written const*> all;
        for (std::string const& name : by) {
            written const* const w = parts.symbol(name);
            if (w == nullptr) return failure{failure_kind::argument, "backpropagation: the formula has no symbol " + name};
            for (written const* other : all)
                if (other == w)
                    return failure{failure_kind::argument, "backpropagation: " + name + " stands twice among the names; write it once"};
            all.push(w);
        }
        return all;
    }
    /// The names of the variables and the programs of all lines.
    void write_lines() {
        graph const& g = sheet_.in();
        variables_ = buffer<int>(g.size(), -1);
        for (int v = 0; v < sheet_.extent.variables; ++v) {
            variables_[sheet_.variables[v]] = v;
            variable_names_.push(g[sheet_.variables[v]].name);
        }
        for (int s : sheet_.symbols) variables_of_slopes_.push(s < 0 ? -1 : variables_[s]);
        for (int k = 0; k < g.operand_count(); ++k) keys_.push(sheet_.key(k)), no_keys_.push(-1);
        for_each_part([&](view of, int const* keys, int const* variables, int first, int end) {
            calculate(print_order(of, keys), variables, first, end);
        });
    }

    /// Steps are written in the order of their text, all other lines in that of their formulas.
    template <class Work>
    void for_each_part(Work const& work) const {
        sheet_extent const& e = sheet_.extent;
        graph const& g = sheet_.in();
        view const of{.nodes = g.begin(), .operands = g.operands(), .node_count = g.size(), .operand_count = g.operand_count()};
        work(of, keys_.begin(), variables_.begin(), 0, e.forward);
        work(of, no_keys_.begin(), variables_.begin(), e.forward, e.forward + e.local);
        buffer<int> const none(sheet_.slopes.operand_count, -1);
        work(sheet_.slopes, none.begin(), variables_of_slopes_.begin(), e.forward + e.local, e.lines());
    }
    void calculate(print_order const& order, int const* variables, int first, int end) {
        buffer<int> roots;
        for (int k = first; k < end; ++k) roots.push(sheet_.lines[k].root);
        program const p(order, view{.roots = roots.begin(), .root_count = roots.size()});
        int const before = code_.size();
        for (int k = 0; k < p.code.size(); ++k) code_.push({});
        put_instructions(code_.begin() + before, p, order.of(), variables, [&](function const* fn) { return place(*fn); });
        for (int root : p.roots) results_.push(before + root);
        join_instructions(code_.begin() + before, p.code.size(), before, results_.begin(), first, end, sheet_.extent.forward);
    }
    long long place(function const& fn) {
        calls_.push_back(valued(fn, slopes_.source()->further).value.of_double);
        return static_cast<long long>(calls_.size()) - 1;
    }

    std::unique_ptr<parts_as_written const> parts_;
    names names_;
    model slopes_;
    worksheet sheet_;
    buffer<int> variables_, variables_of_slopes_, keys_, no_keys_;  // by node, by operand
    buffer<text_view> variable_names_;
    buffer<sheet_instruction> code_;
    buffer<int> results_;
    std::vector<double (*)(double const*)> calls_;
};

}  // namespace leibniz::inline v0_1::detail
