import type { Visit } from './visit.js'

const commands = {
  demo: 'beffroi demo',
  museums: 'beffroi import --format museofile musees.csv',
  works: 'beffroi import --format csv --mapping colonnes.json catalogue.csv',
  pictures: 'beffroi ingest photographies/',
} as const

/** What an operator sees who has just started the server: what to do next. */
export function EmptyHouse({ visit }: { visit: Visit }) {
  const { phrases } = visit
  const steps = Object.keys(commands) as (keyof typeof commands)[]
  return (
    <div class="notice-page">
      <h1>{phrases.emptyTitle}</h1>
      <p class="lead">{phrases.emptyDetails}</p>
      <dl class="steps">
        {steps.map(step => (
          <div key={step}>
            <dt>{phrases.emptySteps[step]}</dt>
            <dd>
              <code>{commands[step]}</code>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
