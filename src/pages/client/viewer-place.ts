/** What a viewer's page asks for; `region` in px of the canvas. */
export function viewerPlace(): Readonly<{ manifest: string; canvas?: string; region?: string; language: string }> {
  const { manifest = '', canvas, region, language = 'fr' } = document.getElementById('viewer')?.dataset ?? {}
  return { manifest, language, ...(canvas && { canvas }), ...(region && { region }) }
}
