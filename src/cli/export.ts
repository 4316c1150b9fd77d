import { basename, resolve } from 'node:path'
import { DomainError } from '../errors.js'
import { type ExportedStory, exportStories } from '../export/stories.js'
import { openServices } from '../services.js'
import type { Command, Invocation } from './command.js'
import { runSiteExport } from './export-site.js'
import { throwIfInterrupted } from './interruption.js'

/** What may be asked of pictures, as the server has it that ingested them. */
const limits = ['maxWidth', 'maxHeight', 'maxArea'] as const

export const exportCommand: Command = {
  summary: 'writes a site of plain files, or stories as files that people can read and write',
  operands: 'DIR',
  arity: [1, 1],
  details: `
Without --format, writes into DIR all that is published, as a site of plain files that any web server shows, or a USB stick
with the smallest of servers: pages in French, English and Dutch, deep zoom, IIIF documents (docs/operations.md). With
--slug or --kind it has those stories alone, with the works in them. --base-url says where it will stand, which IIIF
documents name; pages work anywhere. --regions-only leaves out what no story shows from near. The site stands in DIR when it
is whole; again, only what has changed is made. A folder that holds anything else is refused.

--format stories writes visual analyses and exhibitions into DIR, each in a folder of its own, as Markdown with a file
for each language (docs/stories.md). "beffroi import DIR --format stories" reads them again; nothing is lost on the way.
--kind and --slug choose among the stories; without them, all are written, drafts too, each as its curators have it now.
Files that say the same are left alone. A file that somebody changed since, or that was there before, is not
overwritten: its story is left as it is and named, and the exit code is 1; --replace overwrites it.

Examples: beffroi export /media/usb/cloches --kind exhibition --slug cloches-et-beffrois
          beffroi export stories/ --format stories --kind analysis --slug une-kermesse`,
  options: ['format', 'kind', 'slug', 'replace', 'baseUrl', 'siteName', 'regionsOnly', 'pageSize', ...limits],

  async run(invocation) {
    const { format } = invocation.settings
    if (format !== undefined && format !== 'stories')
      throw new DomainError('misuse', 'Expected --format stories, or no --format for a site of plain files.')
    try {
      await (format === 'stories' ? runStoriesExport(invocation) : runSiteExport(invocation))
    } catch (error) {
      throwIfInterrupted(invocation.signal)
      throw error
    }
  },
}

async function runStoriesExport({ operands, settings, config, stderr, stdout, signal }: Invocation): Promise<void> {
  const folder = resolve(operands[0] ?? '')
  const services = await openServices(config)
  const counts = { written: 0, unchanged: 0, left: 0 }
  try {
    const stories = await exportStories(folder, services.storyWriter, {
      ...selection(settings),
      replace: settings.replace,
      signal,
      onStory(story) {
        counts[story.outcome] += 1
        stderr.write(linesOf(story))
      },
    })
    if (stories === 0) throw new DomainError('not-found', nothingSelected(settings))
    stderr.write(`${basename(folder)}: ${counts.written} written, ${counts.unchanged} unchanged, ${counts.left} left\n`)
    stdout.write(`${JSON.stringify({ folder: basename(folder), kind: 'stories', stories, ...counts })}\n`)
  } finally {
    await services.close()
  }
  if (counts.left > 0)
    throw new DomainError('refused', `Not all is written: ${counts.left} left, see above; --replace overwrites them.`)
}

function linesOf({ outcome, left }: ExportedStory): string {
  const why =
    outcome === 'left'
      ? 'changed since it was exported, or never exported; left as it is'
      : 'not of this story any more, but not an export’s either; left where it is'
  return left.map(name => `${name}: ${why}\n`).join('')
}

const selection = ({ kind, slug }: Invocation['settings']) => ({
  ...(kind !== undefined && { kind }),
  ...(slug !== undefined && { slug }),
})

const nothingSelected = ({ kind, slug }: Invocation['settings']): string =>
  slug === undefined ? `There is no ${kind ?? 'story'} yet.` : `There is no ${kind ?? 'story'} "${slug}".`
