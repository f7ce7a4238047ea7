#pragma once

#include <leibniz/language/text_view.hpp>

namespace leibniz::inline v0_1 {

/// The style sheet of a page: light, dark and print (colours: picture_style.hpp).
/// In print a formula too long for a line is text, which wraps; a long listing has columns; a long table may continue on the
/// next page.
inline constexpr text_view html_style = R"css(
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 Georgia, "Noto Serif", "DejaVu Serif", serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.25; margin: 2em 0 .5em; }
h1 { margin-top: .5em; font-size: 1.8rem; }
h2 { font-size: 1.4rem; border-bottom: 1px solid var(--line); padding-bottom: .2em; }
h3 { font-size: 1.15rem; }
a { color: var(--link); }
a:focus-visible, .wide:focus-visible, pre:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
nav h2 { font-size: 1.1rem; border: 0; margin: 1em 0 .3em; }
nav ol { margin: 0; padding: 0; list-style: none; }
.wide, pre { overflow-x: auto; max-width: 100%; margin: 1em 0; }
table { border-collapse: collapse; }
caption { white-space: nowrap; text-align: left; font-weight: bold; padding: .2em 0; color: var(--quiet); }
th, td { text-align: left; vertical-align: baseline; padding: .3em .7em .4em; border-bottom: 1px solid var(--line); font-weight: normal; white-space: nowrap; }
thead th { color: var(--quiet); font-size: .9rem; border-bottom-width: 2px; }
td { font-variant-numeric: tabular-nums; }
math { font-size: 1.08em; }
td math, th math { math-style: normal; }
pre { max-height: 26rem; overflow-y: auto; background: var(--soft); padding: .7em 1em; font: .85rem/1.45 "DejaVu Sans Mono", Consolas, monospace; tab-size: 4; }
code { font-family: "DejaVu Sans Mono", Consolas, monospace; font-size: .88em; }
pre code { font-size: inherit; }
span.long code { display: none; }
figure { margin: 1.2em 0; }
figcaption { color: var(--quiet); font-size: .95rem; }
svg { display: block; max-width: none; }
svg.plot { max-width: 100%; height: auto; }
@media (max-width: 30rem) { main { padding: .7rem; } th, td { padding-left: .4em; padding-right: .4em; }
  .words caption, .words th, .words td { white-space: normal; } }
@media print { :root { color-scheme: light; --ink: #000; --paper: #fff; --soft: #f4f4f4; --line: #999; --quiet: #444; --forward: #0b3d75;
  --backward: #8a2410; --link: #000; }
  html { font-size: 10pt; } main { max-width: none; padding: 0; } .wide, pre { overflow: visible; }
  th, td { white-space: normal; padding: .25em .6em; vertical-align: middle; }
  pre { white-space: pre-wrap; max-height: none; font-size: 8pt; } pre.long { columns: 3; break-inside: auto; padding: 0; background: none; font-size: 7pt; tab-size: 2; }
  span.long math { display: none; } span.long code { display: block; font-size: 7pt; line-height: 1.35; } svg { max-width: 100%; height: auto; max-height: 22cm; }
  h1, h2, h3, h4, h2 + p, h3 + p, caption { break-after: avoid; } figure, table, tr, pre { break-inside: avoid; } table.long { break-inside: auto; }
  tbody tr:first-child { break-before: avoid; } }
)css";

}  // namespace leibniz::inline v0_1
