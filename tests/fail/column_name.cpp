// expect: column: the name is no identifier; write letters, digits and _
#include <leibniz/leibniz.hpp>

using namespace leibniz;

#ifdef TWIN
constexpr column<"x1"> x;
#else
constexpr column<"x-1"> x;
#endif
