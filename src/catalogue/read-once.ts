import type { Readers } from './readers.js'

/**
 * The same readers, which give the work that they read last, and its stories, again while nothing has been written: who
 * asks for everything of one work after another reads each once.
 */
export function readOnce({ reader, stories }: Readers): Readers {
  const workInFull = lastOf((id: string) => reader.workInFull(id), reader.epoch)
  const works = lastOf((id: string) => reader.works([id]), reader.epoch)
  const showing = lastOf((work: string, limit: number) => stories.showing(work, limit), reader.epoch)
  return {
    reader: {
      ...reader,
      workInFull: workInFull.read,
      works: async ids => {
        const [id, ...others] = ids
        if (id === undefined || others.length > 0) return reader.works(ids)
        const known = await workInFull.known(id)
        return known ? [known.work] : works.read(id)
      },
    },
    stories: { ...stories, showing: showing.read },
  }
}

/** What was read last, by its arguments and the epoch before it was read. */
function lastOf<Arguments extends readonly unknown[], Result>(
  read: (...asked: Arguments) => Promise<Result>,
  epoch: () => number,
) {
  let last: Readonly<{ asked: Arguments; epoch: number; result: Promise<Result> }> | undefined
  const known = (...asked: Arguments): Promise<Result> | undefined =>
    last && last.epoch === epoch() && asked.every((each, index) => each === last?.asked[index])
      ? last.result
      : undefined
  return {
    known,
    read(...asked: Arguments): Promise<Result> {
      const result = known(...asked)
      if (result) return result
      last = { asked, epoch: epoch(), result: read(...asked) }
      return last.result
    },
  }
}
