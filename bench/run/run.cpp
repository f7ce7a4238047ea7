// Value and full gradient over columns, against what the machine can do: the time to read the columns, a plain loop, and
// Eigen's array expressions written by hand, over whole columns and block by block. All compiled with the same flags, in
// one process, interleaved, the least of many repetitions; first checked equal to 1e-8. Last, the interpreter of models
// that are read at run time beside the compiled program.
#include "affine.hpp"
#include "interpreter.hpp"
#include "linear.hpp"
#include "matrices.hpp"
#include "mgh17.hpp"
#include "network.hpp"
#include "one_sample.hpp"

int main(int count, char** arguments) {
    long const most = count > 1 ? std::atol(arguments[1]) : 10'000'000;
    bench::print_table<bench::linear>(most);
    bench::print_table<bench::affine>(most);
    bench::print_table<bench::network>(most);
    bench::print_table<bench::mgh17>(most);
    bench::print_one_sample();
    bench::print_matrices();
    bench::print_interpreted<bench::network>(std::min(most, 1'000'000L));
    bench::print_interpreted<bench::mgh17>(std::min(most, 1'000'000L));
}
