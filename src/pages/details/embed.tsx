import { renderToString } from 'preact-render-to-string'
import { workTitle } from '../../presentation/label.js'
import { keeperWords, makerNames } from '../cite.js'
import { plain } from '../languages.js'
import { RightsLink } from '../parts/rights-link.js'
import { Words } from '../parts/words.js'
import type { Visit } from '../visit.js'
import { addressesOf, type DetailShown } from './addresses.js'
import { DetailStage } from './detail-stage.js'
import { detailTitle } from './words.js'

/** A detail for a frame on somebody else's page: the picture, its label and credit, and the way here. */
export const renderDetailEmbed = (shown: DetailShown, visit: Visit): string =>
  `<!doctype html>\n${renderToString(<Embed shown={shown} visit={visit} />)}\n`

function Embed({ shown, visit }: { shown: DetailShown; visit: Visit }) {
  const { assets, uris, language, chosen, siteName } = visit
  const { shared } = addressesOf(shown, visit)
  return (
    <html lang={language} class="dark-room">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${detailTitle(shown, visit)} · ${siteName}`}</title>
        <base target="_blank" />
        <link rel="canonical" href={uris.detail(shared, language)} />
        <link rel="stylesheet" href={uris.built(assets.stylesheet)} />
        <link rel="icon" type="image/svg+xml" href={uris.built(assets.icon)} />
        <script type="module" src={uris.built(assets.work)} />
      </head>
      <body class="detail-embed">
        <main id="page_content">
          <h1 class="visually-hidden">{detailTitle(shown, visit)}</h1>
          <DetailStage shown={shown} visit={visit} />
        </main>
        <EmbedLabel shown={shown} address={uris.detail(shared, chosen)} visit={visit} />
      </body>
    </html>
  )
}

function EmbedLabel({ shown, address, visit }: { shown: DetailShown; address: string; visit: Visit }) {
  const { work, found } = shown
  const { language, phrases, siteName } = visit
  const makers = makerNames(work, language)
  const rights = work.rights?.uri
  return (
    <footer class="embed-label">
      <p>
        {makers && `${makers}, `}
        <cite>
          <Words of={workTitle(work)} reader={language} />
        </cite>
        {work.date && (
          <>
            {', '}
            <Words of={work.date.words} reader={language} />
          </>
        )}
        {!found.whole && ` (${phrases.sharing.detail.toLocaleLowerCase(language)})`}
      </p>
      <p class="quiet">
        {[keeperWords(work, visit), plain(work.rights?.credit, language)]
          .filter(Boolean)
          .map(words => `${words} · `)
          .join('')}
        {rights ? <RightsLink uri={rights} visit={visit} /> : phrases.noRights}
        {' · '}
        <a href={address}>{siteName}</a>
      </p>
    </footer>
  )
}
