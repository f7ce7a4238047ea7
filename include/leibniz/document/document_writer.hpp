#pragma once

#include <leibniz/notation/string_builder.hpp>
#include <leibniz/document/document.hpp>

namespace leibniz::inline v0_1::detail {

/// The base of the writers of documents. `Form` has a function for each kind of passage, one for each style of words, and
/// `separate`, which writes what separates a passage from the one before.
template <class Form>
class document_writer {
public:
    constexpr characters operator()(document const& d) {
        for (passage const& b : d) {
            if (!out_.empty()) form().separate(b);
            write(b);
            last_ = b.what;
        }
        return out_;
    }

protected:
    constexpr void words(prose const& p) {
        for (prose::piece const& each : p) piece(each);
    }
    constexpr void piece(prose::piece const& each) {
        switch (each.what) {
            case prose::style::plain: return form().plain(each.words);
            case prose::style::strong: return form().strong(each.words);
            case prose::style::code: return form().code(each.words);
            case prose::style::mathematics: return form().formula(each.formula);
            case prose::style::link: return form().link(each.words, each.address);
        }
    }

    /// Its width as text.
    static constexpr int length_of(prose const& p) {
        int length = 0;
        for (prose::piece const& each : p) length += columns_of(each.what == prose::style::mathematics ? each.formula.text : each.words);
        return length;
    }

    characters out_{};
    passage::kind last_ = passage::kind::paragraph;

private:
    constexpr void write(passage const& b) {
        switch (b.what) {
            case passage::kind::heading: return form().heading(b);
            case passage::kind::paragraph: return form().paragraph(b);
            case passage::kind::code: return form().listing(b);
            case passage::kind::list: return form().list(b);
            case passage::kind::table: return form().table(b);
            case passage::kind::equations: return form().equations(b);
            case passage::kind::picture: return form().picture(b);
        }
    }
    friend Form;
    constexpr document_writer() = default;
    constexpr Form& form() { return static_cast<Form&>(*this); }
};

}  // namespace leibniz::inline v0_1::detail
