// Whatever symbols are called, in every form each has a name of its own, and one that the form can take.
#include "../catch.hpp"

#include <leibniz/parse.hpp>
#include <leibniz/parse/model_notation.hpp>

#include <set>
#include <string>
#include <vector>

using namespace leibniz;

namespace {

/// All names of up to three of these pieces that a formula may have.
std::vector<std::string> awkward_names() {
    std::vector<std::string> const pieces = {"w", "_", "1", "0", "θ", "theta", "\u0302", "ŷ", "hat", "₁", "u03b8", "日", "int", "I", "np", "leibniz_"};
    std::vector<std::string> names = {"lambda", "pi", "π", "S", "E", "N", "special", "Symbol", "__debug__", "None", "print", "out", "main", "exp", "NAN", "M_PI",
                                      "j0", "errno", "stdin", "def", "and_eq", "Rational", "mathrm", "left", "frac", "mi", "mrow", "label", "nodes"};
    std::vector<std::string> last = {""};
    for (int length = 1; length <= 3; ++length) {
        std::vector<std::string> longer;
        for (std::string const& begin : last)
            for (std::string const& piece : pieces) longer.push_back(begin + piece);
        for (std::string const& name : longer)
            if (!detail::is_digit(name[0])) names.push_back(name);
        last = longer;
    }
    std::set<std::string> const once(names.begin(), names.end());
    return {once.begin(), once.end()};
}

bool is_ascii_identifier(std::string_view name) {
    for (char c : name)
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    return detail::is_identifier(name);
}
/// Braces close, and no character means something to LaTeX but in a command that is known.
bool is_sound_latex(std::string_view name) {
    int open = 0;
    for (std::size_t k = 0; k < name.size(); ++k) {
        char const c = name[k];
        if (c == '\\') {
            if (name.substr(k, 2) == "\\_") ++k;
            else if (k + 1 == name.size() || !detail::is_letter(name[k + 1])) return false;
            continue;
        }
        open += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (open < 0 || static_cast<unsigned char>(c) >= 0x80) return false;
        if (c == '_' && name.substr(k, 2) != "_{") return false;
        if (c != '_' && c != '{' && c != '}' && c != ',' && !detail::is_letter(c) && !detail::is_digit(c)) return false;
    }
    return open == 0;
}
bool is_sound_mathml(std::string_view name) {
    std::vector<std::string_view> open;
    while (!name.empty()) {
        if (name[0] == '<') {
            std::string_view const tag = name.substr(1, name.find('>') - 1);
            name.remove_prefix(tag.size() + 2);
            if (tag[0] != '/') open.push_back(tag.substr(0, tag.find(' ')));
            else if (open.empty() || open.back() != tag.substr(1)) return false;
            else open.pop_back();
        } else if (name[0] == '&' || name[0] == '>' || open.empty()) return false;
        else name.remove_prefix(1);
    }
    return open.empty();
}

/// How many names there are in a style, each of its own and sound.
template <class Style>
int different(std::vector<std::string> const& names, bool (*is_sound)(std::string_view)) {
    detail::written_names<Style> written;
    for (std::string const& name : names) written.add(name);
    std::set<std::string_view> all;
    for (int k = 0; k < static_cast<int>(names.size()); ++k) {
        CAPTURE(names[static_cast<std::size_t>(k)], written[k]);
        CHECK(is_sound(written[k]));
        CHECK_FALSE(Style::reserved(written[k]));
        all.insert(written[k]);
    }
    return static_cast<int>(all.size());
}

}  // namespace

TEST_CASE("no two symbols have one name, and no name breaks what it stands in") {
    std::vector<std::string> const names = awkward_names();
    int const count = static_cast<int>(names.size());
    REQUIRE(count > 3000);
    CHECK(different<detail::c_names>(names, is_ascii_identifier) == count);
    CHECK(different<python_style>(names, is_ascii_identifier) == count);
    CHECK(different<sympy_style>(names, is_ascii_identifier) == count);
    CHECK(different<latex_style>(names, is_sound_latex) == count);
    CHECK(different<mathml_style>(names, is_sound_mathml) == count);
    CHECK(different<unicode_style>(names, [](std::string_view) { return true; }) == count);
}

TEST_CASE("text that could break out of a form is no name") {
    for (char const* text : {"a<b>", "a&b", "a\"b", "a\\b", "$a", "a%b", "a{b", "a}b", "a'b", "a`b", "a;b", "a:b", "a@b", "a~b", "a?b", "a*/b",
                             "a//*b", "a\u2212b", "a\u200bb", "a\xff", "a\xed\xa0\x80"})
        CHECK_THROWS_AS(parse(text), syntax_error);
    CHECK(std::string(text(parse("a#b"))) == "a");  // a comment goes nowhere
}
