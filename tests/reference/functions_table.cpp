// Prints docs/functions.md: the table of functions for readers, from the rows themselves and the comments above them.
// After a change of the table: functions_table > docs/functions.md
#include <leibniz/parse.hpp>
#include <leibniz/rules/listed.hpp>
#include <leibniz/rules/bessel.hpp>

#include <boost/hana/for_each.hpp>

#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>

using namespace leibniz;

namespace {

constexpr boost::hana::basic_tuple<bessel_function, neumann_function, modified_bessel_function, macdonald_function> bessel_functions{};

/// What stands above the block of a function: its comment, and the heading of its group.
struct heading {
    std::string group, comment;
};

std::map<std::string, heading> headings() {
    std::map<std::string, heading> result;
    for (std::string file : {"functions.hpp", "conditions.hpp", "special_functions.hpp", "bessel.hpp"}) {
        std::ifstream in(LEIBNIZ_TEST_FOLDER "/../include/leibniz/rules/" + file);
        if (!in) throw std::runtime_error("functions_table: cannot read " + file);
        heading now;
        bool in_block = false;
        for (std::string line; std::getline(in, line);) {
            std::string const text = " *text = \"";
            if (line.starts_with("// ----")) now.group = line.substr(line.find("- ") + 2);
            else if (line.starts_with("/// ")) now.comment += (now.comment.empty() ? "" : " ") + line.substr(4);
            else if (line.starts_with("struct ")) in_block = true;
            else if (in_block && line.find(text) != std::string::npos) {
                std::size_t const begin = line.find(text) + text.size();
                std::string const name = line.substr(begin, line.find('"', begin) - begin);
                result.try_emplace(result.contains(name) ? name + name : name, now);  // the second - is the sign
                in_block = false;
            } else if (line.empty()) now.comment.clear();
        }
    }
    return result;
}

/// A line of accuracy.txt: how a function runs over columns, and how far it is off at worst.
struct figures {
    std::string way, number, doubles, floats;
};

std::map<std::string, figures> all_figures() {
    std::map<std::string, figures> result;
    std::ifstream in(LEIBNIZ_TEST_FOLDER "/reference/accuracy.txt");
    if (!in) throw std::runtime_error("functions_table: cannot read accuracy.txt");
    for (std::string line; std::getline(in, line);) {
        std::istringstream words(line);
        std::string name;
        figures f;
        if (words >> name >> f.way >> f.number >> f.doubles >> f.floats && name != "#") result[name] = f;
    }
    return result;
}

/// In a cell of a table.
std::string cell(std::string const& text) {
    std::string result;
    for (char c : text) result += c == '|' ? "\\|" : std::string(1, c);
    return result;
}
std::string code(std::string const& text) { return "`" + cell(text) + "`"; }

/// How a function of two or one arguments is written in C++ where that is not what text has; else nothing.
std::string in_cpp(std::string const& name) {
    static std::map<std::string, std::string> const spelled = {{"^", "pow(u, v)"}, {"==", "equal_to(u, v)"}, {"!=", "not_equal_to(u, v)"},
                                                               {"and", "u && v"}, {"or", "u || v"}, {"not", "!u"}};
    auto const found = spelled.find(name);
    return found == spelled.end() ? "" : found->second;
}

template <class F>
std::string applied_to_symbols() {
    std::string const name = F::text;
    if (F::arity == 0) return name;
    if (F::arity == 1 && name == "-") return "-u";
    if (F::arity == 2 && !detail::is_letter(name[0])) return name == "^" ? "u^v" : "u " + name + " v";
    return name + (F::arity == 1 ? "(u)" : F::arity == 2 ? "(u, v)" : "(u, v, w)");
}

model read(std::string const& formula) {
    return parse<bessel_function, neumann_function, modified_bessel_function, macdonald_function>(formula);
}

std::string derivative(std::string const& formula, std::string const& symbol) {
    model const slope = [&]() -> model {
        try {
            return diff(read(formula), symbol);
        } catch (std::exception const&) {
            return read("none");
        }
    }();
    std::string const said = text(slope);
    if (!(read(said) == slope)) throw std::runtime_error("functions_table: " + said + " reads back to another formula");
    return said == "none" ? said : code(said);
}

template <class F>
std::string derivatives() {
    if (F::arity == 0) return "";
    if (F::meaning == role::reduction) return "row by row";
    std::string const formula = applied_to_symbols<F>();
    if (F::arity == 1) return derivative(formula, "u");
    std::string result;
    for (int k = 0; k < F::arity; ++k) result += (k > 0 ? ", by " : "by ") + std::string(1, "uvw"[k]) + " " + derivative(formula, std::string(1, "uvw"[k]));
    return result;
}

/// A number of the table; fractions by name.
std::string number(double u) {
    if (u == half_turn) return "pi";
    if (u == half_turn / 2) return "pi/2";
    if (u == -half_turn / 2) return "-pi/2";
    if (u == 0.5) return "1/2";
    std::ostringstream out;
    out << u;
    return out.str();
}

std::string condition(interval const& in, std::string const& symbol) {
    std::string const after_low = in.closed_low ? " <= " : " < ", before_high = in.closed_high ? " <= " : " < ";
    if (in.low > -infinity && in.high < infinity) return number(in.low) + after_low + symbol + before_high + number(in.high);
    if (in.low > -infinity) return symbol + (in.closed_low ? " >= " : " > ") + number(in.low);
    if (in.high < infinity) return symbol + before_high + number(in.high);
    return "";
}

/// Where a symbol lies, as a condition; empty for the real line.
std::string condition(domain_region const& in, std::string const& symbol) {
    if (in.shape == domain_region::form::repeated) return symbol + " != " + (in.left.low == 0 ? "" : number(in.left.high) + " + ") + (in.period == 1 ? "k" : "k*" + number(in.period));
    if (in.shape == domain_region::form::repeated_leftwards) return symbol + " != " + number(in.right.low) + ", " + number(in.left.low) + ", " + number(in.left.low - 1) + ", ...";
    if (in.left.low == in.right.low) return condition(in.left, symbol);
    if (in.left.high == in.right.low) return symbol + " != " + number(in.right.low);
    return condition(in.left, symbol) + " or " + condition(in.right, symbol);
}

template <class F>
std::string domains() {
    std::string result;
    auto const add = [&](std::string const& before, auto const& in, int k) {
        std::string const part = condition(in, std::string(1, "uvw"[k]));
        if (!part.empty()) result += (result.empty() ? "" : ", ") + before + code(part);
    };
    if constexpr (requires { F::domains; })
        for (int k = 0; k < F::arity; ++k) add("", F::domains[k], k);
    else if constexpr (requires { F::domain; }) {
        add("", F::domain, 0);
        for (int k = 1; k < F::arity; ++k) add("", F::domain, k);
    }
    if constexpr (requires { F::smooth; }) add("smooth for ", F::smooth, 0);
    return result;
}

/// One sentence, or one for each case.
std::string cases(char const* one) { return cell(one); }
template <std::size_t N>
std::string cases(char const* const (&all)[N]) {
    std::string result;
    for (std::string const line : all) {
        std::string text;
        for (char c : line)
            if (c != ' ' || !text.ends_with(' ')) text += c;
        result += (result.empty() ? "" : "<br>") + cell(text);
    }
    return result;
}

template <class F>
std::string others() {
    std::string result;
    detail::each_alias(F::aliases, [&](std::string_view alias) { result += ", " + code(std::string(alias)); });
    return result;
}

char const introduction[] = R"(# Functions

Every function of the table, printed from its row by `tests/reference/functions_table.cpp`; a test compares this page
with what that program prints. Left: how it is written in C++ and in text, then other names that text may use (those
with … take any number of arguments). Derivatives are those that `text(diff(f(u), u))` gives. The fourth column says where
the value is defined, and smooth if that is less; without a condition, on the whole line (k: every whole number). The
laws check values and derivatives on each of these intervals. At kinks and ends of domains the last column says what
the convention is. Values and first
derivatives of one argument are limits at infinite arguments, where there are any; further derivatives may be NaN there,
as atan'' is, and so may be those of two arguments, as that of hypot is.
)";

}  // namespace

/// Functions that calculate: no arithmetic, comparisons or choices.
template <class F>
inline constexpr bool has_figures = (F::meaning == role::none || F::meaning == role::power) && F::arity > 0;
template <class F>
    requires(F::exact)
inline constexpr bool has_figures<F> = false;

char const accuracy[] = R"(
## How accurate, and how wide

How far values are off at worst, in units of the last place (ulp; 0.5 is a rounded value), beside the library's own value in long double, among
a million numbers or more over the domain of each function in packets, and 20000 of each that is computed row by row: of one double (glibc
2.36; beside 40-digit references, too), of doubles and of floats over columns, the worst of SSE2, AVX2 and AVX-512. Of functions of one
argument in packets, but `digamma`, every float was tried with AVX-512, beside doubles (one in 61 where a column of floats is computed in
doubles). Arguments are exact, but a few functions are sensitive to what is rounded within: `factorial(u)` to u + 1, `softmax` to v - u, and
`logsumexp` has a zero, beside which only its absolute error is small; so have gamma functions to the left of 0, which is left out.
`tests/laws/instruction_sets/figures.cpp` and `every_float.cpp` measure it; [performance](performance.md) has the time that they take.

*In packets* is computed at once what a register holds: 2, 4 or 8 doubles and 4, 8 or 16 floats with SSE2, AVX2 and AVX-512. The others are
computed row by row, with the figure of one double.

| function | over columns | one double | doubles | floats |
|---|---|---:|---:|---:|
)";

int main() {
    std::map<std::string, heading> const above = headings();
    std::map<std::string, int> seen;
    std::string group;
    std::cout << introduction;
    auto const print = [&]<class F>(F) {
        std::string const name = F::text;
        heading const& h = above.at(seen[name]++ == 0 ? name : name + name);
        if (std::string const of_row = F::arity == 0 ? "constants" : h.group; of_row != group) {
            group = of_row;
            std::cout << "\n## " << static_cast<char>(group[0] >= 'a' ? group[0] - 'a' + 'A' : group[0]) << group.substr(1)
                      << "\n\n| function | what it is | derivative | defined for | at kinks |\n|---|---|---|---|---|\n";
        }
        std::cout << "| ";
        if (std::string const other = in_cpp(name); !other.empty()) std::cout << code(other) << ", in text ";
        std::cout << code(applied_to_symbols<F>());
        if (F::any_number) std::cout << " …";
        std::cout << others<F>() << " | " << cell(h.comment) << " | " << derivatives<F>() << " | " << domains<F>() << " | ";
        if constexpr (requires { F::kinks; }) std::cout << cases(F::kinks);
        std::cout << " |\n";
    };
    boost::hana::for_each(all_functions, print);
    boost::hana::for_each(all_constants, print);
    boost::hana::for_each(bessel_functions, print);
    std::cout << accuracy;
    std::map<std::string, figures> const known = all_figures();
    boost::hana::for_each(all_functions, [&]<class F>(F) {
        if constexpr (has_figures<F>) {
            auto const found = known.find(F::text);
            if (found == known.end()) throw std::runtime_error(std::string("functions_table: accuracy.txt has no line for ") + F::text);
            figures const& f = found->second;
            bool const packets = f.way == "packets";
            std::cout << "| " << code(applied_to_symbols<F>()) << " | " << (packets ? "in packets" : "row by row") << " | " << f.number << " | "
                      << (packets ? f.doubles : "") << " | " << (packets ? f.floats : "") << " |\n";
        }
    });
    std::cout << "\nThe special functions, from `erfcx` to `betainc`, need `#include <leibniz/special.hpp>`. `parse` knows them; `formula`\n"
                 "knows those that are named beside the text: `formula<\"gammainc(a, x)\", lower_incomplete_gamma>`. C code declares them,\n"
                 "for a library that has them.\n";
    std::cout << "\nBessel functions need `#include <leibniz/bessel.hpp>`. Text knows those that are named beside it:\n"
                 "`formula<\"cyl_bessel_j(0, x)\", bessel_function>`.\n";
}
