#pragma once

#include "../noise.hpp"
#include "arrow.hpp"
#include "npy.hpp"

#include <leibniz/notation/to_chars.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

// Rows of any number, the same for everyone who asks for row k: y = 2*x + 1 and noise.
namespace stream {

inline std::array<double, 2> generated_row(std::uint64_t k) {
    double const x = 10 * examples::noise(2 * k);
    return {x, 2 * x + 1 + (examples::noise(2 * k + 1) - 0.5)};
}

inline void write_generated_csv(std::ostream& out, std::uint64_t rows) {
    out << "x,y\n";
    char text[128];
    for (std::uint64_t k = 0; k < rows && out; ++k) {
        auto const [x, y] = generated_row(k);
        char* end = leibniz::detail::to_chars(text, text + 60, x).ptr;  // as many digits as read back
        *end++ = ',';
        end = leibniz::detail::to_chars(end, end + 60, y).ptr;
        *end++ = '\n';
        out.write(text, end - text);
    }
}

inline void write_generated_npy(std::ostream& out, std::uint64_t rows) {
    std::string head = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + std::to_string(rows) + ", 2), }";
    head.resize((head.size() + 11 + 63) / 64 * 64 - 11, ' ');  // numbers begin at a multiple of 64
    head += '\n';
    out << "\x93NUMPY" << '\x01' << '\0' << static_cast<char>(head.size() % 256) << static_cast<char>(head.size() / 256) << head;
    std::vector<double> some;
    for (std::uint64_t k = 0; k < rows && out;) {
        some.clear();
        for (std::uint64_t const end = std::min(k + 4096, rows); k < end; ++k)
            for (double const number : generated_row(k)) some.push_back(number);
        exchange_bytes(some.data(), some.size());
        out.write(reinterpret_cast<char const*>(some.data()), static_cast<std::streamsize>(some.size() * sizeof(double)));
    }
}

/// A producer behind Arrow's C stream interface, as a library of columns has one: record batches of 50 000 rows.
class arrow_producer {
public:
    /// Makes a stream of generated rows; who takes it releases it.
    static ArrowArrayStream of(std::int64_t rows) {
        ArrowArrayStream made{};
        made.private_data = new arrow_producer(rows);
        made.get_schema = [](ArrowArrayStream* s, ArrowSchema* to) { return self(s).schema(*to), 0; };
        made.get_next = [](ArrowArrayStream* s, ArrowArray* to) { return self(s).batch(*to), 0; };
        made.get_last_error = [](ArrowArrayStream*) -> char const* { return nullptr; };
        made.release = [](ArrowArrayStream* s) {
            delete &self(s);
            s->release = nullptr;
        };
        return made;
    }

private:
    explicit arrow_producer(std::int64_t rows) : left_(rows) {}
    static arrow_producer& self(ArrowArrayStream* s) { return *static_cast<arrow_producer*>(s->private_data); }

    template <class Struct>
    static void release_nothing(Struct* s) {
        s->release = nullptr;
    }
    template <class Data, class Struct>
    static void release_data(Struct* s) {
        delete static_cast<Data*>(s->private_data);
        s->release = nullptr;
    }

    struct table_schema {
        ArrowSchema columns[2]{};
        ArrowSchema* pointers[2] = {columns, columns + 1};
    };
    static void schema(ArrowSchema& to) {
        auto data = std::make_unique<table_schema>();
        for (int k = 0; k < 2; ++k) {
            data->columns[k].format = "g";
            data->columns[k].name = k == 0 ? "x" : "y";
            data->columns[k].release = release_nothing<ArrowSchema>;
        }
        to = {"+s", "", nullptr, 0, 2, data->pointers, nullptr, release_data<table_schema, ArrowSchema>, nullptr};
        to.private_data = data.release();
    }

    struct table_batch {
        std::vector<double> numbers[2];
        void const* buffers[2][2]{};
        void const* none[1]{};
        ArrowArray columns[2]{};
        ArrowArray* pointers[2] = {columns, columns + 1};
    };
    void batch(ArrowArray& to) {
        std::int64_t const count = std::min<std::int64_t>(left_, 50'000);
        to = ArrowArray{};
        if (count == 0) return;  // the end
        auto data = std::make_unique<table_batch>();
        for (std::int64_t k = 0; k < count; ++k, ++row_) {
            auto const [x, y] = generated_row(row_);
            data->numbers[0].push_back(x);
            data->numbers[1].push_back(y);
        }
        left_ -= count;
        for (int k = 0; k < 2; ++k) {
            data->buffers[k][1] = data->numbers[k].data();
            data->columns[k] = {count, 0, 0, 2, 0, data->buffers[k], nullptr, nullptr, release_nothing<ArrowArray>, nullptr};
        }
        to = {count, 0, 0, 1, 2, data->none, data->pointers, nullptr, release_data<table_batch, ArrowArray>, nullptr};
        to.private_data = data.release();
    }

    std::int64_t left_;
    std::uint64_t row_ = 0;
};

}  // namespace stream
