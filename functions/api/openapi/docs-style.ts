/** How the pages of the API look; kept beside them because no page may ask for anything more. */
export const docsStyle = `
:root{color-scheme:light dark;--ink:#1b1f23;--paper:#fff;--soft:#5a6470;--line:#d5dbe1;--link:#0a4f9e;--tint:#f3f6f9}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ec;--paper:#14181c;--soft:#a8b2bc;--line:#38414a;--link:#8fc1ff;--tint:#1d2329}}
body{font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:62rem;margin:0 auto;padding:1rem}
h1{font-size:1.7rem;line-height:1.2}h2{margin-top:2.5rem;border-bottom:1px solid var(--line)}h3{font-size:1.05rem;margin:0}
a{color:var(--link)}code{font-family:ui-monospace,monospace;font-size:.92em;overflow-wrap:anywhere}
nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1rem;list-style:none;padding:0}
.operation{border:1px solid var(--line);border-radius:.4rem;padding:.7rem 1rem;margin:.7rem 0}
.operation h3 a{color:inherit;text-decoration:none}.operation p{margin:.3rem 0}
.method{display:inline-block;min-width:3.4rem;font-weight:700;color:var(--link)}
.need{color:var(--soft)}.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-top:1px solid var(--line)}
th{white-space:nowrap}.schema{background:var(--tint);padding:.3rem .6rem;border-radius:.3rem}ul{margin:.2rem 0;padding-left:1.2rem}
summary{cursor:pointer;color:var(--link)}
`;
