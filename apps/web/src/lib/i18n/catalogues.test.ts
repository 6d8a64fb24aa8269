import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { locales } from '@chorus/contracts/locale'
import { problemCatalogue } from '@chorus/contracts/problems'
import { thresholdCode } from '@chorus/contracts/trust'
import { expect, test } from 'vitest'
import { catalogueFaults } from './catalogue-faults.ts'

const messages = join(import.meta.dirname, 'messages')
const source = join(import.meta.dirname, '..', '..')
const server = join(source, '..', '..', 'api', 'src')
/** Everything that finds faults in files which pages send. */
const readers = [
  'csv',
  'history/read-history.ts',
  'organisation/derive-units.ts',
  'history/read-history-waves.ts',
  'instruments/read-instrument-csv.ts',
  'summarize/more-answers-than-invited.ts',
  'summarize/read-invited.ts',
  'summarize/read-json.ts',
  'summarize/read-responses.ts',
  'summarize/read-stayed.ts',
]

function catalogue(locale: string): Map<string, string> {
  const texts = new Map<string, string>()
  for (const file of readdirSync(join(messages, locale))) {
    const part: Record<string, string> = JSON.parse(readFileSync(join(messages, locale, file), 'utf8'))
    for (const [id, text] of Object.entries(part)) {
      expect(texts.has(id), `${id} stands in two files`).toBe(false)
      texts.set(id, text)
    }
  }
  return texts
}

function codeIn(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
}

const codeAt = (place: string) =>
  place.endsWith('.ts') ? readFileSync(join(server, place), 'utf8') : codeIn(join(server, place))

const english = catalogue('en')
const code = codeIn(source)
/** The headline gives the number of its scales to languages whose verbs agree with it. */
const givenBesides = { 'report.headline.up': ['count'], 'report.headline.down': ['count'] }

test('every language that is offered has its texts, and no other one', () => {
  expect(readdirSync(messages).sort()).toEqual([...locales].sort())
})

test.each(locales)(
  '%s: no text is missing or too many, every value and every plural form is there',
  (locale) => {
    expect(catalogueFaults(locale, catalogue(locale), english, givenBesides)).toEqual([])
  },
)

test.each(locales)('%s: each file has the texts of the English file of the same name', (locale) => {
  const idsOf = (folder: string, file: string) =>
    Object.keys(JSON.parse(readFileSync(join(messages, folder, file), 'utf8'))).sort()
  for (const file of readdirSync(join(messages, 'en'))) expect(idsOf(locale, file)).toEqual(idsOf('en', file))
})

test('every text that the source asks for exists', () => {
  const asked = [...code.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] ?? '')
  expect(asked.length).toBeGreaterThan(100)
  expect(asked.filter((id) => !english.has(id))).toEqual([])
})

test('every text is asked for somewhere in the source', () => {
  const patterns = [...code.matchAll(/`([a-z-]+\.[^`\s]*\$\{[^`]+\}[^`\s]*)`/g)].map(
    (match) =>
      new RegExp(`^${(match[1] ?? '').replace(/\./g, '\\.').replace(/\$\{[^}]+\}/g, '[a-z0-9-]+')}$`),
  )
  const dead = [...english.keys()].filter(
    (id) => !code.includes(`'${id}'`) && !patterns.some((pattern) => pattern.test(id)),
  )
  expect(dead).toEqual([])
})

test('every refusal of the server has its words', () => {
  for (const refusal of [...Object.keys(problemCatalogue), 'offline'])
    expect(english.has(`problem.${refusal}`), refusal).toBe(true)
})

test('every threshold of the server has its name and its reason', () => {
  for (const threshold of thresholdCode.options)
    for (const id of [`trust.threshold.${threshold}`, `trust.threshold.${threshold}-reason`])
      expect(english.has(id), id).toBe(true)
})

test('every fault that the readers of files find has its words, and no other one', () => {
  const found = readers
    .map(codeAt)
    .join('\n')
    .matchAll(/(?<!from )'([a-z0-9]+(?:-[a-z0-9]+)+|cycle)'/g)
  const worded = [...english.keys()].filter((id) => id.startsWith('fault.'))
  expect(worded.sort()).toEqual([...new Set([...found].map((match) => `fault.${match[1]}`))].sort())
})
