/** The look of the report: paper and ink, one colour, light and dark, and a version for paper. */
export const reportStyle = `
:root{color-scheme:light dark;--paper:#faf9f6;--card:#fff;--ink:#1d2528;--soft:#5b676c;--line:#e3e1da;--tint:#0f6e66;
--wash:rgba(15,110,102,.2);--up:#1d6b35;--down:#a1401f;--none:#8d969a}
@media (prefers-color-scheme:dark){:root{--paper:#12181a;--card:#1a2225;--ink:#e8ecec;--soft:#9daaae;--line:#2d383c;
--tint:#5cc9bd;--wash:rgba(92,201,189,.24);--up:#84d39b;--down:#f0a284;--none:#77838a}}
*{box-sizing:border-box}html{scroll-behavior:smooth}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",sans-serif}
main,header,footer{max-width:72rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:3rem;padding-bottom:1.5rem}
h1{font-size:clamp(1.7rem,4vw,2.5rem);line-height:1.15;margin:0 0 .5rem;letter-spacing:-.015em;text-wrap:balance}
h2{font-size:1.35rem;margin:0;letter-spacing:-.01em}h3{font-size:1rem;margin:0}
p{margin:.4rem 0;max-width:65ch}.soft,.path,.verdict,caption,footer{color:var(--soft)}.path{font-size:.85rem;margin:0}
a{color:var(--tint);text-underline-offset:.15em}a:focus-visible,summary:focus-visible{outline:3px solid var(--tint);outline-offset:2px;border-radius:3px}
section{padding:2.25rem 0;border-top:1px solid var(--line)}
.facts{display:flex;flex-wrap:wrap;gap:.25rem 1.75rem;margin:.5rem 0 0;padding:0;list-style:none;font-size:.95rem}
.facts b{font-variant-numeric:tabular-nums}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr));gap:1rem;margin-top:1.25rem;align-items:start}
article{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1rem 1.1rem}
svg{display:block;width:100%;height:auto;margin:.5rem 0 .25rem;overflow:visible}
.grid{stroke:var(--line);stroke-width:1}.axis{fill:var(--soft);font-size:10.5px}.trend{stroke:var(--tint);stroke-width:1.8}
.interval{stroke:var(--wash);stroke-width:9}.mean{stroke:var(--tint);stroke-width:7}
.value{fill:var(--ink);font-size:14px;font-weight:650}.hidden{fill:none;stroke:var(--none);stroke-width:1.4;stroke-dasharray:2 2}
.verdict{font-size:.9rem;margin:.1rem 0 .5rem}.up{color:var(--up)}.down{color:var(--down)}
details{font-size:.88rem;border-top:1px solid var(--line);padding-top:.5rem}summary{cursor:pointer;color:var(--tint)}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;margin:.5rem 0}
caption{text-align:left;font-size:.85rem;padding-bottom:.25rem}
th,td{padding:.32rem .6rem .32rem 0;text-align:right;border-bottom:1px solid var(--line);font-weight:400;white-space:nowrap}
thead th{color:var(--soft);font-size:.85em}th:first-child,td:first-child{text-align:left;white-space:normal;min-width:9rem}
.why{color:var(--soft);white-space:normal}
.overview td,.overview th{padding:.45rem .8rem .45rem 0}.overview tbody th{padding-left:calc(var(--depth)*1.1rem)}
.overview .protected{color:var(--soft);text-align:left;font-size:.88rem}
.overview thead th:not(:first-child){white-space:normal;min-width:8.5rem}
.bar{display:inline-block;vertical-align:middle;width:3.2rem;height:.38rem;margin-left:.5rem;border-radius:99px;background:var(--line)}
.bar i{display:block;height:100%;border-radius:99px;background:var(--tint)}
footer{padding-top:1.5rem;padding-bottom:3rem;font-size:.88rem;border-top:1px solid var(--line)}
@media(max-width:40rem){.bar{display:none}.overview thead th:not(:first-child){min-width:5.5rem}}
@media print{body{background:#fff;font-size:11pt}article{break-inside:avoid}details{display:none}}
`
