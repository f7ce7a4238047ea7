#include <leibniz/leibniz.hpp>
#include <leibniz/version.hpp>

using namespace leibniz;

#if LEIBNIZ_VERSION_MAJOR < 0 || LEIBNIZ_VERSION_MINOR < 0 || LEIBNIZ_VERSION_PATCH < 0
#error "the version is no number"
#endif
static_assert(version_text == VERSION);

inline constexpr symbol<"w"> w;
inline constexpr symbol<"x"> x;

int main() { return evaluate(diff(pow<2>(w*x), w), w = 3, x = 2) == 24 ? 0 : 1; }
