/** The style of the HTML report, for light and dark. */
export const STYLE = `
:root { color-scheme: light dark; --line: #d5d8dd; --soft: #f4f5f7; --text: #1d2129; --quiet: #5c6470;
  --good: #0b7a3b; --bad: #b3261e; --open: #8a5a00; --page: #fff; }
@media (prefers-color-scheme: dark) { :root { --line: #363b44; --soft: #20242b; --text: #e6e8eb; --quiet: #9aa3af;
  --good: #57c785; --bad: #ff8a80; --open: #e0b050; --page: #15181d; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 2rem 1.25rem 4rem; background: var(--page); color: var(--text);
  font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; overflow-wrap: anywhere; } h2 { font-size: 1.15rem; margin: 2.5rem 0 .75rem; }
p { margin: .25rem 0; } .quiet { color: var(--quiet); }
.verdict { font-weight: 600; } .good { color: var(--good); } .bad { color: var(--bad); } .open { color: var(--open); }
.figures { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.25rem 0; padding: 0; list-style: none; }
.figures li { border: 1px solid var(--line); border-radius: .5rem; padding: .6rem 1rem; min-width: 8rem; }
.figures b { display: block; font-size: 1.5rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .6rem; text-align: left; }
th { color: var(--quiet); font-weight: 600; position: sticky; top: 0; background: var(--page); }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; } td.zero { color: var(--line); }
code, pre { font: .88rem/1.45 ui-monospace, monospace; } td code, summary code { overflow-wrap: anywhere; }
details { border: 1px solid var(--line); border-radius: .5rem; margin: .5rem 0; }
summary { cursor: pointer; padding: .5rem .75rem; } details > div { padding: 0 .75rem .75rem; }
.problem { background: var(--soft); border-radius: .4rem; padding: .5rem .75rem; margin: .5rem 0; }
.problem dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .75rem; margin: .25rem 0 0; }
.problem dt { color: var(--quiet); } .problem dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: .88rem/1.45 ui-monospace, monospace; }
.wide { overflow-x: auto; }`;
