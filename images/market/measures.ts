export const STOREY = 100

export const GROUND_FLOOR = 128

export const COURSE = 4.6
