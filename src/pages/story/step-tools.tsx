import type { Analysis } from '../../catalogue/story.js'
import { NextIcon, PreviousIcon } from '../parts/icons.js'
import type { Visit } from '../visit.js'
import { Line } from './words.js'

/** The way through the steps; shown by the browser code, for which alone it does something. */
export function StepTools({ story, visit }: { story: Analysis; visit: Visit }) {
  const { phrases, language } = visit
  const voice = { reader: language, languages: story.languages }
  return (
    <nav class="step-tools" aria-label={phrases.story.steps} aria-describedby="step_keys" hidden data-steps>
      <button
        type="button"
        data-step-by="-1"
        aria-label={phrases.story.previousStep}
        title={phrases.story.previousStep}
      >
        <PreviousIcon />
      </button>
      <details class="step-list">
        <summary>
          <span class="visually-hidden">{`${phrases.story.listOfSteps} `}</span>
          <span data-opening>{phrases.story.stepsCounted(story.steps.length)}</span>
          <span data-count hidden>
            <span data-step-number>1</span>
            {' / '}
            {story.steps.length}
          </span>
        </summary>
        <ol>
          {story.steps.map((step, index) => (
            <li key={step.id}>
              <a href={`#${step.id}`} target="_self">
                <span class="number">{index + 1}</span>
                {step.title ? (
                  <Line of={step.title} voice={voice} />
                ) : (
                  <span>{phrases.story.step(index + 1, story.steps.length)}</span>
                )}
              </a>
            </li>
          ))}
        </ol>
      </details>
      <button type="button" data-step-by="1" class="worded" title={phrases.story.nextStep}>
        <span>{phrases.story.nextStep}</span>
        <NextIcon />
      </button>
      <span class="visually-hidden" id="step_keys">
        {phrases.story.stepKeys}
      </span>
    </nav>
  )
}
