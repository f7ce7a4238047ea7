#pragma once

/// The number of random cases that a law is tried on: a third of all, unless nothing is left out (scripts/everywhere).
constexpr int cases(int all) {
#ifdef LEIBNIZ_EVERYTHING
    return all;
#else
    return all / 3;
#endif
}
