#pragma once

#include "decimal_number.hpp"

#include <leibniz/parse/visible.hpp>

#include <charconv>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

// What programs do with the words of their users.
namespace examples {

/// Something the user can put right: the message is one sentence, the exit code 2.
struct input_error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// `text` as it may stand in a message of one line: no control characters, none that cannot be seen, no more than `limit`
/// bytes of it.
inline std::string printable(std::string_view text, std::size_t limit = 60) {
    bool const cut = text.size() > limit;
    if (cut) {
        while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80U) --limit;  // never inside a character
        text = text.substr(0, limit);
    }
    std::string result(text);
    for (char& c : result) {
        auto const code = static_cast<unsigned char>(c);
        if (code < 0x20 || code == 0x7F) c = '?';
    }
    return leibniz::detail::visible(result) + (cut ? "..." : "");
}

inline std::string in_quotes(std::string_view text) { return '"' + printable(text) + '"'; }

inline std::string_view trimmed(std::string_view text, std::string_view spaces = " \t") {
    auto const first = text.find_first_not_of(spaces);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

/// The whole of `text` as a finite number; nothing if it is anything else.
/// `from_chars`, because a decimal point must not depend on the locale.
template <class Number = double>
std::optional<Number> number_in(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
#ifndef __cpp_lib_to_chars
    if constexpr (std::same_as<Number, double>) return decimal_number(text);
    else
#endif
    {
        Number value{};
        char const* const end = text.data() + text.size();
        auto const [stop, error] = std::from_chars(text.data(), end, value);  // NOLINT(bugprone-suspicious-stringview-data-usage): with its end
        if (error != std::errc{} || stop != end || !std::isfinite(static_cast<double>(value))) return {};
        return value;
    }
}

}  // namespace examples
