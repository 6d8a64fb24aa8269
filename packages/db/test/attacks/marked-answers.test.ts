import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { markedAnswers, recogniser } from './marked-answers.ts'

const items = ['b.two', 'a-1', 'long-name', 'x', 'c', 'd', 'e', 'f']
const people = Array.from({ length: 200 }, (_, index) => `p${index}`)
const answers = markedAnswers(people, items, 3)
const { inText, inBytes } = recogniser(items, answers)
const given = answers.get('p7') ?? {}
const row = items.map((item) => given[item])
const sorted = Object.fromEntries(Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1)))

test.each(
  Object.entries({
    'as JSON': JSON.stringify(given),
    'with spaces, as PostgreSQL prints jsonb': JSON.stringify(given, null, 1),
    'with sorted keys': JSON.stringify(sorted),
    'within a row, quotes doubled': `(7,"${JSON.stringify(given).replaceAll('"', '""')}")`,
    'within another JSON text': JSON.stringify(JSON.stringify(given)),
    'cut short': JSON.stringify(given).slice(0, -4),
    'as digits': `x${row.join('')}y`,
    'in hex': `\\x${Buffer.from(`salt${JSON.stringify(sorted)}`).toString('hex')}`,
  }),
)('answers are recognised %s', (_, text) => {
  expect(inText(`before ${text} after`)).toEqual(['p7'])
})

test('answers are recognised as bytes', () => {
  expect(
    inBytes(Buffer.concat([Buffer.from('before'), Buffer.from(row.map(Number)), Buffer.from([0])])),
  ).toEqual(['p7'])
})

test('nobody is recognised in random bytes, nor in answers that nobody gave', () => {
  expect(inBytes(randomBytes(1_000_000))).toEqual([])
  expect(inText(JSON.stringify(Object.fromEntries(items.map((item) => [item, 4]))))).toEqual([])
})
