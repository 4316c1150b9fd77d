/** Bytes that tell which derivative they belong to, every one of them. */
export const contentOf = (number: number, bytes: number): Buffer =>
  Buffer.from(`${number}/`.repeat(Math.ceil(bytes / 2))).subarray(0, bytes)

export function keyOf(number: number): Buffer {
  const key = Buffer.alloc(16)
  key.writeUInt32BE(number)
  return key
}
