#include "unit.hpp"

int nodes_by_other_compiler();

int main() {
    int const nodes = nodes_of_gradient();
    return nodes > 30 && nodes == nodes_by_other_compiler() ? 0 : 1;
}
