// SPDX-License-Identifier: Apache-2.0
/** The style sheet of the portal, named by its own digest so that it may be kept for ever. */

import { hex, utf8 } from '@gongxin/trust/canonical'
import { sm3Digest } from '@gongxin/trust/suites'
import { tokens } from './tokens.ts'

const t = tokens

const page = `
:root{color-scheme:light}
*,*::before,*::after{box-sizing:border-box}
html{font-size:${t.portalFontPx}px;-webkit-text-size-adjust:100%}
html.large{font-size:${t.largeFontPx}px}
body{margin:0;background:${t.paper};color:${t.ink};font-family:${t.fontFamily};line-height:1.65;
  font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
a{color:${t.link};text-underline-offset:.2em}
a:focus-visible,summary:focus-visible,input:focus-visible,button:focus-visible,
[tabindex]:focus-visible{outline:3px solid ${t.focus};outline-offset:2px}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:1rem;background:${t.paper};padding:.5rem 1rem;z-index:2}
.wide{max-width:70rem;margin:0 auto;padding:0 1rem}
.demo{background:${t.amberMist};color:${t.amber};font-weight:600}
.demo .wide{padding-top:.35rem;padding-bottom:.35rem}
.masthead{border-bottom:3px solid ${t.seal}}
.masthead .wide{display:flex;flex-wrap:wrap;gap:.25rem 2rem;align-items:baseline;
  padding-top:.9rem;padding-bottom:.7rem}
.brand{color:${t.ink};text-decoration:none;font-size:1.05rem}
.brand strong{font-size:1.6rem;letter-spacing:.15em;margin-right:.6rem;color:${t.seal}}
.modes{margin-left:auto;display:flex;gap:1rem;font-size:.9rem}
nav.main ul{display:flex;flex-wrap:wrap;gap:0 1.5rem;list-style:none;margin:0;padding:.3rem 0}
nav.main a{display:inline-block;padding:.35rem 0;text-decoration:none}
nav.main a[aria-current]{color:${t.ink};font-weight:600;box-shadow:inset 0 -3px ${t.seal}}
main{padding-top:1.2rem;padding-bottom:3rem}
h1{font-size:1.7rem;line-height:1.35;margin:.4rem 0 .6rem}
h2{font-size:1.25rem;margin:2.2rem 0 .7rem;padding-bottom:.25rem;border-bottom:1px solid ${t.rule}}
h3{font-size:1.05rem;margin:1.2rem 0 .3rem}
p{margin:.5rem 0;max-width:46em}
footer{border-top:1px solid ${t.rule};color:${t.inkSoft};font-size:.9rem}
footer .wide{padding-top:1rem;padding-bottom:2rem}
.note,.meta{color:${t.inkSoft};font-size:.92rem}
.clock{color:${t.inkSoft};font-size:.92rem;margin:0}
`

const parts = `
.lead{font-size:1.15rem}
.state{display:inline-block;border:1px solid ${t.rule};border-radius:.2rem;padding:0 .6rem}
.state.end{color:${t.inkSoft}}
.next{border-left:4px solid ${t.seal};padding:.2rem 0 .2rem 1rem;margin:1rem 0}
.next strong{font-size:1.2rem}
.stopped{border:2px solid ${t.seal};padding:.6rem 1rem;margin:1rem 0;color:${t.sealDeep}}
.stopped p{color:${t.ink}}
.proof{background:${t.proofMist};border-left:4px solid ${t.proof};padding:.6rem 1rem;margin:1rem 0}
.proof h2{border:0;margin:0;color:${t.proof}}
.search{display:flex;flex-wrap:wrap;gap:.5rem;margin:.6rem 0}
.search input{flex:1 1 14rem;font:inherit;padding:.55rem .7rem;border:2px solid ${t.ink};min-width:0}
.search button{font:inherit;padding:.55rem 1.6rem;border:0;background:${t.seal};color:${t.paper}}
.doors{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:1rem;
  list-style:none;padding:0}
.doors li{border-top:3px solid ${t.rule};padding:.5rem 0}
.doors li.open{border-color:${t.proof}}
.doors a{font-size:1.1rem;font-weight:600}
.columns{display:grid;grid-template-columns:15rem minmax(0,1fr);gap:2rem}
.filters h2{font-size:1rem;margin:1rem 0 .3rem;border:0}
.filters ul{list-style:none;margin:0;padding:0}
.filters a{display:inline-block;padding:.15rem 0}
.filters [aria-current]{font-weight:600;color:${t.ink}}
mark{background:${t.amberMist};color:inherit;padding:0 .1em}
del{color:${t.inkSoft}}
ins{background:${t.proofMist};text-decoration:none;border-bottom:2px solid ${t.proof}}
details{margin:.3rem 0}
summary{cursor:pointer;color:${t.link}}
.timeline{list-style:none;margin:0;padding:0}
.timeline>li{border-left:3px solid ${t.rule};padding:.1rem 0 .9rem 1.3rem;position:relative}
.timeline>li::before{content:"";position:absolute;left:-.53rem;top:.55rem;width:.9rem;height:.9rem;
  border-radius:50%;background:${t.paper};border:3px solid ${t.rule}}
.timeline>li.done::before{background:${t.proof};border-color:${t.proof}}
.timeline>li.current::before{background:${t.seal};border-color:${t.seal}}
.timeline>li.done,.timeline>li.current{border-left-color:${t.proof}}
.timeline h3{margin:0}
.timeline ul{margin:.3rem 0;padding-left:1.1rem}
.bars rect{fill:${t.proof}}
.bars text{font-size:11px;fill:${t.ink}}
.pager{display:flex;gap:2rem;margin:1rem 0}
.countdown{font-size:1.6rem;font-weight:600}
`

const tables = `
.table{overflow-x:auto;margin:.6rem 0}
table{border-collapse:collapse;width:100%;font-size:.95rem}
caption{text-align:left;font-weight:600;padding:.3rem 0}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;
  border-bottom:1px solid ${t.rule};font-weight:400}
thead th{color:${t.inkSoft};font-weight:600;border-bottom:2px solid ${t.ink}}
th.right,td.right{text-align:right;white-space:nowrap}
.csv{font-size:.9rem}
dl.facts{display:grid;grid-template-columns:minmax(8rem,14rem) minmax(0,1fr);margin:.6rem 0}
dl.facts dt{color:${t.inkSoft};padding:.35rem 1rem .35rem 0;border-bottom:1px solid ${t.rule}}
dl.facts dd{margin:0;padding:.35rem 0;border-bottom:1px solid ${t.rule};white-space:pre-line}
code{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.9em}
@media(max-width:46rem){
  .columns{grid-template-columns:minmax(0,1fr);gap:0}
  .modes{margin-left:0}
  dl.facts{display:block}
  dl.facts dt{border:0;padding:.5rem 0 0}
  table.stack thead{position:absolute;left:-999rem}
  table.stack,table.stack tbody,table.stack tr,table.stack td,table.stack th{display:block}
  table.stack tr{border-bottom:2px solid ${t.rule};padding:.4rem 0}
  table.stack td,table.stack th{border:0;padding:.1rem 0}
  table.stack td.right{text-align:left}
  table.stack td[data-label]::before{content:attr(data-label) "：";color:${t.inkSoft}}
}
@media print{
  @page{size:A4;margin:18mm 16mm}
  html,html.large{font-size:10.5pt}
  .skip,.modes,nav.main,.filters,.search,.csv,.pager,.screen{display:none}
  .columns{display:block}
  a{color:inherit;text-decoration:none}
  table,li,dl{break-inside:auto}
  tr,dt,dd{break-inside:avoid}
  thead{display:table-header-group}
}
@media(prefers-reduced-motion:reduce){*{scroll-behavior:auto}}
`

export const portalStylesheet = [page, parts, tables].join('')

/** Changes with the content; old pages keep asking for the old address. */
export const portalStylesheetPath = `/assets/portal-${hex(sm3Digest(utf8(portalStylesheet))).slice(0, 16)}.css`
