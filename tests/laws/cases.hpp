#pragma once

/// The number of random cases that a law is tried on: a sixth of all, unless nothing is left out (scripts/everywhere).
constexpr int cases(int all) {
#ifdef LEIBNIZ_EVERYTHING
    return all;
#else
    return all / 6;
#endif
}
