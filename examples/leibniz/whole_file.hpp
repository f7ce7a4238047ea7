#pragma once

#include "input.hpp"

#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>

#include <unistd.h>

namespace tool {

/// A file that is there as a whole or not at all: its text goes to another file beside it, which takes its name at last.
class whole_file {
public:
    whole_file(std::string path, std::string_view text) : path_(std::move(path)), beside_(path_ + ".part" + std::to_string(getpid())) {
        std::ofstream out(beside_, std::ios::binary);
        out << text;
        out.close();
        if (!out) refuse();
    }
    whole_file(whole_file const&) = delete;
    whole_file& operator=(whole_file const&) = delete;
    ~whole_file() {
        if (!beside_.empty()) std::remove(beside_.c_str());
    }
    void finish() {
        if (std::rename(beside_.c_str(), path_.c_str()) != 0) refuse();
        beside_.clear();
    }

private:
    [[noreturn]] void refuse() const {
        std::remove(beside_.c_str());
        throw input_error("leibniz: " + printable(path_, 200) + " cannot be written");
    }
    std::string path_, beside_;
};

}  // namespace tool
