import { closeSync, rmSync, writeSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { DomainError } from '../errors.js'
import { importStories } from '../import/stories/import.js'
import {
  openStoryTally,
  storiesJson,
  storiesText,
  storyRemarkHeader,
  storyRemarkRows,
} from '../import/stories/report.js'
import { openServices } from '../services.js'
import type { Invocation } from './command.js'
import { createReport } from './new-file.js'

/** `beffroi import FOLDER|FILE --format stories`. @throws DomainError `refused` where a story was refused */
export async function importStoriesFrom(path: string, invocation: Invocation): Promise<void> {
  const { settings, config, stdout, stderr, signal } = invocation
  const { dryRun, draft, work, mapping } = settings
  if (mapping !== undefined)
    throw new DomainError('misuse', 'Stories need no mapping; leave out --mapping, or say --format csv.')
  const services = await openServices(config)
  const tally = openStoryTally()
  const report = openStoryReport(settings.report)
  const file = basename(resolve(path))
  let sentences: readonly string[] | undefined
  try {
    sentences = await importStories(path, services, {
      bounds: config.stories,
      preview: dryRun,
      draft,
      ...(work !== undefined && { work }),
      signal,
      onStory(story) {
        tally.add(story)
        report.write(storyRemarkRows(story))
      },
    })
  } finally {
    report.close(sentences !== undefined)
    await services.close()
  }
  const counts = tally.close()
  stderr.write(storiesText(counts, sentences, file, dryRun))
  stdout.write(`${storiesJson(counts, file, dryRun)}\n`)
  if (counts.refused > 0) throw new DomainError('refused', `Not all is imported: ${counts.refused} refused, see above.`)
}

function openStoryReport(path: string | undefined) {
  if (path === undefined) return { write() {}, close() {} }
  if (/\.html?$/i.test(path)) throw new DomainError('misuse', 'Stories have no report in HTML; name a .csv file.')
  const report = createReport(path)
  writeSync(report, storyRemarkHeader)
  return {
    write: (rows: string): void => void writeSync(report, rows),
    close(whole: boolean): void {
      closeSync(report)
      if (!whole) rmSync(path)
    },
  }
}
