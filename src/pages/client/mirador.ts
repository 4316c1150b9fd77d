import { viewerPlace } from './viewer-place.js'

/** Mirador's own script stands in the page before this one. */
declare const Mirador: { viewer(configuration: object): unknown }

const { manifest, canvas, region, language } = viewerPlace()

// Mirador 4.0 is built with the development React, which reports a deprecation within Mirador's libraries as an error.
// biome-ignore lint/suspicious/noConsole: it is read to be passed on
const report = console.error
console.error = (...words: unknown[]) => {
  if (!String(words[0]).startsWith('Accessing element.ref was removed in React 19')) report(...words)
}

Mirador.viewer({
  id: 'viewer',
  language,
  selectedTheme: 'dark',
  themes: {
    dark: {
      palette: {
        mode: 'dark',
        primary: { main: '#e5916f' },
        secondary: { main: '#e5916f' },
        shades: { dark: '#161616', main: '#1d1d1d', light: '#262626' },
      },
    },
  },
  windows: [
    {
      manifestId: manifest,
      ...(canvas && { canvasId: canvas }),
      // Mirador's world for one canvas is in px of that canvas
      ...(region && { initialViewerConfig: { bounds: region.split(',').map(Number) } }),
    },
  ],
  window: {
    allowClose: false,
    allowMaximize: false,
    allowFullscreen: true,
    sideBarOpen: innerWidth >= 1000,
    defaultSideBarPanel: 'info',
    highlightAllAnnotations: true,
    panels: { info: true, canvas: true, annotations: true, search: true, layers: true },
  },
  thumbnailNavigation: { defaultPosition: 'off' },
  workspace: { type: 'mosaic' },
  workspaceControlPanel: { enabled: false },
})
