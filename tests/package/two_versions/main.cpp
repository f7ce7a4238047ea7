#include "unit.hpp"

bool other_unit();

int main() { return has(VERSION, "tanh(x) + 1", 1.0) && other_unit() ? 0 : 1; }
