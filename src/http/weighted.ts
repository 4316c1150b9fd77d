/** One entry of a list with qualities, such as a media range with its profiles or a content coding, in lower case. */
export type Weighted = Readonly<{ name: string; quality: number; profiles: readonly string[] }>

const longestHeader = 2000

/** RFC 9110 §12.4.2; parameters other than `q` and `profile` (RFC 6906) are passed over. */
export function readWeighted(header: string): readonly Weighted[] {
  return header
    .slice(0, longestHeader)
    .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map(part => {
      const [name = '', ...parameters] = part.split(';').map(word => word.trim().toLowerCase())
      const given = parameters.find(parameter => parameter.startsWith('q='))
      const quality = given === undefined ? 1 : Number(given.slice(2))
      const profiles = parameters.flatMap(parameter => /^profile="?([^"]*)"?$/.exec(parameter)?.[1]?.split(' ') ?? [])
      return { name, profiles, quality: quality >= 0 && quality <= 1 ? quality : 0 }
    })
}
