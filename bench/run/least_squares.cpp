// What a fit takes of each row: residual and Jacobian in the rows of a matrix, or the sums of the normal equations. Beside a plain loop
// and the best kernel by hand. The argument is the largest number of rows (10^6).
#include "least_squares.hpp"

int main(int count, char** arguments) {
    using namespace bench;
    long const most = count > 1 ? std::atol(arguments[1]) : 1'000'000;
    std::printf("\nLeast squares, in nanoseconds per row; by hand with %s.\n", by_hand::instructions);
    print_jacobian_matrix<double>(most);
    print_normal_equations<double>(most);
}
