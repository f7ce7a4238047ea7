// What is written with shared parts is the same formula: it reads back, each line after those that it uses, and it is the
// text of its own reading. So for random models and their gradients.
#include <leibniz/parse.hpp>

#include "../catch.hpp"
#include "all.hpp"
#include "formulas.hpp"
#include "random_model.hpp"

#include <cstdio>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

using namespace leibniz;

namespace {

/// How often a name occurs in a formula.
int occurrences(std::string const& formula, std::string const& name) {
    int count = 0;
    basic_scanner<vocabulary> words{text_view(formula)};
    for (token t = words.next(); t.what != token_kind::end; t = words.next()) count += t.what == token_kind::name && t.text == text_view(name);
    return count;
}

void check_lines(model const& m) {
    std::vector<formula_line> const lines = shared(m).lines();
    auto const parts = lines.size() - static_cast<std::size_t>(m.size());
    std::set<std::string> known(m.source()->names.begin(), m.source()->names.end());
    std::string definitions;
    for (std::size_t k = 0; k < lines.size(); ++k) {
        CAPTURE(lines[k].name, lines[k].formula);
        if (k >= parts) {
            // Each result reads back behind the lines above it that it uses.
            std::string needed = lines[k].formula;
            for (std::size_t j = parts; j-- > 0;)
                if (occurrences(needed, lines[j].name) > 0) needed = lines[j].name + " = " + lines[j].formula + "\n" + needed;
            CAPTURE(needed);
            REQUIRE(parse(needed) == m[static_cast<int>(k - parts)]);
            continue;
        }
        REQUIRE(known.insert(lines[k].name).second);  // no symbol's name, and no other part's
        int uses = 0;
        for (std::size_t j = 0; j < lines.size(); ++j) {
            int const here = occurrences(lines[j].formula, lines[k].name);
            REQUIRE((j > k || here == 0));
            uses += here;
        }
        REQUIRE(uses > 0);
    }
}

}  // namespace

TEST_CASE("what is written with shared parts reads back") {
    std::vector<function const*> functions;
    for_every_function([&]<class F>(F) {
        if constexpr (F::meaning == role::none) functions.push_back(&row<F>::descriptor);
    });
    bool const of_all = GENERATE(false, true);
    random_models draw(1414, of_all ? functions : std::vector<function const*>());
    int checked = 0, shorter = 0, parts = 0;
    for (int k = 0; k < 3000; ++k) {
        draw.forget();
        graph g(rules);
        int const root = lowering(g)(draw.next(5));
        if (g.faults.overflowed) continue;
        std::string const plain = printed(g, root);
        CAPTURE(k, plain);
        if (plain.size() > 2000) continue;
        model const m = parse(plain);
        std::string const lines = text(shared(m));
        CAPTURE(lines);
        model const back = parse(lines);
        REQUIRE(back == m);
        REQUIRE(text(shared(back)) == lines);
        check_lines(m);
        ++checked;
        try {
            model const slopes = gradient(m, {"x", "y", "z"});
            check_lines(slopes);
            std::string all;
            for (int i = 0; i < 3; ++i) all += text(slopes, i);
            std::string const together = text(shared(slopes));
            shorter += together.size() < all.size();
            parts += static_cast<int>(shared(slopes).lines().size()) - 3;
        } catch (std::overflow_error const&) {  // constants that leave 64 bits
        } catch (std::domain_error const&) {    // no derivative by an order or a shape
        }
    }
    std::printf("shared: %d models, %d gradients became shorter, %d parts\n", checked, shorter, parts);
    CHECK(checked > 2500);
    CHECK(shorter > 500);
}
