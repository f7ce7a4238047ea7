#pragma once

#include <leibniz/reading/known_names.hpp>
#include <leibniz/reading/read_node.hpp>
#include <leibniz/reading/scanner.hpp>
#include <leibniz/reading/text_rules.hpp>
#include <leibniz/reading/vocabulary.hpp>

namespace leibniz::inline v0_1 {

/// Reads a formula: operator precedence with an explicit stack, so that no depth of nesting is too deep for it.
///
///   sum        a + b, a - b          left to right
///   sign       -a, +a                looser than products and powers: -a/b is -(a/b), -x^2 is -(x^2); but a*-b/c is (a*-b)/c
///   product    a * b, a / b          left to right
///   power      a ^ b, a ** b         right to left; 2^-3 works
///   operand    number, name, function(a, ...), (a), [a]
///
/// Definitions may stand in front, each with a ; behind it, k := 2*a; k*x^k, or each on a line of its own, k = 2*a. A # begins a
/// comment, to the end of the line. Comparisons bind loosest of all, and do not chain.
template <class Vocabulary>  // as a parameter, so that only units that read formulas compile it
class basic_parser {
public:
    constexpr basic_parser(text_view text, Vocabulary const& words, reading_limits limits = {})
        : scanner_(text), words_(words), limits_(limits) {
        if (text.size() > static_cast<std::size_t>(limits.characters)) {
            refuse(problem::too_long, limits.characters, 0);
            return;
        }
        read();
    }

    constexpr syntax_fault const& fault() const { return fault_; }
    constexpr bool sound() const { return fault_.what == problem::none; }
    constexpr buffer<read_node> const& nodes() const { return nodes_; }
    constexpr buffer<int> const& operands() const { return operands_; }
    constexpr int root() const { return values_[0]; }

private:
    /// An operator, bracket or call that waits for its right side.
    struct pending {
        enum class kind : unsigned char { nothing, sign, binary, bracket, call, definition } what = kind::nothing;
        int strength = 0, function = -1, position = 0, length = 1;
        int values = 0;  // call: how many values stood before its arguments
        char closing = '\0';
    };

    constexpr void read() {
        waiting_.push({});  // below all that waits, so that there always is a last one
        bool operand_next = true;
        while (fault_.what == problem::none) {
            token const t = scanner_.next();
            if (t.what == token_kind::wrong) {
                int const operands = operand_next ? 0 : matrix_sign(t);
                if (operand_next || (operands == 0 && !define_in_line(t)))
                    return refuse(operand_next ? t.wrong : detail::behind_operand(t), t);
                operand_next = operands != 1;
            } else if (operand_next) operand_next = !operand(t);
            else if (t.what != token_kind::end) operand_next = after_operand(t);
            else if (scanner_.resume()) end_definition(t), operand_next = true;
            else return finish();
        }
    }

    /// name = at the beginning of a line, with further lines below it: a definition, if the name is used there.
    constexpr bool define_in_line(token const& t) {
        if (t.first != '=' || waiting_.size() > 1 || values_.size() != 1) return false;
        read_node const& named = nodes_[values_[0]];
        if (named.what == form::number || (named.what == form::call && named.count > 0)) return false;
        std::size_t const length = detail::line_length(scanner_.rest());
        if (length == text_view::npos) return false;
        define(t);
        if (sound()) names_[waiting_.back().function].equation = t.position;
        scanner_.stop_behind(length);
        return true;
    }
    /// x', x .* y, x ./ y, x .^ n, if the vocabulary has them; the number of operands, or 0.
    constexpr int matrix_sign(token const& t) {
        token const next = t.first == '.' ? scanner_.next() : t;
        int const function = words_.find(detail::matrix_sign(t.first, next.first));
        if (function < 0 && (t.first != '.' || next.what != token_kind::sign || nodes_[values_.back()].what != form::number)) return 0;
        if (function < 0) return after_operand(next) ? 2 : 1;  // 3.*x of numbers
        int const arity = words_.words[function].arity, strength = next.first == '^' ? 40 : 20;
        if (arity == 1) return build(function, 1), 1;
        apply_operators(strength == 40 ? 41 : strength);
        wait({.what = pending::kind::binary, .strength = strength, .function = function, .position = t.position});
        return 2;
    }
    /// A token where an operand should begin; whether the operand is complete.
    constexpr bool operand(token const& t) {
        switch (t.what) {
            case token_kind::number: value({.what = form::number, .number = t.value}); return true;
            case token_kind::name:
                if (scanner_.before_bracket()) {
                    open_call(t);
                    return false;
                }
                if (int const known = words_.find(t.text, -1, t.hash); known >= 0 && words_.words[known].arity == 0) build(known, 0);
                else if (!names_.empty()) defined_or_symbol(t);
                else value({.what = form::symbol, .name = t.text});
                return true;
            case token_kind::open:
                wait({.what = pending::kind::bracket, .position = t.position, .closing = t.first == '[' ? ']' : ')'});
                return false;
            case token_kind::sign:
                if (t.first == '-' || t.first == '+') {
                    wait({.what = pending::kind::sign,
                          .strength = in_product() ? 30 : 15,
                          .function = t.first == '-' ? negation_ : -1,
                          .position = t.position});
                    return false;
                }
                break;
            default: break;
        }
        if (t.what == token_kind::end && !names_.empty() && values_.empty() && waiting_.size() == 1) refuse(problem::formula_missing, t);
        refuse(problem::operand_expected, t);
        return false;
    }

    constexpr void open_call(token const& name) {
        int const function = words_.find(name.text, -1, name.hash);
        if (function < 0) return unknown_function(name);
        token const bracket = scanner_.next();
        wait({.what = pending::kind::call,
              .function = function,
              .position = name.position,
              .length = static_cast<int>(name.text.size()),
              .values = values_.size(),
              .closing = bracket.first == '[' ? ']' : ')'});
    }

    /// A call of what no function is; in f(x) = 2*x the = is what is wrong.
    constexpr void unknown_function(token const& name) {
        token const behind = waiting_.size() == 1 && values_.empty() ? detail::behind_call(scanner_) : token{};
        if (behind.what == token_kind::wrong && behind.first == '=') return refuse(problem::equation, behind);
        refuse(problem::unknown_function, name);
    }

    /// A token behind an operand; whether an operand comes next.
    constexpr bool after_operand(token const& t) {
        switch (t.what) {
            case token_kind::sign: {
                pending const op = binary(t);
                apply_operators(op.strength == 40 ? 41 : op.strength);  // powers go right to left
                wait(op);
                return true;
            }
            case token_kind::comma:
                apply_operators();
                if (waiting_.back().what != pending::kind::call) refuse(problem::comma_outside, t);
                return true;
            case token_kind::close: close(t); return false;
            case token_kind::define: define(t); return true;
            case token_kind::semicolon: static_cast<void>(scanner_.resume()), end_definition(t); return true;
            default: refuse(problem::operator_expected, t); return false;
        }
    }

    constexpr pending binary(token const& t) {
        int strength = 5, function = -1;
        switch (t.first) {
            case '^': strength = 40, function = power_; break;
            case '*': strength = 20, function = product_; break;
            case '/': strength = 20, function = quotient_; break;
            case '+': strength = 10, function = sum_; break;
            case '-': strength = 10, function = difference_; break;
            default:
                function = words_.find(t.text, 2);
                for (int k = waiting_.size() - 1; waiting_[k].strength > 0; --k)
                    if (waiting_[k].strength == 5) refuse(problem::chained_comparison, t);
        }
        if (function < 0) refuse(problem::operator_expected, t);
        return {.what = pending::kind::binary, .strength = strength, .function = function, .position = t.position};
    }

    constexpr void close(token const& t) {
        apply_operators();
        if (waiting_.back().closing != t.first) return refuse(problem::bracket_not_opened, t);
        pending const opened = waiting_.pop();
        if (opened.what != pending::kind::call) {
            read_node const& n = nodes_[values_.back()];
            if (t.first == ']' && n.what == form::number && n.number.is_integer())  // a parameter of ROOT, hardly a number in brackets
                refuse(problem::numbered_parameter, opened.position, t.position + 1 - opened.position);
            return;
        }
        word const& w = words_.words[opened.function];
        int const count = values_.size() - opened.values;
        if (int const other = count == w.arity ? -1 : words_.find(w.name, count); other >= 0) return build(other, count);
        if (count != w.arity && !(w.any_number && count > w.arity))
            return refuse(detail::wrong_arguments(w, count), opened.position, opened.length);
        if (count == w.arity) return build(opened.function, count);
        // Two by two from the left, written from the first arguments on.
        buffer<int> arguments;
        for (int k = opened.values; k < values_.size(); ++k) arguments.push(values_[k]);
        values_.truncate(opened.values);
        values_.push(arguments[0]);
        bool const apart = !w.others.empty();
        if (apart) values_.push(arguments[1]);
        int const gathering = apart ? words_.find(w.others) : opened.function;
        for (int k = apart ? 2 : 1; k < arguments.size(); ++k) {
            values_.push(arguments[k]);
            build(gathering, 2);
        }
        if (apart) build(opened.function, 2);
    }

    constexpr void finish() {
        apply_operators();
        pending const& open = waiting_.back();
        if (waiting_.size() > 1)
            refuse(open.what == pending::kind::definition ? problem::formula_missing : problem::bracket_not_closed, open.position,
                   open.length);
        for (int k = 0; k < names_.size(); ++k)  // it defined nothing
            if (names_[k].equation >= 0) refuse(problem::equation, names_[k].equation, 1);
    }

    constexpr void defined_or_symbol(token const& t) {
        known_names::known_name& known = names_[names_.place_of(t.text, t.hash, nodes_.size())];
        int const node = known.node;
        known.equation = -1;
        if (node == known_names::unfinished) refuse(problem::defined_after_use, t);
        else if (node == known_names::symbol) value({.what = form::symbol, .name = t.text});
        else values_.push(node);
    }

    /// name := at the beginning, or behind a definition.
    constexpr void define(token const& t) {
        if (waiting_.size() > 1 || values_.size() != 1) return refuse(problem::misplaced_definition, t);
        read_node const n = nodes_[values_[0]];
        if (n.what == form::named) return refuse(problem::defined_twice, t);
        if (n.what == form::call && n.count == 0) return refuse(problem::defined_function, t);
        if (n.what != form::symbol) return refuse(problem::misplaced_definition, t);
        int const position = scanner_.position_of(n.name), length = static_cast<int>(n.name.size());
        if (words_.find(n.name) >= 0) return refuse(problem::defined_function, position, length);
        nodes_.truncate(nodes_.size() - 1);  // it was no symbol
        values_.truncate(0);
        int const place = names_.place_of(n.name, detail::word_hash::of(n.name), nodes_.size());
        if (names_[place].first != nodes_.size()) return refuse(problem::defined_after_use, position, length);
        names_[place].node = known_names::unfinished;
        wait({.what = pending::kind::definition, .function = place, .position = position, .length = length});
    }
    constexpr void end_definition(token const& t) {
        apply_operators();
        pending const open = waiting_.back();
        if (open.what == pending::kind::nothing) return refuse(problem::no_definition, t);
        if (open.what != pending::kind::definition) return refuse(problem::bracket_not_closed, open.position, open.length);
        waiting_.truncate(1);
        operands_.push(values_[0]);
        values_.truncate(0);
        nodes_.push({.what = form::named, .name = names_[open.function].name, .first = operands_.size() - 1, .count = 1});
        names_[open.function].node = nodes_.size() - 1;
    }

    /// True if the next token follows * or / or ^.
    constexpr bool in_product() const { return waiting_.back().strength >= 20; }
    /// Applies the last operators, those at least as strong.
    constexpr void apply_operators(int strength = 1) {
        while (waiting_.back().strength >= strength) {
            pending const op = waiting_.pop();
            if (op.what == pending::kind::binary) build(op.function, 2);
            else if (op.function >= 0) build(op.function, 1);  // +a is a
        }
    }

    constexpr void wait(pending const& p) {
        if (waiting_.size() > limits_.depth) refuse(problem::too_deep, p.position, p.length);
        else waiting_.push(p);
    }
    constexpr void value(read_node const& n) {
        nodes_.push(n);
        values_.push(nodes_.size() - 1);
    }
    constexpr void build(int function, int count) {
        int const first = operands_.size();
        for (int const *v = values_.end() - count, *const end = values_.end(); v != end; ++v) operands_.push(*v);
        values_.truncate(values_.size() - count);
        value({.what = form::call, .function = function, .first = first, .count = count});
    }

    constexpr void refuse(problem what, token const& t) { refuse(what, t.position, static_cast<int>(t.text.size())); }
    constexpr void refuse(problem what, int position, int length) {
        if (sound()) fault_ = {what, position, length};
    }

    basic_scanner<Vocabulary> scanner_;
    Vocabulary words_;
    reading_limits limits_;
    int negation_ = words_.find("-", 1), sum_ = words_.find("+", 2), difference_ = words_.find("-", 2), product_ = words_.find("*", 2),
        quotient_ = words_.find("/", 2), power_ = words_.find("^", 2);
    buffer<read_node> nodes_;
    buffer<int> operands_;
    buffer<int> values_;  // nodes that are complete and wait to become operands
    buffer<pending> waiting_;
    known_names names_;  // empty until there is a definition
    syntax_fault fault_{};
};
using parser = basic_parser<vocabulary>;

}  // namespace leibniz::inline v0_1
