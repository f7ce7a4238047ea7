#pragma once

#include <string>
#include <vector>

namespace tool {

/// leibniz fit: `words` are those behind `fit`. Returns the exit code; throws for what cannot be used.
int fit(std::vector<std::string> words);

}  // namespace tool
