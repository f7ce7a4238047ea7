#pragma once

#include "check.hpp"
#include "code.hpp"

#include "../leibniz/sentence.hpp"

#include <leibniz/document/html.hpp>

#include <algorithm>
#include <exception>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace page {

/// A list of JSON of what each name gives.
template <class Names, class Write>
std::string json_list(Names const& names, Write const& write) {
    std::string all;
    for (auto const& name : names) all += (all.empty() ? "" : ", ") + write(name);
    return '[' + all + ']';
}

/// The functions and constants that a formula may have.
inline std::vector<std::string_view> functions() {
    leibniz::vocabulary const& words = leibniz::detail::words_of<leibniz::every_function_list, leibniz::constant_list>::all;
    std::vector<std::string_view> all;
    for (int k = 0; k < words.count; ++k)
        if (std::string_view const name = words.words[k].name; name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == name.npos)
            all.push_back(name);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

inline std::string of_page(std::string sentence) {
    sentence = replaced(std::move(sentence), "; raise parse_options::limits.characters", ", with more than 5000 characters");
    sentence = replaced(std::move(sentence), "; raise parse_options::limits.depth", "; write a symbol for a part of it");
    return replaced(std::move(sentence), "the effort that parse_options allow", "this page");
}

/// The answer to a question, as an object of JSON: "html", a fragment; "symbols" of the formula; "figures", the derivatives as text with
/// their values. Or "error", a sentence, and the "field" that it is about.
inline std::string answer(std::string_view text_of_question) {
    question const asked(text_of_question);
    std::string const& what = asked["what"];
    json_object result;
    auto const refuse = [&](std::string const& sentence, std::string const& field) {
        return result.add("error", json(of_page(sentence))).add("field", json(field)).text();
    };
    try {
        if (what == "functions") return result.add("words", json_list(functions(), [](std::string_view name) { return json(name); })).text();
        model const m = formula_in(asked);
        auto const names = names_in(m), by = symbols_in(asked, m);
        if (what == "derivatives") result.add("symbols", json_list(names, [](std::string const& name) { return json(name); }));
        point const at = point_in(asked, names);
        if (what == "derivatives") {
            std::string figures;
            for (std::string const& name : by) {
                model const d = diff(m, name);
                double const value = evaluate(d, bound(d, at));
                figures += (figures.empty() ? "" : ", ") + json_object()
                                                               .add("name", json(d.name(0)))
                                                               .add("text", json(text(d)))
                                                               .add("value", json(std::string_view(leibniz::number_text(value, 17))))
                                                               .text();
            }
            result.add("figures", '[' + figures + ']');
        }
        document const d = what == "derivatives"   ? derivatives(m, by, at)
                           : what == "steps"       ? steps(m, by, asked["detail"] == "every-rule")
                           : what == "calculation" ? calculation(asked["formula"], by, at, asked)
                           : what == "plot"        ? curves(m, asked["over"].empty() ? (by.empty() ? "" : by[0]) : asked["over"], at, asked)
                           : what == "code"        ? code(asked, m, by, at)
                                                   : check(m, by.empty() ? "" : by[0], asked);
        return result.add("html", json(std::string_view(html(d, leibniz::text_view(what + "-")).view()))).text();
    } catch (field_error const& error) { return refuse(error.what(), error.field); } catch (leibniz::syntax_error const& error) {
        return refuse(error.what(), "formula");
    } catch (std::bad_alloc const&) { return refuse("there is not enough memory for this formula", "formula"); } catch (std::exception const& error) {
        return refuse(error.what(), "");
    }
}

}  // namespace page
