// Value and derivatives for one sample, in one call.
#include "calls.hpp"

int main() { bench::print_one_sample(); }
