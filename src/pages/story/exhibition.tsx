import type { Exhibition } from '../../catalogue/story.js'
import { ShortLabel } from '../parts/cartel.js'
import { coverOf } from './card.js'
import { CropPicture } from './crop-picture.js'
import { altOf } from './figure.js'
import { StoryFoot } from './foot.js'
import { StoryHead } from './head.js'
import { Rooms, WayThrough } from './rooms.js'
import type { Telling } from './telling.js'

/** A virtual exhibition: its rooms one after the other, and the way through them. */
export function ExhibitionContent({ telling }: { telling: Telling<Exhibition> }) {
  return (
    <article class="exhibition" data-exhibition>
      <div class="opening">
        <div class="opening-words">
          <StoryHead telling={telling} />
        </div>
        <Cover telling={telling} />
      </div>
      <WayThrough telling={telling} />
      <Rooms telling={telling} />
      {!telling.embedded && <StoryFoot telling={telling} />}
    </article>
  )
}

function Cover({ telling }: { telling: Telling<Exhibition> }) {
  const cover = coverOf(telling)
  if (!cover) return null
  const { width, height } = cover.crop.box
  const ratio = width / height
  return (
    <figure class={ratio > 1.15 ? 'opening-picture wide' : 'opening-picture'} style={{ '--ratio': ratio.toFixed(4) }}>
      <CropPicture
        crop={cover.crop}
        alt={altOf(cover, undefined, telling)}
        sizes="(min-width: 60rem) 66vw, 100vw"
        first
      />
      <figcaption>
        <ShortLabel work={cover.work} visit={telling.visit} />
      </figcaption>
    </figure>
  )
}
