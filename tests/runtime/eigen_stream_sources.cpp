// The readers of examples/stream: .npy of every kind that NumPy writes, and streams of Arrow, with all that producers may do. What a user
// sees of them is checked by examples/stream/check.sh.
#include "../../examples/stream/arrow.hpp"
#include "../../examples/stream/csv.hpp"
#include "../../examples/stream/generated.hpp"
#include "../../examples/stream/npy.hpp"
#include "../catch.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

template <class F>
std::string refusal(F const& work) {
    try {
        work();
    } catch (examples::input_error const& error) {
        return error.what();
    }
    return {};
}

/// The bytes of numbers, the lowest first, whatever the processor has first.
template <class T>
std::string bytes_of(std::vector<T> numbers) {
    auto* const bytes = reinterpret_cast<char*>(numbers.data());
    if (std::endian::native == std::endian::big)
        for (std::size_t k = 0; k < numbers.size(); ++k) std::reverse(bytes + k * sizeof(T), bytes + (k + 1) * sizeof(T));
    return {bytes, numbers.size() * sizeof(T)};
}
/// A .npy file of this version and head.
std::string npy(char version, std::string const& head, std::string const& numbers) {
    std::string made = "\x93NUMPY";
    made += version;
    made += '\0';
    for (std::size_t k = 0, length = head.size(); k < (version == 1 ? 2u : 4u); ++k, length /= 256) made += static_cast<char>(length % 256);
    return made + head + numbers;
}
/// All rows of a source.
std::vector<std::vector<double>> all_of(stream::source& from) {
    std::vector<std::vector<double>> columns(2);
    for (stream::rows some = from.next(); some.count > 0; some = from.next()) {
        columns[0].insert(columns[0].end(), some.xs, some.xs + some.count);
        columns[1].insert(columns[1].end(), some.ys, some.ys + some.count);
    }
    return columns;
}
std::vector<std::vector<double>> read_npy(std::string const& file) {
    std::istringstream in(file);
    stream::npy_source from(in, "a.npy");
    return all_of(from);
}
std::string npy_refusal(std::string const& file) {
    return refusal([&] { read_npy(file); });
}

std::vector<std::vector<double>> const two_rows{{1, 3}, {2, 4}};
std::string const doubles = bytes_of(std::vector<double>{1, 2, 3, 4}), singles = bytes_of(std::vector<float>{1, 2, 3, 4});

}  // namespace

TEST_CASE("npy: versions, kinds and shapes") {
    std::string const head = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 2), }      \n";
    for (char const version : {'\1', '\2', '\3'}) CHECK(read_npy(npy(version, head, doubles)) == two_rows);
    CHECK(read_npy(npy(1, "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }\n", singles)) == two_rows);
    CHECK(read_npy(npy(1, "{\"shape\":(2,2),\"descr\":\"<f8\",\"fortran_order\":False}", doubles)) == two_rows);
    CHECK(read_npy(npy(1, "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 4), }\n", doubles)) == std::vector<std::vector<double>>{{1}, {2}});
    CHECK(read_npy(npy(1, "{'descr': '<f8', 'fortran_order': False, 'shape': (0, 2), }\n", "")) == std::vector<std::vector<double>>{{}, {}});

    std::istringstream x(npy(1, "{'descr': '<f8', 'fortran_order': False, 'shape': (4,), }\n", doubles));
    std::istringstream y(npy(2, "{'descr': '<f4', 'fortran_order': False, 'shape': (4, 1), }\n", singles));
    stream::npy_pair_source pair(x, "x.npy", y, "y.npy");
    CHECK(all_of(pair) == std::vector<std::vector<double>>{{1, 2, 3, 4}, {1, 2, 3, 4}});
}

TEST_CASE("npy: more rows than a chunk holds") {
    std::ostringstream out;
    stream::write_generated_npy(out, 100'000);
    auto const read = read_npy(out.str());
    REQUIRE(read[0].size() == 100'000);
    int wrong = 0;
    for (std::size_t k = 0; k < 100'000; ++k) wrong += stream::generated_row(k)[0] != read[0][k] || stream::generated_row(k)[1] != read[1][k];
    CHECK(wrong == 0);
}

TEST_CASE("npy: what is refused") {
    auto const head = [](std::string const& descr, std::string const& order, std::string const& shape) {
        return npy(1, "{'descr': " + descr + ", 'fortran_order': " + order + ", 'shape': " + shape + ", }\n", doubles);
    };
    auto const kind = [](std::string const& name) { return "a.npy: holds numbers of the kind \"" + name + "\", and '<f8' and '<f4' are read; save a.astype('<f8')"; };
    CHECK(npy_refusal(head("'>f8'", "False", "(2, 2)")) == kind(">f8"));
    CHECK(npy_refusal(head("'<i8'", "False", "(2, 2)")) == kind("<i8"));
    CHECK(npy_refusal(head("[('x', '<f8'), ('y', '<f8')]", "False", "(2,)")) == "a.npy: holds records of several fields; save a plain array of float64");
    CHECK(npy_refusal(head("'<f8'", "True", "(2, 2)")) == "a.npy: is in Fortran order; save numpy.ascontiguousarray(a)");
    CHECK(npy_refusal(head("'<f8'", "False", "(1, 2, 2)")) == "a.npy: has more than two dimensions; save a.reshape(len(a), -1)");
    CHECK(npy_refusal(head("'<f8'", "False", "()")) == "a.npy: holds a single number; save an array of one or two dimensions");
    CHECK(npy_refusal(head("'<f8'", "False", "(4,)")) ==
          "a.npy: has one column, where x and y are two; name two such files, or save numpy.stack([x, y], 1)");
    CHECK(npy_refusal(head("'<f8'", "False", "(4, 0)")) == "a.npy: has 0 columns; 1 to 65536 are read");
    CHECK(npy_refusal(head("'<f8'", "False", "(3, 2)")) == "a.npy: ends after 2 of 3 rows");
    CHECK(npy_refusal(head("'<f8'", "False", "(999999999999999999, 2)")) == "a.npy: ends after 2 of 999999999999999999 rows");
    std::string const unread = "a.npy: the head of the .npy file cannot be read; write it with numpy.save";
    CHECK(npy_refusal(head("'<f8'", "Maybe", "(2, 2)")) == unread);
    CHECK(npy_refusal(head("'<f8'", "False", "(2; 2)")) == unread);
    CHECK(npy_refusal(head("'<f8'", "False", "(-2, 2)")) == unread);
    CHECK(npy_refusal(head("'<f8'", "False", "(9999999999999999999999, 2)")) == unread);
    CHECK(npy_refusal(npy(1, "{'descr': '<f8", doubles)) == unread);
    CHECK(npy_refusal(npy(1, "{'descr': '<f8', 'fortran_order': False, }", doubles)) == unread);
    CHECK(npy_refusal(npy(1, "", doubles)) == unread);
    CHECK(npy_refusal(npy(4, "{}", doubles)) == "a.npy: is a .npy file of version 4; 1 to 3 are read");
    CHECK(npy_refusal("x,y\n1,2\n3,4\n") == "a.npy: is no .npy file");
    CHECK(npy_refusal("\x93NUM") == "a.npy: ends within the head of a .npy file");
    CHECK(npy_refusal(npy(1, "{'descr'", "").substr(0, 12)) == "a.npy: ends within the head of a .npy file");
    CHECK(npy_refusal(std::string("\x93NUMPY\x02\0\xff\xff\xff\x7f", 12)) == "a.npy: the head of the .npy file has 2147483647 bytes, more than 1048576");
}

TEST_CASE("CSV: any chunk, any end of the text") {
    for (std::string const end : {"", "\n", "\r\n", "\n\n# that is all"}) {
        std::istringstream in("# two\n\nx,t,y\n1,,2\n" + std::string("3,0,4") + end);
        CHECK(refusal([&] { stream::csv_source(in, "a.csv", "x", "y", 0).next(); }) == "a.csv, line 4: column \"t\" has no value");
        std::istringstream again("# two\n\nx,t,y\n1,5,2\n" + std::string("3,0,4") + end);
        stream::csv_source from(again, "a.csv", "x", "y", 0);
        CHECK(all_of(from) == two_rows);
    }
    std::istringstream one(std::string(65535, 'x') + ",y\n1,2\n");
    CHECK(refusal([&] { stream::csv_source(one, "a.csv", "x", "y", 0); }) == "a.csv, line 1: longer than 65535 characters");
}

namespace {

/// A stream of batches that a test lays out by hand, and counts of what has been released.
struct producer {
    struct batch {
        std::vector<double> x, y;
        std::int64_t offset = 0, x_offset = 0, nulls = 0;
        std::vector<unsigned char> present = {};  // of y, if there is any; a bit for each row
        std::int64_t length = -1;                 // of the table, if it is not that of its columns
    };
    std::vector<batch> batches;
    char const* format = "g";
    char const* table = "+s";
    int fails_at = -1;
    int schemas = 0, arrays = 0, streams = 0;  // released

    std::size_t at = 0;
    ArrowSchema columns[2]{};
    ArrowSchema* column_pointers[2] = {columns, columns + 1};
    ArrowArray values[2]{};
    ArrowArray* value_pointers[2] = {values, values + 1};
    void const* buffers[2][2]{};
    void const* none[1]{};

    static producer& self(void* data) { return *static_cast<producer*>(data); }
    ArrowArrayStream stream() {
        ArrowArrayStream made{};
        made.private_data = this;
        made.get_schema = [](ArrowArrayStream* s, ArrowSchema* to) {
            producer& p = self(s->private_data);
            for (int k = 0; k < 2; ++k) {
                p.columns[k].format = k == 0 ? "g" : p.format;
                p.columns[k].name = k == 0 ? "x" : "y";
            }
            *to = {p.table, "", nullptr, 0, 2, p.column_pointers, nullptr, [](ArrowSchema* held) { ++self(held->private_data).schemas, held->release = nullptr; }, &p};
            return 0;
        };
        made.get_next = [](ArrowArrayStream* s, ArrowArray* to) {
            producer& p = self(s->private_data);
            *to = ArrowArray{};
            if (static_cast<int>(p.at) == p.fails_at) return 5;
            if (p.at == p.batches.size()) return 0;
            batch const& next = p.batches[p.at++];
            p.buffers[0][1] = next.x.data();
            p.buffers[1][1] = next.y.data();
            p.buffers[1][0] = next.present.empty() ? nullptr : next.present.data();
            auto const rows = static_cast<std::int64_t>(next.x.size());
            p.values[0] = {rows - next.x_offset, 0, next.x_offset, 2, 0, p.buffers[0], nullptr, nullptr, nullptr, nullptr};
            p.values[1] = {static_cast<std::int64_t>(next.y.size()), next.nulls, 0, 2, 0, p.buffers[1], nullptr, nullptr, nullptr, nullptr};
            *to = {next.length >= 0 ? next.length : rows - next.x_offset - next.offset, 0, next.offset, 1, 2, p.none, p.value_pointers, nullptr,
                   [](ArrowArray* held) { ++self(held->private_data).arrays, held->release = nullptr; }, &p};
            return 0;
        };
        made.get_last_error = [](ArrowArrayStream*) -> char const* { return "the cable\nis out"; };
        made.release = [](ArrowArrayStream* s) { ++self(s->private_data).streams, s->release = nullptr; };
        return made;
    }
    std::vector<std::vector<double>> read() {
        ArrowArrayStream made = stream();
        stream::arrow_source from(made, "x", "y");
        CHECK(made.release == nullptr);
        return all_of(from);
    }
    std::string refused() {
        std::string const said = refusal([&] { read(); });
        CHECK(streams == 1);
        CHECK(schemas == 1);
        CHECK(arrays == static_cast<int>(at));
        return said;
    }
};

}  // namespace

TEST_CASE("Arrow: batches, offsets, and what is released") {
    producer p;
    p.batches = {{{1}, {2}}, {{}, {}}, {{0, 0, 0, 3}, {0, 0, 4}, 2, 1}, {{5, 6}, {7, 8}, 0, 0, -1, {3}}};
    CHECK(p.read() == std::vector<std::vector<double>>{{1, 3, 5, 6}, {2, 4, 7, 8}});
    CHECK(p.streams == 1);
    CHECK(p.schemas == 1);
    CHECK(p.arrays == 4);

    ArrowArrayStream made = stream::arrow_producer::of(120'000);
    stream::arrow_source from(made, "y", "x");
    auto const read = all_of(from);
    REQUIRE(read[0].size() == 120'000);
    CHECK(read[0][119'999] == stream::generated_row(119'999)[1]);
}
TEST_CASE("Arrow: columns are not copied") {
    producer p;
    p.batches = {{{1, 3}, {2, 4}}};
    ArrowArrayStream made = p.stream();
    stream::arrow_source from(made, "x", "y");
    stream::rows const some = from.next();
    CHECK(some.xs == p.batches[0].x.data());
    CHECK(some.ys == p.batches[0].y.data());
}
TEST_CASE("Arrow: what is refused") {
    producer nulls;
    nulls.batches = {{{1, 2}, {3, 4}}, {{1, 2, 3}, {4, 5, 6}, 0, 0, 1, {5}}};
    CHECK(nulls.refused() == "arrow: column \"y\" has no value in row 3, counted from 0; drop or fill nulls first");
    producer not_counted = {};
    not_counted.batches = {{{1, 2, 3}, {4, 5, 6}, 1, 0, -1, {3}}};
    CHECK(not_counted.refused() == "arrow: column \"y\" has no value in row 1, counted from 0; drop or fill nulls first");
    producer whole_numbers;
    whole_numbers.format = "l";
    CHECK(whole_numbers.refused() == "arrow: column \"y\" is of the format \"l\", where float64, \"g\", is read; cast it first");
    producer list;
    list.table = "+l";
    CHECK(list.refused() == "arrow: the stream holds no table; export record batches");
    producer broken;
    broken.batches = {{{1}, {2}}};
    broken.fails_at = 1;
    CHECK(broken.refused() == "arrow: the producer stopped: the cable?is out");
    producer shorter;
    shorter.batches = {{{1, 2, 3}, {4, 5}}};
    CHECK(shorter.refused() == "arrow: column \"y\" is shorter than its table");
    producer negative;
    negative.batches = {{{1, 2}, {4, 5}, -1}};
    CHECK(negative.refused() == "arrow: a batch has a negative length");
    producer named;
    ArrowArrayStream made = named.stream();
    CHECK(refusal([&] { stream::arrow_source(made, "x", "z"); }) == "arrow: no column is named \"z\"");
    CHECK(named.streams == 1);
}
