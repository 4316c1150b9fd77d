import type { ComponentChildren } from 'preact'
import type { Box, Dimensions } from '../../image/geometry.js'
import { lengthWords } from '../../stories/drawn/phrases.js'
import { type ComparisonLayout, comparisonLayout, scaleBar, sideOf } from '../../stories/true-scale.js'
import { CropPicture } from './crop-picture.js'
import { altOf, type ShownPlace } from './figure.js'
import { Person } from './person.js'
import type { Telling } from './telling.js'
import { detailAddress } from './to-work.js'

/** The wall that pictures hang on, in units of its own. */
const wall: Dimensions = { width: 1000, height: 560 }

export const hangingOf = (sides: readonly ShownPlace[]): ComparisonLayout =>
  comparisonLayout(
    sides.map(({ found, work }) => sideOf(found, work)),
    wall,
    { person: true },
  )

/** Whether even the smallest of the works can be made out beside the largest. */
export const hangsWell = ({ true: toScale, places }: ComparisonLayout): boolean =>
  toScale && places.every(({ width, height }) => Math.max(width, height) > wall.width * 0.06)

type Props = Readonly<{
  sides: readonly ShownPlace[]
  layout: ComparisonLayout
  telling: Telling
  /** What is said of the works, from left to right. */
  children: ComponentChildren
}>

/** Works beside each other at one scale, with somebody who stands there; or at one height where sizes are unknown. */
export function Wall({ sides, layout, telling, children }: Props) {
  const { phrases, language } = telling.visit
  const { size, places, person, mmPerUnit } = layout
  const bar = mmPerUnit === undefined ? undefined : scaleBar(mmPerUnit, size.width)
  return (
    <figure class="wall" style={{ '--ratio': (size.width / size.height).toFixed(4) }}>
      <div class={person ? 'wall-hanging with-floor' : 'wall-hanging'}>
        {sides.map((side, index) => {
          const place = places[index]
          if (!place) return null
          return (
            <a key={index} class="hung-at" style={within(place, size)} href={detailAddress(side, telling.visit)}>
              <CropPicture
                crop={side.crop}
                alt={altOf(side, undefined, telling)}
                sizes={`${Math.round((place.width / size.width) * 90)}vw`}
              />
            </a>
          )
        })}
        {person && (
          <span class="hung-at person" style={within(person, size)}>
            <Person label={phrases.story.person} />
          </span>
        )}
      </div>
      <p class="wall-scale quiet">
        {bar ? (
          <>
            <span class="scale-bar" style={{ width: percent(bar.units, size.width) }} aria-hidden="true" />
            {lengthWords(bar.mm, language)} · {phrases.story.atOneScale}
          </>
        ) : (
          phrases.story.notAtScale
        )}
      </p>
      <figcaption class="wall-labels">{children}</figcaption>
    </figure>
  )
}

const within = (place: Box, size: Dimensions) => ({
  left: percent(place.x, size.width),
  top: percent(place.y, size.height),
  width: percent(place.width, size.width),
  height: percent(place.height, size.height),
})

const percent = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(3)}%`
