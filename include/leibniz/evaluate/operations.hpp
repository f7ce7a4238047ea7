#pragma once

#include <leibniz/calculus/bundle.hpp>
#include <leibniz/evaluate/check_bindings.hpp>
#include <leibniz/evaluate/compiled.hpp>

#include <iosfwd>

namespace leibniz::inline v0_1 {

/// True if the variable is left in the canonical form of an expression or bundle: what PyTorch calls `requires_grad`, known while
/// compiling.
///
///     static_assert(depends_on(w*x + b, w) && !depends_on(diff(w*x + b, w), w));
template <class E, variable V>
    requires(expression<E> || bundle<E>)
constexpr bool depends_on(E, V) {
    constexpr written const& wanted = as_written<V>;
    for (int i = 0; i < detail::compiled<E>::value.variable_count; ++i) {
        variable_name const& left = detail::compiled<E>::value.variables[i];
        if (left.name == wanted.name && left.column == (wanted.what == form::column)) return true;
    }
    return false;
}

/// The operations of one evaluation, per row.
struct operation_counts {
    int additions = 0;  // and subtractions, negations
    int multiplications = 0;
    int divisions = 0;
    int functions = 0;
    int reductions = 0;
    int nodes = 0;  // all of these, and variables and constants

    friend constexpr bool operator==(operation_counts const&, operation_counts const&) = default;
};

namespace detail {

/// Counts the steps of a program.
template <class Step>  // templates, so that no unit compiles what it does not ask for
constexpr operation_counts count_operations(Step const* code, int size) {
    operation_counts counts;
    counts.nodes = size;
    for (int i = 0; i < size; ++i) {
        opcode const op = code[i].op;
        effort const work = op == opcode::call ? code[i].fn->counts_as : effort::nothing;
        if (op == opcode::add || op == opcode::subtract || op == opcode::negate || work == effort::addition) ++counts.additions;
        else if (op == opcode::multiply || work == effort::multiplication) ++counts.multiplications;
        else if (op == opcode::divide || work == effort::division) ++counts.divisions;
        else if (work == effort::function) ++counts.functions;
        else if (op == opcode::reduce) ++counts.reductions;
    }
    return counts;
}
/// The greatest number of steps one after the other.
template <class Step>
constexpr int depth_of(Step const* code, int size) {
    buffer<int> depth(size);
    int most = 0;
    for (int i = 0; i < size; ++i) {
        Step const& step = code[i];
        if (step.op == opcode::input || step.op == opcode::constant) continue;
        int const operands[] = {step.a, step.b, step.c};
        int const count = step.fn != nullptr ? step.fn->arity : step.op == opcode::negate ? 1 : 2;
        for (int k = 0; k < count; ++k) depth[i] = larger(depth[i], depth[operands[k]]);
        most = larger(most, ++depth[i]);
    }
    return most;
}

/// The steps of a program that call a function or reduce.
template <class Program>
class called_functions {
public:
    constexpr called_functions(Program const& code, int size) : code_(code), size_(size) {}

    /// How many there are of a name, from step `from` on.
    constexpr int of(text_view name, int from = 0) const {
        int count = 0;
        for (int i = from; i < size_; ++i) count += name_of(i) == name && !name.empty();
        return count;
    }
    /// Calls f(name, how many there are) of each name once.
    template <class F>
    constexpr void each(F const& f) const {
        for (int i = 0; i < size_; ++i)
            if (int const all = of(name_of(i)); all > 0 && all == of(name_of(i), i)) f(name_of(i), all);
    }

private:
    /// The name of the function of step i; of sigmoid(u), as it is evaluated with others, sigmoid. Empty for arithmetic.
    constexpr text_view name_of(int i) const {
        if (code_[i].op != opcode::reduce && (code_[i].op != opcode::call || code_[i].fn->counts_as != effort::function)) return {};
        text_view const name = code_[i].fn->name;
        std::size_t const end = is_letter(name.front()) ? name.find('(') : text_view::npos;
        return name.substr(0, end);
    }

    Program const& code_;
    int size_;
};

template <class Out, class Program>
Out& print_counts(Out& out, operation_counts const& counts, int depth, called_functions<Program> const& functions) {
    auto const several = [&](int amount, char const* what, char const* end) {
        if (amount > 0) out << amount << ' ' << what << (amount == 1 ? "" : "s") << end;
    };
    several(counts.additions, "addition", ", ");
    several(counts.multiplications, "multiplication", ", ");
    several(counts.divisions, "division", ", ");
    functions.each([&](text_view name, int all) { out << all << ' ' << name << ", "; });
    several(counts.nodes, "node", "");
    out << ", depth " << depth;
    return out;
}

}  // namespace detail

/// The operations of one evaluation of E, and `depth`, the greatest number of them one after the other.
template <class E>
struct operations_of : operation_counts {
    int depth = detail::depth_of(detail::compiled<E>::value.code, detail::compiled<E>::value.size);

    /// How often a function or a reduction is called, by its name in text: `calls("exp")`.
    constexpr int calls(text_view name) const { return called().of(name); }

    template <class Traits>
    friend std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, operations_of const& counts) {
        return detail::print_counts(out, counts, counts.depth, called());
    }

private:
    static constexpr auto called() { return detail::called_functions(detail::compiled<E>::value.code, detail::compiled<E>::value.size); }
};

namespace detail {
/// In place of counts that are refused.
template <int>
struct uncounted : operation_counts {
    int depth = 0;
    constexpr int calls(text_view) const { return 0; }
};
}  // namespace detail

/// Counts the operations of the program that `evaluate` runs for an expression or bundle, after common work has been shared.
/// Written to a stream: 2 additions, 3 multiplications, 1 exp, 11 nodes, depth 5.
///
///     constexpr auto n = operations(x*exp(w*x) + b);
///     static_assert(n.additions == 1 && n.multiplications == 2 && n.calls("exp") == 1 && n.nodes == 7 && n.depth == 4);
template <class E>
    requires(expression<E> || bundle<E>)
constexpr auto operations(E) {
    using diagnosis = decltype(detail::diagnose_program<E>());
    if constexpr (std::same_as<diagnosis, detail::accepted>)
        return operations_of<E>{detail::count_operations(detail::compiled<E>::value.code, detail::compiled<E>::value.size)};
    else return detail::uncounted<diagnosis::sentence::report()>{};
}

}  // namespace leibniz::inline v0_1
