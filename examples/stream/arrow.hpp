#pragma once

#include "../input.hpp"
#include "rows.hpp"

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

// The C data and C stream interfaces of Apache Arrow: these structs are all that a producer and a consumer have in common.
// https://arrow.apache.org/docs/format/CDataInterface.html
extern "C" {
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE
struct ArrowSchema {
    char const* format;
    char const* name;
    char const* metadata;
    std::int64_t flags;
    std::int64_t n_children;
    ArrowSchema** children;
    ArrowSchema* dictionary;
    void (*release)(ArrowSchema*);
    void* private_data;
};
struct ArrowArray {
    std::int64_t length;
    std::int64_t null_count;
    std::int64_t offset;
    std::int64_t n_buffers;
    std::int64_t n_children;
    void const** buffers;
    ArrowArray** children;
    ArrowArray* dictionary;
    void (*release)(ArrowArray*);
    void* private_data;
};
#endif
#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE
struct ArrowArrayStream {
    int (*get_schema)(ArrowArrayStream*, ArrowSchema*);
    int (*get_next)(ArrowArrayStream*, ArrowArray*);
    char const* (*get_last_error)(ArrowArrayStream*);
    void (*release)(ArrowArrayStream*);
    void* private_data;
};
#endif
}

namespace stream {

/// Releases, once, what a producer has handed out.
template <class Struct>
struct arrow_owner {
    Struct held{};

    arrow_owner() = default;
    arrow_owner(arrow_owner const&) = delete;
    arrow_owner& operator=(arrow_owner const&) = delete;
    ~arrow_owner() { release(); }
    void release() {
        if (held.release != nullptr) held.release(&held);
        held.release = nullptr;
    }
};

/// Two columns of float64 of an Arrow stream of record batches, without copying. Takes the stream over and releases it at the end.
class arrow_source : public source {
public:
    arrow_source(ArrowArrayStream& from, std::string_view x, std::string_view y) {
        stream_.held = std::exchange(from, ArrowArrayStream{});
        arrow_owner<ArrowSchema> schema;
        check(stream_.held.get_schema(&stream_.held, &schema.held));
        if (std::strcmp(schema.held.format, "+s") != 0) fail("the stream holds no table; export record batches");
        x_ = chosen(schema.held, x);
        y_ = chosen(schema.held, y);
    }

    rows next() override {
        for (;;) {
            done_ += batch_.held.length;
            batch_.release();
            batch_.held = ArrowArray{};
            check(stream_.held.get_next(&stream_.held, &batch_.held));
            if (batch_.held.release == nullptr) return {};  // the end
            if (batch_.held.length < 0 || batch_.held.offset < 0) fail("a batch has a negative length");
            if (batch_.held.length == 0) continue;
            refuse_nulls(batch_.held, batch_.held.offset, "the table");
            return {numbers(x_), numbers(y_), static_cast<Eigen::Index>(batch_.held.length)};
        }
    }

private:
    struct child {
        std::int64_t number = -1;
        std::string name;
    };

    [[noreturn]] static void fail(std::string const& sentence) { throw examples::input_error("arrow: " + sentence); }
    void check(int code) {
        if (code == 0) return;
        char const* const said = stream_.held.get_last_error(&stream_.held);
        fail("the producer stopped: " + examples::printable(said == nullptr ? std::strerror(code) : said, 400));
    }
    static child chosen(ArrowSchema const& schema, std::string_view name) {
        for (std::int64_t k = 0; k < schema.n_children; ++k) {
            ArrowSchema const& each = *schema.children[k];
            if (each.name == nullptr || each.name != name) continue;
            if (std::strcmp(each.format, "g") != 0 || each.dictionary != nullptr)
                fail("column " + examples::in_quotes(name) + " is of the format " + examples::in_quotes(each.format) +
                     ", where float64, \"g\", is read; cast it first");
            return {k, std::string(name)};
        }
        fail("no column is named " + examples::in_quotes(name));
    }
    [[nodiscard]] double const* numbers(child const& of) const {
        std::string const what = "column " + examples::in_quotes(of.name);
        if (of.number >= batch_.held.n_children) fail("a batch has fewer columns than its schema");
        ArrowArray const& values = *batch_.held.children[of.number];
        std::int64_t const first = values.offset + batch_.held.offset;
        if (values.n_buffers != 2 || values.buffers[1] == nullptr || values.offset < 0 ||
            values.length < batch_.held.offset + batch_.held.length)
            fail(what + " is shorter than its table");
        if (reinterpret_cast<std::uintptr_t>(values.buffers[1]) % alignof(double) != 0)
            fail(what + " is not aligned as doubles are; copy it first");
        refuse_nulls(values, first, what);
        return static_cast<double const*>(values.buffers[1]) + first;
    }
    /// A bit says of each row whether it has a value; without these bits all have. A count of -1 says that nobody has counted.
    void refuse_nulls(ArrowArray const& of, std::int64_t first, std::string const& what) const {
        if (of.null_count == 0 || of.n_buffers < 1 || of.buffers[0] == nullptr) return;
        auto const* const bits = static_cast<unsigned char const*>(of.buffers[0]);
        for (std::int64_t k = 0; k < batch_.held.length; ++k)
            if ((bits[(first + k) / 8] >> ((first + k) % 8) & 1) == 0)
                fail(what + " has no value in row " + std::to_string(done_ + k) + ", counted from 0; drop or fill nulls first");
    }

    arrow_owner<ArrowArrayStream> stream_;
    arrow_owner<ArrowArray> batch_;  // released before its stream
    child x_, y_;
    std::int64_t done_ = 0;
};

}  // namespace stream
