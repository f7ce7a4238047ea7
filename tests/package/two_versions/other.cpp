#include "unit.hpp"

bool other_unit() { return has("99.9.9", "th(x) + 1", 2.0); }
