import t from 'tap'
import { flawKinds } from '../../src/catalogue/audit.js'
import { checks } from '../../src/check/checks.js'
import { reportLanguages, rules } from '../../src/check/finding.js'

t.test('every finding is said in both languages, with what to do', async t => {
  for (const [code, { says, mend }] of Object.entries(rules))
    for (const language of reportLanguages) {
      t.match(says[language], /\S.*\.$/, `${code} in ${language}`)
      t.match(mend[language], /\S.*\.$/, `${code} in ${language}`)
    }
})

t.test('every flaw of the database is a finding', async t => {
  t.strictSame(
    flawKinds.filter(kind => !Object.hasOwn(rules, kind)),
    [],
  )
})

t.test('checks have names of their own', async t => {
  t.equal(new Set(checks.map(({ name }) => name)).size, checks.length)
})
