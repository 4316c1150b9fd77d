import type { Readers } from '../../catalogue/readers.js'
import type { ImageRecord } from '../../image/record.js'
import type { PresentationContext } from '../../presentation/context.js'
import { stageStory } from '../../presentation/stories/stage.js'
import type { DrawnPicture } from '../../presentation/stories/staging.js'
import { parseDrawnImageId } from '../../stories/drawn/ids.js'
import { drawnPart } from '../../stories/drawn/parts.js'
import { drawnView } from '../../stories/drawn/sizes.js'
import { loadShown } from '../../stories/shown.js'
import { allPublished } from './contents.js'

/** A picture that is drawn for a story; `of` the work's picture that it repeats, where it repeats one. */
export type DrawnForStory = Readonly<{ picture: DrawnPicture; of: ImageRecord | undefined }>

/** The pictures that manifests of stories name, in all their languages, and that are drawn for them; each once. */
export async function* drawnForStories(
  { reader, stories }: Readers,
  context: PresentationContext,
): AsyncGenerator<DrawnForStory> {
  for await (const published of allPublished(stories)) {
    const { story } = published
    const shown = await loadShown(reader, stories, story)
    const canvases = story.languages.flatMap(language => stageStory(published, { language }, shown, context).canvases)
    const drawn = canvases.flatMap(({ pictures }) => pictures.flatMap(each => (each.kind === 'drawn' ? [each] : [])))
    for (const picture of new Map(drawn.map(each => [each.id, each])).values()) {
      const named = parseDrawnImageId(picture.id)
      const part = named && drawnPart(story, named.part, named.cut)
      yield { picture, of: part?.kind === 'view' ? drawnView(part, shown.works)?.image : undefined }
    }
  }
}
