/** How an exported article looks, in a file of its own and in a book: a plain page, in the fonts that are there. */
export const bookStyle = `
body { line-height: 1.85; font-family: "Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5em; line-height: 1.4; margin: 0 0 0.4em; }
h2, h3, h4, h5, h6 { font-size: 1.15em; line-height: 1.5; margin: 1.8em 0 0.7em; }
p { margin: 0 0 1em; }
.meta { color: #62686f; font: 0.85em/1.7 sans-serif; margin: 0 0 2em; }
.origin { color: #62686f; font: 0.85em/1.7 sans-serif; margin: 2.5em 0 0; padding: 1em 0 0; border-top: 1px solid #cfc9bb; }
blockquote { margin: 1.4em 0; padding: 0 0 0 1em; border-left: 3px solid #cfc9bb; }
blockquote > :last-child { margin-bottom: 0; }
figure { margin: 1.6em 0; text-align: center; }
img { max-width: 100%; height: auto; }
figcaption, caption { color: #62686f; font: 0.82em/1.6 sans-serif; margin: 0.5em 0 0; }
table { border-collapse: collapse; margin: 1.6em 0; font: 0.88em/1.6 sans-serif; }
th, td { padding: 0.4em 0.7em; border: 1px solid #cfc9bb; text-align: left; vertical-align: top; }
pre { padding: 0.8em 1em; border: 1px solid #cfc9bb; white-space: pre-wrap; line-height: 1.5; }
code, pre, kbd, samp { font-family: ui-monospace, Consolas, monospace; font-size: 0.9em; }
sup, sub { line-height: 0; }
mark { background: #ffe9a8; color: inherit; }
.note { color: #62686f; font: 0.85em/1.6 sans-serif; white-space: pre-line; }
a { color: #17666e; }
`.trim();

/** What a file of one page has beside: a measure for wide windows and the reader's dark colours. */
export const pageStyle = `
html { background: #fbfaf6; color: #23262b; color-scheme: light dark; }
body { max-width: 38em; margin: 0 auto; padding: 3em 1.2em 5em; font-size: 18px; }
@media (prefers-color-scheme: dark) {
  html { background: #17191b; color: #dcd8cf; }
  a { color: #6fbcc0; }
  .meta, .origin, .note, figcaption, caption { color: #aeaca5; }
  .origin, blockquote, th, td, pre { border-color: #4a4e54; }
  mark { background: #463b15; }
}
@media print { html { background: none; color: #000; } body { max-width: none; padding: 0; font-size: 11pt; } }
`.trim();
