import { readFileSync } from 'node:fs'
import { defineConfig } from 'vite'

const client = 'src/pages/client'
const entries = ['site.css', 'viewers.css', 'work.ts', 'story.css', 'story.ts', 'mirador.ts', 'universal.ts']

/** The site's icon, which pages name and no style or script does. */
const icon = {
  name: 'icon',
  buildStart() {
    const file = 'belfry.svg'
    const source = readFileSync(`${client}/${file}`)
    this.emitFile({ type: 'asset', name: file, originalFileName: file, source })
  },
}

/** The public pages' browser code, styles and fonts; addresses within are relative, so that any base URL works. */
export default defineConfig({
  root: client,
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [icon],
  build: {
    outDir: '../../../dist/assets',
    emptyOutDir: true,
    assetsDir: '.',
    assetsInlineLimit: 0,
    manifest: 'manifest.json',
    modulePreload: false,
    rolldownOptions: { input: entries.map(entry => `${client}/${entry}`) },
  },
})
