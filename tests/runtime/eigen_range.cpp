// Quotients, powers and products whose parts leave the range of numbers, kinks, and stable forms: numbers and columns, of
// models of the compiler, by themselves in the one and beside another result in the other. Parsed models, in all four ways:
// eigen_range_parsed.cpp.
#include "../catch.hpp"
#include "eigen_right_rows.hpp"

#include <leibniz/eigen.hpp>

#include <utility>

using namespace leibniz;
using namespace right_values;

namespace {

/// Example number I as types.
template <int I>
struct typed {
    static constexpr right_value of = right_values::all[I];

    struct spelling {
        char text[of.model.size() + 1]{};
        constexpr spelling() {
            for (std::size_t k = 0; k < of.model.size(); ++k) text[k] = of.model[k];
        }
    };
    static constexpr spelling spelt{};
    template <char Letter>
    struct letter {
        static constexpr char text[] = {Letter, '\0'};
        static constexpr symbol<text> variable{};
    };

    static constexpr auto model = formula<spelt.text>;
    template <std::size_t... K>
    static constexpr auto derivative(std::index_sequence<K...>) {
        if constexpr (sizeof...(K) == 0) return model;
        else return diff(model, letter<of.by[K]>::variable...);
    }
    static constexpr auto derived = derivative(std::make_index_sequence<of.by.size()>{});

    template <std::size_t... K>
    static auto values(auto const& e, auto value_of, std::index_sequence<K...>) {
        return evaluate(e, (letter<of.symbols[K]>::variable = value_of(of.at[K]))...);
    }
    template <class T>
    static void check() {
        auto const number = [](double value) { return static_cast<T>(value); };
        auto const column = [](double value) { return column_of<T>(column_of<T>::Constant(row_count, static_cast<T>(value))); };
        constexpr auto symbols = std::make_index_sequence<of.symbols.size()>{};
        constexpr auto both = outputs(derived, letter<of.symbols[0]>::variable);
        CAPTURE(of.model, of.by, text(derived));
        if constexpr (I % 2 == 0) {
            CHECK(is_right(values(derived, number, symbols), of));
            check_rows(values(both, column, symbols)[0_c], of);
        } else {
            CHECK(is_right(values(both, number, symbols)[0_c], of));
            check_rows(values(derived, column, symbols), of);
        }
    }
};

/// The compiler differentiates up to this order here; beyond is a test of its own.
constexpr std::size_t most = 12;

template <int I>
void check_typed() {
    constexpr right_value of = right_values::all[I];
    if constexpr (of.by.size() <= most) typed<I>::template check<std::conditional_t<of.single, float, double>>();
}
using examples = std::make_integer_sequence<int, static_cast<int>(std::size(right_values::all))>;

}  // namespace

TEST_CASE("models of the compiler are right where the whole is in range") {
    []<int... I>(std::integer_sequence<int, I...>) { (check_typed<I>(), ...); }(examples{});
}
