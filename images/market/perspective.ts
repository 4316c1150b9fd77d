/** The square is seen from a high window: people shrink and pale towards the belfry. */
export const WIDTH = 12000
export const HEIGHT = 9000

/** Where the paving meets the far houses. */
export const FAR = 4050

const FAR_SCALE = 1.42
const NEAR_SCALE = 6.4

/** Pixels for a hundredth of a grown person's height, at a line of the paving. */
export const scaleAt = (y: number): number => FAR_SCALE + ((y - FAR) / (HEIGHT - FAR)) * (NEAR_SCALE - FAR_SCALE)

export const hazeAt = (y: number): number => Math.min(0.5, Math.max(0, 0.3 * (1 - (y - FAR) / 3400)))

export const AIR = { colour: '#d8cfb6' }

/** The light falls from the upper right; shadows lie to the lower left. */
export const SHADOW = '#2d2019'
export const INK = '#33241a'
