// expect: the operations of this formula are nested too deeply to be printed; with #include <leibniz/algebra.hpp> write text(shared(e)), or add the flags -fconstexpr-
#include <leibniz/leibniz.hpp>

#include <cstddef>
#include <string_view>

using namespace leibniz;

/// sin(sin(...(x)...))
template <std::size_t Levels>
consteval name<5 * Levels + 2> nested() {
    char letters[5 * Levels + 2]{};
    std::size_t end = 0;
    for (std::size_t k = 0; k < Levels; ++k)
        for (char letter : {'s', 'i', 'n', '('}) letters[end++] = letter;
    letters[end++] = 'x';
    for (std::size_t k = 0; k < Levels; ++k) letters[end++] = ')';
    return letters;
}

#ifdef TWIN
constexpr auto model = formula<nested<60>()>;
#else
constexpr auto model = formula<nested<150>()>;
#endif
constexpr std::string_view printed = text(model);
