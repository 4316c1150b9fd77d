import { viewerPlace } from './viewer-place.js'

/** The Universal Viewer's own script stands in the page before this one. */
declare const UV: {
  init(
    id: string,
    data: object,
  ): { on(event: string, act: (given: { config: object; cb(config: object): void }) => void): void; resize(): void }
}

const { manifest, canvas, region, language } = viewerPlace()
const locales: Readonly<Record<string, string>> = { fr: 'fr-FR', en: 'en-GB', nl: 'nl-NL' }

// The Universal Viewer 4.4 gives OpenSeadragon data addresses for its buttons, which that looks for below /images/.
const source = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src')
Object.defineProperty(HTMLImageElement.prototype, 'src', {
  ...source,
  set(this: HTMLImageElement, address: string) {
    source?.set?.call(this, address.replace(/^\/images\/(?=data:)/, ''))
  },
})

const viewer = UV.init('viewer', {
  manifest,
  ...(canvas && { canvasId: canvas }),
  ...(region && { xywh: region }),
  embedded: false,
  locales: [{ name: locales[language] ?? 'fr-FR' }],
})

// Its share dialogue gives out addresses of a page that this host does not have.
const notShared = { options: { shareEnabled: false, embedEnabled: false } }

viewer.on('configure', ({ cb }) => {
  cb({
    options: { saveUserSettings: false, dropEnabled: false, limitLocales: true },
    modules: {
      headerPanel: { options: { localeToggleEnabled: false } },
      footerPanel: notShared,
      searchFooterPanel: notShared,
      mobileFooterPanel: notShared,
    },
  })
})

addEventListener('resize', () => viewer.resize())
