import type { Loan } from '../../catalogue/model.js'
import { lentBy } from '../../presentation/loan.js'
import { plain } from '../languages.js'
import type { Visit } from '../visit.js'
import { Words } from './words.js'

type Props = Readonly<{ loan: Loan; visit: Visit }>

/** Whose a borrowed work is, before anything else is said of it. */
export function Lender({ loan, visit: { language, phrases } }: Props) {
  const [original] = loan.homepages ?? []
  return (
    <p class="lender">
      {lentBy[language]} <Words of={loan.owner} reader={language} />
      {original && (
        <>
          <br />
          <a href={original.address}>{phrases.atTheLender(plain(loan.owner, language) ?? '')}</a>
        </>
      )}
    </p>
  )
}

/** The owner's credit as it wants it shown, in front of our own rights line. */
export const LenderStatement = ({ loan, visit: { language } }: Props) =>
  loan.statement ? (
    <>
      <Words of={loan.statement.value} reader={language} />
      {' · '}
    </>
  ) : null

/** The owner's notice, under its own words. */
export const LenderRecord = ({ loan, visit: { language } }: Props) => (
  <>
    {(loan.metadata ?? []).map(({ label, value }, index) => (
      <div key={index}>
        <dt>
          <Words of={label} reader={language} />
        </dt>
        <dd>
          <Words of={value} reader={language} />
        </dd>
      </div>
    ))}
  </>
)
