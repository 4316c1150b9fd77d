import { DomainError } from '../errors.js'
import { openTally } from '../import/pictures/closing.js'
import { ingestPictures } from '../import/pictures/ingest.js'
import type { GivenLimits } from '../import/pictures/limits.js'
import { readList } from '../import/pictures/list.js'
import { pictureProgress } from '../import/pictures/progress.js'
import { walk } from '../import/pictures/walk.js'
import { openServices } from '../services.js'
import type { Settings } from '../settings.js'
import type { Command, Invocation } from './command.js'
import { throwIfInterrupted } from './interruption.js'

const limitOptions = ['imageMaxWidth', 'imageMaxHeight', 'imageMaxArea'] as const

export const ingest: Command = {
  summary: 'brings pictures in: makes their pyramids and hangs them in works',
  operands: 'PATH...',
  arity: [1, 10_000],
  details: `
Takes pictures and folders of pictures (TIFF, JPEG, PNG, WebP, GIF, AVIF). Each becomes an image whose id is its file's
name; the files themselves are only read. What is ingested already is passed over, so that the same command can be run
again, after an interruption too. A closing table on stdout says what became of them; exit code 1 if any was refused.

A picture hangs in the work that its name begins with:
  000PE000157.tif             the work 000PE000157, first view
  000PE000157_2.tif           its second view
  000PE000157.infrared.tif    the first view in infrared (.ir); also .xray (.rx), .ultraviolet (.uv), .raking (.rasante)
  000PE000157_2.xray.tif      the second view in X-rays
Otherwise say it with --work, or with --list and the columns file, work, view, layer, id, label_fr, label_en, label_nl,
section_fr, section_en, section_nl, max_width, max_height, max_area. Pages of a TIFF become further images
(scan-p02, …) and hang as further views.

Example: beffroi ingest scans/ --create-works`,
  options: ['work', 'list', 'createWorks', 'replace', 'draft', 'jobs', 'quality', 'maxPixels', ...limitOptions],

  async run({ operands, settings, config, stdout, stderr, signal, warn }: Invocation) {
    const { work, createWorks, replace, draft } = settings
    const list = settings.list === undefined ? undefined : await readList(settings.list)
    const { candidates, passedOver } = await walk(operands)
    if (candidates.length === 0) throw new DomainError('not-found', 'There are no pictures in what was given.')
    const services = await openServices(config, warn)
    const tally = openTally(passedOver)
    const progress = pictureProgress(stderr, candidates)
    try {
      await ingestPictures(services, candidates, {
        ...(work === undefined ? {} : { work }),
        ...(list ? { list } : {}),
        createWorks,
        replace,
        draft,
        limits: limitsFrom(settings),
        jobs: config.ingest.jobs,
        signal,
        onEvent(event) {
          tally.add(event)
          progress.show(event)
        },
      })
    } finally {
      progress.end()
      if (tally.finished() > 0) stdout.write(tally.toString())
      await services.close()
    }
    throwIfInterrupted(signal)
    const refused = tally.count('refused')
    if (refused > 0) throw new DomainError('refused', `Not all is ingested: ${refused} refused, see above.`)
  },
}

/** The limits that were given, and only those. */
const limitsFrom = ({ imageMaxWidth, imageMaxHeight, imageMaxArea }: Settings): GivenLimits => ({
  ...(imageMaxWidth === undefined ? {} : { maxWidth: imageMaxWidth }),
  ...(imageMaxHeight === undefined ? {} : { maxHeight: imageMaxHeight }),
  ...(imageMaxArea === undefined ? {} : { maxArea: imageMaxArea }),
})
