import { tagOf } from '../icc.js'

/** The description inside an ICC profile (ICC.1 §9.2.41: `mluc` in version 4, `desc` in version 2), for the record alone. */
export function profileDescription(icc: Buffer): string | undefined {
  const tag = tagOf(icc, 'desc')
  return tag && textOf(tag)
}

function textOf(tag: Buffer): string | undefined {
  const type = tag.toString('latin1', 0, 4)
  if (type === 'desc' && tag.length > 12) return clean(tag.toString('latin1', 12, 12 + tag.readUInt32BE(8)))
  if (type !== 'mluc' || tag.length < 28) return undefined
  const offset = tag.readUInt32BE(24)
  // Stored as UTF-16 big-endian; Buffer reads little-endian.
  const words = Buffer.from(tag.subarray(offset, offset + (tag.readUInt32BE(20) & ~1)))
  return words.length % 2 === 0 ? clean(words.swap16().toString('utf16le')) : undefined
}

const clean = (text: string): string | undefined =>
  text
    .replace(/[\p{Cc}\p{Cn}]+/gu, ' ')
    .trim()
    .slice(0, 120) || undefined
