// W1 to W4 by one thread, with sums that are the same bits everywhere, and by two threads where oneTBB is installed. The argument is the
// largest number of rows (10^7).
#include "affine.hpp"
#include "linear.hpp"
#include "mgh17.hpp"
#include "network.hpp"
#include "ways.hpp"

int main(int count, char** arguments) {
    using namespace bench;
    long const most = count > 1 ? std::atol(arguments[1]) : 10'000'000;
#if !defined(BENCH_THREADS)
    std::printf("\nTwo threads: skipped, oneTBB is not installed (Debian: libtbb-dev).\n");
#endif
    print_ways<linear<double>>(most);
    print_ways<affine<double>>(most);
    print_ways<network<double>>(most);
    print_ways<mgh17<double>>(most);
}
