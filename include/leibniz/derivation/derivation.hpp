#pragma once

#include <leibniz/calculus/diagnosis.hpp>
#include <leibniz/derivation/every_rule.hpp>
#include <leibniz/derivation/main_steps.hpp>
#include <leibniz/derivation/line_writer.hpp>
#include <leibniz/derivation/steps.hpp>
#include <leibniz/language/text_view.hpp>

#include <iosfwd>

namespace leibniz::inline v0_1 {

/// How much a derivation shows: the main steps, as on a board, or every rule.
struct as_main_steps {};
struct as_every_rule {};
inline constexpr as_main_steps main_steps{};
inline constexpr as_every_rule every_rule{};

/// The lines of a derivation in one style, in static storage.
class derivation_lines {
public:
    class iterator {
    public:
        constexpr iterator(derivation_lines const& of, int k) : of_(&of), k_(k) {}
        constexpr derivation_line operator*() const { return (*of_)[k_]; }
        constexpr iterator& operator++() { return ++k_, *this; }
        friend constexpr bool operator==(iterator a, iterator b) { return a.k_ == b.k_; }

    private:
        derivation_lines const* of_;
        int k_;
    };

    constexpr derivation_lines(char const* letters, detail::line_places const* lines, int size)
        : letters_(letters), lines_(lines), size_(size) {}

    constexpr int size() const { return size_; }
    constexpr derivation_line operator[](int k) const {
        detail::line_places const& l = lines_[k];
        return {l.depth, l.kind, at(l.name), at(l.before), at(l.after), at(l.pattern), at(l.condition)};
    }
    constexpr derivation_line back() const { return (*this)[size_ - 1]; }
    constexpr iterator begin() const { return {*this, 0}; }
    constexpr iterator end() const { return {*this, size_}; }

private:
    constexpr text_view at(detail::line_places::place p) const { return {letters_ + p.first, static_cast<std::size_t>(p.size)}; }

    char const* letters_;
    detail::line_places const* lines_;
    int size_;
};

/// The steps from a formula to its derivative: an empty type; the lines are computed while compiling.
template <class E, class V, class Detail>
struct derivation_of {};

namespace detail {

template <int Letters, int Lines>
struct static_lines {
    char letters[static_cast<unsigned>(Letters + 1)]{};
    line_places lines[static_cast<unsigned>(Lines + 1)]{};
    int letter_count = 0, line_count = 0;
    leibniz::faults faults{};

    constexpr explicit static_lines(written_lines const& from)
        : static_lines(from.letters.begin(), from.letters.size(), from.lines.begin(), from.lines.size(), from.faults) {}
    template <int More, int MoreLines>
    constexpr explicit static_lines(static_lines<More, MoreLines> const& from)
        : static_lines(from.letters, from.letter_count, from.lines, from.line_count, from.faults) {}
    constexpr bool fits() const { return letter_count <= Letters && line_count <= Lines; }

private:
    constexpr static_lines(char const* l, int letter_total, line_places const* p, int line_total, leibniz::faults const& f)
        : letter_count(letter_total), line_count(line_total), faults(f) {
        for (int k = 0; k < letter_count && k < Letters; ++k) letters[k] = l[k];
        for (int k = 0; k < line_count && k < Lines; ++k) lines[k] = p[k];
    }
};

template <class Detail>
struct plan_of_detail {
    using type = main_steps_plan<>;
};
template <>
struct plan_of_detail<as_every_rule> {
    using type = every_rule_plan<>;
};

template <class E, class V, class Detail, class Style>
struct derivation_work {
    // It takes a parameter because g++ evaluates a call without one twice.
    static constexpr written_lines run(written const& from) {
        typename plan_of_detail<Detail>::type const plan(from, as_written<V>);
        return derivation_writer<Style>(plan)();
    }
    static constexpr int done(written const& from = as_written<E>) { return run(from).lines.size(); }
    static consteval auto diagnosis() { return diagnose_numbers<derivative<E, V>>(); }
    static consteval bool clashes() { return names_clash(as_written<E>); }
    /// True for derivations that may exceed the compilers' default limits.
    static constexpr bool is_long = as_written<E>.size > (std::is_same<Detail, as_every_rule>::value ? 75 : 160);
};

template <class E, class V, class Detail, class Style>
struct derivation_stage {
    using work = derivation_work<E, V, Detail, Style>;
    static constexpr int guess = 512 + 40 * as_written<E>.size;
    template <int Letters, int Lines>
    static constexpr auto stored_statically(written const& from) {
        return static_lines<Letters, Lines>(work::run(from));
    }
    static constexpr auto first = stored_statically<guess, 64>(as_written<E>);
    static constexpr auto exact(written const& from) {
        if constexpr (first.fits()) return static_lines<first.letter_count, first.line_count>(first);
        else return stored_statically<first.letter_count, first.line_count>(from);
    }
    static constexpr auto value = exact(as_written<E>);
};

template <class Stage, class E, class Work>
consteval auto diagnose_lines() {
    if constexpr (Stage::value.faults.overflowed) return refused<too_large<E>>{};
    else if constexpr (Stage::value.faults.lacks_partials) return refused<without_partials<block<Stage::value.faults.lacking>>>{};
    else if constexpr (Stage::value.faults.is_matrix) return refused<a_matrix<E>>{};
    else if constexpr (Stage::value.faults.shapes != shape_fault::none) return Work::diagnosis();
    else return accepted{};
}

template <class E, class V, class Detail, class Style>
consteval auto diagnose_derivation() {
    using work = derivation_work<E, V, Detail, Style>;
    if constexpr (work::clashes()) {
        return refused<clashing_names<E>>{};
    } else if constexpr (work::is_long) {
        if constexpr (within_limits<work>) return diagnose_lines<derivation_stage<E, V, Detail, Style>, E, work>();
        else return refused<beyond_the_limits<int>>{};
    } else {
        return diagnose_lines<derivation_stage<E, V, Detail, Style>, E, work>();
    }
}

template <class Out>
Out& print(Out& out, derivation_lines const& all, bool names_rules) {
    buffer<char> text;
    for (derivation_line const l : all) put_line(text, l, names_rules);
    out << text_view(text.begin(), static_cast<std::size_t>(text.size()));
    return out;
}

}  // namespace detail

/// The lines of a derivation, in static storage. The template argument is the style, Unicode by default. Refuses what `diff`
/// refuses, and derivations beyond the compiler's limits.
///
///     for (derivation_line l : lines<latex_style>(derivation(pow<2>(w*x), w))) assert(!l.after.empty());
template <class Style = unicode_style, class E, class V, class Detail>
constexpr derivation_lines lines(derivation_of<E, V, Detail>) {
    using stage = detail::derivation_stage<E, V, Detail, Style>;
    using diagnosis = decltype(detail::diagnose_derivation<E, V, Detail, Style>());
    if constexpr (!std::same_as<diagnosis, detail::accepted>) return {nullptr, nullptr, diagnosis::sentence::report()};
    else return {stage::value.letters, stage::value.lines, stage::value.line_count};
}

/// The steps from a formula to its derivative by a symbol, for a stream or for `lines`. With `every_rule` every rule is named
/// and shown inside the rule that asked for it. The steps follow the rules of `diff`; the last line is what `diff` gives.
/// Refuses what `diff` refuses, and names of `let` that are names of symbols.
///
///     std::cout << derivation(pow<2>(w*x - y), w) << '\n' << derivation(pow<2>(w*x - y), w, every_rule);
template <expression E, class V, class Detail = as_main_steps>
constexpr auto derivation(E, V, Detail = {}) {
    constexpr bool named = std::is_same<Detail, as_main_steps>::value || std::is_same<Detail, as_every_rule>::value;
    static_assert(detail::is_variable<V>::value,
                  "derivation: one differentiates by a symbol only; write derivation(e, x) with a symbol or column x");
    static_assert(named || !detail::is_variable<V>::value,
                  "derivation: it has two forms; write derivation(e, x) or derivation(e, x, every_rule)");
    if constexpr (variable<V> && named) return derivation_of<E, V, Detail>{};
    else return E{};  // the error has been reported
}

/// Writes the lines of a derivation. One that is too long for a compiler is computed at run time.
template <class Traits, class E, class V, class Detail>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, derivation_of<E, V, Detail> d) {
    using work = detail::derivation_work<E, V, Detail, unicode_style>;
    constexpr bool names_rules = std::is_same<Detail, as_every_rule>::value;
    if constexpr (work::is_long) {
        using diagnosis = decltype(work::diagnosis());
        if constexpr (work::clashes()) {
            return detail::clashing_names<E>::report(), out;
        } else if constexpr (std::same_as<diagnosis, detail::accepted>) {
            detail::written_lines const all = work::run(as_written<E>);
            return detail::print(out, derivation_lines(all.letters.begin(), all.lines.begin(), all.lines.size()), names_rules);
        } else {
            return diagnosis::sentence::report(), out;
        }
    } else {
        return detail::print(out, lines(d), names_rules);
    }
}

}  // namespace leibniz::inline v0_1
