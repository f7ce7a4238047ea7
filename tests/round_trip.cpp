// The text of every expression of which the programs of a folder make one reads back to the same canonical form, and
// prints the same again. Their objects are linked into this program: each brings its expressions, and none of it runs;
// see round_trip.hpp. The argument is how many texts there are at least.
#include "round_trip.hpp"

#include <leibniz/parse.hpp>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

using namespace leibniz;

namespace {

/// All words of the table, and the functions that a test has defined for itself.
class vocabulary_with {
public:
    explicit vocabulary_with(view v) {
        using standard = detail::words_of<every_function_list, constant_list>;
        words_.assign(standard::list, standard::list + standard::count);
        auto const* const known = detail::rows_of<every_function_list, constant_list>::all;
        rows_.assign(known, known + standard::count);
        for (int i = 0; i < v.node_count; ++i)
            if (function const* const fn = v[i].fn; fn != nullptr && standard::all.find(fn->name) < 0) {
                words_.push_back({fn->name, {}, fn->arity});
                rows_.push_back(fn);
            }
    }
    model read(std::string_view text, std::vector<std::string> columns) const {
        detail::word_table<1024> const table(words_.data(), static_cast<int>(words_.size()));
        return detail::lowered_text(text, {.columns = std::move(columns)}, {words_.data(), static_cast<int>(words_.size()), table.slots, 1024}, rows_.data()).value();
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

/// What is wrong with a text: empty if nothing is.
std::string complaint(round_trip::printed_expression const& e) {
    try {
        model const read = vocabulary_with(e.canonical).read(e.text, columns_in(e.canonical));
        if (std::string const again = text(read); again != e.text) return "prints " + again;
        return same(detail::seen(read.finished()), e.canonical) ? "" : "reads back to another formula";
    } catch (std::exception const& error) {
        return error.what();
    }
}

}  // namespace

int main(int count, char** arguments) {
    int texts = 0, wrong = 0;
    for (auto const* e = round_trip::all; e != nullptr; e = e->next, ++texts)
        if (std::string const what = complaint(*e); !what.empty()) {
            std::printf("%.*s: %s\n", static_cast<int>(e->text.size()), e->text.data(), what.c_str());
            ++wrong;
        }
    int const least = count > 1 ? std::atoi(arguments[1]) : 1;
    std::printf("%d texts read back, %d of them wrong; at least %d expected\n", texts, wrong, least);
    return wrong == 0 && texts >= least ? 0 : 1;
}
