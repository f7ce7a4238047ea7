#pragma once

#include <leibniz/evaluate/program.hpp>

namespace leibniz::inline v0_1 {

/// Finds products of several powers, and those that are divided by more than one factor, or by a power of one. Their powers,
/// numerator and denominator may leave the range of numbers where the whole does not.
template <class View>
class divided_products {
public:
    constexpr explicit divided_products(View of) : of_(of) {
        for (node const *n = of.nodes, *end = n + of.node_count; n != end; ++n)
            if (n->what == kind::power && is_numbered(*n) && exponent(*n).is_integer()) any_ = true;
    }

    /// Whether node i, a product or a multiple of one, is a product of two powers, or is multiplied by something and divided
    /// by more than one factor. What is computed as it was formed is so only where differentiation made powers of a divisor.
    constexpr bool contains(int i) const {
        if (!any_) return false;
        node const& n = of_[of_.is(i, kind::scale) ? of_.operand(i, 0) : i];
        if (n.what != kind::product || n.keeps_form()) return false;
        int above = 0, below = 0, high = 0;
        bool powers = n.left < 0;
        for (int k = 0; k < n.count; ++k) {
            node const& factor = of_[of_.operands[n.first + k]];
            if (factor.what != kind::power || !is_numbered(factor) || !exponent(factor).is_negative()) {
                ++above;
                high += factor.what == kind::power && is_numbered(factor) && rational(1) < exponent(factor);
            } else if (exponent(factor) < rational(-1)) below += 2, powers = true;
            else ++below;
        }
        return powers && above > 0 && (below > 1 || high > 1);
    }

private:
    constexpr bool is_numbered(node const& power) const { return of_[of_.operands[power.first + 1]].what == kind::number; }
    constexpr rational exponent(node const& power) const { return of_[of_.operands[power.first + 1]].number; }

    View of_;
    bool any_ = false;
};

/// Writes one such product. Each factor is divided by its share of what divides, so that no power of a divisor is formed that
/// a factor above could take up; powers are formed of bases that were multiplied and divided before. a*b/v^2 is (a/v)*(b/v),
/// c*s^36/r^37 is (c/r)*(s/r)^36, x^4*y^5 is ((x*y)^2)^2*y.
template <class Writer>
class divided_product {
public:
    constexpr explicit divided_product(Writer& write) : write_(write) {}

    constexpr void multiply(int slot, rational exponent) { enter(above_, slot, exponent); }
    constexpr void divide(int slot, rational exponent) { enter(below_, slot, exponent); }
    /// Decides what is divided by what: powers above by as high ones below, single factors by what is more than that; those
    /// that were computed before those that are variables. Beside a power of variable exponent,
    /// which outgrows all others, single factors take what they can, and each part stays by itself.
    constexpr void pair(bool variable_exponent) {
        for (factor const& f : above_)
            if (!variable_exponent && f.times > 1 && highest_ < f.times) highest_ = f.times;
        for (bool inputs : {false, true})
            for (factor& f : above_) {
                if (f.times > 1 || write_.is_input(f.slot) != inputs) continue;
                int most = -1;
                for (int k = 0; k < below_.size(); ++k)
                    if (below_[k].times > highest_ && (most < 0 || below_[most].times < below_[k].times)) most = k;
                if (most < 0) continue;
                --below_[most].times;
                f.slot = write_.quotient(f.slot, below_[most].slot);
            }
    }
    /// How many factors were multiplied so far; those from `first` to `last` are one part of the product.
    constexpr int size() const { return above_.size(); }
    /// The factors of a part but for powers that are computed together with others; or -1.
    constexpr int part(int first, int last) {
        int result = -1;
        for (int k = first; k < last; ++k)
            if (above_[k].times == 1 || highest_ == 0) result = write_.multiply(result, write_.power(above_[k].slot, above_[k].times));
        return result;
    }
    /// `above`, the product of all parts or -1, times all powers, over what divides yet.
    constexpr int whole(int above) {
        if (highest_ > 0) above = write_.multiply(above, powers());
        for (factor& f : below_)
            for (f.times -= f.times < highest_ ? f.times : highest_; f.times > 0;) {  // by a higher power in two steps
                long long const once = f.times - f.times / 2;
                above = write_.divide(above, write_.power(f.slot, once));
                f.times -= once;
            }
        return above;
    }

private:
    struct factor {
        int slot = 0;
        long long times = 0;
    };

    constexpr void enter(buffer<factor>& to, int slot, rational exponent) {
        if (exponent.is_integer()) to.push({slot, exponent.numerator()});
        else if (exponent.denominator() == 2 && rational(1) < exponent) {
            to.push({slot, exponent.numerator() / 2});
            to.push({write_.power(slot, rational(1, 2)), 1});
        } else to.push({write_.power(slot, exponent), 1});
    }
    constexpr long long shared(factor const& divisor) const { return divisor.times < highest_ ? divisor.times : highest_; }

    /// All powers above, over as high ones of what divides. Where they differ they are squared and multiplied in step, so that
    /// no partial result is larger or smaller than the whole asks for.
    constexpr int powers() {
        bool even = true;
        for (factor const& f : above_) even = even && (f.times == 1 || f.times == highest_);
        for (factor const& f : below_) even = even && (f.times == 0 || f.times >= highest_);
        if (even) return write_.power(bases(highest_, highest_), highest_);
        int result = -1;
        long long bit = 1;
        while (bit <= highest_ / 2) bit *= 2;
        for (; bit > 0; bit /= 2) {
            if (result >= 0) result = write_.multiply(result, result);
            result = bases(1, bit, result);
        }
        return result;
    }
    /// `result` times the bases of all powers that have this bit, or are as high as `least`.
    constexpr int bases(long long least, long long bit, int result = -1) {
        buffer<int> divisors;
        for (factor const& f : below_)
            if (shared(f) >= least && shared(f) / bit % 2 != 0) divisors.push(f.slot);
        int next = 0, all = -1;
        for (factor const& f : above_) {
            if (f.times < 2 || f.times < least || f.times / bit % 2 == 0) continue;
            all = write_.multiply(all, next < divisors.size() ? write_.quotient(f.slot, divisors[next]) : f.slot);
            ++next;
        }
        if (all >= 0) result = write_.multiply(result, all);
        if (result < 0) result = write_.constant(1);
        for (; next < divisors.size(); ++next) result = write_.divide(result, divisors[next]);
        return result;
    }

    Writer& write_;
    buffer<factor> above_{}, below_{};
    long long highest_ = 0;  // of the powers above
};

namespace detail {

/// The quotients in programs of a View. So named they are compiled where a program needs them, and not where templates that use
/// them are read.
template <class View>
struct quotients_for {
    using type = divided_product<program_writer>;
};

struct inverse {
    int base = -1;
    rational exponent{};
};
/// What a factor that divides is the inverse of.
template <class View>
constexpr inverse inverse_of(View of, int i) {
    node const& n = of[i];
    bool const power = n.what == kind::power, formed = n.keeps_form() && n.formed == product_formation::power;
    if (!power && !formed) return {};
    node const& exponent = of[power ? of.operand(i, 1) : n.right];
    if (exponent.what != kind::number || !exponent.number.is_negative()) return {};
    return {power ? of.operand(i, 0) : n.left, -exponent.number};
}

/// The factors of a term in the order in which they are multiplied: numbers that do not fold, which may be large, each beside
/// another factor. None where that is the printed order.
template <class Order>
constexpr buffer<int> in_turn(Order const& order, typename Order::term const& term, bool begins_with_number, bool as_printed) {
    auto const is_number = [&](int factor) { return order.of().is(order.part_of(term, factor).base, kind::number); };
    int count = begins_with_number;
    for (int k = 0; !as_printed && k < term.above; ++k) count += is_number(k);
    if (as_printed || count < 2) return {};
    buffer<int> numbers, others, all;
    for (int k = 0; k < term.above; ++k) (is_number(k) ? numbers : others).push(k);
    if (begins_with_number) !others.empty() ? all.push(others[0]) : void();
    for (int k = 0, first = all.size(); all.size() < term.above; ++k) {
        if (k < numbers.size()) all.push(numbers[k]);
        if (first + k < others.size()) all.push(others[first + k]);
    }
    return all;
}

}  // namespace detail
}  // namespace leibniz::inline v0_1
