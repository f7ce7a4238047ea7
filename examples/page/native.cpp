// Answers the questions on the lines of standard input, one line each, as the page's engine does: its twin for tests.
#include "answer.hpp"

#include <iostream>
#include <string>

int main() {
    for (std::string line; std::getline(std::cin, line);) std::cout << page::answer(line) << '\n';
}
