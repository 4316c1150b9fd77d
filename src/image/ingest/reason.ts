import { DomainError } from '../../errors.js'

/** What libvips says of a failure, cut to one short clause without its own names and the machine's paths. */
export function whyUnreadable(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause)
  const lines = message.split('\n').map(line =>
    line
      .replace(/^Input file has corrupt header:\s*/, '')
      .replace(/^(Vips\w+|vips\w*|tiff2vips|pngload\w*|webp2vips|gifload\w*|heif\w*|tiff|png):\s*/i, '')
      .replace(/"?\/\S+"?/g, 'the file')
      .trim(),
  )
  return (
    lines
      .find(line => line !== '')
      ?.slice(0, 120)
      .replace(/\.$/, '') ?? 'unknown reason'
  )
}

/** Whether a failure is for want of space: then it is no picture's fault, and no other picture can do better. */
export const outOfSpace = (cause: unknown): boolean =>
  (cause as NodeJS.ErrnoException | undefined)?.code === 'ENOSPC' ||
  (cause instanceof Error && /no space left|dis[ck] quota|disk is full/i.test(cause.message))

export const noSpace = (cause: unknown): DomainError =>
  new DomainError('busy', 'There is no space left in the data directory; make room and run the command again.', {
    cause,
  })
