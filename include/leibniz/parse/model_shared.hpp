#pragma once

#include <leibniz/notation/shared_text.hpp>
#include <leibniz/parse/model.hpp>

#include <iosfwd>
#include <string>
#include <utility>
#include <vector>

namespace leibniz::inline v0_1 {

/// A line of formulas that are written with shared parts: t1 = sigmoid(w*x), d/dw = x*t1*(1 - t1). A single formula has no name.
struct formula_line {
    std::string name, formula;
};

/// The formulas of a model, to be written with shared parts; see `shared`.
class shared_model {
public:
    /// A single formula has no name in front of it, unless `names_one`.
    explicit shared_model(model m, bool names_one = false) : model_(std::move(m)) {
        if (model_.size() > 1 || names_one)
            for (int i = 0; i < model_.size(); ++i) results_ += model_.name(i) + '\n';
        find_names();
    }
    model const& of() const { return model_; }

    /// The lines in a style, `lines<latex_style>()`, or why they cannot be written.
    template <class Style = text_style>
    outcome<std::vector<formula_line>> try_lines(int most = writer::endless) const {
        auto const all = detail::shared_lines::of<Style>(detail::seen(model_.finished()), names_, results_, most);
        if (failure why = fault_of(all.letters(), most)) return why;
        std::vector<formula_line> result;
        for (int k = 0; k < all.size(); ++k) result.push_back({all[k].name, all[k].formula});
        return result;
    }
    /// All lines in a style as one text, or why they cannot be written.
    template <class Style = text_style>
    outcome<std::string> try_written(int most = writer::endless) const {
        buffer<char> const letters = detail::shared_text<Style>(detail::seen(model_.finished()), names_, results_, most);
        if (failure why = fault_of(letters.size(), most)) return why;
        return std::string(letters.begin(), static_cast<std::size_t>(letters.size()));
    }
    /// The same. They throw std::length_error beyond `most` characters.
    template <class Style = text_style>
    std::vector<formula_line> lines(int most = writer::endless) const {
        return try_lines<Style>(most).value();
    }
    template <class Style = text_style>
    std::string written(int most = writer::endless) const {
        return try_written<Style>(most).value();
    }

private:
    static failure fault_of(int letters, int most) {
        if (letters == 0)
            return {failure_kind::domain,
                    "shared: a function or a sum over rows of this formula of matrices has no form in this language; write text(shared(m))"};
        if (letters > most) return {failure_kind::size, "shared: the lines have more than " + std::to_string(most) + " characters"};
        return {};
    }
    /// The nodes that definitions of the text name.
    void find_names() {
        graph all(rules, false, model_.effort());
        static_cast<void>(imported(all, detail::seen(model_.finished())));  // adopts the whole
        find_names(*model_.source(), all, all.size());
    }
    void find_names(source_text const& source, graph& all, int known) {
        for (auto const& part : source.parts) find_names(*part, all, known);
        if (!source.definitions) return;
        buffer<int> const place = imported(all, detail::seen(*source.definitions));
        for (std::size_t k = 0; k < source.defined.size() && !all.exhausted(); ++k)
            if (int const node = place[source.definitions->roots[static_cast<int>(k)]]; node < known)
                names_.push({node, source.defined[k]});
    }

    model model_;
    std::string results_;
    buffer<detail::given_name> names_{};
};

/// The formulas of a model, to be written with a line for each part that occurs more than once, as shared(e). Definitions of the
/// text keep their names.
///
///     model const m = parse("z := sigmoid(w*x); z*(1 - z)");
///     assert(text(shared(m)) == "z = sigmoid(w*x)\nz*(1 - z)" && parse(text(shared(m))) == m);
inline shared_model shared(model const& m) { return shared_model(m); }

/// What `text` gives, or why it does not: nothing is thrown.
inline outcome<std::string> try_text(shared_model const& m, int most = writer::endless) { return m.try_written(most); }

/// The lines as text, which reads back if the model has one formula. Throws std::length_error beyond `most` characters.
inline std::string text(shared_model const& m, int most = writer::endless) { return try_text(m, most).value(); }

/// Writes the lines.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, shared_model const& m) {
    return out << text(m);
}

}  // namespace leibniz::inline v0_1
