/** What masters may be: the format's short name, which is sharp's where sharp reads it, and the one that people know. */
export const masterFormats = {
  tiff: 'TIFF',
  jpeg: 'JPEG',
  png: 'PNG',
  webp: 'WebP',
  gif: 'GIF',
  avif: 'AVIF',
  jp2: 'JPEG 2000',
} as const

export type MasterFormat = keyof typeof masterFormats

export type Identity = Readonly<{ kind: 'accepted'; format: MasterFormat } | { kind: 'refused'; why: string }>

/** How many bytes of a file `identify` looks at. */
export const HEAD_BYTES = 512

const accept = (format: MasterFormat): Identity => ({ kind: 'accepted', format })
const refuse = (why: string): Identity => ({ kind: 'refused', why })

const notYet = (name: string) => refuse(`${name} is not read yet; export it as TIFF.`)
export const rawPhotograph = 'It is a raw camera file; develop it and export it as TIFF.'

/** First bytes, in Latin-1, and what they mean; the first line that fits counts, so special cases stand before general ones. */
const signatures: readonly (readonly [RegExp, Identity])[] = [
  [/^$/, refuse('The file is empty; copy it again.')],
  [/^II\*\0.{4}CR/s, refuse(rawPhotograph)],
  [/^(IIRO|IIRS|MMOR|IIU\0|FUJIFILMCCD-RAW)/, refuse(rawPhotograph)],
  [/^(II[*+]\0|MM\0[*+])/, accept('tiff')],
  [/^\xff\xd8\xff/, accept('jpeg')],
  [/^\x89PNG\r\n.\n/, accept('png')],
  [/^RIFF.{4}WEBP/s, accept('webp')],
  [/^GIF8[79]a/, accept('gif')],
  [/^.{4}ftypavi[fs]/s, accept('avif')],
  [/^.{4}ftyp(mif1|msf1).{4}([^\0]{4}){0,8}?avif/s, accept('avif')],
  [/^.{4}ftypcrx /s, refuse(rawPhotograph)],
  [/^.{4}ftyp(hei|hev|mif1|msf1)/s, notYet('HEIC')],
  [/^.{4}ftyp/s, refuse('It is a film, not a picture; export a frame as TIFF.')],
  [/^(\0{3}.jP {2}\r\n|\xff\x4f\xff\x51)/s, accept('jp2')],
  [/^(\0{3}.JXL \r\n|\xff\n)/s, notYet('JPEG XL')],
  [/^II\xbc/, notYet('JPEG XR')],
  [/^8BPS/, refuse('It is a Photoshop document; flatten it and export it as TIFF.')],
  [/^BM.{4}\0{4}/s, notYet('BMP')],
  [/^\s*%PDF-/, refuse('It is a PDF document, not a picture; export its page as TIFF.')],
  [
    /^(\xef\xbb\xbf)?\s*(<\?xml[^>]*>)?[\s\S]{0,400}<svg/i,
    refuse('SVG is a drawing, not a picture; export it as PNG or TIFF.'),
  ],
  [/^[\t\n\r\x20-\x7e\x80-\xff]+$/, refuse('It is a text, not a picture.')],
]

/** Tells a file's format from its first bytes; its name has no say. */
export function identify(head: Buffer): Identity {
  const start = head.toString('latin1', 0, HEAD_BYTES)
  const known = signatures.find(([signature]) => signature.test(start))
  const formats = Object.values(masterFormats).join(', ')
  return known?.[1] ?? refuse(`It is not a picture that can be read; what can be is ${formats}.`)
}
