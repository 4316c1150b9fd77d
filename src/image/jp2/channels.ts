import { DomainError } from '../../errors.js'
import type { Component } from './codestream.js'
import type { Colour, Jp2Header } from './header.js'

/** Where a channel's samples come from: a component, and the palette's values that its samples number. */
export type Channel = Readonly<{ component: number; bits: number; values?: readonly number[] }>

/** What a picture's components are to become: colours in their order, then opacity where there is any. */
export type Channels = Readonly<{
  kind: 'grey' | 'rgb' | 'cmyk'
  colours: readonly Channel[]
  alpha?: Channel
  /** Whether the colours are still luma and chroma. */
  ycc: boolean
  /** of samples once unpacked */
  bits: 8 | 16
  profile?: Buffer
}>

export const channelCount = ({ colours, alpha }: Channels): number => colours.length + (alpha ? 1 : 0)

const counts = { grey: 1, rgb: 3, cmyk: 4 } as const
const profileKinds: Readonly<Record<string, Channels['kind']>> = { GRAY: 'grey', 'RGB ': 'rgb', CMYK: 'cmyk' }

/** Finds the colours of a picture among its components. @throws DomainError `refused` where that is in doubt */
export function channelsOf({ main, colour, palette, mapping, definitions }: Jp2Header): Channels {
  const depths = palette?.bits
  const sources = palette
    ? (mapping ?? palette.columns.map((_, column) => ({ component: 0, column })))
    : main.components.map((_, component) => ({ component, column: undefined }))
  const all = sources.map(({ component, column }): Channel => {
    const bits = main.components[component]?.bits ?? 0
    const values = column === undefined ? undefined : palette?.columns[column]
    return values ? { component, bits: depths?.[column ?? 0] ?? 0, values } : { component, bits }
  })
  const kind = kindOf(colour, all.length)
  const count = counts[kind]
  const placed = definitions?.filter(({ type }) => type === 0).toSorted((one, other) => one.place - other.place)
  const opaque = definitions ? definitions.find(({ type, place }) => type === 1 && place === 0)?.channel : count
  if (definitions?.some(({ type }) => type === 2))
    throw refused('Its transparency is multiplied into its colours; export it as TIFF.')
  const colours = (placed?.map(({ channel }) => all[channel]) ?? all.slice(0, count)).filter(channel => !!channel)
  if (colours.length !== count || all.length > count + 1)
    throw refused(`It has ${all.length} channels, which are not those of its colour space; export it as TIFF.`)
  const alpha = opaque === undefined ? undefined : all[opaque]
  const used = [...colours, ...(alpha ? [alpha] : [])]
  for (const { component } of used) checkComponent(main.components[component])
  const subsampled = isSubsampled(main.components)
  checkSubsampling(subsampled, colour, main.atOrigin, used.length)
  return {
    kind,
    colours,
    ...(alpha ? { alpha } : {}),
    // The codec itself turns chroma of fewer samples into RGB.
    ycc: colour.kind === 'sycc' && !subsampled,
    bits: used.some(({ bits }) => bits > 8) ? 16 : 8,
    ...(colour.kind === 'icc' ? { profile: colour.profile } : {}),
  }
}

function kindOf(colour: Colour, channels: number): Channels['kind'] {
  switch (colour.kind) {
    case 'unsaid':
      return channels <= 2 ? 'grey' : 'rgb'
    case 'srgb':
    case 'sycc':
      return 'rgb'
    case 'grey':
    case 'cmyk':
      return colour.kind
    case 'unknown':
      throw refused(`Its colour space (number ${colour.number}) is not one that is read; export it as TIFF.`)
    case 'icc': {
      const kind = profileKinds[colour.profile.toString('latin1', 16, 20)]
      if (!kind) throw refused('Its colour profile is not of grey, RGB or CMYK; export it as TIFF.')
      return kind
    }
  }
}

function checkComponent(component: Component | undefined): void {
  if (!component) throw refused('The file is damaged: it names a component that it has not. Export it again.')
  if (component.signed) throw refused('Its samples are signed measurements, not colours; export it with 8 or 16 bits.')
  if (component.bits > 16) throw refused(`Its samples have ${component.bits} bits; export it with 8 or 16.`)
}

const isSubsampled = (components: readonly Component[]): boolean => components.some(({ dx, dy }) => dx > 1 || dy > 1)

/** Chroma of half the width, and perhaps half the height, is what the codec can spread. */
function checkSubsampling(subsampled: boolean, colour: Colour, atOrigin: boolean, channels: number): void {
  if (subsampled && !(colour.kind === 'sycc' && atOrigin && channels === 3))
    throw refused('Its components differ in size; export it as TIFF.')
}

const refused = (sentence: string): DomainError => new DomainError('refused', sentence)
