/** Letters without their accents, to compare words however they were typed. */
export const unaccented = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '')
