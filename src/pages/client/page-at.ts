/** Another page of this site, to take a part from; undefined where it cannot be had. */
export async function pageAt(address: string): Promise<Document | undefined> {
  try {
    const reply = await fetch(address)
    return reply.ok ? new DOMParser().parseFromString(await reply.text(), 'text/html') : undefined
  } catch {
    return undefined
  }
}
