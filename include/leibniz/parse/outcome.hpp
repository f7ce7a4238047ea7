#pragma once

#include <leibniz/parse/refuse.hpp>
#include <leibniz/parse/syntax_error.hpp>

#include <concepts>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

namespace leibniz::inline v0_1 {

/// What kind of failure it is: each is an exception where there are exceptions.
enum class failure_kind : unsigned char {
    none,
    syntax,    ///< syntax_error: a text is no formula
    argument,  ///< std::invalid_argument
    domain,    ///< std::domain_error
    size,      ///< std::length_error: too large for the effort, too deep, too long
    overflow,  ///< std::overflow_error: an exact number leaves 64 bits
    range      ///< std::out_of_range
};

/// Why something could not be done: a sentence that says what to write instead. Nothing by default.
struct failure {
    failure_kind kind = failure_kind::none;
    std::string sentence{};
    syntax_fault place{};  ///< of a syntax error: where in the text, in bytes
    explicit operator bool() const { return kind != failure_kind::none; }
};

namespace detail {

/// Throws the exception of a failure.
[[noreturn]] inline void raise(failure const& why) {
    switch (why.kind) {
        case failure_kind::domain: refuse<std::domain_error>(why.sentence);
        case failure_kind::size: refuse<std::length_error>(why.sentence);
        case failure_kind::overflow: refuse<std::overflow_error>(why.sentence);
        case failure_kind::range: refuse<std::out_of_range>(why.sentence);
        case failure_kind::syntax:
#ifdef __cpp_exceptions
            throw syntax_error(why.place, why.sentence);
#endif
        case failure_kind::argument:
        case failure_kind::none: break;
    }
    refuse<std::invalid_argument>(why.sentence);
}

/// True for answers yes or no.
template <class T>
inline constexpr bool is_answer = std::is_same<T, bool>::value;

}  // namespace detail

/// A value, or why there is none: what the functions that begin with `try_` return, with exceptions or without.
///
///     outcome<model> const m = try_parse("2*(x + 1");
///     assert(!m && m.why().kind == failure_kind::syntax && m.why().place.position == 2);
template <class T>
class [[nodiscard]] outcome {
public:
    outcome(std::same_as<T> auto value) : value_(std::move(value)) {}  // NOLINT(google-explicit-constructor): returned as the value
    outcome(failure why) : why_(std::move(why)) {}  // NOLINT(google-explicit-constructor): returned as the failure
    bool has_value() const { return value_.has_value(); }
    /// Whether there is a value. Of an answer yes or no, what `try_equal` and `try_equivalent` return, it does not compile, for it is
    /// easily taken for the answer.
    explicit operator bool() const {
        static_assert(!detail::is_answer<T>,
                      "outcome<bool>: this would be true of the answer no, too; write has_value(), or value() for the answer");
        return has_value();
    }
    /// The failure, which has no sentence where there is a value.
    failure const& why() const& { return why_; }
    failure why() && { return std::move(why_); }
    std::string const& error() const& { return why_.sentence; }
    std::string error() && { return std::move(why_.sentence); }

    /// The value. Throws the exception of the failure where there is none; without exceptions the program ends with its sentence.
    T const& value() const& {
        if (!value_) detail::raise(why_);
        return *value_;
    }
    T value() && {
        if (!value_) detail::raise(why_);
        return *std::move(value_);
    }
    /// The value, which must be there.
    T const& operator*() const& { return *value_; }
    T operator*() && { return *std::move(value_); }
    T const* operator->() const { return &*value_; }

private:
    std::optional<T> value_;
    failure why_;
};

}  // namespace leibniz::inline v0_1
