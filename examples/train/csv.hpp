#pragma once

#include "input.hpp"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace train {

struct record {
    std::size_t line;  ///< where it begins in the file, from 1
    std::vector<std::string> fields;
};

/// A CSV file. Fields stay text: columns that nobody asks for may hold anything.
struct table {
    std::string file;  ///< its name in messages
    record header;
    std::vector<record> rows;  ///< at least one, all as long as the header
};

/// Takes a CSV text (RFC 4180) apart, one record at a time. More is allowed than the RFC has: line ends
/// of every kind, blank lines, comment lines that begin with `#`, and spaces around fields.
class csv_scanner {
public:
    csv_scanner(std::string_view text, std::string_view file) : text_(text), file_(file) {
        if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;  // the byte order mark that spreadsheets write
    }

    /// The next record; nothing at the end of the text.
    std::optional<record> next() {
        while (at_ < text_.size()) {
            auto const end = std::min(text_.find_first_of("\r\n", at_), text_.size());
            auto const content = trimmed(text_.substr(at_, end - at_));
            if (!content.empty() && content.front() != '#') return fields();
            at_ = end;
            end_line();
        }
        return {};
    }

private:
    record fields() {
        record result{line_, {}};
        do { result.fields.push_back(field()); } while (take(','));
        end_line();
        return result;
    }

    std::string field() {
        skip_spaces();
        if (take('"')) return quoted_field();
        auto const begin = at_;
        at_ = std::min(text_.find_first_of(",\r\n", at_), text_.size());
        return std::string(trimmed(text_.substr(begin, at_ - begin)));
    }

    std::string quoted_field() {
        auto const opened = line_;
        std::string result;
        for (;; ++at_) {
            if (at_ == text_.size()) fail(file_, ", line ", opened, ": a quotation mark is opened and never closed");
            if (text_[at_] == '"' && !text_.substr(at_).starts_with("\"\"")) break;
            if (text_[at_] == '"') ++at_;  // a doubled mark stands for one
            if (text_[at_] == '\n') ++line_;
            result += text_[at_];
        }
        ++at_;
        skip_spaces();
        if (at_ < text_.size() && text_.find_first_of(",\r\n", at_) != at_) {
            fail(file_, ", line ", line_, ": text follows the closing quotation mark of ", in_quotes(result));
        }
        return result;
    }

    void skip_spaces() { at_ = std::min(text_.find_first_not_of(" \t", at_), text_.size()); }

    bool take(char c) {
        bool const here = at_ < text_.size() && text_[at_] == c;
        at_ += here ? 1 : 0;
        return here;
    }

    void end_line() {
        bool const carriage_return = take('\r');  // alone it ends a line too
        if (take('\n') || carriage_return) ++line_;
    }

    std::string_view text_;
    std::string_view file_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
};

/// The table that `text` holds; `file` names it in messages.
inline table parse_csv(std::string_view text, std::string file) {
    csv_scanner scanner(text, file);
    auto header = scanner.next();
    if (!header) fail(file, ": the file is empty; its first line should name the columns");
    auto const width = header->fields.size();
    std::vector<record> rows;
    while (auto row = scanner.next()) {
        auto const count = row->fields.size();
        if (count != width) {
            fail(file, ", line ", row->line, ": ", count, count == 1 ? " field" : " fields", " where the header has ", width);
        }
        rows.push_back(std::move(*row));
    }
    if (rows.empty()) fail(file, ": the file names its columns and has no rows below");
    return {std::move(file), std::move(*header), std::move(rows)};
}

inline table read_csv(std::string const& path) {
    errno = 0;
    std::ifstream stream(path, std::ios::binary);
    std::string text;
    char block[1 << 16];
    while (stream.read(block, sizeof block), stream.gcount() > 0) { text.append(block, static_cast<std::size_t>(stream.gcount())); }
    if (!stream.eof() || errno == EISDIR) {  // never opened, or a folder, which libc++ takes for an empty file, or a broken disk
        auto const reason = errno == 0 ? "it is no readable file" : std::generic_category().message(errno);
        fail("cannot read ", in_quotes(path), ": ", reason, "; name the file with --csv FILE");
    }
    return parse_csv(text, printable(path, 200));
}

}  // namespace train
