import { sha256 } from '@noble/hashes/sha2.js'

/**
 * How a report looks. Only fonts of the reader's own system: Source Serif or Inter where they are installed, else what the
 * system reads best in. Every pair of colours was checked: text 4.5:1, signs and edges 3:1.
 */
export const REPORT_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --panel: #f4f2ec; --card: #fff; --ink: #1d1c1a; --soft: #625f59; --line: #e4e1da; --edge: #8f8b82;
  --verified: #00705a; --verified-tint: #d9f0e8; --disputed: #b5341a; --disputed-tint: #fbe2da;
  --unverified: #7d5a08; --unverified-tint: #f8ecca; --accent: #2b4c7e; --accent-tint: #e3eaf5;
  --reading: 'Source Serif 4', 'Source Serif Pro', 'Iowan Old Style', 'Palatino Linotype', Palatino, Charter, Georgia, 'Noto Serif', 'Noto Naskh Arabic', 'Geeza Pro', serif;
  --interface: Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171614; --panel: #1e1d1a; --card: #22201d; --ink: #ece9e2; --soft: #a8a399; --line: #33302b; --edge: #7b766c;
    --verified: #5fd0b0; --verified-tint: #173a31; --disputed: #ff9b80; --disputed-tint: #45221a;
    --unverified: #e5bf5f; --unverified-tint: #3c3012; --accent: #9db8e6; --accent-tint: #26324a;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { scroll-padding-block: 24px; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/23px var(--interface); overflow-wrap: anywhere; }
h1, h2, h3, h4, p, ul, ol, dl, dd, blockquote { margin: 0; padding: 0; }
a { color: var(--accent); text-underline-offset: 3px; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
code { font: 12px/20px ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; z-index: 2; inset-block-start: 8px; inset-inline-start: 8px; padding: 8px 14px; border-radius: 8px; background: var(--ink); color: var(--paper); transform: translateY(-200%); }
.skip:focus { transform: none; }
main, footer { max-width: 1240px; margin-inline: auto; padding-inline: clamp(16px, 4vw, 48px); }

header { padding-block: clamp(28px, 6vw, 64px) 20px; }
.kicker { display: inline-block; padding-block-end: 5px; border-block-end: 3px solid var(--verified); font-weight: 650; font-size: 13px; letter-spacing: .08em; text-transform: uppercase; }
.kicker a { color: inherit; text-decoration: none; }
.kicker a:hover { text-decoration: underline; }
/* A title that runs from right to left begins at that edge. */
h1 { max-width: 24em; margin-block: 16px 12px; margin-inline: 0 auto; font: 700 clamp(27px, 4.4vw, 44px)/1.16 var(--reading); letter-spacing: -.012em; text-wrap: balance; }
.byline { color: var(--soft); font-size: 16px; }
.about { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr)); gap: 14px 40px; margin-block-start: 24px; padding-block: 16px; border-block: 1px solid var(--line); font-size: 14px; line-height: 20px; }
.about dt, .label, .claim dt { color: var(--soft); font-size: 12px; line-height: 18px; }
.about ul { list-style: none; }

nav { padding-block-end: 28px; }
nav ul { display: flex; flex-wrap: wrap; gap: 2px 22px; list-style: none; font-size: 14px; }
nav a { display: inline-block; padding-block: 5px; text-decoration: none; }
nav a:hover { text-decoration: underline; }

main { padding-block-end: 56px; }
h2 { margin-block-end: 16px; font: 650 13px/20px var(--interface); letter-spacing: .06em; text-transform: uppercase; color: var(--soft); }
section { margin-block-start: 36px; }
#summary { padding: clamp(18px, 3vw, 30px); border: 1px solid var(--line); border-radius: 10px; background: var(--card); margin-block-start: 12px; }
.lead { font: 600 clamp(19px, 2.2vw, 24px)/1.35 var(--reading); }
.bar { display: block; margin-block: 18px; border-radius: 4px; }
.part[data-verdict=verified] { fill: var(--verified); }
.part[data-verdict=disputed] { fill: var(--disputed-tint); }
.part[data-verdict=unverified] { fill: var(--unverified-tint); }
.bar .over { stroke: var(--disputed); }
.bar .dot { fill: var(--unverified); }
.chart { display: grid; gap: 12px; list-style: none; }
.chart li { display: grid; grid-template-columns: 2.6em 8.5em minmax(0, 1.1fr) minmax(120px, 1fr); align-items: center; gap: 4px 12px; }
.count { font: 600 22px/28px var(--reading); font-variant-numeric: tabular-nums; text-align: end; }
.meaning, .help { color: var(--soft); font-size: 13px; line-height: 19px; }
.strip { display: block; background: var(--line); border-radius: 3px; }
[data-verdict=verified] { --sign: var(--verified); --tint: var(--verified-tint); }
[data-verdict=disputed] { --sign: var(--disputed); --tint: var(--disputed-tint); }
[data-verdict=unverified] { --sign: var(--unverified); --tint: var(--unverified-tint); }
.strip rect { fill: var(--sign); }
.help { margin-block-start: 10px; }
.remark { margin-block-start: 8px; }
.chart ~ .remark:first-of-type { margin-block-start: 14px; }
.sign { flex: none; inline-size: 1em; block-size: 1em; }
.verdict { display: inline-flex; align-items: center; gap: 7px; color: var(--sign); font-weight: 650; }

.text { max-width: 38em; font: 18px/30px var(--reading); }
.text:lang(ar), .text:lang(fa), .text:lang(he), .text:lang(ur) { line-height: 35px; }
.text p, .text h3, .text h4, .text h5, .text h6 { white-space: pre-wrap; }
.text p { margin-block-end: 16px; }
.text h3, .text h4, .text h5, .text h6 { margin-block: 30px 10px; font: 650 20px/28px var(--reading); }
.text h3 { font-size: 22px; }
.text > h3:first-child { margin-block: 0 20px; font: 700 clamp(22px, 2.4vw, 27px)/1.25 var(--reading); letter-spacing: -.005em; text-wrap: balance; }
.text ul, .text ol { margin-block-end: 16px; padding-inline-start: 26px; }
.text li > p { margin-block-end: 6px; }
.text blockquote { margin-block-end: 16px; padding-inline-start: 18px; border-inline-start: 3px solid var(--edge); }
.table { margin-block-end: 16px; overflow-x: auto; }
.text table { width: 100%; border-collapse: collapse; font-size: 16px; line-height: 24px; }
.text td, .text th { min-width: 4.5em; padding: 5px 9px; border: 1px solid var(--line); text-align: start; vertical-align: top; }
.text td > p:last-child, .text th > p:last-child { margin-block-end: 0; }
.text th { background: var(--panel); }

mark { --offset: 5px; background: var(--tint); color: inherit; text-decoration: underline 2px var(--sign); text-decoration-skip-ink: none; text-underline-offset: var(--offset); scroll-margin-block: 30vh; -webkit-box-decoration-break: clone; box-decoration-break: clone; padding-block: 2px; }
mark mark { background: color-mix(in srgb, var(--tint) 60%, transparent); }
mark[data-verdict=disputed] { text-decoration-style: wavy; text-decoration-thickness: 1.5px; }
mark[data-verdict=unverified] { text-decoration-style: dotted; text-decoration-thickness: 2.5px; }
mark[data-lane="1"] { --offset: 9px; }
mark[data-lane="2"] { --offset: 1px; }
mark[data-lane="3"] { --offset: 12px; }
mark[data-stale] { outline: 1px dashed var(--sign); outline-offset: 1px; }
mark:target { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
sup { line-height: 0; }
.ref { margin-inline: 2px 3px; padding: 0 4px; border: 1px solid var(--sign); border-radius: 5px; background: var(--paper); color: var(--sign); font: 650 11px/15px var(--interface); font-variant-numeric: tabular-nums; text-decoration: none; white-space: nowrap; scroll-margin-block: 30vh; user-select: none; }
.ref:hover, .ref:target { background: var(--sign); color: var(--paper); }
.ref::before { margin-inline-end: 2px; }
.ref[data-verdict=verified]::before { content: '✓' / ''; }
.ref[data-verdict=disputed]::before { content: '✕' / ''; }
.ref[data-verdict=unverified]::before { content: '?' / ''; }

.entries, .evidence, .sources, .sessions, .facts { list-style: none; }
.entry { position: relative; padding: 16px 18px; border: 1px solid var(--line); border-inline-start: 4px solid var(--sign); border-radius: 9px; background: var(--card); }
.entry + .entry { margin-block-start: 14px; }
@media screen {
  /* Of hundreds of statements only those near the window are laid out. */
  .entry, .sources > li { content-visibility: auto; contain-intrinsic-size: auto 320px; }
  .sources > li { contain-intrinsic-size: auto 100px; }
  .text > p { content-visibility: auto; contain-intrinsic-size: auto 150px; }
}
.entry:target { border-color: var(--sign); box-shadow: 0 0 0 2px var(--sign); }
.entry > * + * { margin-block-start: 10px; }
.entry-head { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 2px 12px; }
h3 { font: inherit; }
.entry-head h3 { display: flex; align-items: center; gap: 9px; }
.number { display: inline-block; min-inline-size: 24px; padding-inline: 6px; border-radius: 6px; background: var(--panel); color: var(--ink); font: 650 13px/22px var(--interface); font-variant-numeric: tabular-nums; text-align: center; }
.back { font-size: 13px; line-height: 24px; }
.entry > blockquote { font: 17px/26px var(--reading); white-space: pre-wrap; }
.entry > blockquote > p::before { content: open-quote; color: var(--soft); }
.entry > blockquote > p::after { content: close-quote; color: var(--soft); }
.around { color: var(--soft); }
.state { padding: 8px 12px; border: 1px dashed var(--edge); border-radius: 7px; font-size: 14px; line-height: 21px; }
.state > * + * { margin-block-start: 4px; }
.state q { font-family: var(--reading); }
.rationale > p + p { margin-block-start: 8px; }
.none { color: var(--soft); font-style: italic; }
.claim { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 2px 14px; font-size: 14px; line-height: 21px; }
.claim dt { line-height: 21px; }
h4 { font: 650 13px/20px var(--interface); }
.evidence > li { padding-block: 10px; border-block-start: 1px solid var(--line); font-size: 14px; line-height: 21px; }
.evidence > li:last-child { padding-block-end: 0; }
.evidence blockquote { margin-block-start: 4px; padding-inline-start: 12px; border-inline-start: 2px solid var(--edge); font: 15px/23px var(--reading); }
.stance { color: var(--soft); font-size: 13px; line-height: 20px; }
.stance strong { color: var(--ink); }
[data-stance=supports] .stance strong { color: var(--verified); }
[data-stance=refutes] .stance strong { color: var(--disputed); }
.stance a { display: inline-block; min-inline-size: 24px; text-align: center; text-decoration: none; }
.stance a:hover { text-decoration: underline; }
.question { font-weight: 600; }
.label { margin-inline-end: 6px; }
.tags, .signature, .cited { color: var(--soft); font-size: 13px; line-height: 20px; }

.sources > li { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 12px; padding-block: 11px; border-block-start: 1px solid var(--line); font-size: 14px; line-height: 21px; break-inside: avoid; }
/* The number stays a label, however long the source. */
.sources .number { align-self: start; }
.sources > li:target { background: var(--accent-tint); }
.sources > li p:first-child { font-weight: 600; }
.sessions > li { padding-block: 5px; font-size: 14px; }
footer { padding-block: 20px 48px; color: var(--soft); font-size: 13px; line-height: 20px; }
footer > p { padding-block-start: 16px; border-block-start: 1px solid var(--line); }

@media (min-width: 1100px) {
  .reading { display: grid; grid-template-columns: minmax(0, 1.32fr) minmax(0, 1fr); gap: 56px; align-items: start; }
  .sources { columns: 2; column-gap: 56px; }
}
@media screen and (min-width: 1100px) and (min-height: 560px) {
  .beside { position: sticky; inset-block-start: 0; max-block-size: 100vh; padding-block-end: 24px; padding-inline: 4px 10px; margin-inline: -4px -10px; overflow-y: auto; overscroll-behavior-y: auto; scroll-padding-block: 16px; scrollbar-width: thin; scrollbar-color: var(--edge) transparent; }
}
@media screen and (max-width: 700px) {
  .chart li { grid-template-columns: 2.2em minmax(0, 1fr); }
  .meaning, .strip { grid-column: 2; }
  .claim { grid-template-columns: minmax(0, 1fr); }
}
@media (forced-colors: active) {
  mark { background: transparent; color: CanvasText; text-decoration-color: CanvasText; }
  .ref, .entry, .number { border-color: CanvasText; }
  .number { border: 1px solid; }
  .entry:target, mark:target, .ref:target, .sources > li:target { outline: 3px solid Highlight; }
  .bar { border: 1px solid CanvasText; forced-color-adjust: none; }
  .part { fill: Canvas !important; }
  .part[data-verdict=verified] { fill: CanvasText !important; }
  .bar .over { stroke: CanvasText; }
  .bar .dot, .strip rect { fill: CanvasText; }
  .strip { border-block-end: 1px solid CanvasText; }
}
@page { margin: 18mm 17mm 20mm; @bottom-center { content: counter(page) ' / ' counter(pages); font: 9pt sans-serif; color: #625f59; } }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --panel: #f4f2ec; --card: #fff; --ink: #000; --soft: #4c4a45; --line: #d6d2c9; --edge: #8f8b82;
    --verified: #00705a; --verified-tint: #e4f4ee; --disputed: #b5341a; --disputed-tint: #fdeae4;
    --unverified: #7d5a08; --unverified-tint: #faf2dc; --accent: #1d1c1a; --accent-tint: #fff;
  }
  body { font-size: 10pt; line-height: 14.5pt; }
  main, footer { max-width: none; padding-inline: 0; }
  header { padding-block: 0 6pt; }
  .skip, nav, .back { display: none; }
  h1 { font-size: 24pt; }
  h2, h3, h4, h5, h6, .entry-head, .kicker, .question, .stance, .help { break-after: avoid; }
  p, li, blockquote { orphans: 3; widows: 3; }
  #summary, .about, .entry, .chart li, .state, .evidence > li, .sessions > li, tr { break-inside: avoid; }
  .entry > blockquote { break-before: avoid; break-inside: avoid; font-size: 11pt; line-height: 15.5pt; }
  .entry { padding: 9pt 11pt; border-radius: 0; border-width: 0 0 0 3pt; box-shadow: none; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
  .entry:target, mark:target { box-shadow: none; outline: none; }
  .text { max-width: none; font-size: 11.5pt; line-height: 18.5pt; }
  .text a[href]:not(.ref)::after { content: ' (' attr(href) ')'; font: 9pt var(--interface); }
  .sources { columns: 1; }
  mark, .part, .bar, .strip, .strip rect, .ref, .number, .entry { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .ref { font-size: 7.5pt; line-height: 9pt; }
  a { color: inherit; text-decoration-color: var(--edge); }
  .ref { color: var(--sign); }
}
`

/** What a report may do: look like this, and nothing else. Blocks of data are no scripts, so none may run. */
export const REPORT_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${base64(sha256(new TextEncoder().encode(REPORT_STYLE)))}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
