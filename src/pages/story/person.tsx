import { personOf } from '../../stories/drawn/scale.js'
import { personSize } from '../../stories/true-scale.js'

/** Somebody of middle height, for a measure of the works beside. */
export function Person({ label }: { label: string }) {
  const { width, height } = personSize
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} preserveAspectRatio="xMidYMax meet">
      {personOf({ x: 0, y: 0, width, height }).map(({ path }, index) => (
        <path key={index} d={path} />
      ))}
    </svg>
  )
}
