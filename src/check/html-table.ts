import { escaped } from '../reporting/html.js'

/** The first cell of each row names it. */
export const htmlTable = (
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string => `<div class="table" tabindex="0"><table>
${heads.length > 0 ? `<thead><tr>${heads.map(head => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead>` : ''}
<tbody>
${rows.map(([first = '', ...cells]) => `<tr><th scope="row">${lines(first)}</th>${cells.map(cell => `<td>${lines(cell)}</td>`).join('')}</tr>`).join('\n')}
</tbody>
</table></div>`

const lines = (cell: string): string => escaped(cell).replaceAll('\n', '<br>')
