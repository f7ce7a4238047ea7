#pragma once

#include <leibniz/calculus/diagnosis.hpp>
#include <leibniz/evaluate/compiled.hpp>
#include <leibniz/language/name.hpp>
#include <leibniz/notation/styles/text.hpp>
#include <leibniz/proofs/verdict.hpp>

#include <cstddef>
#include <initializer_list>
#include <utility>

namespace leibniz::inline v0_1 {

namespace detail {

/// The question whether A and B are equal under assumptions, as a finished graph.
template <class A, class B, class... Assumed>
struct stage_of_question {
    static constexpr int guess = 3 * (canonical<A>.node_count + canonical<B>.node_count) + 40, roots = 24;
    static constexpr proving::question run(long long allowed) {
        proving::question q(allowed);
        proving::assumed_nodes assumed;
        proving::question::formula const left = q.taken(canonical<A>), right = q.taken(canonical<B>);
        (void)std::initializer_list<bool>{true,
                                          proving::assume(q.in, imported(q.in, canonical<Assumed>)[canonical<Assumed>.root()], assumed)...};
        q.ask(left, right, assumed);
        return q;
    }
    static constexpr proving::question::shape counts(long long allowed = unlimited) { return run(allowed).counts; }
};

/// A proof and a witness of fixed size.
struct static_proof {
    static constexpr int most = 12;
    bool equal = false, branches_differ = false;
    static constexpr int kinds = 6;
    int lists[kinds][most]{}, counts[kinds]{};

    constexpr explicit static_proof(proving::proof const& p) : equal(p.equal), branches_differ(p.branches_differ) {
        buffer<int> const* const all[] = {&p.only_left, &p.only_right, &p.left_holes, &p.right_holes, &p.left_pieces, &p.right_pieces};
        for (int n = 0; n < kinds; ++n)
            for (int k : *all[n])
                if (counts[n] < most) lists[n][counts[n]++] = k;
                else branches_differ = true;  // more than can be told
    }
    constexpr proving::proof whole() const {
        proving::proof p{.equal = equal, .branches_differ = branches_differ};
        buffer<int>* const all[] = {&p.only_left, &p.only_right, &p.left_holes, &p.right_holes, &p.left_pieces, &p.right_pieces};
        for (int n = 0; n < kinds; ++n) all[n]->append(lists[n], counts[n]);
        return p;
    }
};
template <int Variables>
struct static_witness {
    bool found = false;
    int compared = 0, rows = 1, row = 0;
    double left = 0, right = 0, at[static_cast<unsigned>(3 * Variables + 1)]{};

    constexpr static_witness() = default;
    constexpr explicit static_witness(proving::witness<double> const& from)
        : found(from.found), compared(from.compared), rows(from.rows), row(from.row), left(from.left), right(from.right) {
        for (int k = 0; k < from.at.size(); ++k) at[k] = from.at[k];
    }
};

template <class F, class T>
constexpr T constant_value([[maybe_unused]] T const* u) {
    if constexpr (F::arity == 0) return F::template value<T>();
    else if constexpr (F::arity == 1) return F::value(u[0]);
    else if constexpr (F::arity == 2) return F::value(u[0], u[1]);
    else return F::value(u[0], u[1], u[2]);
}
template <opcode Op, function const* F>
constexpr auto value_of_step() -> double (*)(double const*) {
    if constexpr (Op == opcode::call) return &constant_value<block<F>, double>;
    else return nullptr;
}

/// As `by_default`: a unit of a proof's effort takes up to 4 statements.
inline constexpr long long proof_by_default = 180'000;

/// What is found about A and B; each part is computed once.
template <class A, class B, class... Assumed>
struct answer {
    using stage = stage_of_question<A, B, Assumed...>;
    static constexpr view of = finished<stage>::chosen();
    static constexpr proving::question::shape counts = stage::counts();
    // Each way is a constant expression of its own, within the compiler's limits.
    template <bool OpensPowers>
    static constexpr static_proof tried{proving::answered<graph_for<A>>(of, counts, OpensPowers, proof_by_default)};
    static constexpr static_proof const& chosen_proof() {
        if constexpr (tried<true>.equal || !proving::has_high_powers(of, of.node_count)) return tried<true>;
        else return tried<false>;
    }
    static constexpr static_proof const& proved = chosen_proof();

    template <int Size>
    static constexpr auto built(view v) {
        proving::roots_of_question const roots(v, counts);
        program const p(roots.seen(v));
        return static_program<Size, of.node_count, 2 + of.root_count + of.condition_count>(p, p.code.size(), p.variables.size(),
                                                                                           p.roots.size());
    }
    static constexpr auto guessed = built<0>(of);
    static constexpr auto code = built<guessed.size>(of);

    /// As many points as the compiler's limits allow: a function takes some hundred statements at each of several points beside it.
    static constexpr int trials() {
        int statements = 100;
        for (int i = 0; i < code.size; ++i) statements += code.code[i].op == opcode::call ? 500 + 700 * code.code[i].fn->arity : 60;
        return statements < 30'000 ? 20 : 600'000 / statements;
    }
    using found_point = static_witness<code.variable_count>;
    template <std::size_t... I>
    static constexpr found_point searched(int first, int last, buffer<char> const& by_row, std::index_sequence<I...>) {
        double (*const values[])(double const*) = {value_of_step<code.code[I].op, code.code[I].fn>()..., nullptr};
        return found_point(proving::look_for_witness<double>(
            code, code.size, code.variable_count, counts, of, [&](int step, double const* operands) { return values[step](operands); },
            last, first, by_row));
    }
    template <int First, int Last>
    struct search {
        static constexpr found_point done(int first = First, int last = Last) {
            return searched(first, last, {}, std::make_index_sequence<static_cast<std::size_t>(code.size)>{});
        }
    };
    /// With columns of several rows.
    static constexpr buffer<char> by_row() { return proving::variables_by_row(code, code.size, code.variable_count); }
    static constexpr bool varies_by_row() {
        buffer<char> const all = by_row();
        return proving::any_by_row(all);
    }
    struct search_by_row {
        static constexpr found_point done(int last = trials() / 3 + 2) {
            return searched(0, last, by_row(), std::make_index_sequence<static_cast<std::size_t>(code.size)>{});
        }
    };
    /// Point by point, without those at which a function has no value that a constant expression may have.
    template <int Trial>
    static constexpr found_point from(int compared) {
        if constexpr (Trial == proving::trial_points::few) {
            found_point none;
            none.compared = compared;
            return none;
        } else if constexpr (!within_limits<search<Trial, Trial + 1>>) {
            return from<Trial + 1>(compared);
        } else {
            constexpr found_point here = search<Trial, Trial + 1>::done();
            if constexpr (here.found) return here;
            else return from<Trial + 1>(compared + here.compared);
        }
    }
    static constexpr auto point() {
        if constexpr (proved.equal && !proved.branches_differ) return static_witness<0>();
        else if constexpr (varies_by_row() && within_limits<search_by_row>) return in_rows();
        else return in_one_row();
    }
    static constexpr found_point in_one_row() {
        if constexpr (within_limits<search<0, trials()>>) return search<0, trials()>::done();
        else return from<0>(0);
    }
    static constexpr found_point in_rows() {
        constexpr found_point one = in_one_row(), several = search_by_row::done();
        if (one.found || !several.found) return one;
        return several;
    }
    static constexpr auto witnessed = point();
    static constexpr verdict found = verdict_writer::found(proved.whole(), witnessed.found);

    /// The sentence, as text in static storage.
    struct sentence {
        static constexpr int guess = 60;
        static constexpr view shown = of;
        static constexpr buffer<char> written(view v) {
            verdict_writer words(v, counts);
            proving::proof const p = proved.whole();
            buffer<char> conditions, holes;
            if (p.equal) conditions = words.conditions(p);
            if (p.equal) holes = words.holes(p);
            auto const text_of = [](buffer<char> const& letters) {
                return text_view(letters.begin(), static_cast<std::size_t>(letters.size()));
            };
            finding const f{found,          text_of(conditions), text_of(holes), witnessed.compared,
                            witnessed.left, witnessed.right,     witnessed.rows, witnessed.row};
            return sentence_of(
                f, found == verdict::different ? code.variable_count : 0, [](int place) { return code.variables[place].name; },
                [](int place, int row) { return witnessed.at[row * code.variable_count + place]; });
        }
    };
};

/// Report both formulas and what was found, in the compiler's message.
template <name Left, name Right, name Found>
struct not_proved_equal {
    static constexpr bool report() {
        static_assert(sizeof(Left) == 0, "equivalent: these formulas were not proved equal; the message shows both and what was found");
        return false;
    }
};
template <name Left, name Right, name Found>
struct not_proved_different {
    static constexpr bool report() {
        static_assert(sizeof(Left) == 0, "equivalent: these formulas were not proved different; the message shows both and what was found");
        return false;
    }
};

template <class Text>
inline constexpr auto name_of_text = name<Text::value.size + 1>(Text::value.letters);
template <class E>
struct text_of_formula {
    static constexpr int guess = 40;
    static constexpr view shown = canonical<E>;
    static constexpr buffer<char> written(view v) { return written_text(v); }
};

}  // namespace detail

/// What `equivalent(a, b, assumptions...)` gives: the verdict and its reason, known while compiling.
template <class A, class B, class... Assumed>
struct equivalence_of {
    using answer = detail::answer<A, B, Assumed...>;
    static constexpr verdict found = answer::found;

    /// True if both are equal. In a static_assert anything else is an error whose message shows both formulas and the reason.
    constexpr explicit operator bool() const {
        if constexpr (found == verdict::equal) return true;
        else return report<detail::not_proved_equal>::report();
    }
    /// True if both are different, by the witness. In a static_assert anything else is an error, too.
    constexpr bool operator!() const {
        if constexpr (found == verdict::different) return true;
        else return report<detail::not_proved_different>::report();
    }
    friend constexpr bool operator==(equivalence_of, verdict v) { return found == v; }
    template <class Char, class Traits>
    friend std::basic_ostream<Char, Traits>& operator<<(std::basic_ostream<Char, Traits>& out, equivalence_of e) {
        return out << text(e);
    }

private:
    template <template <name, name, name> class Report>
    using report = Report<detail::name_of_text<detail::static_writing<detail::text_of_formula<A>>>,
                          detail::name_of_text<detail::static_writing<detail::text_of_formula<B>>>,
                          detail::name_of_text<detail::static_writing<typename answer::sentence>>>;
};

/// Whether two expressions are equal as functions. Equal: by exact proof, wherever either is defined, isolated points aside.
/// Different: by a point at which the values differ visibly. Equal where: one is defined on a piece on which the other is not; assume
/// the conditions as further arguments. Unknown: neither was found. static_assert(equivalent(a, b)) holds only if they are equal,
/// static_assert(!equivalent(a, b)) only if they differ; `text` tells why.
///
///     static_assert(equivalent(pow<2>(w + b), pow<2>(w) + 2_c*w*b + pow<2>(b)));
///     static_assert(equivalent(log(pow<2>(x)), 2_c*log(x), x > 0_c));
template <expression A, expression B, expression... Assumed>
constexpr equivalence_of<A, B, Assumed...> equivalent(A, B, Assumed...) {
    static_assert(
        detail::all_of({proving::is_assumed<Assumed>()...}),
        "equivalent: what is assumed is a comparison with <, <=, > or >=, integer(n) of a symbol, or several joined by &&; write x > 0_c");
    return {};
}

/// The verdict as a sentence: `equal, x = 1 aside`, `equal where x > 0`, `different at x = 2: 4 and 5`, `unknown: ...`.
///
///     static_assert(text(equivalent(w + b, w)) == "different at w = 2, b = 0.5: 2.5 and 2");
template <class A, class B, class... Assumed>
constexpr text_view text(equivalence_of<A, B, Assumed...>) {
    using sentence = detail::static_writing<typename detail::answer<A, B, Assumed...>::sentence>;
    return {sentence::value.letters, static_cast<std::size_t>(sentence::value.size)};
}

}  // namespace leibniz::inline v0_1
