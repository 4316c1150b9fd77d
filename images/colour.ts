export type Rgb = readonly [red: number, green: number, blue: number]

export function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

const byte = (value: number) => Math.round(Math.min(255, Math.max(0, value)))

export const hex = ([red, green, blue]: Rgb): string =>
  `#${((1 << 24) | (byte(red) << 16) | (byte(green) << 8) | byte(blue)).toString(16).slice(1)}`

/** The colour a share of the way from one pigment to another. */
export function mix(from: string, to: string, share: number): string {
  const [a, b] = [rgb(from), rgb(to)]
  return hex([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share])
}

export const darker = (pigment: string, share: number): string => mix(pigment, '#24170f', share)
export const lighter = (pigment: string, share: number): string => mix(pigment, '#fdf3dc', share)
export const grey = (level: number): string => hex([level, level, level])
