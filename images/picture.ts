/** A picture that can be painted a band of rows at a time, in any order; each row is width x 3 bytes of RGB. */
export type Picture = Readonly<{ paint: (top: number, rows: number) => Promise<Buffer> }>
