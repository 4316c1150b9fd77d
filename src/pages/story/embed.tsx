import { renderToString } from 'preact-render-to-string'
import type { PublishedStory } from '../../catalogue/story.js'
import type { Shown } from '../../stories/shown.js'
import type { Visit } from '../visit.js'
import { storyContent } from './story.js'
import { plainText, type Telling, voiceOf } from './telling.js'

/** A story for a frame on somebody else's page: nothing around it but the way to its own page. */
export const renderEmbed = (published: PublishedStory, shown: Shown, visit: Visit): string =>
  `<!doctype html>\n${renderToString(<Embed telling={{ published, shown, visit, embedded: true }} />)}\n`

function Embed({ telling }: { telling: Telling }) {
  const { published, visit } = telling
  const { story } = published
  const { uris, assets, language, chosen, phrases, siteName } = visit
  const title = plainText(story.title, voiceOf(telling)) ?? story.slug
  return (
    <html lang={language} class={story.kind === 'analysis' ? 'dark-room embedded' : 'embedded'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · ${siteName}`}</title>
        <base target="_blank" />
        <link rel="canonical" href={uris.storyPage(story.kind, story.slug, { language })} />
        <link rel="stylesheet" href={uris.built(assets.stylesheet)} />
        <link rel="stylesheet" href={uris.built(assets.storyStylesheet)} />
        <link rel="icon" type="image/svg+xml" href={uris.built(assets.icon)} />
        <script type="module" src={uris.built(assets.story)} />
      </head>
      <body>
        <main id="page_content">{storyContent(telling)}</main>
        <footer class="embed-foot">
          <a href={uris.storyPage(story.kind, story.slug, chosen ? { language: chosen } : {})}>
            {phrases.story.readOn(siteName)}
          </a>
        </footer>
      </body>
    </html>
  )
}
