/** What a viewer's page asks for. */
export function viewerPlace(): Readonly<{ manifest: string; language: string }> {
  const { manifest = '', language = 'fr' } = document.getElementById('viewer')?.dataset ?? {}
  return { manifest, language }
}
