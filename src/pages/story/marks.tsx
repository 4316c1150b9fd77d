import type { Mark, Point, Shape } from '../../catalogue/story.js'
import type { Box } from '../../image/geometry.js'
import { ellipse, n, polyline, rectangle } from '../../stories/drawn/paths.js'
import { scaledShape } from '../../stories/places.js'
import type { Voice } from './telling.js'
import { Line } from './words.js'

type Props = Readonly<{
  marks: readonly Mark[]
  /** px of the view for one px of the picture that the marks were drawn on. */
  scale: number
  /** The part of the view that is shown, px. */
  box: Box
  voice: Voice
}>

/** How wide, in px of the screen, a figure is taken to be until browser code says better: lines are as thin as on it. */
const usualWidth = 640

/** Marks over a picture: thin lines in the accent over a white halo, in px of the view; their words stand beside. */
export function Marks({ marks, scale, box, voice }: Props) {
  if (marks.length === 0) return null
  return (
    <div class="marks">
      <svg
        viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
        style={{ '--u': (box.width / usualWidth).toFixed(4) }}
        aria-hidden="true"
        focusable="false"
      >
        {marks.map(mark => (
          <MarkLines key={mark.id} shape={scaledShape(mark, scale)} />
        ))}
      </svg>
      {marks.map(mark => (
        <MarkLabel key={mark.id} mark={mark} at={labelPoint(scaledShape(mark, scale))} box={box} voice={voice} />
      ))}
    </div>
  )
}

function MarkLines({ shape }: { shape: Shape }) {
  const path = shapePath(shape)
  const head = shape.kind === 'arrow' && arrowHead(shape.points)
  return (
    <g class={`mark ${shape.kind}`}>
      <path class="halo" d={path} pathLength="1" />
      {head && <path class="halo head" style={{ transform: head }} d={barbs} />}
      <path class="line" d={path} pathLength="1" />
      {head && <path class="line head" style={{ transform: head }} d={barbs} />}
    </g>
  )
}

function MarkLabel({ mark, at, box, voice }: { mark: Mark; at: Point; box: Box; voice: Voice }) {
  if (!mark.label) return null
  const [left, top] = [((at.x - box.x) / box.width) * 100, ((at.y - box.y) / box.height) * 100]
  const side = left < 18 ? 'from-left' : left > 82 ? 'from-right' : ''
  return (
    <span
      class={`mark-label ${side} ${top < 10 ? 'below' : ''}`}
      style={{ left: `${clamp(left).toFixed(2)}%`, top: `${clamp(top).toFixed(2)}%` }}
      data-at={`${n(at.x)},${n(at.y)}`}
    >
      <Line of={mark.label} voice={voice} />
    </span>
  )
}

/** The head of an arrow in px of the screen; a transform of CSS, which knows `--u`, brings it to the end of its line. */
const barbs = 'M-13 -6.5L0 0L-13 6.5'

function arrowHead(points: readonly Point[]): string | undefined {
  const [before, end] = points.slice(-2)
  if (!before || !end) return undefined
  const degrees = (Math.atan2(end.y - before.y, end.x - before.x) * 180) / Math.PI
  return `translate(${n(end.x)}px, ${n(end.y)}px) rotate(${n(degrees)}deg) scale(var(--u))`
}

/** A shape as an SVG path. */
export function shapePath(shape: Shape): string {
  switch (shape.kind) {
    case 'line':
    case 'arrow':
      return polyline(shape.points)
    case 'polygon':
      return polyline(shape.points, true)
    case 'ellipse':
      return ellipse(shape.center, shape.radiusX, shape.radiusY, shape.angle)
    case 'grid':
      return grid(shape)
  }
}

function grid({ box, columns, rows }: Shape & { kind: 'grid' }): string {
  const inner = (count: number) => Array.from({ length: count - 1 }, (_, index) => (index + 1) / count)
  const [right, bottom] = [box.x + box.width, box.y + box.height].map(n)
  const across = inner(rows).map(part => `M${n(box.x)} ${n(box.y + part * box.height)}H${right}`)
  const down = inner(columns).map(part => `M${n(box.x + part * box.width)} ${n(box.y)}V${bottom}`)
  return [rectangle(box), ...down, ...across].join('')
}

/** Where a mark's words stand: at the tail of an arrow, the end of a line, the top of the others. */
function labelPoint(shape: Shape): Point {
  switch (shape.kind) {
    case 'arrow':
      return shape.points[0] ?? { x: 0, y: 0 }
    case 'line':
      return shape.points.at(-1) ?? { x: 0, y: 0 }
    case 'polygon':
      return shape.points.reduce((top, point) => (point.y < top.y ? point : top))
    case 'ellipse':
      return { x: shape.center.x, y: shape.center.y - Math.max(shape.radiusY, 1) }
    case 'grid':
      return { x: shape.box.x + shape.box.width / 2, y: shape.box.y }
  }
}

const clamp = (percent: number): number => Math.min(Math.max(percent, 0), 100)
