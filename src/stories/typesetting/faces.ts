/** The cuts that text is set in: those of the site, at the weights that print well. */
export const faces = {
  serif: { family: 'newsreader', cut: '400-normal' },
  serifItalic: { family: 'newsreader', cut: '400-italic' },
  serifBold: { family: 'newsreader', cut: '600-normal' },
  serifBoldItalic: { family: 'newsreader', cut: '600-italic' },
  sans: { family: 'instrument-sans', cut: '400-normal' },
  sansItalic: { family: 'instrument-sans', cut: '400-italic' },
  sansBold: { family: 'instrument-sans', cut: '600-normal' },
} as const

export type Face = keyof typeof faces

/** Each file holds some of the letters; the first that has one sets it. */
const subsets = ['latin', 'latin-ext'] as const

export const fontFiles = (face: Face): readonly string[] =>
  subsets.map(subset => `${faces[face].family}-${subset}-${faces[face].cut}.woff`)
