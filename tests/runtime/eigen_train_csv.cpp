// The CSV reader, the columns and the options of examples/train. What its user sees of them as a whole is
// checked by examples/train/check.sh.

#include "../../examples/train/columns.hpp"
#include "../../examples/train/csv.hpp"
#include "../../examples/train/options.hpp"
#include "../catch.hpp"

#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace {

using train::parse_csv;
using fields = std::vector<std::string>;

/// The sentence that `action` fails with, or an empty one.
template <class Action>
std::string refusal(Action const& action) {
    try {
        action();
    } catch (train::input_error const& error) {
        return error.what();
    }
    return {};
}

std::string csv_refusal(std::string_view text) {
    return refusal([&] { parse_csv(text, "f"); });
}

std::string column_refusal(std::string_view text, std::string_view name = "x") {
    return refusal([&] { train::numbers(parse_csv(text, "f"), name); });
}

std::string option_refusal(std::vector<std::string> words) {
    return refusal([&] { train::parse_options(words); });
}

}  // namespace

TEST_CASE("a CSV text becomes a header and rows with their line numbers") {
    auto const data = parse_csv("x,y\n0.2,0.1\n337.4,338.8\n", "f");
    CHECK(data.file == "f");
    CHECK(data.header.line == 1);
    CHECK(data.header.fields == fields{"x", "y"});
    REQUIRE(data.rows.size() == 2);
    CHECK(data.rows[0].line == 2);
    CHECK(data.rows[0].fields == fields{"0.2", "0.1"});
    CHECK(data.rows[1].line == 3);
    CHECK(data.rows[1].fields == fields{"337.4", "338.8"});
}

TEST_CASE("line ends, byte order mark, blank lines, comments and spaces change nothing but line numbers") {
    struct variant {
        char const* text;
        std::size_t header, first, second;
    };
    for (auto const& [text, header, first, second] : {
             variant{"x,y\n1,2\n3,4", 1, 2, 3},
             variant{"x,y\r\n1,2\r\n3,4\r\n", 1, 2, 3},
             variant{"x,y\r1,2\r3,4\r", 1, 2, 3},
             variant{"\xEF\xBB\xBFx,y\n1,2\n3,4\n", 1, 2, 3},
             variant{"\n# note\nx,y\n\n1,2\n   \n\t# note, with \"marks\n3,4\n\n\n", 3, 5, 8},
             variant{"\r\n\r\nx,y\r\n1,2\r\n\r\n3,4", 3, 4, 6},
             variant{" x ,\ty\t\n1 , 2\n\t3,4   ", 1, 2, 3},
             variant{"\"x\",\"y\"\n\"1\",\"2\"\n \"3\" ,\t\"4\" \n", 1, 2, 3},
         }) {
        CAPTURE(text);
        auto const data = parse_csv(text, "f");
        CHECK(data.header.line == header);
        CHECK(data.header.fields == fields{"x", "y"});
        REQUIRE(data.rows.size() == 2);
        CHECK(data.rows[0].line == first);
        CHECK(data.rows[0].fields == fields{"1", "2"});
        CHECK(data.rows[1].line == second);
        CHECK(data.rows[1].fields == fields{"3", "4"});
    }
}

TEST_CASE("quoted fields may hold commas, marks, hashes and line ends") {
    auto const data = parse_csv("a,b,c,d\n\"1,5\",\"say \"\"no\"\"\",\"# no\ncomment\",\"\"\n,it's 5\",#,\n", "f");
    REQUIRE(data.rows.size() == 2);
    CHECK(data.rows[0].fields == fields{"1,5", "say \"no\"", "# no\ncomment", ""});
    CHECK(data.rows[1].line == 4);
    CHECK(data.rows[1].fields == fields{"", "it's 5\"", "#", ""});
}

TEST_CASE("what is no table is refused with its line") {
    CHECK(csv_refusal("") == "f: the file is empty; its first line should name the columns");
    CHECK(csv_refusal("\xEF\xBB\xBF\n# x,y\n") == "f: the file is empty; its first line should name the columns");
    CHECK(csv_refusal("x,y") == "f: the file names its columns and has no rows below");
    CHECK(csv_refusal("x,y\n1,2\n\n3\n") == "f, line 4: 1 field where the header has 2");
    CHECK(csv_refusal("x\n1,2\n") == "f, line 2: 2 fields where the header has 1");
    CHECK(csv_refusal("x,y\n1,\"2\n3,4\n") == "f, line 2: a quotation mark is opened and never closed");
    CHECK(csv_refusal("x,y\n1,\"") == "f, line 2: a quotation mark is opened and never closed");
    CHECK(csv_refusal("x,y\n1,\"2\"\"") == "f, line 2: a quotation mark is opened and never closed");
    CHECK(csv_refusal("x,y\n\"1\"2,3\n") == "f, line 2: text follows the closing quotation mark of \"1\"");
}

TEST_CASE("a file that cannot be read is refused by name") {
    CHECK(refusal([] { train::read_csv("no/such.csv"); }).starts_with("cannot read \"no/such.csv\": "));
    CHECK(refusal([] { train::read_csv("/"); }).starts_with("cannot read \"/\": "));
}

TEST_CASE("a column is a column of numbers") {
    auto const data = parse_csv("name,x\nann,\" 1 \"\nbob,-2.5e-3\ncid,+.5\n", "f");
    auto const xs = train::numbers(data, "x");
    CHECK(xs == train::column{1.0, -2.5e-3, 0.5});
    CHECK(column_refusal("t,y\n1,2\n") == "f, line 1: no column is named \"x\"; the columns are t, y");
    CHECK(column_refusal("x,x\n1,2\n") == "f, line 1: more than one column is named \"x\"");
    for (char const* wrong : {"", "abc", "1 cm", "1 2", "1.2.3", "0x1p3", "1e", "--1", "+-1", "+", "nan", "NAN(1)",
                              "inf", "-Infinity", "1e400", "1e-400"}) {
        CHECK(column_refusal(std::string("x,y\n1,2\n") + wrong + ",4\n") ==
              "f, line 3: column \"x\" holds \"" + std::string(wrong) + "\" where a finite number belongs");
    }
}

TEST_CASE("text in a message stays on one line, short, and whole UTF-8") {
    CHECK(train::printable("a\r\nb\tc\x7F") == "a??b?c?");
    CHECK(train::printable("abcdef", 6) == "abcdef");
    CHECK(train::printable("abcdefg", 6) == "abcdef...");
    CHECK(train::printable("\xC3\xA4\xC3\xA4", 3) == "\xC3\xA4...");
}

TEST_CASE("scaling brings a column to mean 0 and deviation 1, and a line back") {
    auto const table = parse_csv("x,y\n10,31\n20,61\n40,121\n50,151\n", "f");
    train::dataset const data(table, "x", "y");
    for (auto const& scaled : {data.scaled_xs, data.scaled_ys}) {
        REQUIRE(scaled.size() == 4);
        CHECK(std::abs(scaled[0] + scaled[1] + scaled[2] + scaled[3]) < 1e-14);
        CHECK(std::abs(scaled[0] * scaled[0] + scaled[1] * scaled[1] - 2.0) < 1e-14);
        CHECK(scaled[0] < scaled[1]);
    }
    auto const scaled = data.to_scaled({3.0, 1.0});
    CHECK(std::abs(scaled.w - 1.0) < 1e-14);
    CHECK(std::abs(scaled.b) < 1e-14);
    auto const back = data.to_file(scaled);
    CHECK(std::abs(back.w - 3.0) < 1e-14);
    CHECK(std::abs(back.b - 1.0) < 1e-14);
}

TEST_CASE("a column that cannot be scaled is refused") {
    auto const refused = [](char const* text) {
        return refusal([&] { train::dataset(parse_csv(text, "f"), "x", "y"); });
    };
    CHECK(refused("x,y\n0.1,1\n0.1,2\n0.1,3\n") == "f: column \"x\" cannot be scaled, as it holds 0.1 in every row");
    CHECK(refused("x,y\n1,7\n2,7\n") == "f: column \"y\" cannot be scaled, as it holds 7 in every row");
    CHECK(refused("x,y\n1,2\n") == "f: column \"x\" cannot be scaled, as it holds 1 in every row");
    for (char const* extreme : {"x,y\n1e200,1\n2e200,2\n", "x,y\n1e308,1\n-1e308,2\n", "x,y\n1e-200,1\n2e-200,2\n"}) {
        CHECK(refused(extreme) ==
              "f: column \"x\" cannot be scaled, as squares of its numbers leave the range of a double");
    }
}

TEST_CASE("options are read in both spellings") {
    auto const standard = train::parse_options({});
    CHECK(standard.csv == LEIBNIZ_EXAMPLE_CSV);
    CHECK(standard.x == "x");
    CHECK(standard.y == "y");
    CHECK(standard.rate == 0.1);
    CHECK(standard.epochs == 200);
    CHECK_FALSE(standard.single_precision);
    CHECK_FALSE(standard.help);

    for (auto const& words :
         {std::vector<std::string>{"--csv", "a=b.csv", "--x", "t", "--y", "-s", "--rate", "1e-2", "--epochs", "7",
                                   "--float"},
          std::vector<std::string>{"--csv=a=b.csv", "--x=t", "--y=-s", "--rate=.01", "--epochs=7", "--float"}}) {
        auto const chosen = train::parse_options(words);
        CHECK(chosen.csv == "a=b.csv");
        CHECK(chosen.x == "t");
        CHECK(chosen.y == "-s");
        CHECK(chosen.rate == 0.01);
        CHECK(chosen.epochs == 7);
        CHECK(chosen.single_precision);
    }
    CHECK(train::parse_options({"--help"}).help);
    CHECK(train::parse_options({"-h"}).help);
    CHECK(train::parse_options({"--rate=1", "--rate=2"}).rate == 2.0);
}

TEST_CASE("options that make no sense are refused") {
    for (char const* wrong : {"0", "-1", "fast", "nan", "inf", "0.1x", "1e999"}) {
        CHECK(option_refusal({"--rate", wrong}) ==
              "--rate should be a number above 0, as in --rate 0.1, and is \"" + std::string(wrong) + '"');
    }
    for (char const* wrong : {"0", "-1", "many", "1.5", "1e3", "2147483648"}) {
        CHECK(option_refusal({"--epochs", wrong}) ==
              "--epochs should be a whole number from 1 to 2147483647, as in --epochs 200, and is \"" +
                  std::string(wrong) + '"');
    }
    CHECK(option_refusal({"--csv"}) == "the option --csv needs a value; see --help");
    CHECK(option_refusal({"--csv="}) == "the option --csv needs a value; see --help");
    CHECK(option_refusal({"--csv", "--float"}) == "the option --csv needs a value; see --help");
    CHECK(option_refusal({"--float=yes"}) == "the option --float takes no value; write it alone");
    CHECK(option_refusal({"--speed"}) == "there is no option \"--speed\"; see --help");
    CHECK(option_refusal({"a.csv"}) == "the word \"a.csv\" belongs to no option; name the file with --csv FILE");
}
