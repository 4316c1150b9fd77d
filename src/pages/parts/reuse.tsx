import { isBorrowed, type LayerImage, type Work } from '../../catalogue/model.js'
import { citation } from '../cite.js'
import { imageAddress, largestAddress } from '../copies.js'
import type { Visit } from '../visit.js'
import { RightsLink } from './rights-link.js'

type Props = Readonly<{
  work: Work
  image: LayerImage | undefined
  /** Whether there is a picture for viewers to open: the work's own, or one of its parts. */
  viewable: boolean
  visit: Visit
}>

/** How to quote the work, take its picture, and reach its data. */
export function Reuse(props: Props) {
  const { work, image, visit } = props
  const { phrases } = visit
  return (
    <section class="reuse" aria-labelledby="page_reuse">
      <h2 id="page_reuse">{phrases.dataAndReuse}</h2>
      <h3>{phrases.cite}</h3>
      <p class="citation" id="page_citation">
        {citation(work, visit)}
      </p>
      <p class="actions">
        <button type="button" hidden data-copy="page_citation" data-copied={phrases.copied}>
          {phrases.copyCitation}
        </button>
        {image && (
          <a
            class="button"
            href={largestAddress(image, visit)}
            download={isBorrowed(image) ? undefined : `${image.id}.jpg`}
          >
            {phrases.downloadImage}
          </a>
        )}
      </p>
      <p class="quiet" role="status" aria-live="polite" data-copy-status />
      <Addresses {...props} />
    </section>
  )
}

function Addresses({ work, image, viewable, visit }: Props) {
  const { phrases, uris, chosen } = visit
  const manifest = uris.manifest(work.id)
  return (
    <dl class="addresses">
      <Address name={phrases.permanentAddress} address={uris.workPage(work.id)} />
      <Address name={phrases.manifest} address={manifest} />
      {work.loan?.manifest && <Address name={phrases.lendersManifest} address={work.loan.manifest} />}
      {image && <Address name={phrases.imageAddress} address={imageAddress(image, visit)} />}
      {work.rights?.uri && (
        <div>
          <dt>{phrases.licence}</dt>
          <dd>
            <RightsLink uri={work.rights.uri} visit={visit} />
          </dd>
        </div>
      )}
      {viewable && (
        <div>
          <dt>{phrases.otherViewers}</dt>
          <dd class="actions">
            <a href={uris.viewer('mirador', manifest, chosen)}>Mirador</a>
            <a href={uris.viewer('universal', manifest, chosen)}>Universal Viewer</a>
          </dd>
        </div>
      )}
    </dl>
  )
}

export const Address = ({ name, address }: { name: string; address: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <a href={address}>{address}</a>
    </dd>
  </div>
)
