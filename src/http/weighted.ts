/** One entry of a list with qualities, such as a media range or a content coding, in lower case. */
export type Weighted = Readonly<{ name: string; quality: number }>

const longestHeader = 2000

/** RFC 9110 §12.4.2; parameters other than `q` are passed over. */
export function readWeighted(header: string): readonly Weighted[] {
  return header
    .slice(0, longestHeader)
    .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map(part => {
      const [name = '', ...parameters] = part.split(';').map(word => word.trim().toLowerCase())
      const given = parameters.find(parameter => parameter.startsWith('q='))
      const quality = given === undefined ? 1 : Number(given.slice(2))
      return { name, quality: quality >= 0 && quality <= 1 ? quality : 0 }
    })
}
