import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { timed } from './harness/processes.js'
import type { Stage } from './harness/stage.js'
import { spreadOf } from './harness/statistics.js'
import { figure, type Line, megabytes, skipped, spread } from './harness/table.js'

const notices = 30_000
const source = join(process.cwd(), '../shared/data/joconde/Table_Oeuvres_arts-decoratifs.csv')
const what = `import of ${figure(notices)} Joconde notices, seconds`

/** What does a regional network's whole export take, checked by all rules and written? */
export async function joconde(stage: Stage): Promise<readonly Line[]> {
  if (!existsSync(source)) return [skipped(what, 'the notices are not beside the checkout')]
  const folder = join(stage.directory, 'joconde')
  await mkdir(folder, { recursive: true })
  const table = join(folder, 'notices.csv')
  await writeFile(table, multiplied(await readFile(source, 'utf8')))
  const seconds: number[] = []
  const peaks: number[] = []
  for (let round = 0; round < Math.min(stage.rounds, 3); round += 1) {
    const data = join(folder, `data-${round}`)
    const program = [process.execPath, join(process.cwd(), 'dist/src/main.js'), 'import', table]
    const run = await timed([...program, '--format', 'joconde', '--data', data], stage.cores.server)
    seconds.push(run.seconds)
    peaks.push(run.peakBytes ?? Number.NaN)
  }
  await rm(folder, { recursive: true })
  return [
    { what, beffroi: `${spread(spreadOf(seconds))} s`, reference: '', ratio: '', goal: '≤ 20 s' },
    {
      what: 'its peak of resident memory',
      beffroi: megabytes(Math.max(...peaks)),
      reference: '',
      ratio: '',
      goal: '≤ 300 MB',
    },
  ]
}

/** The real notices again and again, from the second time on under references of their own. */
function multiplied(text: string): string {
  const [header = '', ...rows] = text.split(/(?<=\n)(?=\d+;[^;\n]*;)/)
  const copies = Array.from({ length: notices }, (_, index) => {
    const row = rows[index % rows.length] ?? ''
    return index < rows.length ? row : row.replace(/^\d+;[^;]*;/, `${index};099${String(index).padStart(8, '0')};`)
  })
  return header + copies.join('')
}
