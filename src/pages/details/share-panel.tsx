import { detailCitation } from '../cite.js'
import type { Visit } from '../visit.js'
import { addressesOf, type DetailShown } from './addresses.js'
import { detailTitle, partsShown } from './words.js'

type Props = Readonly<{ shown: DetailShown; visit: Visit }>

/**
 * Everything that a detail is shared by. Browser code takes it from the detail's page into the page on which somebody
 * shares the detail; its ids begin with `share-`.
 */
export function SharePanel({ shown, visit }: Props) {
  const { phrases } = visit
  const { sharing } = phrases
  const { whole } = shown.found
  const { permanent, crop } = addressesOf(shown, visit)
  const [preview] = crop.copies
  return (
    <section class="share-panel" aria-labelledby="share-title">
      <h2 id="share-title" tabindex={-1}>
        {whole ? sharing.shareWhole : phrases.shareDetail}
      </h2>
      {preview && (
        <img
          class="share-preview"
          src={preview.address}
          width={preview.width}
          height={preview.height}
          alt={`${sharing.preview}${visit.language === 'fr' ? '\u00a0: ' : ': '}${detailTitle(shown, visit)}`}
          loading="lazy"
        />
      )}
      <dl class="share-list">
        <Copyable id="share-address" name={whole ? sharing.addressOfWhole : sharing.address} visit={visit}>
          <a href={permanent}>{permanent}</a>
        </Copyable>
        <Copyable id="share-citation" name={phrases.cite} visit={visit}>
          {detailCitation(shown.work, partsShown(shown, visit), permanent, visit)}
        </Copyable>
        <Copyable id="share-embed" name={sharing.embed} visit={visit}>
          <code>{embedSnippet(shown, visit)}</code>
        </Copyable>
      </dl>
      <ForResearchers shown={shown} visit={visit} />
      <p class="quiet" role="status" aria-live="polite" data-copy-status />
    </section>
  )
}

function ForResearchers({ shown, visit }: Props) {
  const { phrases, uris, chosen } = visit
  const { sharing } = phrases
  const { picture, largest, contentState, state, wholePictureOnly } = addressesOf(shown, visit)
  return (
    <details class="share-data">
      <summary>{phrases.dataAndReuse}</summary>
      <dl class="share-list">
        <Copyable id="share-crop" name={sharing.cropAddress} visit={visit}>
          <a href={picture}>{picture}</a>
        </Copyable>
        <Copyable id="share-largest" name={sharing.largestCrop} visit={visit}>
          <a href={largest}>{largest}</a>
        </Copyable>
        <Copyable id="share-state" name={sharing.contentState} visit={visit}>
          <a href={contentState}>{contentState}</a>
        </Copyable>
      </dl>
      {wholePictureOnly && <p class="quiet">{sharing.wholePictureOnly}</p>}
      <p class="actions">
        {phrases.otherViewers}
        <a href={uris.viewerOn('mirador', state, chosen)}>Mirador</a>
        <a href={uris.viewerOn('universal', state, chosen)}>Universal Viewer</a>
      </p>
    </details>
  )
}

type CopyableProps = Readonly<{ id: string; name: string; visit: Visit; children: preact.ComponentChildren }>

function Copyable({ id, name, visit, children }: CopyableProps) {
  const { sharing } = visit.phrases
  return (
    <div>
      <dt>{name}</dt>
      <dd id={id}>{children}</dd>
      <dd>
        <button
          type="button"
          hidden
          data-copy={id}
          data-copied={sharing.copied(name)}
          aria-label={sharing.copyWhat(name)}
        >
          {sharing.copy}
        </button>
      </dd>
    </div>
  )
}

/** px: a frame as wide as a column of text, as high as the detail and its caption need there. */
const frameWidth = 640
const captionHeight = 150

function embedSnippet(shown: DetailShown, visit: Visit): string {
  const { embed, crop } = addressesOf(shown, visit)
  const height =
    Math.round(Math.min(frameWidth * 1.25, (frameWidth * crop.box.height) / crop.box.width)) + captionHeight
  const title = detailTitle(shown, visit).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  const address = embed.replaceAll('&', '&amp;')
  return `<iframe src="${address}" title="${title}" width="${frameWidth}" height="${height}" loading="lazy" allow="fullscreen; clipboard-write" style="max-width:100%;border:0"></iframe>`
}
