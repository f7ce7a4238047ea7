#pragma once

#include <leibniz/notation/to_chars.hpp>

#include <cmath>
#include <string>
#include <string_view>

namespace tool {

/// The same number again in every reader of double; null where JSON has no number.
inline std::string json(double value) {
    if (!std::isfinite(value)) return "null";
    char digits[32];
    auto const end = leibniz::detail::to_chars(digits, digits + sizeof digits, value, std::chars_format::general, 17).ptr;
    return {digits, end};
}

/// UTF-8 text as a JSON string (RFC 8259).
inline std::string json(std::string_view text) {
    constexpr char hex[] = "0123456789abcdef";
    std::string result = "\"";
    for (char c : text) {
        auto const code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') result += '\\', result += c;
        else if (code < 0x20 || code == 0x7f) result += std::string("\\u00") + hex[code >> 4] + hex[code & 15U];
        else result += c;
    }
    return result + '"';
}

/// A JSON object on one line; the values come as JSON.
class json_object {
public:
    json_object& add(std::string_view name, std::string const& value) {
        text_ += text_.empty() ? "" : ", ";
        text_ += json(name) + ": " + value;
        return *this;
    }
    std::string text() const { return '{' + text_ + '}'; }

private:
    std::string text_;
};

}  // namespace tool
