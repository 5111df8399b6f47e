/** The product's tokens, light and dark, for the one page that stands outside of it. */
export const mailboxStyle = `
:root{color-scheme:light dark;
  --bg:oklch(0.985 0.002 260);--surface:oklch(1 0 0);--sunken:oklch(0.968 0.003 260);--line:oklch(0.922 0.004 260);
  --ink:oklch(0.235 0.015 262);--ink-2:oklch(0.42 0.015 260);--ink-3:oklch(0.505 0.014 260);--accent-text:oklch(0.46 0.19 277)}
@media (prefers-color-scheme:dark){:root{
  --bg:oklch(0.17 0.008 265);--surface:oklch(0.205 0.009 265);--sunken:oklch(0.15 0.008 265);--line:oklch(0.285 0.01 265);
  --ink:oklch(0.95 0.004 260);--ink-2:oklch(0.8 0.01 260);--ink-3:oklch(0.7 0.012 260);--accent-text:oklch(0.78 0.12 277)}}
*{box-sizing:border-box;margin:0}
body{font:13px/1.45 Geist,Inter,system-ui,sans-serif;color:var(--ink);background:var(--bg)}
main{max-width:960px;margin:24px auto;background:var(--surface);border:1px solid var(--line);border-radius:8px;overflow:hidden}
header{display:flex;flex-wrap:wrap;align-items:center;gap:12px;min-height:48px;padding:8px 16px;border-bottom:1px solid var(--line)}
h1{font-size:14px;font-weight:600}
a{color:inherit;text-decoration:none}
a:focus-visible,summary:focus-visible{outline:2px solid var(--accent-text);outline-offset:-2px}
.back{color:var(--accent-text)}
.note{color:var(--ink-3)}
p.note{padding:12px 16px}
ul{list-style:none;padding:0}
li+li{border-top:1px solid var(--line)}
li a{display:grid;grid-template-columns:240px 1fr auto;gap:2px 16px;align-items:center;min-height:38px;padding:4px 16px}
li a:hover{background:var(--sunken)}
.who,.what{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.what{font-weight:500}
time{color:var(--ink-3);font-variant-numeric:tabular-nums}
.chip{display:inline-flex;align-items:center;min-height:24px;padding:0 8px;border-radius:5px;border:1px solid var(--line);background:var(--sunken);color:var(--ink-2);font-size:12px;font-weight:400}
.files{display:flex;flex-wrap:wrap;gap:8px;padding:8px 16px}
dl{display:grid;grid-template-columns:110px 1fr;gap:4px 12px;padding:12px 16px}
dt{color:var(--ink-3)}
dd{overflow-wrap:anywhere}
iframe{display:block;width:100%;height:480px;border:0;border-block:1px solid var(--line);background:white;color-scheme:light}
details{padding:8px 16px;border-bottom:1px solid var(--line)}
summary{cursor:pointer;color:var(--ink-2)}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:12px/1.5 ui-monospace,monospace;padding:8px 0}
.came{padding:8px 16px;border-bottom:1px solid var(--line);color:var(--accent-text)}
.answer{display:grid;gap:8px;padding:12px 16px;border-bottom:1px solid var(--line)}
.answer h2{font-size:13px;font-weight:600}
.answer label{display:grid;gap:4px;color:var(--ink-3)}
.answer select,.answer textarea{font:inherit;color:var(--ink);background:var(--bg);border:1px solid var(--line);border-radius:5px;padding:6px 8px}
.answer .files{padding:0}
button{font:inherit;min-height:28px;padding:0 12px;border-radius:5px;border:1px solid var(--line);background:var(--accent-text);color:var(--surface);cursor:pointer}
button.chip{background:var(--sunken);color:var(--ink-2)}
.empty{display:grid;gap:4px;justify-items:center;padding:64px 16px;color:var(--ink-3);text-align:center}
.empty b{color:var(--ink);font-weight:600}
@media (max-width:640px){main{margin:0;border:0;border-radius:0}li a{grid-template-columns:1fr auto}.what{grid-row:2;grid-column:1/-1}}
`;
