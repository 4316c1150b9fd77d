import { notPhotographed } from '../label.js'
import { caption, creditOf, toldBeside } from './head.js'
import { noticePicture } from './pictures.js'
import { type BlockOf, blockKey, blockLabel, type Rooms, toldIn } from './rooms.js'
import type { StagedCanvas } from './staging.js'
import { said, words } from './words.js'

/** The text of a block whose works have no pictures, or are not published any more; of a work that is, with its label. */
export function missingCanvas(
  block: BlockOf<'work' | 'detail' | 'comparison'>,
  comments: StagedCanvas['comments'],
  rooms: Rooms,
): StagedCanvas {
  const { tongue, shown, context } = rooms
  const { language } = tongue
  const label = blockLabel(block, rooms)
  const work = block.kind === 'comparison' ? undefined : shown.works.get(block.work)
  return {
    key: blockKey(block.id),
    part: 'missing',
    label,
    summary: said(work?.views.length === 0 ? notPhotographed : words.withdrawn, language),
    metadata: [
      ...toldBeside(said(words.commentary, language), block.text, tongue),
      ...(work ? caption(work, language) : []),
    ],
    ...(work ? { statement: creditOf(work, language, context), work } : {}),
    ...noticePicture(block.id, label, toldIn(rooms)),
    comments,
    marks: [],
  }
}
