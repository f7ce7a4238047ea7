#pragma once

#include <leibniz/derivation/differential_lines.hpp>

namespace leibniz::inline v0_1::detail {

/// A derivation that shows the differential of every part, inside that of the part that asked for it.
class every_differential : differential_lines {
public:
    constexpr every_differential(written const& root, written const& by, differential_style const& style)
        : differential_lines(root, by, style), whole_(g_), shown_(root_ + 1) {}

    constexpr written_lines operator()() {
        int const d = whole_(root_, by_, differential_of(by_));
        walk(root_, 0);
        line(rule::chain, "identification");
        last().before = cell([&] { put_slope(); });
        last().after = result(d);
        last().pattern = identification(fresh("LEFGHJ", root_));
        return finished();
    }

private:
    constexpr int change(int i) { return depends(i) ? whole_.change(i) : build_.zeros(build_.shape_of(i)); }

    constexpr void walk(int i, int depth) {
        bool const seen = depends(i) && shown_[i] != 0;
        line(seen ? rule::repeated : kind_of_rule(i), depth);
        last().name = cell([&] {
            if (seen) put(name_of(rule::repeated));
            else put_rule(i);
        });
        last().before = formula(differential_of(i));
        if (!depends(i) || i == by_ || seen) {
            last().after = formula(change(i));
            return;
        }
        shown_[i] = 1;
        buffer<int> const parts = parts_of(i);
        local(i, parts);
        int nested = 0;
        for (int part : parts) {
            if (part == by_) continue;
            ++nested;
            walk(part, depth + 1);
        }
        if (nested == 0) return;
        line(rule::together, name_of(rule::together), depth);
        last().after = formula(change(i));
    }

    /// The differential of a node in those of its parts: that of the same node of letters, in which then the parts stand again. A
    /// function shows it in letters, too: d(inv(u)) = -inv(u)*du*inv(u), u = X*X'.
    constexpr void local(int i, buffer<int> const& parts) {
        bool shows = false;
        for (int part : parts) shows = shows || (is_function(i) && !is_symbol(part));
        buffer<int> letters;
        for (int k = 0; k < parts.size(); ++k) letters.push(shows ? letter(k, parts[k]) : placeholder(k, parts[k]));
        int const general = substituted(i, parts, letters);
        last().after = formula(substituted(matrix_forward(g_)(general, letters, differentials_of(parts)), letters, parts));
        if (!shows) return;
        int const change = matrix_forward(g_)(general, letters, differentials_of(letters));
        last().pattern = cell([&] {
            put_equation(differential_of(general), change);
            for (int k = 0; k < parts.size(); ++k) put(style_.whole.comma), put_equation(letters[k], parts[k]);
        });
    }
    /// The letter for operand k of a pattern, the same for all of one shape.
    constexpr int letter(int k, int like) {
        matrix_shape const s = build_.shape_of(like);
        for (lettered const& known : letters_)
            if (matrix_shape const t = build_.shape_of(known.symbol); known.place == k && t.fits(s) && t.symmetric == s.symmetric)
                return known.symbol;
        int const made = fresh("uvstpqrz", like);
        letters_.push({k, made});
        return made;
    }
    constexpr int placeholder(int k, int like) {
        characters name = "~";
        name += static_cast<long long>(k);
        return named(static_cast<characters&&>(name), like);
    }

    constexpr void put_slope() {
        put(style_.slope), put_formula(by_), put(style_.of);
        bool const bare = is_symbol(root_) || is_function(root_) || g_.is(root_, kind::reduction);
        if (!bare) put(style_.whole.opening);
        put_formula(root_);
        if (!bare) put(style_.whole.closing);
    }

    struct lettered {
        int place = 0, symbol = 0;
    };
    matrix_forward whole_;
    buffer<char> shown_;
    buffer<lettered> letters_{};
};

}  // namespace leibniz::inline v0_1::detail
