#pragma once

#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/string_builder.hpp>
#include <leibniz/notation/emitter.hpp>

namespace leibniz::inline v0_1 {

/// Writes nodes in one style, in print order, without redundant parentheses. A shared node is written out wherever it is
/// used, so that the text of a small graph can be huge: writing stops after `most` characters.
template <class Style>
class styled_writer : detail::emitter<Style> {
    using base = detail::emitter<Style>;

public:
    static constexpr int endless = 1'000'000;
    constexpr explicit styled_writer(print_order const& order, int most = endless) : base(order, most) {}
    /// Writes numbers or slots in place of symbols (slots by node), or names that are given.
    constexpr styled_writer(print_order const& order, buffer<substitution> const& numbers) : styled_writer(order) { numbers_ = numbers; }
    constexpr styled_writer(print_order const& order, int const* slots) : styled_writer(order) { slots_ = slots; }
    constexpr styled_writer(print_order const& order, detail::spelled_names const& names) : styled_writer(order) {
        base::names_.know(names);
    }

    constexpr buffer<char> operator()(int i) {
        expression(i);
        return finished();
    }
    /// Appends another formula; returns the number of characters so far.
    constexpr int append(int i) {
        opened_ = out_.size();
        expression(i);
        return out_.size();
    }
    using base::finished;  // the text
    /// The text with the style's frame: <math>, </math>.
    constexpr buffer<char> document(int i) {
        if constexpr (!Style::document.empty()) begin(Style::document);
        expression(i);
        if constexpr (!Style::document.empty()) put(Style::document_end);
        return finished();
    }

private:
    using base::again, base::begin, base::close, base::fraction, base::is_replaced, base::keep, base::open, base::put, base::put_name,
        base::quotient, base::stopped;
    using base::in_power_, base::numbers_, base::of_, base::opened_, base::order_, base::out_, base::shape_, base::slots_;

    // The walk: an expression is a sum of terms, a term a product over a product, a product one of factors, a factor a
    // root, a power or an atom, an atom a name, a call or an expression in parentheses.

    constexpr void expression(int i) {
        if (stopped()) return;
        if (!of_.is(i, kind::sum)) {
            if (order_[i].coefficient.is_negative()) put(Style::negative);
            else bare_ = true;
            term(i);
            return;
        }
        for (int k = 0; k < order_.summands(i); ++k) {
            int const summand = order_.summand_of(i, k);
            bool const negative = order_[summand].coefficient.is_negative();
            if (k > 0) {
                if (negative) put(Style::minus);
                else put(Style::plus);
            } else if (negative) put(Style::negative);
            term(summand);
        }
    }

    /// A term without its sign: numerator over denominator.
    constexpr void term(int i) {
        print_order::term const& t = order_[i];
        detail::written_quotient const number(t.coefficient);
        rational const n = number.above, d = number.below;
        int const divisors = t.below + !d.is_one();
        bool const bare = bare_;
        bare_ = false;
        if (divisors == 0) return product(t, n, 0, t.above, false, bare);
        if constexpr (Style::stacked) {
            begin(Style::fraction);
            product(t, n, 0, t.above, true);
            begin(Style::fraction_bar);
            product(t, d, t.above, t.below, true, false, true);
            return put(Style::fraction_end);
        }
        if constexpr (Style::rational) {
            if (t.above + t.below == 0 && n.is_integer() && d.is_integer()) return fraction(n, d);
        }
        product(t, n, 0, t.above);
        if (t.below > 1 && is_guarded(t)) {
            if (!d.is_one()) put(Style::over), put(d);
            for (int k = 0; k < t.below; ++k) put(Style::over), product(t, 1, t.above + k, 1, false, false, true);
            return;
        }
        put(Style::over);
        if (divisors > 1) open(i);
        product(t, d, t.above, t.below, false, false, true);
        if (divisors > 1) close(i);
    }

    /// Whether a divisor is where(c, u, 0): read as y/(z*where(c, u, 0)) it would take z into its branch.
    constexpr bool is_guarded(print_order::term const& t) const {
        bool any = false;
        for (int k = t.above; k < t.above + t.below; ++k) {
            part const& p = order_.part_of(t, k);
            any = any || (p.exponent.is_one() && of_[p.base].what == kind::call && of_[p.base].number.is_one());
        }
        return any;
    }
    /// `count` parts of a term with a number before them. A single part between the bars of a fraction needs no parentheses,
    /// nor does a bare comparison. A denominator on one line always needs them: 1/(1/(1 + exp(-x))).
    constexpr void product(print_order::term const& t, rational n, int from, int count, bool enclosed = false, bool bare = false,
                           bool divides = false) {
        bool first = true;
        if (count == 0 || (!n.is_one() && n != rational(-1))) {
            put(n);
            first = false;
        }
        bool const alone = first && count == 1;
        for (int k = 0; k < count; ++k) {
            part const& p = order_.part_of(t, from + k);
            if (!first) times(p);
            first = false;
            factor(p, alone && enclosed, alone && (bare || enclosed), alone && !divides);
        }
    }
    constexpr void times(part const& p) {
        if constexpr (Style::splits) {
            if (begins_with_digit(p.base)) return put(Style::times_digit);
        }
        put(Style::times);
    }
    constexpr bool begins_with_digit(int i) const { return of_.is(i, kind::number) || is_replaced(i); }

    constexpr void factor(part const& p, bool bare_sum, bool bare, bool alone) {
        if (print_order::is_root(p)) {
            root(p.base);
        } else if (p.symbolic < 0 && p.exponent.is_one()) {
            atom(p.base, of_.is(p.base, kind::sum) ? !bare_sum : shape_.is_cut(p.base, bare, alone));
        } else if (shape_.calls_power(p)) {
            called_power(p);
        } else {
            if constexpr (Style::stacked) put(Style::raise);
            in_power_ = true;
            if constexpr (Style::stacked) group(p.base);
            else atom(p.base, !shape_.is_atom(p.base));
            in_power_ = false;
            exponent(p);
        }
    }
    constexpr void called_power(part const& p) {
        if constexpr (Style::power_calls) {
            begin(p.symbolic >= 0 ? Style::any_power : Style::fraction_power);
            expression(p.base);
            begin(Style::comma);
            if (p.symbolic >= 0) expression(p.symbolic);
            else quotient(p.exponent);
            put(Style::closing);
        }
    }
    constexpr void root(int i) {
        if constexpr (Style::bare_root) {
            put(Style::bare_root_sign);
            return atom(i, !shape_.is_single(i));
        } else {
            begin(Style::root);
            expression(i);
            put(Style::root_end);
        }
    }

    constexpr void exponent(part const& p) {
        bool whole = p.symbolic < 0 && p.exponent.is_integer();
        if constexpr (Style::raised) {
            if (whole) return Style::raised_number(out_, p.exponent.numerator());
        }
        put(Style::power);
        if constexpr (Style::stacked) {
            opened_ = out_.size();
            if (p.symbolic >= 0) expression(p.symbolic);
            else quotient(p.exponent);
            return put(Style::raise_end);
        }
        if (p.symbolic >= 0) return atom(p.symbolic, !shape_.is_atom(p.symbolic));
        if constexpr (Style::rational) {
            detail::written_quotient const number(p.exponent);
            if (!whole && number.below.is_integer() && number.above.is_integer()) return fraction(number.above, number.below);
        }
        whole = whole || detail::written_quotient(p.exponent).below.is_one();
        if (!whole) put(Style::opening);
        quotient(p.exponent);
        if (!whole) put(Style::closing);
    }
    /// The base of a raised exponent, in parentheses unless it is one symbol.
    constexpr void group(int i) {
        bool const single = shape_.is_single(i) || !shape_.is_atom(i);
        if (!single) put(Style::group);
        atom(i, !shape_.is_atom(i));
        if (!single) put(Style::group_end);
    }

    constexpr void atom(int i, bool parenthesised) {
        node const& n = of_[i];
        bool const is_call = n.what == kind::call || n.what == kind::reduction;
        if (n.count > 0) in_power_ = false;
        if (parenthesised) open(i);
        if (n.what == kind::symbol || n.what == kind::column) put_name(i);
        else if (n.count == 0 || (!parenthesised && (!is_call || shape_.is_infix(i)))) is_call ? call(i) : expression(i);
        else if (!again(i)) {
            int const first = out_.size();
            is_call ? call(i) : expression(i);
            keep(i, first);
        }
        if (parenthesised) close(i);
    }

    constexpr void call(int i) {
        node const& n = of_[i];
        if (shape_.is_infix(i)) {
            operand_of_infix(i, 0);
            Style::infix(out_, *n.fn);
            operand_of_infix(i, 1);
            return;
        }
        if constexpr (Style::truth) {
            if (Style::is_condition(*n.fn)) {
                put(Style::truth_begin);
                condition(i);
                return put(Style::truth_end);
            }
        }
        if constexpr (Style::patterns) {
            if (text_view const p = Style::pattern(*n.fn); !p.empty()) return pattern(i, p);
        }
        base::put_function_call(*n.fn);
        if (n.count == 0) return;
        open(i);
        for (int k = 0; k < n.count; ++k) {
            if (k > 0) begin(Style::comma);
            expression(of_.operand(i, k));
        }
        close(i);
    }

    constexpr void operand_of_infix(int i, int k) {
        int const operand = of_.operand(i, k);
        bool const enclosed = shape_.is_enclosed(i, operand);
        if (enclosed) open(operand);
        expression(operand);
        if (enclosed) close(operand);
    }

    // Patterns in place of calls, and conditions: <leibniz/notation/patterns.hpp>.
    constexpr void pattern(int i, text_view p);
    constexpr void condition(int i);
    constexpr void negated(int i);

    bool bare_ = false;  // what follows is neither part of a sum nor negative
};

using writer = styled_writer<text_style>;

/// The text of a node in a style, with numbers in place of symbols if given: `written_as<latex_style>(order, i)`. For MathML
/// without <math> and </math>.
template <class Style>
constexpr characters written_as(print_order const& order, int i, buffer<substitution> const& numbers = {}) {
    return characters(styled_writer<Style>(order, numbers)(i));
}

/// The text of the first result of a finished graph. (The view is a parameter of the template, so that no order is compiled where
/// nothing is printed.)
template <class Style = text_style, class View = view>
constexpr buffer<char> written_text(View const& of, int most = writer::endless) {
    if (of.matrices->exists) return of.matrices->text(of, of.matrices->template style_of<Style>(), most);
    print_order const order(of);
    return styled_writer<Style>(order, most).document(of.root());
}

}  // namespace leibniz::inline v0_1
