#pragma once

#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/print_order.hpp>
#include <leibniz/graph/decimal_form.hpp>
#include <leibniz/notation/names.hpp>
#include <leibniz/notation/parenthesizer.hpp>
#include <leibniz/notation/style.hpp>

namespace leibniz::inline v0_1 {

/// A text in place of a symbol: `w` becomes `1`.
struct substitution {
    text_view name{}, text{};
};

/// The first byte of what is filled in later. A slot has a number; an enclosing slot puts a negative number or a fraction in
/// parentheses. A repetition copies a number of earlier letters, given their distance.
enum class mark : char { slot = 1, enclosing_slot, repetition };
inline constexpr int slot_size = 3, repetition_size = 7;
constexpr bool is_mark(char c) { return c > 0 && c <= static_cast<char>(mark::repetition); }
constexpr void put_counted(buffer<char>& out, int n, int digits) {
    for (int scale = digits == 2 ? 100 : 10000; scale > 0; scale /= 100) out.push(static_cast<char>(1 + n / scale % 100));
}
constexpr int counted(char const* at, int digits) {
    int n = 0;
    for (char const* const end = at + digits; at != end; ++at) n = 100 * n + *at - 1;
    return n;
}
constexpr void put_slot(buffer<char>& out, int slot, bool encloses) {
    out.push(static_cast<char>(encloses ? mark::enclosing_slot : mark::slot));
    put_counted(out, slot, 2);
}

namespace detail {

/// Appends the signs, numbers, names and parentheses of one style.
template <class Style>
class emitter {
protected:
    constexpr emitter(print_order const& order, int most) : order_(order), of_(order.of()), shape_(order), most_(most) {
        out_.reserve(Style::letters * of_.node_count);
    }

    constexpr bool stopped() const { return out_.size() > most_; }
    constexpr void put(glyphs const& s) { out_.append(s.letters, s.size); }
    constexpr void put(text_view text) { out_.append(text.data(), static_cast<int>(text.size())); }
    constexpr void put(long long n) {
        if constexpr (!Style::number.empty()) put(Style::number);
        put_number(out_, n);
        if constexpr (!Style::number.empty()) put(Style::number_end);
    }
    constexpr void open(int i) {
        if constexpr (Style::tall) {
            if (shape_.is_tall(i)) put(Style::tall_opening);
            else put(Style::opening);
        } else put(Style::opening);
        opened_ = out_.size();
    }
    constexpr void close(int i) {
        if constexpr (Style::tall) {
            if (shape_.is_tall(i)) return put(Style::tall_closing);
        }
        put(Style::closing);
    }
    /// Opens a group, behind which a minus may follow.
    constexpr void begin(glyphs const& s) {
        put(s);
        opened_ = out_.size();
    }

    /// The magnitude of an integer or a decimal number.
    constexpr void put(rational r) {
        if (r.is_integer()) return put(r.is_negative() ? -r.numerator() : r.numerator());
        if constexpr (Style::splits || Style::raised) put_with_power(r);
        else {
            if constexpr (Style::rational) put(Style::decimal);
            put_decimal(out_, r);
            if constexpr (Style::rational) put(Style::decimal_end);
        }
    }
    /// 3, 3/2 or 1.2345
    constexpr void quotient(rational r) {
        detail::written_quotient const written(r);
        if (r.is_negative()) put(Style::negative);
        put(written.above);
        if (!written.below.is_one()) put(Style::over), put(written.below);
    }
    constexpr void fraction(rational n, rational d) {
        put(Style::fraction), put(n), put(Style::fraction_bar), put(d), put(Style::fraction_end);
    }

    constexpr void put_name(int i) {
        if (slots_ != nullptr) return put_slot(out_, slots_[i], opened_ != out_.size() || in_power_);
        text_view const symbol = of_[i].name;
        for (substitution const& s : numbers_) {
            if (s.name != symbol) continue;
            bool const compound = s.text[0] == '-' || s.text.find('/') != text_view::npos;
            bool enclosed = compound && (opened_ != out_.size() || in_power_);
            if constexpr (Style::stacked) enclosed = enclosed || (in_power_ && s.text.find('e') != text_view::npos);
            if (enclosed) put(Style::opening);
            if constexpr (Style::renames) Style::substituted(out_, s.text);
            else put(s.text);
            if (enclosed) put(Style::closing);
            return;
        }
        if constexpr (!Style::renames) put(symbol);
        else if (!again(i)) {
            int const first = out_.size();
            names_.write(out_, of_, i);
            keep(i, first);
        }
    }
    constexpr bool is_replaced(int i) const {
        if (slots_ != nullptr) return of_.is(i, kind::symbol) || of_.is(i, kind::column);
        for (substitution const& s : numbers_)
            if (s.name == of_[i].name) return true;
        return false;
    }

    /// A derivative repeats most of its text. A node whose text does not depend on its place is copied when it occurs again:
    /// true if node i was.
    constexpr bool again(int i) {
        if (ends_.empty()) begins_.reserve(of_.node_count), ends_ = buffer<int>(of_.node_count);
        if (ends_[i] == 0) return false;
        int const first = begins_[i], count = ends_[i] - first, before = out_.size() - first;
        if (stopped()) return true;
        if (slots_ == nullptr || count < repetition_size) out_.append_own(first, count);
        else out_.push(static_cast<char>(mark::repetition)), put_counted(out_, before, 3), put_counted(out_, count, 3);
        return true;
    }
    constexpr void keep(int i, int first) {
        if (!stopped()) begins_[i] = first, ends_[i] = out_.size();
    }

    constexpr buffer<char> finished() {
        if (stopped()) put(glyphs("..."));
        ends_.clear();
        return static_cast<buffer<char>&&>(out_);
    }

    constexpr void put_function_call(function const& fn) {
        if (letters_ == unknown) letters_ = detail::may_be_letters(of_) ? some : none;
        if (letters_ == some) detail::put_function_call<Style>(out_, of_, fn);
        else Style::function_call(out_, fn);
    }

    /// 6.62607015 × 10^-34
    constexpr void put_with_power(rational r) {
        decimal_digits const decimal(r);
        if constexpr (!Style::number.empty()) put(Style::number);
        decimal.put_digits([this](char digit) { out_.push(digit); });
        if constexpr (!Style::number.empty()) put(Style::number_end);
        if (!decimal.is_scientific()) return;
        put(Style::times_ten);
        if constexpr (Style::raised) Style::raised_number(out_, decimal.place());
        else {
            if (decimal.place() < 0) put(Style::negative);
            put(static_cast<long long>(decimal.place() < 0 ? -decimal.place() : decimal.place()));
            put(Style::raise_end);
        }
    }

    print_order const& order_;
    view of_;
    parenthesizer<Style> shape_;
    int most_;
    buffer<substitution> numbers_{};
    int const* slots_ = nullptr;  // by node
    node_names<Style> names_{};
    bool in_power_ = false;  // the base of a power is being written
    int opened_ = 0;         // the end of the last opening: a minus may follow there
    buffer<char> out_{};

private:
    enum : unsigned char { unknown, none, some } letters_ = unknown;  // symbols that may be spelt like a function's letter
    buffer<int> begins_{}, ends_{};                                   // the place in `out_` of a node's text, where it has an end
};

}  // namespace detail
}  // namespace leibniz::inline v0_1
