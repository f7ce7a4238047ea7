#pragma once

#include <leibniz/evaluate/program.hpp>

namespace leibniz::inline v0_1 {

/// Takes out of sums what summands have in common: a*x + a*y is computed as a*(x + y), x/v - y/v as (x - y)/v. What is multiplied,
/// divided and added then was so before, so that nothing leaves the range that did not.
template <class Parts>  // a template: nothing is compiled where no program is built
class factored_sums {
public:
    constexpr explicit factored_sums(program const& from)
        : from_(from), uses_(from.code.size(), 0), count_(2 * from.code.size(), 0), whole_(from.code.size(), -1) {
        for (int const root : from.roots) ++uses_[root];
        for (instruction const& step : from.code) {
            int const operands[] = {step.a, step.b, step.c};
            for (int k = 0; k < detail::used_operands(step); ++k) ++uses_[operands[k]];
        }
        for (int i = from.code.size() - 1; i >= 0; --i) {
            if (!is_sum(from.code[i])) continue;
            if (whole_[i] < 0) whole_[i] = i;
            int const first = from.code[i].a;
            if (uses_[first] == 1 && is_sum(from.code[first])) whole_[first] = whole_[i];
        }
    }

    /// The program with such sums; what it does not use is left in it.
    constexpr program result() {
        program to;
        program_writer write(to);
        to.variables = from_.variables;
        buffer<int> place(from_.code.size(), -1);
        for (int i = 0; i < from_.code.size(); ++i) {
            instruction step = from_.code[i];
            if (is_whole_sum(i)) {
                summand const all = sum(write, place, summands_of(i));
                place[i] = all.negative ? write.negate(all.made) : all.made;
                continue;
            }
            int* const operands[] = {&step.a, &step.b, &step.c};
            for (int k = 0; k < detail::used_operands(step); ++k) *operands[k] = place[*operands[k]];
            place[i] = write.emit(step);
        }
        for (int const root : from_.roots) to.roots.push(place[root]);
        return to;
    }

private:
    struct summand {
        int slot = -1;  // in the program as it was; or -1
        bool negative = false;
        int made = -1;  // in the new one
    };
    using summands = buffer<summand>;
    struct common {
        int slot = -1, count = 0;
        bool divides = false;
    };

    static constexpr bool is_sum(instruction const& step) { return step.op == opcode::add || step.op == opcode::subtract; }
    /// A sum that is no part of a longer one.
    constexpr bool is_whole_sum(int i) const { return whole_[i] == i; }

    constexpr summands summands_of(int i) const {
        int const whole = i;
        summands reversed, all;
        do {
            reversed.push(without_sign({from_.code[i].b, from_.code[i].op == opcode::subtract}));
            i = from_.code[i].a;
        } while (whole_[i] == whole);
        all.push(without_sign({i}));
        while (!reversed.empty()) all.push(reversed.pop());
        return all;
    }
    constexpr summand without_sign(summand s) const {
        while (uses_[s.slot] == 1 && from_.code[s.slot].op == opcode::negate) s = {from_.code[s.slot].a, !s.negative};
        return s;
    }

    constexpr bool has(summand const& s, common const& wanted) const {
        if (s.slot < 0 || uses_[s.slot] != 1) return false;
        instruction const& step = from_.code[s.slot];
        if (wanted.divides) return step.op == opcode::divide && step.b == wanted.slot;
        return step.op == opcode::multiply && (step.a == wanted.slot || step.b == wanted.slot);
    }
    constexpr common most_common(summands const& all) {
        common most;
        for (int const round : {1, 0})  // how often each stands there is counted, looked at, and forgotten
            for (summand const& s : all) {
                if (s.slot < 0 || uses_[s.slot] != 1) continue;
                instruction const& step = from_.code[s.slot];
                bool const divides = step.op == opcode::divide;
                if (!divides && step.op != opcode::multiply) continue;
                for (int const operand : {step.b, step.a}) {
                    int& count = count_[2 * operand + divides];
                    if (round > 0) ++count;
                    else {
                        if (count > most.count) most = {operand, count, divides};
                        count = 0;
                    }
                    if (divides || step.a == step.b) break;
                }
            }
        return most;
    }

    /// Writes a sum; `negative` says that it is the opposite.
    constexpr summand sum(program_writer& write, buffer<int> const& place, summands all) {
        for (common next = most_common(all); next.count > 1; next = most_common(all)) {
            summands inside, others;
            int at = -1;
            for (summand const& s : all)
                if (has(s, next)) {
                    instruction const& step = from_.code[s.slot];
                    inside.push(without_sign({step.a == next.slot && !next.divides ? step.b : step.a, s.negative}));
                    if (at < 0) at = others.size(), others.push({});
                } else others.push(s);
            summand const whole = sum(write, place, inside);
            int const by = place[next.slot];
            others[at] = {-1, whole.negative, next.divides ? write.divide(whole.made, by) : write.multiply(by, whole.made)};
            all = others;
        }
        int first = 0;
        while (first < all.size() && all[first].negative) ++first;
        bool const opposite = first == all.size();
        if (opposite) first = 0;
        int total = made(place, all[first]);
        for (int k = 0; k < all.size(); ++k)
            if (k != first)
                total = all[k].negative == opposite ? write.add(total, made(place, all[k])) : write.subtract(total, made(place, all[k]));
        return {-1, opposite, total};
    }
    static constexpr int made(buffer<int> const& place, summand const& s) { return s.slot < 0 ? s.made : place[s.slot]; }

    program const& from_;
    buffer<int> uses_, count_;
    buffer<int> whole_;  // by sum: the longest whose first part it is
};

/// What a program uses of its steps, and one division where several divide by the same.
template <class Parts>
constexpr program without_dead_steps(program const& from) {
    buffer<char> needed(from.code.size(), 0);
    buffer<int> divided(from.code.size(), 0), inverse(from.code.size(), -1), place(from.code.size(), -1);
    for (int const root : from.roots) needed[root] = 1;
    for (int i = from.code.size() - 1; i >= 0; --i) {
        instruction const& step = from.code[i];
        if (needed[i] == 0) continue;
        int const operands[] = {step.a, step.b, step.c};
        for (int k = 0; k < detail::used_operands(step); ++k) needed[operands[k]] = 1;
        if (step.op == opcode::divide) ++divided[step.b];
    }
    program to;
    program_writer write(to);
    to.variables = from.variables;
    for (int i = 0; i < from.code.size(); ++i) {
        if (needed[i] == 0) continue;
        instruction step = from.code[i];
        int const by = step.b;
        int* const operands[] = {&step.a, &step.b, &step.c};
        for (int k = 0; k < detail::used_operands(step); ++k) *operands[k] = place[*operands[k]];
        if (step.op == opcode::divide && divided[by] > 2 && from.code[by].op != opcode::constant) {
            if (inverse[by] < 0) inverse[by] = write.divide(write.constant(1), step.b);
            place[i] = write.multiply(step.a, inverse[by]);
        } else place[i] = write.emit(step);
    }
    for (int const root : from.roots) to.roots.push(place[root]);
    return to;
}

}  // namespace leibniz::inline v0_1
