import type { Block, Exhibition, ExhibitionSection } from '../../catalogue/story.js'
import { Cartel } from '../parts/cartel.js'
import { OneBlock } from './blocks.js'
import { placeIn, type ShownPlace } from './figure.js'
import { plainText, type Telling, voiceOf } from './telling.js'
import { hangingOf, hangsWell, Wall } from './wall.js'
import { Line, ProseText } from './words.js'

type Props = Readonly<{ telling: Telling<Exhibition> }>

/** The way through the rooms, always in sight. */
export function WayThrough({ telling }: Props) {
  const { story } = telling.published
  return (
    <nav class="way-through" aria-label={telling.visit.phrases.story.rooms} data-way>
      <ol>
        {story.sections.map((section, index) => (
          <li key={section.id}>
            <a href={`#${section.id}`} target="_self">
              <span class="number">{index + 1}</span> <Line of={section.title} voice={voiceOf(telling)} />
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

export function Rooms({ telling }: Props) {
  const { sections } = telling.published.story
  return (
    <>
      {sections.map((section, index) => (
        <Room key={section.id} section={section} number={index + 1} next={sections[index + 1]} telling={telling} />
      ))}
    </>
  )
}

type RoomProps = Props & Readonly<{ section: ExhibitionSection; number: number; next: ExhibitionSection | undefined }>

function Room({ section, number, next, telling }: RoomProps) {
  const { phrases } = telling.visit
  const voice = voiceOf(telling)
  return (
    <section class="room" id={section.id} aria-labelledby={`${section.id}_title`}>
      <header class="room-head">
        <p class="eyebrow">{phrases.story.room(number)}</p>
        <h2 id={`${section.id}_title`}>
          <Line of={section.title} voice={voice} />
        </h2>
        <ProseText of={section.text} voice={voice} />
      </header>
      {runsOf(section.blocks).map(run => (
        <Run key={run[0]?.id} blocks={run} telling={telling} />
      ))}
      {next && (
        <p class="next-room">
          <a href={`#${next.id}`} target="_self">
            {phrases.story.nextRoom(plainText(next.title, voice) ?? String(number + 1))}
          </a>
        </p>
      )}
    </section>
  )
}

type WorkBlock = Extract<Block, { kind: 'work' }>

/** Works that follow each other stand together; everything else alone. */
function runsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const runs: Block[][] = []
  for (const block of blocks) {
    const last = runs.at(-1)
    if (last && block.kind === 'work' && last.at(-1)?.kind === 'work') last.push(block)
    else runs.push([block])
  }
  return runs
}

/** Works whose sizes are known hang on one wall at one scale. */
function Run({ blocks, telling }: { blocks: readonly Block[]; telling: Telling }) {
  const works = blocks.filter(block => block.kind === 'work')
  const sides = works.flatMap(block => placeIn(block, block.work, telling, block.layer) ?? [])
  const layout = hangingOf(sides)
  if (works.length < 2 || works.length !== blocks.length || sides.length < works.length || !hangsWell(layout)) {
    return blocks.map(block => <OneBlock key={block.id} block={block} telling={telling} />)
  }
  return (
    <div class="block">
      <Wall sides={sides} layout={layout} telling={telling}>
        {works.map((block, index) => (
          <HungWords key={block.id} block={block} shown={sides[index]} telling={telling} />
        ))}
      </Wall>
    </div>
  )
}

type HungProps = Readonly<{ block: WorkBlock; shown: ShownPlace | undefined; telling: Telling }>

function HungWords({ block, shown, telling }: HungProps) {
  return (
    <div id={block.id}>
      {shown && <Cartel work={shown.work} visit={telling.visit} heading="p" />}
      <ProseText of={block.text} voice={voiceOf(telling)} />
    </div>
  )
}
