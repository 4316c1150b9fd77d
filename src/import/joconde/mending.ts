import { windows1252 } from '../table/encoding.js'

const high = '\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'
/** UTF-8 that was read as windows-1252 and saved again: `Ã¨` for `è`, `â€™` for an apostrophe. */
const misread = new RegExp(`[ÂÃÅ][${high}]|â[€„†][${high}]`, 'u')
const runs = new RegExp(`[${high}]{2,}`, 'gu')
const controls = /[\u0080-\u009f]/

/** The text that was meant, where a wrong encoding left traces that can be read back; else the text as it stands. */
export function mended(text: string): string {
  const reread = misread.test(text) ? text.replace(runs, run => decoded(run) ?? run) : text
  // Characters that nothing can show are windows-1252 that was read as latin1: its dashes and apostrophes
  return controls.test(reread)
    ? reread.replace(/[\u0080-\u009f]/g, character => windows1252[character.charCodeAt(0) - 0x80] ?? '')
    : reread
}

function decoded(run: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(run, byteOf))
  } catch {
    return undefined
  }
}

const byteOf = (character: string): number => {
  const code = character.charCodeAt(0)
  return code <= 0xff ? code : windows1252.indexOf(character) + 0x80
}
