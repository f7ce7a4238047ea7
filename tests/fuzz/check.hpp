#pragma once

#include "measured.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// The laws that hold for whatever text is given as a formula. Refusals that the documentation names are no findings;
/// any other exception leaves check() and is one.
namespace hostile {

/// A law that does not hold.
struct finding : std::logic_error {
    using std::logic_error::logic_error;
};

enum class outcome : unsigned char { refused, too_large, overflowed, without_derivative, examined };

inline constexpr int longest_text = 20'000;

inline leibniz::parse_options options_for(std::vector<std::string> columns = {}) {
    leibniz::parse_options options;
    options.columns = std::move(columns);
    options.effort = 300'000;
    return options;
}

inline void require(bool holds, char const* law, std::string const& about) {
    if (!holds) throw finding(std::string(law) + ": " + about.substr(0, 2000));
}

/// Runs what may be refused for its size or its numbers.
template <class Work>
outcome attempted(Work work) {
    try {
        work();
        return outcome::examined;
    } catch (leibniz::syntax_error const&) {
        throw;
    } catch (std::length_error const&) {
        return outcome::too_large;
    } catch (std::overflow_error const&) {
        return outcome::overflowed;
    } catch (std::domain_error const&) {
        return outcome::without_derivative;
    }
}

/// The text of a model reads back to the same model and prints the same again.
inline void reads_back(leibniz::model const& m, std::vector<std::string> const& columns) {
    std::string printed;
    if (attempted([&] { printed = leibniz::text(m, 0, longest_text); }) != outcome::examined) return;
    leibniz::parse_options options = options_for(columns);
    options.effort *= 50;
    options.limits.depth *= 50;
    try {
        leibniz::model const again = leibniz::parse(printed, options);
        require(leibniz::text(again) == printed, "printed text prints another text", printed + "\n  then " + leibniz::text(again, 0, longest_text));
        require(attempted([&] { require(again == m, "printed text reads back to another formula", printed); }) != outcome::without_derivative,
                "== throws", printed);
    } catch (leibniz::syntax_error const& e) {
        throw finding(std::string("printed text does not read: ") + e.what());
    } catch (std::overflow_error const& e) {
        throw finding(std::string("printed text overflows: ") + printed);
    }
}

/// Values for names, the same for the same name: point 0 all positive, point 1 of either sign.
inline long double value_at(int point, std::string_view name) {
    auto const hash = leibniz::detail::hash_of(name);
    long double const share = static_cast<long double>((hash >> 20) % 1009) / 1009;
    return point == 0 ? 0.61803398874989L + 0.7310585786300049L * share : 1.4142135623731L * share - 0.5772156649L;
}

inline bool agree(measured a, measured b, long double further = 0) {
    return !a.known() || !b.known() || std::abs(a.value - b.value) <= 4 * (a.error + b.error) + further;
}

/// The symbolic derivative agrees with central differences of the formula as written, where two extrapolations with
/// unlike steps agree. By the mean value theorem a central difference lies among the means of the derivatives at equal
/// distance to the right and left, so that these bound how far it may be from the one in the middle.
inline void agrees_with_differences(measuring::as_written const& f, leibniz::model const& slope, std::string_view by, int point) {
    auto const moved = [&](long double h) {
        return [=](std::string_view name) { return value_at(point, name) + (name == by ? h : 0); };
    };
    auto const difference = [&](long double h) -> measured {
        measured const right = f(moved(h)), left = f(moved(-h));
        if (!right.known() || !left.known()) return measuring::unknown();
        return {(right.value - left.value) / (2 * h), (right.error + left.error) / h};
    };
    auto const extrapolated = [&](long double h) -> measured {
        measured const wide = difference(h), narrow = difference(h / 2);
        return {(4 * narrow.value - wide.value) / 3, 2 * narrow.error + wide.error};
    };
    measured const here = measuring::by_program(slope, moved(0));
    constexpr long double step = 0.000917364L;
    measured const a = extrapolated(step), b = extrapolated(step * 0.387L);
    if (!here.known() || !a.known() || !b.known()) return;
    long double spread = 0;
    for (long double share : {0.19L, 0.387L, 0.5L, 0.731L, 1.0L}) {
        measured const right = measuring::by_program(slope, moved(share * step)), left = measuring::by_program(slope, moved(-share * step));
        if (!right.known() || !left.known()) return;
        spread = std::max(spread, std::abs((right.value + left.value) / 2 - here.value));
    }
    long double const size = std::abs(a.value) + std::abs(b.value);
    if (!agree(a, b, 1e-7L * size) || 4 * (a.error + b.error) > 1e-5L * size) return;
    require(agree(here, a, 4 * spread + 1e-6L * size), "derivative and differences",
            leibniz::text(slope, 0, longest_text) + " by " + std::string(by) + " is " + std::to_string(here.value) + ", differences give " + std::to_string(a.value));
}

/// Whether the derivative is that of the value: not where a part is held constant or jumps.
inline bool is_smooth(leibniz::parser const& read, leibniz::function const* const* rows) {
    for (leibniz::read_node const& n : read.nodes()) {
        if (n.what != leibniz::form::call) continue;
        std::string_view const name = rows[n.function]->name;
        for (std::string_view jumps : {"stop_gradient", "floor", "ceil", "round", "trunc", "sign", "step", "heaviside", "where", "fmod", "and", "or", "not", "<", ">", "<=", ">=", "==", "!="})
            if (name == jumps) return false;
    }
    return true;
}

/// Every derivative of the first order reads back and has the value that it should have; the gradient has the same.
inline void derivatives(leibniz::model const& m, std::string_view text, std::vector<std::string> const& columns) {
    using namespace leibniz;
    auto const& words = detail::words_of<function_list, constant_list>::all;
    auto const* const rows = detail::rows_of<function_list, constant_list>::all;
    parser const read(text, words);
    measuring::as_written const f(read, rows);
    for (int point : {0, 1}) {
        auto const values = [point](std::string_view name) { return value_at(point, name); };
        measured const written = f(values), canonical = measuring::by_program(m, values);
        require(agree(written, canonical), "value of the canonical form",
                leibniz::text(m, 0, longest_text) + " is " + std::to_string(canonical.value) + ", as written " + std::to_string(written.value));
    }
    bool const smooth = columns.empty() && is_smooth(read, rows);
    std::vector<std::string> names = m.symbols();
    if (names.size() > 3) names.resize(3);
    for (std::string const& name : names)
        attempted([&] {
            model const slope = diff(m, name);
            reads_back(slope, columns);
            for (int point : {0, 1})
                if (smooth) agrees_with_differences(f, slope, name, point);
        });
    attempted([&] {
        model const all = gradient(m, names);
        for (std::size_t k = 0; k < names.size(); ++k) {
            model const slope = diff(m, names[k]), entry = all[static_cast<int>(k)];
            attempted([&] { require(entry == slope, "gradient and diff", leibniz::text(m, 0, longest_text)); });
            for (int point : {0, 1}) {
                auto const values = [point](std::string_view n) { return value_at(point, n); };
                require(agree(measuring::by_program(entry, values), measuring::by_program(slope, values)), "value of the gradient", leibniz::text(m, 0, longest_text));
            }
        }
    });
    if (!names.empty()) attempted([&] { reads_back(diff(m, names[0], 2), columns); });
}

/// All laws for one text; `columns`: names that are columns.
inline outcome check(std::string_view text, std::vector<std::string> const& columns = {}) {
    try {
        return attempted([&] {
            leibniz::model const m = leibniz::parse(text, options_for(columns));
            reads_back(m, columns);
            derivatives(m, text, columns);
        });
    } catch (leibniz::syntax_error const& e) {
        require(e.position() >= 0 && e.position() <= static_cast<int>(text.size()), "position of a syntax error", e.what());
        return outcome::refused;
    }
}

}  // namespace hostile
