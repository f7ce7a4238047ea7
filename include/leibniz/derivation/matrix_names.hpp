#pragma once

#include <leibniz/derivation/steps.hpp>

namespace leibniz::inline v0_1::detail {

/// True if `let` gives a step the name of a symbol, or two steps the same name.
constexpr bool matrix_names_clash(written const& root) {
    if (names_clash(root)) return true;
    buffer<written const*> const parts = written_parts(root);
    for (written const* part : parts)
        for (written const* other : parts)
            if (part->what == form::named && other->what == form::matrix && other->count > 0 && other->name == part->name) return true;
    return false;
}

}  // namespace leibniz::inline v0_1::detail
