import type { Block, Detail } from '../../catalogue/story.js'
import { Cartel, ShortLabel } from '../parts/cartel.js'
import { Figure, placeIn, type ShownPlace } from './figure.js'
import { Invitation } from './invitation.js'
import { Linked } from './linked.js'
import { type Telling, voiceOf } from './telling.js'
import { detailAddress } from './to-work.js'
import { hangingOf, Wall } from './wall.js'
import { Line, ProseText } from './words.js'

type Of<Kind extends Block['kind']> = Readonly<{ block: Extract<Block, { kind: Kind }>; telling: Telling }>

/** What hangs in a room, by its kind. */
export function OneBlock({ block, telling }: { block: Block; telling: Telling }) {
  switch (block.kind) {
    case 'work':
      return <WorkBlock block={block} telling={telling} />
    case 'detail':
      return <DetailBlock block={block} telling={telling} />
    case 'text':
      return <TextBlock block={block} telling={telling} />
    case 'comparison':
      return <ComparisonBlock block={block} telling={telling} />
    case 'analysis':
      return <AnalysisBlock block={block} telling={telling} />
    case 'quotation':
      return <QuotationBlock block={block} telling={telling} />
  }
}

/** Beyond this a picture takes the whole width, and its words stand below. */
const landscape = 1.2
/** Below this it leaves most of its column empty, and its words stand close. */
const scroll = 0.5

function WorkBlock({ block, telling }: Of<'work'>) {
  const shown = placeIn(block, block.work, telling, block.layer)
  const work = telling.shown.works.get(block.work)
  const ratio = shown ? shown.crop.box.width / shown.crop.box.height : 1
  const wide = ratio > landscape
  const narrow = ratio < scroll && { class: 'block hung narrow', style: { '--ratio': ratio.toFixed(4) } }
  return (
    <div class={`block hung ${wide ? 'wide' : ''}`} id={block.id} {...narrow}>
      {shown && (
        <Figure
          shown={shown}
          sizes={wide ? '92vw' : '(min-width: 60rem) 55vw, 92vw'}
          telling={telling}
          href={detailAddress(shown, telling.visit, block.layer)}
        />
      )}
      <div class="block-words">
        {work ? (
          <Cartel work={work} visit={telling.visit} heading="p" />
        ) : (
          <p class="quiet">{telling.visit.phrases.story.workWithdrawn}</p>
        )}
        <ProseText of={block.text} voice={voiceOf(telling)} />
      </div>
    </div>
  )
}

function DetailBlock({ block, telling }: Of<'detail'>) {
  const { visit } = telling
  const { phrases } = visit
  const shown = placeIn(block, block.work, telling)
  const address = shown && detailAddress(shown, visit)
  return (
    <div class="block detail" id={block.id}>
      {shown && (
        <Figure
          shown={shown}
          marks={block.marks}
          alternative={block.alternativeText}
          sizes="(min-width: 60rem) 55vw, 92vw"
          telling={telling}
          {...(address && { href: address })}
        />
      )}
      <div class="block-words">
        {block.title && (
          <h3>
            <Line of={block.title} voice={voiceOf(telling)} />
          </h3>
        )}
        <ProseText of={block.text} voice={voiceOf(telling)} />
        {shown && address ? (
          <div class="short-labels">
            <ShortLabel work={shown.work} visit={visit} />
            <a class="more" href={address}>
              {phrases.story.lookAtDetail}
            </a>
          </div>
        ) : (
          <p class="quiet">{phrases.story.workWithdrawn}</p>
        )}
      </div>
    </div>
  )
}

function TextBlock({ block, telling }: Of<'text'>) {
  return (
    <div class="block text" id={block.id}>
      {block.title && (
        <h3>
          <Line of={block.title} voice={voiceOf(telling)} />
        </h3>
      )}
      <ProseText of={block.text} voice={voiceOf(telling)} />
    </div>
  )
}

function ComparisonBlock({ block, telling }: Of<'comparison'>) {
  const sides = block.sides.flatMap((side: Detail) => placeIn(side, side.work, telling) ?? [])
  const lacking = sides.length < block.sides.length
  return (
    <div class="block comparison" id={block.id}>
      {(block.title || block.text) && (
        <div class="block-words">
          {block.title && (
            <h3>
              <Line of={block.title} voice={voiceOf(telling)} />
            </h3>
          )}
          <ProseText of={block.text} voice={voiceOf(telling)} />
        </div>
      )}
      {block.mode === 'zoom' && sides.length > 0 && (
        <>
          <Linked id={block.id} sides={sides} telling={telling} />
          <SideLabels sides={sides} telling={telling} />
        </>
      )}
      {block.mode === 'scale' && sides.length > 0 && (
        <Wall sides={sides} layout={hangingOf(sides)} telling={telling}>
          {sides.map(({ work }, index) => (
            <ShortLabel key={index} work={work} visit={telling.visit} />
          ))}
        </Wall>
      )}
      {lacking && <p class="quiet">{telling.visit.phrases.story.workWithdrawn}</p>}
    </div>
  )
}

/** Under each side what it is; one work twice is named once. */
function SideLabels({ sides, telling }: { sides: readonly ShownPlace[]; telling: Telling }) {
  const works = [...new Set(sides.map(({ work }) => work))]
  return (
    <div class="side-labels">
      {works.map(work => (
        <ShortLabel key={work.id} work={work} visit={telling.visit} />
      ))}
    </div>
  )
}

function AnalysisBlock({ block, telling }: Of<'analysis'>) {
  const published = telling.shown.analyses.get(block.analysis)
  return (
    <div class="block invitation" id={block.id}>
      <ProseText of={block.text} voice={voiceOf(telling)} />
      {published ? (
        <Invitation telling={{ ...telling, published }} heading="h3" sizes="(min-width: 60rem) 45vw, 92vw" />
      ) : (
        <p class="quiet">{telling.visit.phrases.story.analysisWithdrawn}</p>
      )}
    </div>
  )
}

function QuotationBlock({ block, telling }: Of<'quotation'>) {
  return (
    <figure class="block quotation" id={block.id}>
      <blockquote>
        <ProseText of={block.text} voice={voiceOf(telling)} quotes />
      </blockquote>
      {block.source && (
        <figcaption>
          <Line of={block.source} voice={voiceOf(telling)} />
        </figcaption>
      )}
    </figure>
  )
}
