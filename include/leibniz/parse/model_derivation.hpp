#pragma once

#include <leibniz/derivation/derivation.hpp>
#include <leibniz/parse/model.hpp>
#include <leibniz/parse/outcome.hpp>

#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>

namespace leibniz::inline v0_1 {

/// The steps from a model that was read at run time to its derivative; `<<` writes them.
class model_derivation {
public:
    model_derivation(detail::written_lines written, bool names_rules) : written_(std::move(written)), names_rules_(names_rules) {}

    /// The lines; they live as long as this object.
    derivation_lines lines() const { return {written_.letters.begin(), written_.lines.begin(), written_.lines.size()}; }
    bool names_rules() const { return names_rules_; }

private:
    detail::written_lines written_;
    bool names_rules_;
};

/// What `derivation` gives, or why it does not: nothing is thrown.
///
///     assert(try_derivation(parse("(w*x)^2"), "w") && !try_derivation(parse("(w*x)^2"), "w", main_steps, 5));
template <class Style = unicode_style, class Detail = as_main_steps>
outcome<model_derivation> try_derivation(model const& m, std::string_view by, Detail = {}, int most = 200'000) {
    if (failure why = m.not_of_numbers("derivation")) return why;
    using plan = typename detail::plan_of_detail<Detail>::type;
    plan const p(detail::seen(m.finished()), by, m.is_column(by), m.effort() < unlimited / 20 ? 20 * m.effort() : unlimited);
    if (failure why = detail::failure_of(p.faults(), p.in().exhausted(), "derivation: ", "derivation: ")) return why;
    detail::written_lines written = detail::derivation_writer<Style>(p, most)();
    if (written.letters.size() > most)
        return failure{failure_kind::size, "derivation: it has more than " + std::to_string(most) + " characters"};
    return model_derivation(std::move(written), std::is_same<Detail, as_every_rule>::value);
}

/// The steps to the derivative of a model's first formula, in a style, Unicode by default; with `every_rule`, every rule. Throws
/// what `diff` throws, and std::length_error beyond `most` characters.
///
///     std::ostringstream out;
///     assert((out << derivation(parse("(w*x)^2"), "w"), !out.str().empty()));
template <class Style = unicode_style, class Detail = as_main_steps>
model_derivation derivation(model const& m, std::string_view by, Detail shown = {}, int most = 200'000) {
    return try_derivation<Style>(m, by, shown, most).value();
}

template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, model_derivation const& d) {
    return detail::print(out, d.lines(), d.names_rules());
}

}  // namespace leibniz::inline v0_1
