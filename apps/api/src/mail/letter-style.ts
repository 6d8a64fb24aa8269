/** Colours are those of the pages; every text on its ground has a contrast of at least 4.5 : 1, in light and in dark. */
export const letterStyle = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 24px 12px; background: #f8f4ec; color: #1b2430; }
body, table, td { font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", "Noto Sans JP", sans-serif; }
.letter { max-width: 600px; background: #fffdf9; border: 1px solid #ddd3c2; border-radius: 18px; text-align: start; }
.letter > tbody > tr > td { padding: 28px 24px; }
h1 { margin: 0 0 4px; font-size: 26px; line-height: 1.25; }
h2 { margin: 24px 0 8px; font-size: 18px; }
p { margin: 0 0 14px; }
ul { margin: 0 0 18px; padding-inline-start: 22px; }
li { margin: 0 0 6px; }
a { color: #0f5e63; }
.eyebrow { color: #545c67; margin-bottom: 18px; }
.way { margin: 22px 0; }
.button { display: inline-block; padding: 13px 26px; border-radius: 10px; background: #0f5e63; color: #ffffff; font-weight: 650; text-decoration: none; }
.small { color: #545c67; font-size: 14px; }
.address { word-break: break-all; overflow-wrap: anywhere; }
code { font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 13px; }
.out { margin: 22px 0 0; padding-top: 16px; border-top: 1px solid #ddd3c2; }
@media (prefers-color-scheme: dark) {
  body { background: #12161b; color: #eee9df; }
  .letter { background: #1a2027; border-color: #333d48; }
  a { color: #6fcac3; }
  .eyebrow, .small { color: #b3b6b8; }
  .button { background: #6fcac3; color: #0b2528; }
  .out { border-color: #333d48; }
}`
