// The text of every expression that a static test prints reads back to the same canonical form, and prints the same
// again. The tests' own objects are linked into this program: each brings its expressions; see tests/round_trip.hpp.
#include "../catch.hpp"

#include "../round_trip.hpp"

#include <leibniz/parse.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace leibniz;

namespace {

/// All words of the table, and the functions that a test has defined for itself.
class vocabulary_with {
public:
    explicit vocabulary_with(view v) {
        using standard = detail::words_of<function_list, constant_list>;
        words_.assign(standard::list, standard::list + standard::count);
        auto const* const known = detail::rows_of<function_list, constant_list>::all;
        rows_.assign(known, known + standard::count);
        for (int i = 0; i < v.node_count; ++i)
            if (function const* const fn = v[i].fn; fn != nullptr && standard::all.find(fn->name) < 0) {
                words_.push_back({fn->name, {}, fn->arity});
                rows_.push_back(fn);
            }
    }
    model read(std::string_view text, std::vector<std::string> columns) const {
        detail::word_table<1024> const table(words_.data(), static_cast<int>(words_.size()));
        return detail::lowered_text(text, {.columns = std::move(columns)}, {words_.data(), static_cast<int>(words_.size()), table.slots, 1024}, rows_.data());
    }

private:
    std::vector<word> words_;
    std::vector<function const*> rows_;
};

std::vector<std::string> columns_in(view v) {
    std::vector<std::string> names;
    for (int i = 0; i < v.node_count; ++i)
        if (v.is(i, kind::column)) names.emplace_back(v[i].name);
    return names;
}

bool same(view a, view b) {
    graph both(rules, true);
    return imported(both, a)[a.root()] == imported(both, b)[b.root()];
}

}  // namespace

TEST_CASE("the text of every expression in the static tests reads back to the same formula") {
    int count = 0;
    for (auto const* e = round_trip::all; e != nullptr; e = e->next, ++count) {
        INFO(e->text);
        vocabulary_with const words(e->canonical);
        std::vector<std::string> const columns = columns_in(e->canonical);
        model const read = words.read(e->text, columns);
        CHECK(text(read) == e->text);
        CHECK(same(detail::seen(read.finished()), e->canonical));
    }
    CHECK(count >= 500);
}
