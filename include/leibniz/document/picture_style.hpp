#pragma once

#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/string_builder.hpp>

namespace leibniz::inline v0_1 {

/// The style sheet of pictures, light and dark: one colour for values, which go forward, one for derivatives, which come back.
inline constexpr text_view picture_style = R"css(
:root { color-scheme: light dark; --ink: #1b1b1f; --paper: #fdfdfb; --soft: #f0efe9; --line: #c4c2b8; --quiet: #5b5a55;
  --forward: #0b5394; --backward: #a8321a; --link: #0b5394; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e4de; --paper: #16171a; --soft: #222429; --line: #4a4c53; --quiet: #a5a39b;
  --forward: #7db8f0; --backward: #f09a80; --link: #8fc1f5; } }
svg { font-family: "DejaVu Sans", Verdana, sans-serif; }
svg text { fill: var(--ink); font-size: 14px; }
svg .value { fill: var(--forward); }
svg .derivative { fill: var(--backward); }
svg .box { fill: var(--soft); stroke: var(--line); }
svg .label { font-size: 13px; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
svg .forward { stroke: var(--forward); stroke-width: 1.6; }
svg .backward { stroke: var(--backward); stroke-width: 1.4; stroke-dasharray: 5 3; }
svg .bent { fill: none; }
svg .head { stroke-dasharray: none; }
svg .head.forward { fill: var(--forward); }
svg .head.backward { fill: var(--backward); }
svg .grid { stroke: var(--line); stroke-width: .6; }
svg .series1 { stroke: var(--forward); fill: none; stroke-width: 2; }
svg .series2 { stroke: var(--backward); fill: none; stroke-width: 2; stroke-dasharray: 7 3; }
svg .series3 { stroke: var(--ink); fill: none; stroke-width: 2; stroke-dasharray: 2 3; }
svg .band { fill: var(--forward); fill-opacity: .16; stroke: none; }
svg .dot.series1 { fill: var(--forward); }
svg .dot.series2 { fill: var(--backward); }
svg .dot.series3 { fill: var(--ink); }
svg .dot { stroke: none; }
)css";

/// A picture as a file of its own, with a background: write svg_image(svg(graph_of(calculation))) to graph.svg.
constexpr characters svg_image(text_view picture) {
    std::size_t const opened = picture.find('>') + 1;
    return characters(picture.substr(0, opened)) + "\n<style>" + picture_style + "svg { background: var(--paper); }\n</style>" +
           picture.substr(opened) + "\n";
}

}  // namespace leibniz::inline v0_1
