import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { siteLanguages } from '../presentation/languages.js'
import { type Language, languageNames, locales } from './languages.js'
import { Belfry } from './parts/icons.js'
import type { Visit } from './visit.js'

/** A page: what stands in its head, and its main content. */
export type Page = Readonly<{
  title: string
  description?: string
  /** Address of a picture for those who share the page. */
  picture?: string
  /** schema.org, for search engines. */
  structuredData?: Readonly<Record<string, unknown>>
  /** Beside the site's own. */
  stylesheets?: readonly string[]
  scripts?: readonly string[]
  /** Where search engines keep the page, where that is not the address it was asked for at. */
  address?: (language?: Language) => string
  type?: 'website' | 'article'
  /** Origins of other institutions whose pictures the page shows. */
  hosts?: readonly string[]
  /** The head of the page stands in the dark room of the picture below it. */
  dark?: boolean
  /** Addresses that search engines keep: not those of failures. */
  lasting?: boolean
  main: ComponentChildren
}>

export const renderPage = (page: Page, visit: Visit): string =>
  `<!doctype html>\n${renderToString(<Document page={page} visit={visit} />)}\n`

function Document({ page, visit }: { page: Page; visit: Visit }) {
  const { phrases, uris, assets, language } = visit
  return (
    <html lang={language} class={page.dark ? 'dark-room' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{page.title === visit.siteName ? page.title : `${page.title} · ${visit.siteName}`}</title>
        {assets.fonts.map(font => (
          <link key={font} rel="preload" as="font" type="font/woff2" href={uris.built(font)} crossorigin="anonymous" />
        ))}
        <link rel="stylesheet" href={uris.built(assets.stylesheet)} />
        {page.stylesheets?.map(sheet => (
          <link key={sheet} rel="stylesheet" href={uris.built(sheet)} />
        ))}
        <link rel="icon" type="image/svg+xml" href={uris.built(assets.icon)} />
        <Sharing page={page} visit={visit} />
        {page.scripts?.map(script => (
          <script key={script} type="module" src={uris.built(script)} />
        ))}
      </head>
      <body>
        <a class="skip" href="#page_content">
          {phrases.skip}
        </a>
        <Header visit={visit} />
        <main id="page_content" tabindex={-1}>
          {page.main}
        </main>
        <Footer visit={visit} />
      </body>
    </html>
  )
}

function Sharing({ page, visit }: { page: Page; visit: Visit }) {
  if (page.lasting === false) return <meta name="robots" content="noindex" />
  const address = page.address ?? visit.here
  const data = page.structuredData && JSON.stringify(page.structuredData).replaceAll('<', '\\u003c')
  return (
    <>
      <link rel="canonical" href={address(visit.language)} />
      {siteLanguages.map(each => (
        <link key={each} rel="alternate" hreflang={each} href={address(each)} />
      ))}
      <link rel="alternate" hreflang="x-default" href={address()} />
      {page.description && <meta name="description" content={page.description} />}
      {page.description && <meta property="og:description" content={page.description} />}
      <meta property="og:title" content={page.title} />
      <meta property="og:site_name" content={visit.siteName} />
      <meta property="og:type" content={page.type ?? 'website'} />
      <meta property="og:locale" content={locales[visit.language]} />
      <meta property="og:url" content={address(visit.language)} />
      {page.picture && <meta property="og:image" content={page.picture} />}
      {page.picture && <meta name="twitter:card" content="summary_large_image" />}
      {data && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: data }} />}
    </>
  )
}

function Header({ visit }: { visit: Visit }) {
  const { phrases, uris, chosen } = visit
  return (
    <header class="site-header">
      <a class="wordmark" href={uris.home(chosen)}>
        <Belfry />
        <span>{visit.siteName}</span>
      </a>
      <nav aria-label={phrases.mainNavigation}>
        <a href={uris.worksPage(chosen)}>{phrases.works}</a>
        <a href={uris.museumsPage(chosen)}>{phrases.museums}</a>
        <a href={uris.storiesPage('exhibition', chosen)}>{phrases.story.exhibitions}</a>
        <a href={uris.storiesPage('analysis', chosen)}>{phrases.story.analyses}</a>
      </nav>
      <LanguageSwitch visit={visit} />
    </header>
  )
}

function LanguageSwitch({ visit }: { visit: Visit }) {
  return (
    <nav class="languages" aria-label={visit.phrases.languageChoice}>
      {siteLanguages.map(each => (
        <a
          key={each}
          href={visit.here(each)}
          lang={each}
          hreflang={each}
          aria-label={`${each.toUpperCase()}, ${languageNames[each]}`}
          aria-current={each === visit.language ? 'true' : undefined}
        >
          {each.toUpperCase()}
        </a>
      ))}
    </nav>
  )
}

function Footer({ visit }: { visit: Visit }) {
  const { phrases, uris, chosen } = visit
  return (
    <footer class="site-footer">
      <a class="wordmark" href={uris.home(chosen)}>
        <Belfry />
        <span>{visit.siteName}</span>
      </a>
      <p>
        <a href={uris.collection()}>{phrases.dataAndReuse}</a>
      </p>
    </footer>
  )
}
