// Models of vectors and matrices beside careful code in Eigen.
#include "matrices.hpp"

int main() { bench::print_matrices(); }
