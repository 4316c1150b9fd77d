import { basename, resolve } from 'node:path'
import { DomainError } from '../errors.js'
import { type ImportedStory, importStories } from '../import/stories/import.js'
import {
  openStoryTally,
  storiesJson,
  storiesText,
  storyRemarkHeader,
  storyRemarkRows,
} from '../import/stories/report.js'
import { openServices } from '../services.js'
import type { Invocation } from './command.js'
import { createReport, type ReportFile } from './new-file.js'

/** `beffroi import FOLDER|FILE --format stories`. @throws DomainError `refused` where a story was refused */
export async function importStoriesFrom(path: string, invocation: Invocation): Promise<void> {
  const { settings, config, stdout, stderr, signal } = invocation
  const { dryRun, draft, work, mapping } = settings
  if (mapping !== undefined)
    throw new DomainError('misuse', 'Stories need no mapping; leave out --mapping, or say --format csv.')
  const file = basename(resolve(path))
  const tally = openStoryTally()
  const sentences = await reporting(settings.report, async report => {
    const services = await openServices(config)
    const onStory = (story: ImportedStory) => {
      tally.add(story)
      report.write(storyRemarkRows(story))
    }
    const options = {
      bounds: config.stories,
      preview: dryRun,
      draft,
      ...(work !== undefined && { work }),
      signal,
      onStory,
    }
    return importStories(path, services, options).finally(() => services.close())
  })
  const counts = tally.close()
  stderr.write(storiesText(counts, sentences, file, dryRun))
  stdout.write(`${storiesJson(counts, file, dryRun)}\n`)
  if (counts.refused > 0) throw new DomainError('refused', `Not all is imported: ${counts.refused} refused, see above.`)
}

/** Keeps the report of what comes to its end, and no other. */
async function reporting<T>(path: string | undefined, work: (report: ReportFile) => Promise<T>): Promise<T> {
  const report = openStoryReport(path)
  try {
    const done = await work(report)
    report.keep()
    return done
  } catch (error) {
    report.discard()
    throw error
  }
}

const noReport: ReportFile = { write() {}, keep() {}, discard() {} }

function openStoryReport(path: string | undefined): ReportFile {
  if (path === undefined) return noReport
  if (/\.html?$/i.test(path)) throw new DomainError('misuse', 'Stories have no report in HTML; name a .csv file.')
  const report = createReport(path)
  report.write(storyRemarkHeader)
  return report
}
