import type { Work } from '../../catalogue/model.js'
import type { ImageRecord } from '../../image/record.js'
import { citation } from '../cite.js'
import type { Visit } from '../visit.js'
import { largestAddress } from './picture.js'
import { RightsLink } from './rights-link.js'

type Props = Readonly<{ work: Work; image: ImageRecord | undefined; visit: Visit }>

/** How to quote the work, take its picture, and reach its data. */
export function Reuse({ work, image, visit }: Props) {
  const { phrases, uris } = visit
  return (
    <section class="reuse" aria-labelledby="reuse">
      <h2 id="reuse">{phrases.dataAndReuse}</h2>
      <h3>{phrases.cite}</h3>
      <p class="citation" id="citation">
        {citation(work, visit)}
      </p>
      <p class="actions">
        <button type="button" hidden data-copy="citation" data-copied={phrases.copied}>
          {phrases.copyCitation}
        </button>
        {image && (
          <a class="button" href={largestAddress(uris, image)} download={`${image.id}.jpg`}>
            {phrases.downloadImage}
          </a>
        )}
      </p>
      <p class="quiet" role="status" aria-live="polite" data-copy-status />
      <Addresses work={work} image={image} visit={visit} />
    </section>
  )
}

function Addresses({ work, image, visit }: Props) {
  const { phrases, uris, chosen } = visit
  const manifest = uris.manifest(work.id)
  return (
    <dl class="addresses">
      <Address name={phrases.permanentAddress} address={uris.workPage(work.id)} />
      <Address name={phrases.manifest} address={manifest} />
      {image && <Address name={phrases.imageAddress} address={`${uris.imageService(image.id)}/info.json`} />}
      {work.rights?.uri && (
        <div>
          <dt>{phrases.licence}</dt>
          <dd>
            <RightsLink uri={work.rights.uri} visit={visit} />
          </dd>
        </div>
      )}
      {image && (
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

const Address = ({ name, address }: { name: string; address: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <a href={address}>{address}</a>
    </dd>
  </div>
)
