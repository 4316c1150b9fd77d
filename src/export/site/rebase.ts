import { addressOfFile, fileOf, imageOf, pictureOf, serviceFolder } from './file-names.js'

/** From where the server says that it is to where the folder will stand; both without a final slash. */
export type Rebase = Readonly<{ own: string; base: string }>

/** Images and pictures that a page or document names: they must lie in the folder with it. */
export type Needs = Readonly<{ images: Set<string>; pictures: Set<string> }>

export const noNeeds = (): Needs => ({ images: new Set(), pictures: new Set() })

/** Path and query of an address of ours. */
export const withinSite = (text: string, { own }: Rebase): string | undefined =>
  text.startsWith(`${own}/`) ? text.slice(own.length) : undefined

export function noteNeeds(address: string, { images, pictures }: Needs): void {
  const image = imageOf(address)
  if (image !== undefined) images.add(image)
  if (pictureOf(address)) pictures.add(address)
}

/** What has a file is named by it; canvases and all else that stands within documents keep their names as they are. */
export function rebased(address: string, { base }: Rebase): string {
  const [path = '', fragment] = address.split('#', 2)
  const image = path.endsWith('/info.json') ? undefined : imageOf(path)
  const file = image === undefined ? fileOf(path) : serviceFolder(image)
  return `${base}${file === undefined ? path : `/${addressOfFile(file)}`}${fragment === undefined ? '' : `#${fragment}`}`
}

/** The same for all addresses within a text, which end where words do. */
export function rebaseText(text: string, rebase: Rebase): string {
  const { own } = rebase
  if (!text.includes(own)) return text
  const pattern = new RegExp(
    `${literally(own)}((?:[^\\s"'<>&\\\\]|&amp;)*?)(?=[.,;:)]*(?:[\\s"'<>\\\\]|&(?!amp;)|$))`,
    'g',
  )
  return text.replace(pattern, (_whole, address: string) => rebased(address.replaceAll('&amp;', '&'), rebase))
}

/** A pattern that an address alone fits. */
export const literally = (address: string): string => address.replace(/[.]/g, '\\.')
