// What text() returns stands for std::string_view and std::string wherever these are expected.
#include "../catch.hpp"

#include <leibniz/leibniz.hpp>

#include <iomanip>
#include <map>
#include <sstream>
#include <string>
#include <string_view>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr text_view shown = text(w*x + 1_c);

static_assert(shown == "w*x + 1" && shown != "w*x" && !shown.empty() && shown.size() == 7);
static_assert(std::string_view(shown) == "w*x + 1" && shown == std::string_view("w*x + 1") && std::string_view("w*x + 1") == shown);
static_assert(text_view(std::string_view("a\0b", 3)).size() == 3 && text_view() == "" && text_view("").empty());
static_assert(shown.find('x') == 2 && shown.find("+ 1") == 4 && shown.find("1 +") == text_view::npos && shown.find("") == 0 && shown.find('w', 1) == text_view::npos);
static_assert(shown.substr(2) == "x + 1" && shown.substr(2, 1) == "x" && shown.substr(7).empty() && shown.starts_with("w*") && !shown.starts_with("w*x + 12"));
static_assert(text_view("a").compare("b") < 0 && text_view("b").compare("a") > 0 && text_view("a").compare("ab") < 0 && text_view("\xc3").compare("a") > 0);

std::size_t length_of(std::string_view s) { return s.size(); }

TEST_CASE("text converts to the standard library's strings and back") {
    std::string_view const view = shown;
    std::string const copy(shown), assigned = shown;
    CHECK(view == copy);
    CHECK(assigned == shown);
    CHECK(shown == copy);
    CHECK(length_of(shown) == 7);
    std::string longer = "f = ";
    longer += shown;
    CHECK(longer.append(shown) == "f = w*x + 1w*x + 1");
    std::map<std::string, int> known;
    known[std::string(shown)] = 1;
    CHECK(known.contains("w*x + 1"));
    text_view const back = copy;
    CHECK(back == shown);
}

TEST_CASE("text goes to a stream with its width") {
    std::ostringstream out;
    out << '[' << std::setw(9) << shown << "][" << std::left << std::setw(9) << std::setfill('.') << shown << "][" << std::setw(3) << shown << ']';
    CHECK(out.str() == "[  w*x + 1][w*x + 1..][w*x + 1]");
}

}  // namespace
