/** The looks of the report: ink on paper, one column, wide tables that scroll by themselves, and for print none that break. */
export const style = `
:root { color-scheme: light dark; --ink: #1d1b19; --paper: #fbfaf7; --quiet: #5f5a54; --line: #d9d4cb; --error: #a3231d; --warning: #8a5a00; --suggestion: #2d5d8a }
@media (prefers-color-scheme: dark) { :root { --ink: #ece8e1; --paper: #191817; --quiet: #a8a199; --line: #3c3935; --error: #ff9c93; --warning: #f0c060; --suggestion: #9cc7f0 } }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 62rem; color: var(--ink); background: var(--paper); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: break-word }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2 }
h2 { margin: 2.75rem 0 .25rem; font-size: 1.3rem }
h3 { margin: 0; font-size: 1.05rem }
p { margin: .4rem 0; max-width: 45rem }
.file { font-size: 1.1rem }
.quiet { color: var(--quiet) }
.where { margin: .15rem 0 0 }
a { color: inherit }
.summary { padding: 0; list-style: none; display: grid; gap: .35rem }
.summary li, article { border-left: .3rem solid var(--mark, var(--line)); padding-left: .9rem }
.error { --mark: var(--error) }
.warning { --mark: var(--warning) }
.suggestion { --mark: var(--suggestion) }
section > h2 { color: var(--mark, inherit) }
article { margin: 1.5rem 0 }
.table { margin: .75rem 0; overflow-x: auto }
.table:focus-visible { outline: 2px solid var(--suggestion); outline-offset: 2px }
table { border-collapse: collapse; font-size: .9rem; line-height: 1.4 }
th, td { padding: .35rem .9rem .35rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top }
thead th { color: var(--quiet); font-weight: 600 }
tbody th { font-weight: 400; white-space: nowrap; font-variant-numeric: tabular-nums }
td { min-width: 4rem; max-width: 32rem }
td ul { margin: 0; padding-left: 1.1rem; min-width: 16rem }
@media print { :root { color-scheme: light; --ink: #000; --paper: #fff; --quiet: #444; --line: #bbb; --error: #8a1d18; --warning: #6d4700; --suggestion: #244b70 } body { padding: 0; max-width: none; font-size: 10pt } .table { overflow: visible } tr, h2, h3 { break-inside: avoid } h2, h3, thead { break-after: avoid } }
`
