#pragma once

#include <leibniz/reading/vocabulary.hpp>
#include <leibniz/rules/all.hpp>

#include <utility>

namespace leibniz::inline v0_1::detail {

template <int Place, class F>
struct placed {};
template <class Places, class... F>
struct placed_blocks;
template <std::size_t... Place, class... F>
struct placed_blocks<std::index_sequence<Place...>, F...> : placed<static_cast<int>(Place), F>... {};

template <int Place, class F>
F block_in(placed<Place, F>);

/// The names of the functions in the table and of further blocks. A block is registered only if a formula uses it.
template <class Functions, class Constants, class... More>
struct words_of;
template <class... F, class... C, class... More>
struct words_of<boost::hana::basic_tuple<F...>, boost::hana::basic_tuple<C...>, More...> {
    static constexpr int count = sizeof...(F) + sizeof...(C) + sizeof...(More);
    static constexpr word list[] = {word_of<F>..., word_of<C>..., word_of<More>...};
    static constexpr unsigned slots = slots_for(list, count);
    static constexpr word_table<slots> table{list, count};
    static constexpr vocabulary all{list, count, table.slots, slots};

    template <int Place>
    using block =
        decltype(block_in<Place>(placed_blocks<std::make_index_sequence<static_cast<std::size_t>(count)>, F..., C..., More...>{}));
};

}  // namespace leibniz::inline v0_1::detail
