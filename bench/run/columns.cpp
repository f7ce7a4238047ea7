// Value and full gradient over columns, against what the machine can do: the time to read the columns, a plain loop, Eigen's array
// expressions written by hand block by block, and the best kernel by hand, of one, two and four packets at a time with functions
// of its own. All compiled with the same flags, in one process, interleaved, the least of many turns; first checked to be equal.
// The argument is the largest number of rows (10^7).
#include "affine.hpp"
#include "columns.hpp"
#include "linear.hpp"
#include "mgh17.hpp"
#include "network.hpp"

int main(int count, char** arguments) {
    using namespace bench;
    long const most = count > 1 ? std::atol(arguments[1]) : 10'000'000;
    std::printf("\nValue and gradient over columns, in nanoseconds per row; by hand with %s.\n", by_hand::instructions);
    print_table<linear, double>(most);
    print_table<affine, double>(most);
    print_table<network, double>(most);
    print_table<mgh17, double>(most);
    print_jacobian_rows<double>(most);
    print_table<linear, float>(most);
    print_table<affine, float>(most);
    print_table<network, float>(most);
    print_table<mgh17, float>(most);
}
