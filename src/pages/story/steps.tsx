import type { LayerImage } from '../../catalogue/model.js'
import type { Analysis, Counterpart as CounterpartText, Mark, Step } from '../../catalogue/story.js'
import { layerLabels } from '../../presentation/label.js'
import { phrase } from '../../presentation/languages.js'
import { findPlace } from '../../stories/places.js'
import { stageSource } from '../copies.js'
import { ShortLabel } from '../parts/cartel.js'
import { Words } from '../parts/words.js'
import type { Beside, StepData } from '../told.js'
import { altOf, Figure, layerOf, placeIn, type ShownPlace } from './figure.js'
import { titleOf } from './names.js'
import { plainText, type Telling, voiceOf } from './telling.js'
import { detailAddress } from './to-work.js'
import { Line, ProseText } from './words.js'

type Props = Readonly<{ telling: Telling<Analysis>; planes: readonly LayerImage[] }>

/** A column of text beside the held picture; all of a narrow window. */
const columnSizes = '(min-width: 64rem) 34vw, 100vw'

/** The steps as an illustrated article; with browser code the held picture goes along with them instead. */
export function Steps({ telling, planes }: Props) {
  const { steps } = telling.published.story
  return (
    <div class="steps-told">
      {steps.map((step, index) => (
        <OneStep key={step.id} step={step} index={index} telling={telling} planes={planes} />
      ))}
    </div>
  )
}

function OneStep({ step, index, telling, planes }: Props & { step: Step; index: number }) {
  const { phrases } = telling.visit
  const { story } = telling.published
  const voice = voiceOf(telling)
  const shown = placeIn(step, story.work, telling, step.layer)
  const counterpart = step.counterpart && placeIn(step.counterpart, step.counterpart.work, telling)
  return (
    <section
      class="step"
      id={step.id}
      aria-labelledby={`${step.id}_title`}
      data-step={shown && JSON.stringify(stepData(step, shown, counterpart, { telling, planes }))}
    >
      <h2 id={`${step.id}_title`}>
        <span class="step-number" aria-hidden="true">
          {index + 1}
        </span>
        <span class="visually-hidden">
          {phrases.story.step(index + 1, story.steps.length)}
          {'. '}
        </span>
        <Line of={step.title} voice={voice} />
      </h2>
      {shown && <StepFigures step={step} shown={shown} telling={telling} />}
      <ProseText of={step.text} voice={voice} />
      {shown && <Seen step={step} shown={shown} telling={telling} />}
      {step.counterpart && <Counterpart counterpart={step.counterpart} shown={counterpart} telling={telling} />}
    </section>
  )
}

type StepProps = Readonly<{ step: Step; shown: ShownPlace; telling: Telling<Analysis> }>

/** The detail itself, and beside another layer the same place in visible light. */
function StepFigures({ step, shown, telling }: StepProps) {
  const { visit } = telling
  const layered = step.layer && step.layer !== 'visible' && layerOf(shown.found.view, step.layer)
  const visible = layered && placeIn(step, shown.work.id, telling)
  return (
    <div class={visible ? 'step-figures paired' : 'step-figures'}>
      <Figure
        shown={shown}
        marks={step.marks}
        alternative={step.alternativeText}
        sizes={columnSizes}
        telling={telling}
        href={detailAddress(shown, visit, step.layer)}
      >
        {layered && (
          <figcaption class="quiet">
            <Words of={layered.label ?? phrase(layerLabels[layered.kind])} reader={visit.language} />
          </figcaption>
        )}
      </Figure>
      {visible && (
        <Figure shown={visible} sizes={columnSizes} telling={telling} href={detailAddress(visible, visit)}>
          <figcaption class="quiet">{layerLabels.visible[visit.language]}</figcaption>
        </Figure>
      )}
    </div>
  )
}

/** What stands for the region where the held picture shows it: read aloud, and shown to those who see it anyway. */
function Seen({ step, shown, telling }: StepProps) {
  const { phrases } = telling.visit
  const own = plainText(step.alternativeText, voiceOf(telling))
  const labels = markLabels(step.marks ?? [], telling)
  return (
    <p class="seen">
      {own ? phrases.story.seenHere(own) : `${altOf(shown, undefined, telling)}.`}
      {labels.length > 0 && ` ${phrases.story.marksHere(labels.join(', '))}`}
    </p>
  )
}

const markLabels = (marks: readonly Mark[], telling: Telling): readonly string[] =>
  marks.flatMap(({ label }) => plainText(label, voiceOf(telling)) ?? [])

type CounterpartProps = Readonly<{ counterpart: CounterpartText; shown: ShownPlace | undefined; telling: Telling }>

/** Another work that the step calls to mind. */
function Counterpart({ counterpart, shown, telling }: CounterpartProps) {
  const { visit } = telling
  const caption = <Line of={counterpart.caption} voice={voiceOf(telling)} />
  return (
    <aside class="counterpart" aria-label={visit.phrases.story.counterpart}>
      {shown ? (
        <Figure shown={shown} sizes={columnSizes} telling={telling} href={detailAddress(shown, visit)}>
          <figcaption>
            {caption}
            <ShortLabel work={shown.work} visit={visit} />
          </figcaption>
        </Figure>
      ) : (
        <p>
          {caption} <span class="quiet">{visit.phrases.story.workWithdrawn}</span>
        </p>
      )}
    </aside>
  )
}

function stepData(
  step: Step,
  { found, image, crop, work }: ShownPlace,
  counterpart: ShownPlace | undefined,
  { telling: { visit }, planes }: Props,
): StepData {
  const own = findPlace(step, work)
  const under = image === found.image || !own ? undefined : planes.indexOf(own.image)
  return {
    plane: planes.indexOf(image),
    region: crop.box,
    ...(under !== undefined && { under }),
    ...(counterpart && { counterpart: besideData(counterpart, visit) }),
  }
}

const besideData = ({ image, crop, work }: ShownPlace, visit: Telling['visit']): Beside => ({
  source: stageSource(image, visit),
  width: image.width,
  height: image.height,
  region: crop.box,
  name: visit.phrases.closeUp(titleOf(work, visit)),
})
