#pragma once

#include "../leibniz/json.hpp"
#include "../leibniz/names.hpp"

#include <leibniz/parse.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace page {

using namespace tool;

using point = std::vector<leibniz::named_binding<double>>;

/// What the page asks: fields name=value, each behind the character U+001F; lists are separated by U+001E.
class question {
public:
    explicit question(std::string_view text) {
        for (std::string const& field : split(text, '\x1f')) {
            std::size_t const sign = field.find('=');
            if (sign != std::string::npos) fields_[field.substr(0, sign)] = field.substr(sign + 1);
        }
    }
    /// Empty where it was not given.
    std::string const& operator[](char const* name) const {
        static std::string const none;
        auto const found = fields_.find(name);
        return found == fields_.end() ? none : found->second;
    }
    std::vector<std::string> list(char const* name) const { return split((*this)[name], '\x1e'); }

private:
    static std::vector<std::string> split(std::string_view text, char separator) {
        std::vector<std::string> words;
        while (!text.empty()) {
            std::size_t const end = std::min(text.find(separator), text.size());
            words.emplace_back(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        return words;
    }
    std::map<std::string, std::string, std::less<>> fields_;
};

/// A field of the page that cannot be used: the page shows the sentence beside it.
struct field_error : input_error {
    std::string field;
    field_error(std::string of, std::string const& sentence) : input_error(sentence), field(std::move(of)) {}
};

/// A formula as a person reads it within a second, and no more work than the page may wait for.
inline leibniz::parse_options limits() {
    leibniz::parse_options options;
    options.limits.characters = 5000;
    options.effort = 3'000'000;
    return options;
}

inline leibniz::model formula_in(question const& asked) { return leibniz::parse(asked["formula"], limits()); }

/// The chosen symbols that the formula has; where none is chosen, all.
inline std::vector<std::string> symbols_in(question const& asked, leibniz::model const& m) {
    std::vector<std::string> by = asked.list("by");
    std::erase_if(by, [&](std::string const& name) { return !m.source()->mentions(name); });
    return by.empty() ? names_in(m) : by;
}

/// A number, or a formula of numbers: 1/3, pi/2.
inline double number_of(std::string const& field, std::string const& text) {
    auto const m = leibniz::parse(text, limits());
    if (!names_in(m).empty()) throw field_error(field, in_quotes(text) + " is no number; write 0.5, 1/3 or pi/2");
    double const value = evaluate(m, point{});
    if (!std::isfinite(value)) throw field_error(field, in_quotes(text) + " has no finite value");
    return value;
}

/// The values of the names, which the page gives as name=number; a name without one is 1. The names live as long as `names`.
inline point point_in(question const& asked, std::vector<std::string> const& names) {
    point all;
    std::vector<std::string> const given = asked.list("at");
    for (std::string const& name : names) {
        double value = 1;
        for (std::string const& word : given)
            if (word.starts_with(name + "=")) {
                std::string const field = "at-" + name, text = word.substr(name.size() + 1);
                try {
                    value = number_of(field, text);
                } catch (leibniz::syntax_error const& error) { throw field_error(field, error.what()); }
            }
        all.push_back({name, value});
    }
    return all;
}

}  // namespace page
