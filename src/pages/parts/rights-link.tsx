import { isWebAddress, rightsWords } from '../rights.js'
import type { Visit } from '../visit.js'

/** A licence or rights statement in words, leading to itself where it is on the web. */
export function RightsLink({ uri, visit }: { uri: string; visit: Visit }) {
  const words = rightsWords(uri, visit.phrases)
  if (!isWebAddress(uri)) return <span>{words}</span>
  return (
    <a href={uri} rel="license">
      {words}
    </a>
  )
}
