#pragma once

#include <leibniz/algebra/arrangement.hpp>

namespace leibniz {

/// What stands in place of a symbol: `w` becomes `1`.
struct substitution {
    std::string_view name{}, text{};
};

/// Writes nodes as text, in the order of the arrangement and with no parenthesis too many. What a graph shares is
/// written out wherever it is used, so that the text of a small graph can be endless: it stops behind `most` characters.
class writer {
public:
    static constexpr int endless = 1'000'000;
    constexpr explicit writer(arrangement const& order, int most = endless) : order_(order), of_(order.of()), most_(most) {}
    /// With numbers in place of symbols.
    constexpr writer(arrangement const& order, buffer<substitution> const& numbers) : writer(order) { numbers_ = numbers; }

    constexpr buffer<char> operator()(int i) {
        expression(i);
        if (stopped()) put("...");
        return static_cast<buffer<char>&&>(out_);
    }

private:
    constexpr bool stopped() const { return out_.size() > most_; }
    constexpr void put(std::string_view text) {
        for (char c : text) out_.push(c);
    }
    constexpr void put(long long n) {
        if (n < 0) put("-");
        char digits[20]{};
        int count = 0;
        for (; count == 0 || n != 0; n /= 10) digits[count++] = static_cast<char>('0' + (n % 10 < 0 ? -(n % 10) : n % 10));
        while (count > 0) out_.push(digits[--count]);
    }

    constexpr void put_name(std::string_view symbol) {
        for (substitution const& s : numbers_) {
            if (s.name != symbol) continue;
            bool const opens = out_.empty() || out_.back() == '(' || (out_.back() == ' ' && out_[out_.size() - 2] == ',');
            bool const compound = s.text[0] == '-' || s.text.find('/') != std::string_view::npos;
            if (compound && (!opens || in_power_)) put("("), put(s.text), put(")");
            else put(s.text);
            return;
        }
        put(symbol);
    }

    constexpr void expression(int i) {
        if (stopped()) return;
        if (!of_.is(i, kind::sum)) {
            if (order_[i].coefficient.is_negative()) put("-");
            else bare_ = true;
            term(i);
            return;
        }
        for (int k = 0; k < order_.summands(i); ++k) {
            int const summand = order_.summand_of(i, k);
            bool const negative = order_[summand].coefficient.is_negative();
            if (k > 0) put(negative ? " - " : " + ");
            else if (negative) put("-");
            term(summand);
        }
    }

    /// Without its sign: numerator, then what divides it.
    constexpr void term(int i) {
        arrangement::term const& t = order_[i];
        long long const n = t.coefficient.numerator(), d = t.coefficient.denominator();
        bool const bare = bare_;
        bare_ = false;
        bool first = true;
        if (t.above == 0 || (n != 1 && n != -1)) {
            put(n < 0 ? -n : n);
            first = false;
        }
        for (int k = 0; k < t.above; ++k) {
            if (!first) put("*");
            first = false;
            factor(order_.part_of(t, k), t.above + t.below == 1 && d == 1 && (n == 1 || n == -1), bare);
        }
        int const divisors = t.below + (d != 1);
        if (divisors == 0) return;
        put(divisors > 1 ? "/(" : "/");
        first = d == 1;
        if (d != 1) put(d);
        for (int k = 0; k < t.below; ++k) {
            if (!first) put("*");
            first = false;
            factor(order_.part_of(t, t.above + k), false);
        }
        if (divisors > 1) put(")");
    }

    constexpr void factor(part const& p, bool alone, bool bare = false) {
        if (arrangement::is_root(p)) {
            put("sqrt(");
            expression(p.base);
            put(")");
        } else if (p.symbolic < 0 && p.exponent.is_one()) {
            atom(p.base, of_.is(p.base, kind::sum) || (is_comparison(p.base) && !(alone && bare)));
        } else {
            in_power_ = true;
            atom(p.base, !is_atom(p.base));
            in_power_ = false;
            put("^");
            exponent(p);
        }
    }

    constexpr void exponent(part const& p) {
        if (p.symbolic >= 0) {
            atom(p.symbolic, !is_atom(p.symbolic));
        } else {
            if (!p.exponent.is_integer()) put("(");
            put(p.exponent.numerator());
            if (!p.exponent.is_integer()) put("/"), put(p.exponent.denominator()), put(")");
        }
    }

    constexpr void atom(int i, bool parenthesised) {
        node const& n = of_[i];
        if (n.count > 0) in_power_ = false;
        if (parenthesised) put("(");
        if (n.what == kind::symbol || n.what == kind::column) put_name(n.name);
        else if (is_comparison(i)) {
            operand_of_comparison(of_.operand(i, 0));
            put(" "), put(n.fn->name), put(" ");
            operand_of_comparison(of_.operand(i, 1));
        } else if (n.what == kind::call || n.what == kind::reduction) {
            put(n.fn->name);
            if (n.count > 0) put("(");
            for (int k = 0; k < n.count; ++k) {
                if (k > 0) put(", ");
                expression(of_.operand(i, k));
            }
            if (n.count > 0) put(")");
        } else expression(i);
        if (parenthesised) put(")");
    }

    /// Written between its operands: u < v.
    constexpr bool is_comparison(int i) const {
        node const& n = of_[i];
        return n.what == kind::call && n.count == 2 && !detail::is_letter(n.fn->name[0]);
    }
    constexpr void operand_of_comparison(int i) {
        if (is_comparison(i)) put("(");
        expression(i);
        if (is_comparison(i)) put(")");
    }

    /// Needs no parentheses before ^ or behind it.
    constexpr bool is_atom(int i) const {
        node const& n = of_[i];
        if (n.what == kind::number) return n.number.is_integer() && !n.number.is_negative();
        if (n.what == kind::power) return arrangement::is_root(order_.part_of(order_[i], 0)) && order_[i].above == 1;
        if (is_comparison(i)) return false;
        return n.what == kind::symbol || n.what == kind::column || n.what == kind::call || n.what == kind::reduction;
    }

    arrangement const& order_;
    view of_;
    int most_;
    buffer<substitution> numbers_;
    bool in_power_ = false;  // the base of a power is being written
    bool bare_ = false;      // what comes is neither part of a sum nor negative
    buffer<char> out_;
};

/// The text of a finished graph's first result.
constexpr buffer<char> written_text(view of, int most = writer::endless) {
    arrangement const order(of);
    return writer(order, most)(of.root());
}

}  // namespace leibniz
