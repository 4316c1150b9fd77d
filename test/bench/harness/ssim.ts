/** One channel of a picture, row by row. */
export type Grey = Readonly<{ width: number; height: number; samples: Uint8Array }>

const side = 8
const step = 4
// Wang et al. 2004: (0.01 · 255)² and (0.03 · 255)²
const c1 = 6.5025
const c2 = 58.5225

/** Mean structural similarity over windows of 8 × 8 px, four apart: 1 where the pictures are the same. */
export function ssim(one: Grey, other: Grey): number {
  if (one.width !== other.width || one.height !== other.height)
    throw new RangeError(`Expected ${one.width} × ${one.height} px but received ${other.width} × ${other.height}.`)
  let sum = 0
  let windows = 0
  for (let y = 0; y + side <= one.height; y += step)
    for (let x = 0; x + side <= one.width; x += step) {
      sum += windowSsim(one, other, x, y)
      windows += 1
    }
  return sum / windows
}

function windowSsim(one: Grey, other: Grey, left: number, top: number): number {
  let [sumA, sumB, squaresA, squaresB, products] = [0, 0, 0, 0, 0]
  for (let y = top; y < top + side; y += 1)
    for (let place = y * one.width + left; place < y * one.width + left + side; place += 1) {
      const a = one.samples[place] ?? 0
      const b = other.samples[place] ?? 0
      sumA += a
      sumB += b
      squaresA += a * a
      squaresB += b * b
      products += a * b
    }
  const count = side * side
  const [meanA, meanB] = [sumA / count, sumB / count]
  const [varianceA, varianceB] = [squaresA / count - meanA * meanA, squaresB / count - meanB * meanB]
  const covariance = products / count - meanA * meanB
  return (
    ((2 * meanA * meanB + c1) * (2 * covariance + c2)) /
    ((meanA * meanA + meanB * meanB + c1) * (varianceA + varianceB + c2))
  )
}
