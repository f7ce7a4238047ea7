// expect: symbol: the bytes of the name are no UTF-8; save the file as UTF-8, or write ASCII
#include <leibniz/leibniz.hpp>

using namespace leibniz;

#ifdef TWIN
constexpr symbol<"\u03b8"> theta;
#else
constexpr symbol<"\xe8"> theta;
#endif
static_assert(text(diff(pow<2>(theta), theta)).size() > 0);
