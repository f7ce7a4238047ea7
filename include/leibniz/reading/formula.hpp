#pragma once

#include <leibniz/language/constant.hpp>
#include <leibniz/language/formula_of.hpp>
#include <leibniz/reading/parser.hpp>
#include <leibniz/reading/refusal.hpp>
#include <leibniz/reading/words.hpp>

namespace leibniz::inline v0_1 {

namespace detail {

template <class... F>
struct blocks {};

/// The arguments `With...` of a formula, in any order: names of columns, and blocks of further functions.
template <class Blocks, class... With>
struct spoken_by;
template <class... F>
struct spoken_by<blocks<F...>> {
    using words = words_of<function_list, constant_list, F...>;
    static constexpr bool is_column(text_view) { return false; }
    static constexpr void put_matrix(text_view, written&) {}
    template <class Block>
    using meant = Block;
};
template <class... F, class Block, class... More>
struct spoken_by<blocks<F...>, Block, More...> : spoken_by<blocks<F..., Block>, More...> {};
template <class... F, name... Names, class... More>
struct spoken_by<blocks<F...>, columns<Names...>, More...> : spoken_by<blocks<F...>, More...> {
    static constexpr bool is_column(text_view text) {
        for (text_view name : {text_view(), Names.view()...})
            if (!name.empty() && name == text) return true;
        return spoken_by<blocks<F...>, More...>::is_column(text);
    }
};
template <class... With>
using spoken = spoken_by<blocks<>, With...>;

/// The nodes of a formula, and the functions that it uses.
template <name Text, class... With>
struct reading {
    using formula = formula_of<Text, With...>;
    using words = typename spoken<With...>::words;
    static constexpr int known = words::count;

    syntax_fault fault{};
    int nodes = 0, operands = 0, root = 0;
    int uses[static_cast<unsigned>(known)]{};  // the places of functions, in order
    int used = 0;
    // Capacity for one node per character, so that the text is read once.
    read_node list[sizeof(Text.letters)]{};
    int operand_list[sizeof(Text.letters)]{};

    constexpr explicit reading(int most_characters) {
        basic_parser const p(formula::spelling.view(), words::all, {.characters = most_characters});
        fault = p.fault();
        if (!p.sound()) return;
        nodes = p.nodes().size();
        operands = p.operands().size();
        root = p.root();
        for (int i = 0; i < nodes; ++i) list[i] = p.nodes()[i];
        for (int k = 0; k < operands; ++k) operand_list[k] = p.operands()[k];
        bool seen[static_cast<unsigned>(known)]{};
        for (read_node const& n : p.nodes())
            if (n.what == form::call && !seen[n.function]) {
                seen[n.function] = true;
                uses[used++] = n.function;
            }
    }
};
template <name Text, class... With>
struct whole_reading {
    static constexpr bool done() { return reading<Text, With...>(sizeof(Text.letters)).root >= 0; }
};

/// True for text that every compiler reads within its default limits (a character takes up to 130 steps, mostly 50). Longer text
/// needs a trial run.
inline constexpr int short_text = 7'000;

template <name Text, class... With>
consteval int readable_characters() {
    if constexpr (sizeof(Text.letters) <= short_text) return short_text;
    else return within_limits<whole_reading<Text, With...>> ? sizeof(Text.letters) : short_text;
}
template <name Text, class... With>
static constexpr reading<Text, With...> reading_of{readable_characters<Text, With...>()};

/// The nodes of a formula, as if it had been written with operators.
template <name Text, class... With>
struct formula_tree {
    static constexpr auto const& read = reading_of<Text, With...>;
    using words = typename reading<Text, With...>::words;

    written nodes[static_cast<unsigned>(read.nodes + 1)]{};
    written const* operands[static_cast<unsigned>(read.operands + 1)]{};

    constexpr formula_tree() : formula_tree(std::make_integer_sequence<int, read.used>{}) {}

private:
    template <int... Use>
    constexpr explicit formula_tree(std::integer_sequence<int, Use...>) {
        function const* const used[] = {written_row<typename spoken<With...>::template meant<typename words::template block<read.uses[Use]>>>()..., nullptr};
        function const* rows[static_cast<unsigned>(read.known)]{};
        for (int k = 0; k < read.used; ++k) rows[read.uses[k]] = used[k];

        for (int k = 0; k < read.operands; ++k) operands[k] = nodes + read.operand_list[k];
        for (int i = 0; i < read.nodes; ++i) {
            nodes[i] = written_of(read.list[i], rows, operands, spoken<With...>::is_column(read.list[i].name));
            if (read.list[i].what == form::symbol) spoken<With...>::put_matrix(read.list[i].name, nodes[i]);
        }
    }
};
template <name Text, class... With>
static constexpr formula_tree<Text, With...> tree_of{};

template <std::size_t Size>
consteval name<Size + 1> named_like(text_view text) {
    char letters[Size + 1]{};
    for (std::size_t k = 0; k < Size; ++k) letters[k] = text[k];
    return letters;
}

/// The text at the fault; for an unknown function, the nearest known name; for other arguments, what to write.
template <name Text, class... With>
consteval text_view beside_the_fault() {
    constexpr syntax_fault const& f = reading_of<Text, With...>.fault;
    text_view const there =
        formula_of<Text, With...>::spelling.view().substr(static_cast<std::size_t>(f.position), static_cast<std::size_t>(f.length));
    vocabulary const& words = reading<Text, With...>::words::all;
    if (f.what == problem::unknown_function) return words.nearest(there);
    return f.what == problem::other_arguments ? meant_by_arguments(words.words[words.find(there)].name) : there;
}

/// The block of leibniz/special.hpp that an unknown function needs, or nothing.
template <name Text, class... With>
consteval text_view special_block() {
    constexpr syntax_fault const& f = reading_of<Text, With...>.fault;
    if (f.what != problem::unknown_function) return {};
    return meant_by(
        formula_of<Text, With...>::spelling.view().substr(static_cast<std::size_t>(f.position), static_cast<std::size_t>(f.length)),
        special_blocks);
}

/// Names std::true_type for a sound formula, or the class that reports the fault. The class is not instantiated here, which
/// would add a line to the message.
template <name Text, class... With>
consteval auto soundness() {
    constexpr syntax_fault const& f = reading_of<Text, With...>.fault;
    if constexpr (f.what == problem::none) {
        return std::type_identity<std::true_type>{};
    } else if constexpr (constexpr text_view block = special_block<Text, With...>(); !block.empty()) {
        return std::type_identity<refused_special<f.position + 1, named_like<block.size()>(block)>>{};
    } else {
        constexpr text_view beside = beside_the_fault<Text, With...>();
        return std::type_identity<refused_formula<f.what, f.position + 1, named_like<beside.size()>(beside)>>{};
    }
}

template <class Vocabulary>
consteval bool is_defined_in(text_view text, text_view name) {
    if (text.find(":=") == text_view::npos) return false;
    basic_scanner<Vocabulary> words(text);
    bool before = false;
    for (token t = words.next(); t.what != token_kind::end; t = words.next()) {
        if (before && t.what == token_kind::define) return true;
        before = t.what == token_kind::name && t.text == name;
    }
    return false;
}

/// The sum of the variables in a faulty text. It replaces the formula, so that no second error follows.
template <std::size_t Size, class Vocabulary = vocabulary>
consteval name<2 * Size + 2> sum_of_names(text_view text) {
    char sum[2 * Size + 2]{};
    std::size_t end = 0;
    text = text.substr(0, Size);
    bool defines = false;  // asked once: texts may be long
    for (char letter : text) defines = defines || letter == ':';
    basic_scanner<Vocabulary> words(text);
    for (token t = words.next(); t.what != token_kind::end; t = words.next()) {
        if (t.what != token_kind::name || words.before_bracket() || (defines && is_defined_in<Vocabulary>(text, t.text))) continue;
        for (char letter : t.text) sum[end++] = letter;
        sum[end++] = '+';
    }
    sum[end++] = '0';
    while (end <= 2 * Size) sum[end++] = ' ';
    return sum;
}

/// Of an equation y = m*x + b its right side.
template <name Text, class... With>
consteval text_view model_in() {
    syntax_fault const& f = reading_of<Text, With...>.fault;
    return formula_of<Text, With...>::spelling.view().substr(f.what == problem::equation ? static_cast<std::size_t>(f.position) + 1 : 0);
}

template <bool Sound, name Text, class... With>
consteval auto formula_or_names() {
    constexpr std::size_t most = 2'000, size = sizeof(Text.letters) < most ? sizeof(Text.letters) : most;
    if constexpr (Sound) return formula_of<Text, With...>{};
    else return formula_of<sum_of_names<size>(model_in<Text, With...>()), With...>{};
}

}  // namespace detail

template <name Text, class... With>
static constexpr written as_written<formula_of<Text, With...>> =
    detail::tree_of<Text, With...>.nodes[detail::reading_of<Text, With...>.root];

/// An expression read from text while compiling, the same as if it were written with operators. Names are symbols, or columns
/// if `columns<"x">` lists them; functions of your own are named by their blocks, `formula<"runge(x)", runge_function>`. Text that
/// is no formula stops the compiler with the position of the fault. docs/formulas.md has the grammar.
///
///     static_assert(formula<"b*(1 - exp(-w*x))"> == b*(1_c - exp(-w*x)));
///     static_assert(formula<"mean(w*t)", columns<"t">> == mean(w*column<"t">{}));
template <name Text, class... With>
inline constexpr auto formula = detail::formula_or_names<decltype(detail::soundness<Text, With...>())::type::value, Text, With...>();

}  // namespace leibniz::inline v0_1
