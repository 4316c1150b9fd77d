import { spawn } from 'node:child_process'
import { chmod, copyFile, mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { fetchViewers } from './viewers.js'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

/** Everything that `dist/` holds: the program, the browser's files, the viewers. */
try {
  await Promise.all([
    compile().then(copyFonts),
    build({ configFile: join(root, 'vite.config.js') }),
    fetchViewers('dist/viewers'),
  ])
} catch (error) {
  process.stderr.write(`build: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}

async function compile() {
  // The record of what is compiled lies with what it describes: without dist/ everything is compiled.
  const flags = ['-p', 'tsconfig.build.json', '--incremental', '--tsBuildInfoFile', 'dist/.tsbuildinfo']
  await runNode(await binaryOf('typescript', 'tsc'), flags)
  await chmod('dist/src/main.js', 0o755)
}

/** The fonts of drawn pictures, each family's licence beside them. */
async function copyFonts() {
  const { faces, fontFiles } = await import('../dist/src/stories/typesetting/faces.js')
  const folder = 'dist/fonts'
  await mkdir(folder, { recursive: true })
  const packages = createRequire(import.meta.url)
  const copies = Object.entries(faces).flatMap(([face, { family }]) => [
    ...fontFiles(face).map(file => [`@fontsource/${family}/files/${file}`, file]),
    [`@fontsource/${family}/LICENSE`, `${family}-OFL.txt`],
  ])
  await Promise.all(copies.map(([from, to]) => copyFile(packages.resolve(from), join(folder, to))))
}

async function binaryOf(name, command) {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`)
  return join(dirname(manifest), JSON.parse(await readFile(manifest, 'utf8')).bin[command])
}

function runNode(script, words) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...words], { stdio: 'inherit' })
    child.once('error', reject)
    child.once('exit', code => (code === 0 ? resolve() : reject(new Error(`${words.join(' ')} failed with ${code}.`))))
  })
}
