/** The belfry, from its doorstep at the origin up to the dragon, in pixels of the picture. */
export const STONE = '#cdbd97'

export const BRICK = '#a5583f'

export const SLATE = '#66706f'
