import { renderToString } from 'preact-render-to-string'
import type { Box } from '../image/geometry.js'
import type { Page } from './document.js'
import type { Visit } from './visit.js'

/** The viewers that stand ready on this host. */
export const viewers = {
  mirador: 'Mirador',
  universal: 'Universal Viewer',
} as const
export type ViewerName = keyof typeof viewers

/** What a viewer is to open: a manifest, at a canvas of it, at a region of that, in px of the canvas. */
export type ToBeViewed = Readonly<{ manifest: string; canvas?: string; region?: Box }>

/** A viewer in the whole window, on what is asked for. */
export function renderViewer(viewer: ViewerName, target: ToBeViewed, visit: Visit): string {
  return `<!doctype html>\n${renderToString(<ViewerDocument viewer={viewer} target={target} visit={visit} />)}\n`
}

function ViewerDocument({ viewer, target, visit }: { viewer: ViewerName; target: ToBeViewed; visit: Visit }) {
  const { manifest, canvas, region } = target
  const { assets, uris, phrases, language } = visit
  const { script, start, stylesheet } = assets[viewer]
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${phrases.viewerTitle(viewers[viewer])} · ${visit.siteName}`}</title>
        <link rel="icon" type="image/svg+xml" href={uris.built(assets.icon)} />
        {stylesheet && <link rel="stylesheet" href={uris.built(stylesheet)} />}
        <link rel="stylesheet" href={uris.built(assets.viewerStylesheet)} />
        <script defer src={uris.built(script)} />
        <script type="module" src={uris.built(start)} />
      </head>
      <body class="viewer-page">
        <main
          id="viewer"
          class={viewer === 'universal' ? 'uv' : undefined}
          data-manifest={manifest}
          data-canvas={canvas}
          data-region={region && [region.x, region.y, region.width, region.height].join(',')}
          data-language={language}
        >
          <noscript>{phrases.viewerNeedsScript}</noscript>
        </main>
      </body>
    </html>
  )
}

/** What a viewer's address says without a manifest that it could open. */
export const manifestWanted = (viewer: ViewerName, visit: Visit): Page => ({
  title: visit.phrases.viewerTitle(viewers[viewer]),
  lasting: false,
  main: (
    <div class="notice-page">
      <h1>{visit.phrases.viewerTitle(viewers[viewer])}</h1>
      <p class="lead">{visit.phrases.viewerNeedsManifest}</p>
    </div>
  ),
})
