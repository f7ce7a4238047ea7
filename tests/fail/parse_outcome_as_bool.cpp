// expect: outcome<bool>: this would be true of the answer no, too; write has_value(), or value() for the answer
#include <leibniz/parse.hpp>

using namespace leibniz;

bool are_equal(model const& a, model const& b) {
#ifdef TWIN
    if (try_equal(a, b).value()) return true;
#else
    if (try_equal(a, b)) return true;
#endif
    return false;
}
