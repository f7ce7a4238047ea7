#pragma once

#include "../input.hpp"
#include "rows.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <istream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stream {

/// Numbers as they lie in memory from those of a .npy file, whose bytes begin with the lowest, or the other way.
template <class T>
void exchange_bytes([[maybe_unused]] T* numbers, [[maybe_unused]] std::size_t count) {
    if constexpr (std::endian::native == std::endian::big)
        for (T* const end = numbers + count; numbers != end; ++numbers) {
            auto* const bytes = reinterpret_cast<unsigned char*>(numbers);
            std::reverse(bytes, bytes + sizeof(T));
        }
}

/// What stands at the head of a .npy file (NEP 1 of NumPy, versions 1 to 3).
struct npy_head {
    bool single = false;  // float32, else float64
    std::uint64_t rows = 0, columns = 1;
};

/// Reads the head, a dictionary of Python: {'descr': '<f8', 'fortran_order': False, 'shape': (3, 2), }
class npy_head_reader {
public:
    npy_head_reader(std::string_view text, std::string file) : text_(text), file_(std::move(file)) {}

    npy_head read() {
        npy_head head;
        bool descr = false, order = false, shape = false;
        expect('{');
        while (!take('}')) {
            std::string_view const key = quoted();
            expect(':');
            if (key == "descr") head.single = is_single(), descr = true;
            else if (key == "fortran_order") refuse_fortran_order(), order = true;
            else if (key == "shape") read_shape(head), shape = true;
            else fail_head();
            if (take(',')) continue;
            expect('}');
            break;
        }
        skip();
        if (!text_.empty() || !descr || !order || !shape) fail_head();
        return head;
    }

private:
    [[noreturn]] void fail(std::string const& sentence) const { throw examples::input_error(file_ + ": " + sentence); }
    [[noreturn]] void fail_head() const { fail("the head of the .npy file cannot be read; write it with numpy.save"); }

    void skip() { text_.remove_prefix(std::min(text_.find_first_not_of(" \t\n"), text_.size())); }
    bool take(char c) {
        skip();
        if (text_.empty() || text_[0] != c) return false;
        text_.remove_prefix(1);
        return true;
    }
    void expect(char c) {
        if (!take(c)) fail_head();
    }
    std::string_view quoted() {
        skip();
        char const mark = text_.empty() ? '\0' : text_[0];
        if (mark != '\'' && mark != '"') fail_head();
        std::size_t const end = text_.find(mark, 1);
        if (end == std::string_view::npos) fail_head();
        std::string_view const inside = text_.substr(1, end - 1);
        text_.remove_prefix(end + 1);
        return inside;
    }
    bool is_single() {
        skip();
        if (text_.starts_with('[')) fail("holds records of several fields; save a plain array of float64");
        std::string_view const kind = quoted();
        if (kind != "<f8" && kind != "<f4")
            fail("holds numbers of the kind " + examples::in_quotes(kind) + ", and '<f8' and '<f4' are read; save a.astype('<f8')");
        return kind == "<f4";
    }
    void refuse_fortran_order() {
        skip();
        if (text_.starts_with("True")) fail("is in Fortran order; save numpy.ascontiguousarray(a)");
        if (!text_.starts_with("False")) fail_head();
        text_.remove_prefix(5);
    }
    void read_shape(npy_head& head) {
        std::uint64_t sizes[2] = {0, 1};
        int count = 0;
        expect('(');
        while (!take(')')) {
            std::uint64_t const size = whole_number();
            if (count == 2) fail("has more than two dimensions; save a.reshape(len(a), -1)");
            sizes[count++] = size;
            if (take(',')) continue;
            expect(')');
            break;
        }
        if (count == 0) fail("holds a single number; save an array of one or two dimensions");
        head.rows = sizes[0], head.columns = sizes[1];
        if (head.columns == 0 || head.columns > 65536) fail("has " + std::to_string(head.columns) + " columns; 1 to 65536 are read");
    }
    std::uint64_t whole_number() {
        skip();
        std::size_t const end = std::min(text_.find_first_not_of("0123456789"), text_.size());
        if (end == 0 || end > 18) fail_head();
        std::uint64_t number = 0;
        for (char const digit : text_.substr(0, end)) number = 10 * number + static_cast<std::uint64_t>(digit - '0');
        text_.remove_prefix(end);
        return number;
    }

    std::string_view text_;
    std::string file_;
};

/// An array in a .npy file, read row by row in memory that does not grow with it.
class npy_reader {
public:
    npy_reader(std::istream& in, std::string file) : in_(in), file_(std::move(file)) {
        unsigned char start[12] = {};
        read_head(start, 8);
        if (std::memcmp(start, "\x93NUMPY", 6) != 0) fail("is no .npy file");
        if (start[6] < 1 || start[6] > 3) fail("is a .npy file of version " + std::to_string(start[6]) + "; 1 to 3 are read");
        int const bytes = start[6] == 1 ? 2 : 4;
        read_head(start + 8, static_cast<std::size_t>(bytes));
        std::size_t length = 0;
        for (int k = bytes; k-- > 0;) length = 256 * length + start[8 + k];
        if (length > std::size_t(1) << 20) fail("the head of the .npy file has " + std::to_string(length) + " bytes, more than 1048576");
        std::string text(length, ' ');
        read_head(text.data(), length);
        head_ = npy_head_reader(text, file_).read();
    }

    [[nodiscard]] npy_head const& head() const { return head_; }
    [[nodiscard]] std::string const& file() const { return file_; }
    [[nodiscard]] double share() const { return head_.rows == 0 ? 1 : static_cast<double>(done_) / static_cast<double>(head_.rows); }

    /// Reads the next rows, at most so many, one after the other.
    Eigen::Index next(std::vector<double>& numbers, Eigen::Index most) {
        auto const count = static_cast<std::size_t>(std::min(static_cast<std::uint64_t>(most), head_.rows - done_));
        std::size_t const size = count * static_cast<std::size_t>(head_.columns);
        numbers.resize(size);
        if (head_.single) {
            singles_.resize(size);
            read_rows(singles_);
            std::copy(singles_.begin(), singles_.end(), numbers.begin());
        } else {
            read_rows(numbers);
        }
        done_ += count;
        return static_cast<Eigen::Index>(count);
    }

private:
    [[noreturn]] void fail(std::string const& sentence) const { throw examples::input_error(file_ + ": " + sentence); }
    std::size_t read(void* to, std::size_t bytes) {
        in_.read(static_cast<char*>(to), static_cast<std::streamsize>(bytes));
        return static_cast<std::size_t>(in_.gcount());
    }
    void read_head(void* to, std::size_t bytes) {
        if (read(to, bytes) != bytes) fail("ends within the head of a .npy file");
    }
    template <class T>
    void read_rows(std::vector<T>& numbers) {
        std::size_t const bytes = numbers.size() * sizeof(T), there = read(numbers.data(), bytes);
        if (there == bytes) return exchange_bytes(numbers.data(), numbers.size());
        std::uint64_t const rows = done_ + there / (sizeof(T) * static_cast<std::size_t>(head_.columns));
        fail("ends after " + std::to_string(rows) + " of " + std::to_string(head_.rows) + " rows");
    }

    std::istream& in_;
    std::string file_;
    npy_head head_;
    std::uint64_t done_ = 0;
    std::vector<float> singles_;
};

/// The first two columns of an array.
class npy_source : public source {
public:
    npy_source(std::istream& in, std::string const& file) : reader_(in, file), width_(static_cast<Eigen::Index>(reader_.head().columns)) {
        if (width_ < 2)
            throw examples::input_error(file +
                                        ": has one column, where x and y are two; name two such files, or save numpy.stack([x, y], 1)");
    }
    rows next() override {
        Eigen::Index const count = reader_.next(numbers_, std::max<Eigen::Index>(1, 2 * chunk_rows / width_));
        xs_.resize(count);
        ys_.resize(count);
        for (Eigen::Index k = 0; k < count; ++k) {
            auto const at = static_cast<std::size_t>(k * width_);
            xs_[k] = numbers_[at], ys_[k] = numbers_[at + 1];
        }
        return {xs_.data(), ys_.data(), count};
    }
    [[nodiscard]] double share() const override { return reader_.share(); }

private:
    npy_reader reader_;
    Eigen::Index width_;
    std::vector<double> numbers_;
    Eigen::ArrayXd xs_, ys_;
};

/// Two arrays of one column each, side by side.
class npy_pair_source : public source {
public:
    npy_pair_source(std::istream& x, std::string const& x_file, std::istream& y, std::string const& y_file) : x_(x, x_file), y_(y, y_file) {
        for (npy_reader const* const each : {&x_, &y_})
            if (each->head().columns != 1)
                throw examples::input_error(each->file() + ": has " + std::to_string(each->head().columns) +
                                            " columns, where each of two files has one; name it alone");
        if (x_.head().rows != y_.head().rows)
            throw examples::input_error(x_file + " has " + std::to_string(x_.head().rows) + " rows, " + y_file + " has " +
                                        std::to_string(y_.head().rows));
    }
    rows next() override {
        Eigen::Index const count = x_.next(xs_, chunk_rows);
        y_.next(ys_, chunk_rows);
        return {xs_.data(), ys_.data(), count};
    }
    [[nodiscard]] double share() const override { return x_.share(); }

private:
    npy_reader x_, y_;
    std::vector<double> xs_, ys_;
};

}  // namespace stream
