// expect: a model is no function of C++; write evaluate(m, bind("w", 1.0), bind("x", 2.0))
#include <leibniz/parse.hpp>

using namespace leibniz;


#ifdef TWIN
double value(model const& m) { return evaluate(m, bind("x", 2.0)); }
#else
double value(model const& m) { return m(2.0); }
#endif
