// expect: formula: the function at this position needs #include <leibniz/special.hpp>, and behind the text its block, which stands beside it, as lower_incomplete_gamma for gammainc
// expect: block_named_at<5, 
#include <leibniz/leibniz.hpp>
#include <leibniz/special.hpp>

using namespace leibniz;

#ifdef TWIN
constexpr auto model = formula<"1 + betainc(a, b, x)", incomplete_beta>;
#else
constexpr auto model = formula<"1 + betainc(a, b, x)">;
#endif
