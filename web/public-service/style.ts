// SPDX-License-Identifier: Apache-2.0
/** The portal's one style sheet: space, not boxes; red for what is official, nothing hidden in print. */

export const portalCss = `
:root {
  --seal: #b3161b;
  --ink: #1c1c1c;
  --quiet: #5a5a5a;
  --line: #d9d6d0;
  --paper: #fffdf9;
  --proof: #0f6b6b; }
* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 16px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
a { color: #7c1014; }
a:focus-visible, input:focus-visible, button:focus-visible {
  outline: 3px solid var(--proof);
  outline-offset: 2px; }
header, main, footer { max-width: 70rem; margin: 0 auto; padding: 1rem; }
header { border-bottom: 3px solid var(--seal); }
header strong { color: var(--seal); font-size: 1.5rem; margin-right: .75rem; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; }
.demo { background: #fff3cd; padding: .25rem 1rem; text-align: center; }
h1 { font-size: 1.6rem; margin: .5rem 0; }
h2 { font-size: 1.2rem; margin: 1.5rem 0 .5rem; }
table { width: 100%; border-collapse: collapse; }
th, td {
  text-align: left;
  padding: .45rem .5rem;
  border-bottom: 1px solid var(--line);
  vertical-align: top; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.quiet { color: var(--quiet); }
.state { color: var(--seal); font-weight: 600; }
.proof { border-left: 4px solid var(--proof); padding: .25rem 1rem; }
form { display: flex; gap: .5rem; flex-wrap: wrap; }
input { font: inherit; padding: .4rem .6rem; min-width: 16rem; flex: 1; }
button {
  font: inherit;
  background: var(--seal);
  color: #fff;
  border: 0;
  padding: .4rem 1.5rem; }
ol.timeline { list-style: none; padding: 0; }
ol.timeline li { border-left: 3px solid var(--line); padding: .2rem 1rem; }
ol.timeline li.done { border-color: var(--proof); }
ol.timeline li.now { border-color: var(--seal); }
.scroll { overflow-x: auto; } code { word-break: break-all; font-size: .85em; }
@media print { form, .skip, .demo { display: none; } body { background: #fff; } }
`
