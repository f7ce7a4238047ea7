// Value and derivatives for one sample, in one call.
#include "calls.hpp"
#include "hessians.hpp"

int main() {
    bench::print_one_sample();
    bench::print_hessians();
}
