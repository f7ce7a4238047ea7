#pragma once

#include <cstddef>
#include <iosfwd>

namespace leibniz::inline v0_1 {

class text_view;

namespace detail {

/// A class of characters of the standard library or like one of it: std::string, text_view.
template <class S>
concept string_like = requires(S const& s) {
    typename S::traits_type;
    s.data() + s.size();
    S(s.data(), s.size());
};

}  // namespace detail

/// Characters that are stored elsewhere: what text(), latex() and their like return, in static storage. Converts to and
/// from std::string and std::string_view; <string_view> itself takes longer to compile than all rules of the library.
class text_view {
public:
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);

    constexpr text_view() = default;
    constexpr text_view(char const* letters, std::size_t size) : letters_(letters), size_(size) {}
    constexpr text_view(char const* letters) : text_view(letters, __builtin_strlen(letters)) {}  // NOLINT: a literal is text
    template <detail::string_like S>
    constexpr text_view(S const& string) : text_view(string.data(), string.size()) {}  // NOLINT
    template <detail::string_like S>
    constexpr operator S() const {
        return S(letters_, size_);
    }  // NOLINT

    [[nodiscard]] constexpr char const* data() const { return letters_; }
    [[nodiscard]] constexpr std::size_t size() const { return size_; }
    [[nodiscard]] constexpr bool empty() const { return size_ == 0; }
    [[nodiscard]] constexpr char const* begin() const { return letters_; }
    [[nodiscard]] constexpr char const* end() const { return letters_ + size_; }
    constexpr char operator[](std::size_t k) const { return letters_[k]; }
    [[nodiscard]] constexpr char front() const { return letters_[0]; }
    [[nodiscard]] constexpr char back() const { return letters_[size_ - 1]; }

    /// From `first` on at most `count` characters; first <= size().
    [[nodiscard]] constexpr text_view substr(std::size_t first, std::size_t count = npos) const {
        return {letters_ + first, count < size_ - first ? count : size_ - first};
    }
    constexpr void remove_prefix(std::size_t count) { letters_ += count, size_ -= count; }

    /// Where it is found first, not before `from`; else npos.
    [[nodiscard]] constexpr std::size_t find(char c, std::size_t from = 0) const {
        for (; from < size_; ++from)
            if (letters_[from] == c) return from;
        return npos;
    }
    [[nodiscard]] constexpr std::size_t find(text_view part, std::size_t from = 0) const {
        for (; from + part.size_ <= size_; ++from)
            if (substr(from, part.size_) == part) return from;
        return npos;
    }
    [[nodiscard]] constexpr bool starts_with(text_view part) const { return substr(0, part.size_) == part; }

    /// < 0, 0 or > 0, as it stands before, with or after the other in a dictionary of bytes.
    [[nodiscard]] constexpr int compare(text_view other) const {
        for (std::size_t k = 0; k < size_ && k < other.size_; ++k)
            if (letters_[k] != other.letters_[k])
                return static_cast<unsigned char>(letters_[k]) < static_cast<unsigned char>(other.letters_[k]) ? -1 : 1;
        return size_ == other.size_ ? 0 : size_ < other.size_ ? -1 : 1;
    }
    friend constexpr bool operator==(text_view a, text_view b) {
        if (a.size_ != b.size_) return false;
        for (std::size_t k = 0; k < a.size_; ++k)
            if (a.letters_[k] != b.letters_[k]) return false;
        return true;
    }
    template <detail::string_like S>
    friend constexpr bool operator==(text_view a, S const& b) {
        return a == text_view(b);
    }

private:
    char const* letters_ = "";
    std::size_t size_ = 0;
};

/// Writes to a stream of the standard library, filled up to its width.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, text_view text) {
    auto const size = static_cast<decltype(out.width())>(text.size()), missing = out.width() - size;
    bool const left = (out.flags() & out.adjustfield) == out.left;
    out.width(0);
    for (auto k = left ? 0 : missing; k > 0; --k) out.put(out.fill());
    out.write(text.data(), size);
    for (auto k = left ? missing : 0; k > 0; --k) out.put(out.fill());
    return out;
}

}  // namespace leibniz::inline v0_1
