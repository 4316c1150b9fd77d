import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { run } from './processes.js'

export const works = 30_000
export const pictured = 200
export const workId = (index: number): string => `BENCH${String(index).padStart(6, '0')}`

const program = (...words: readonly string[]) =>
  run([process.execPath, join(process.cwd(), 'dist/src/main.js'), ...words])

/** Brings in so many works, without pictures. */
export async function importWorks(directory: string, data: string, count: number): Promise<void> {
  const table = join(directory, 'works.csv')
  const mapping = join(directory, 'works.json')
  await writeFile(table, ['REF;TITRE;AUTEUR;DATE;H;L;MATIERES', ...Array.from({ length: count }, row)].join('\n'))
  await writeFile(mapping, JSON.stringify(columns))
  await program('import', table, '--format', 'csv', '--mapping', mapping, '--data', data)
}

/** Brings in as many works as a regional network has, some with a picture, by the same commands as a curator. */
export async function fillCatalogue(directory: string, data: string): Promise<void> {
  await importWorks(directory, data, works)
  const folder = join(directory, 'small')
  await mkdir(folder, { recursive: true })
  for (let index = 0; index < pictured; index += 1)
    await sharp({ create: { width: 900, height: 700, channels: 3, background: `hsl(${index}, 40%, 50%)` } })
      .jpeg()
      .toFile(join(folder, `${workId(index)}.jpg`))
  await program('ingest', folder, '--data', data)
}

export async function ingestPicture(data: string, path: string): Promise<void> {
  await program('ingest', path, '--create-works', '--data', data)
}

const row = (_: unknown, index: number): string =>
  [
    workId(index),
    `Vue de la ville, esquisse ${index}`,
    `Peintre ${index % 700}`,
    1500 + (index % 450),
    20 + (index % 180),
    15 + (index % 210),
    'huile,toile',
  ].join(';')

const columns = {
  source: 'Benchmark',
  delimiter: ';',
  language: 'fr',
  id: { column: 'REF' },
  museum: { code: 'M0629' },
  columns: {
    TITRE: 'title',
    AUTEUR: 'makers',
    DATE: 'date',
    H: 'heightCm',
    L: 'widthCm',
    MATIERES: { field: 'materials', separator: ',' },
  },
}
