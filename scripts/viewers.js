import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { extract } from 'tar'
import pinned from './viewers.json' with { type: 'json' }

const run = promisify(execFile)

/**
 * Puts the viewers' own built files below `directory`, each in a folder named after its version, and a manifest of
 * where their scripts are. What stands there already is left as it is.
 */
export async function fetchViewers(directory) {
  await mkdir(directory, { recursive: true })
  const manifest = {}
  for (const [name, viewer] of Object.entries(pinned)) {
    const folder = folderOf(viewer)
    if (!existsSync(join(directory, folder))) await fetchViewer(viewer, join(directory, folder))
    const at = path => path && `viewers/${folder}/${path}`
    manifest[name] = { script: at(viewer.script), stylesheet: at(viewer.stylesheet) }
  }
  await writeFile(join(directory, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

/** The integrity is part of the name: another package of the same version is another folder. */
const folderOf = ({ package: name, version, integrity }) =>
  `${name}-${version}-${createHash('sha256').update(integrity).digest('hex').slice(0, 8)}`

async function fetchViewer({ package: name, version, integrity, keep }, folder) {
  const workshop = await mkdtemp(join(tmpdir(), 'beffroi-viewer-'))
  try {
    const archive = await download(`${name}@${version}`, workshop)
    await verify(archive, integrity, `${name}@${version}`)
    const unpacked = `${folder}.part`
    await rm(unpacked, { recursive: true, force: true })
    await mkdir(unpacked)
    const kept = path => keep.some(wanted => path === wanted || path.startsWith(`${wanted}/`))
    await extract({ file: archive, cwd: unpacked, strip: 1, filter: kept })
    await rename(unpacked, folder)
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}

async function download(specifier, workshop) {
  try {
    // npm brings the tarball alone; installing the package would bring 850 MB of its dependencies.
    await run('npm', ['pack', specifier, '--pack-destination', workshop, '--silent'], {
      shell: process.platform === 'win32',
    })
  } catch (cause) {
    throw new Error(`${specifier} could not be fetched with npm; check the connection and run "npm run build" again.`, {
      cause,
    })
  }
  const [archive] = (await readdir(workshop)).filter(file => file.endsWith('.tgz'))
  if (!archive) throw new Error(`npm brought no archive of ${specifier}.`)
  return join(workshop, archive)
}

async function verify(archive, integrity, specifier) {
  const digest = createHash('sha512')
    .update(await readFile(archive))
    .digest('base64')
  if (`sha512-${digest}` === integrity) return
  throw new Error(
    `${specifier} is not the file that scripts/viewers.json pins: expected ${integrity}, received sha512-${digest}.`,
  )
}
