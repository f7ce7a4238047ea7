#pragma once

#include <leibniz/parse/model_worksheet.hpp>
#include <leibniz/parse/evaluate_model.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace leibniz::inline v0_1 {

/// How a formula that is read at run time is calculated by hand.
struct backpropagation_options {
    std::optional<double> rate{};  // adds a step of gradient descent: w - rate*∂L/∂w
    int digits = 6;                // significant digits to write; 0: as many as it takes to read the number back
    parse_options reading{};
};

/// The hand calculation of a formula that was read at run time. `<<` writes it; with leibniz/parse/model_document.hpp, `written_out`
/// makes it a document, and `graph_of` a picture.
struct model_calculation : hand_calculation<double> {
    std::shared_ptr<detail::model_worksheet const> sheet;
};

namespace detail {

/// The values of a worksheet's variables behind its steps, in their order.
inline failure bind_worksheet(hand_calculation<double>& to, sheet_view const& sheet, source_text const& source,
                           std::vector<named_binding<double>> const& bindings) {
    std::vector<std::string_view> bound;
    for (auto const& b : bindings) {
        std::string const name(b.name);
        if (!source.mentions(b.name)) return {failure_kind::argument, "backpropagation: the formula has no symbol " + name};
        for (std::string_view other : bound)
            if (other == b.name) return {failure_kind::argument, "backpropagation: " + name + " is bound twice"};
        bound.push_back(b.name);
        if (int const place = place_of_variable(sheet, b.name); place >= 0) to.values[place] = b.value;
    }
    for (int v = sheet.extent.forward; v < sheet.extent.variables; ++v) {
        bool known = false;
        for (std::string_view name : bound) known = known || name == sheet.variables[v];
        std::string const name(sheet.variables[v]);
        if (!known)
            return {failure_kind::argument, "backpropagation: the symbol " + name + " has no value; add bind(\"" + name + "\", 2.0)"};
    }
    return {};
}

}  // namespace detail

/// What `backpropagation` of a text gives, or why it does not: nothing is thrown.
///
///     assert(!try_backpropagation("(w*x - y)^2", {"w"}, {bind("w", 1.0), bind("x", 2.0)}));
template <class... Functions>
outcome<model_calculation> try_backpropagation(std::string_view text, std::vector<std::string> const& by,
                                               std::vector<named_binding<double>> const& bindings,
                                               backpropagation_options const& options = {}) {
    using words = detail::words_of<every_function_list, constant_list, Functions...>;
    auto const m = try_parse<Functions...>(text, options.reading);
    if (!m) return m.why();
    for (std::string const& column : options.reading.columns)
        if (m->source()->mentions(column))
            return failure{failure_kind::argument, "backpropagation: it shows one row; take " + column + " as a symbol"};
    auto const made = detail::model_worksheet::made(*m, options.reading.limits, by, words::all,
                                                    detail::rows_of<every_function_list, constant_list, Functions...>::all);
    if (!made) return made.why();
    model_calculation result;
    result.sheet = *made;
    sheet_view const sheet = result.sheet->seen();
    result.digits = options.digits;
    result.values = buffer<double>(sheet.extent.variables + sheet.extent.lines() + sheet.extent.sums);
    if (failure why = detail::bind_worksheet(result, sheet, *m->source(), bindings)) return why;
    detail::model_worksheet::text<text_style, true> const slots(*result.sheet);
    detail::calculate(result, sheet, slots.seen(), result.sheet->calls());
    if (options.rate) {
        result.rate = *options.rate;
        std::vector<int> places;
        for (std::string const& name : by) places.push_back(detail::place_of_variable(sheet, name));
        detail::add_update(result, sheet, places.data());
    }
    return result;
}

/// Back-propagation of a formula, as it was written, calculated by hand: the same lines as those of an expression. Steps are the
/// definitions of the text, `h := w*x; (h - y)^2`, and without any every operation. Blocks of your own are named in angle brackets.
/// Throws what `parse` and `gradient` throw, std::invalid_argument for names that are missing, unknown, or given or bound twice, and
/// std::length_error beyond 400 operations.
///
///     auto const c = backpropagation("(w*x - y)^2", {"w"}, {bind("w", 1.0), bind("x", 2.0), bind("y", 4.0)});
///     assert(c.gradient[0].value == -8 && c.forward.size() == 3);
template <class... Functions>
model_calculation backpropagation(std::string_view text, std::vector<std::string> const& by, std::vector<named_binding<double>> const& bindings,
                                  backpropagation_options const& options = {}) {
    return try_backpropagation<Functions...>(text, by, bindings, options).value();
}

}  // namespace leibniz::inline v0_1
