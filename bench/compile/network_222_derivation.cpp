#include "network_222.hpp"

#include <leibniz/derivation.hpp>

#include <ostream>

/// The steps to the derivative by one weight.
void write_derivation(std::ostream& out) {
    using namespace network_222;
    out << derivation(loss, w1);
}
