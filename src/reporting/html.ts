const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text from elsewhere as text of a page: no markup, and no characters that no page may hold. */
export const escaped = (text: string): string =>
  text.replace(/(?!\n)\p{Cc}/gu, '�').replace(/[&<>"]/g, character => entities[character] ?? '')
