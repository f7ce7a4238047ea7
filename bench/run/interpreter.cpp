// Models that are read at run time beside the same, compiled. The argument is the largest number of rows (10^6).
#include "interpreter.hpp"

int main(int count, char** arguments) {
    long const most = std::min(count > 1 ? std::atol(arguments[1]) : 1'000'000, 1'000'000L);
    bench::print_interpreted<bench::network<double>>(most);
    bench::print_interpreted<bench::mgh17<double>>(most);
}
