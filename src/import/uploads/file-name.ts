import { printable } from '../../reporting/printable.js'

/** The name that a client gave a file, without folders: it is shown, and never a path. */
export const fileNameOf = (sent: string | undefined): string =>
  printable((sent ?? '').split(/[/\\]/).at(-1) ?? '').slice(-200) || 'picture'
