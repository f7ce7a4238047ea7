// An Asian option and three of its derivatives, path by path.
#include "asian.hpp"

int main() { bench::print_asian_option(); }
