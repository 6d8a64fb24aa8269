import type { ItemResult, UnitReport } from '@chorus/contracts/report'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guideQuestions, topicsToOpen } from './topics.ts'

type Report = Parameters<typeof guideQuestions>[0]
type Verdict = NonNullable<ItemResult['change']>['verdict']

const item = (id: string, mean: number, more: Partial<ItemResult> = {}): ItemResult => ({
  id,
  text: { en: id },
  reversed: false,
  mean: { lo: mean - 0.25, hi: mean + 0.25 },
  favourable: null,
  agreement: null,
  change: null,
  answers: null,
  split: null,
  ...more,
})
const moved = (verdict: Verdict, by: number): Partial<ItemResult> => ({
  change: { verdict, difference: { lo: by - 0.5, hi: by + 0.5 } },
})
const point = (wave: string): UnitReport['scales'][number]['points'][number] => ({
  status: 'protected',
  wave,
})
const wave = (id: string) => ({
  id,
  label: id,
  closed: '2026-01-01',
  imported: false,
  comments: false,
  n: null,
  invited: null,
  responseRate: null,
})
const scale = (id: string, items: ItemResult[]): Report['scales'][number] => ({
  id,
  name: id,
  min: 1,
  max: 7,
  points: [],
  position: null,
  items,
  signals: { status: 'too few waves', shown: 1, needed: 9 },
  above: [],
})
const turn = (id: string, lastWave: string, items: ItemResult[]): Report['others'][number] => ({
  id,
  name: id,
  min: 1,
  max: 7,
  type: 'scale',
  points: [point(lastWave)],
  items,
})
const report = (
  safety: ItemResult[],
  belonging: ItemResult[] = [],
  others: Report['others'] = [],
): Report => ({
  waves: [wave('w1'), wave('w2')],
  scales: [scale('psychological-safety', safety), scale('belonging', belonging)],
  others,
})
const chosen = (of: Report) =>
  guideQuestions(of).map(({ topic, ask, because }) => [topic, ask, because?.reason, because?.item.id])

test('a team whose figures are all protected gets two general questions, and a general opening', () => {
  const questions = guideQuestions(report([]))
  expect(questions).toEqual([
    { topic: 'general', ask: '1', because: null },
    { topic: 'general', ask: '2', because: null },
  ])
  expect(topicsToOpen(questions)).toEqual(['general'])
})

test('where all statements stand alike none is called the lowest or the highest', () => {
  expect(chosen(report([item('a', 5), item('b', 5), item('c', 5)])).map(([topic]) => topic)).toEqual([
    'general',
    'general',
  ])
})

test('one wave: first what stands highest, then what stands lowest, the second from another scale', () => {
  expect(chosen(report([item('a', 3), item('b', 3.5), item('c', 6)], [item('d', 5)]))).toEqual([
    ['psychological-safety', 'strength', 'highest', 'c'],
    ['psychological-safety', '1', 'lowest', 'a'],
    ['belonging', '1', 'lowest', 'd'],
  ])
})

test('two questions of one scale are not the same question', () => {
  expect(chosen(report([item('a', 3), item('b', 3.5), item('c', 6)])).map(([, ask]) => ask)).toEqual([
    'strength',
    '1',
    '2',
  ])
})

test('when everything rose the largest rise is what goes well, and the lowest is still talked about', () => {
  const [most, more, least] = [
    item('a', 5, moved('up', 1)),
    item('b', 6, moved('up', 0.6)),
    item('c', 4, moved('up', 0.5)),
  ]
  expect(chosen(report([most, more, least]))).toEqual([
    ['psychological-safety', 'strength', 'rose', 'a'],
    ['psychological-safety', '1', 'lowest', 'c'],
  ])
})

test('one statement alone is talked about beside a general question', () => {
  expect(chosen(report([item('a', 4, moved('down', -1))]))).toEqual([
    ['psychological-safety', '1', 'fell', 'a'],
    ['general', '1', undefined, undefined],
  ])
})

test('what fell comes before what splits, and both before what is merely low', () => {
  const split = { split: { below: 0.4, above: 0.5 } }
  expect(
    chosen(
      report([item('low', 2), item('split', 4, split), item('fell', 5, moved('down', -1)), item('top', 6)]),
    ),
  ).toEqual([
    ['psychological-safety', 'strength', 'highest', 'top'],
    ['psychological-safety', '1', 'fell', 'fell'],
    ['psychological-safety', '2', 'split', 'split'],
  ])
})

test('where camps cannot be counted weak agreement is enough, and a split goes before it', () => {
  const weak = item('weak', 4, { agreement: 'weak' })
  const others = [item('low', 2), item('top', 6)]
  expect(chosen(report([...others, weak]))[1]).toEqual(['psychological-safety', '1', 'weak', 'weak'])
  const split = item('split', 4, { split: { below: 0.3, above: 0.3 } })
  expect(chosen(report([...others, weak, split]))[1]).toEqual(['psychological-safety', '1', 'split', 'split'])
})

test('no change shown is no fall, however large the difference', () => {
  const reasons = chosen(report([item('a', 3, moved('no change shown', -2)), item('b', 6)])).map(
    ([, , why]) => why,
  )
  expect(reasons).toEqual(['highest', 'lowest'])
})

test('a scale that takes turns counts only in the wave whose turn it was', () => {
  const mistakes = (last: string) =>
    chosen(report([item('a', 5)], [], [turn('learning-from-mistakes', last, [item('m', 2)])]))
  expect(mistakes('w2')).toContainEqual(['learning-from-mistakes', '1', 'lowest', 'm'])
  expect(mistakes('w1').flat()).not.toContain('m')
})

test('statements of a questionnaire of one’s own are talked about with the general questions', () => {
  const own = { ...report([]), scales: [scale('our-own', [item('a', 3), item('b', 6)])] }
  expect(chosen(own)).toEqual([
    ['general', 'strength', 'highest', 'b'],
    ['general', '1', 'lowest', 'a'],
  ])
})

test('two or three questions, all different, of statements that the report shows, whatever it shows', () => {
  const anyItem = fc.record({
    mean: fc.integer({ min: 2, max: 13 }).map((half) => half / 2),
    verdict: fc.constantFrom<Verdict | null>('up', 'down', 'no change shown', 'too few', null),
    split: fc.boolean(),
  })
  const anyItems = fc.array(anyItem, { maxLength: 7 })
  const made = (name: string, drafts: { mean: number; verdict: Verdict | null; split: boolean }[]) =>
    drafts.map(({ mean, verdict, split }, i) =>
      item(`${name}${i}`, mean, {
        ...(verdict ? moved(verdict, verdict === 'down' ? -1 : 1) : {}),
        split: split ? { below: 0.4, above: 0.4 } : null,
      }),
    )
  fc.assert(
    fc.property(anyItems, anyItems, (safety, belonging) => {
      const of = report(made('s', safety), made('b', belonging))
      const questions = guideQuestions(of)
      expect([2, 3]).toContain(questions.length)
      expect(new Set(questions.map(({ topic, ask }) => `${topic} ${ask}`)).size).toBe(questions.length)
      const shown = of.scales.flatMap(({ items }) => items)
      const items = questions.flatMap(({ because }) => because?.item ?? [])
      for (const one of items) expect(shown).toContain(one)
      expect(new Set(items).size).toBe(items.length)
    }),
    { numRuns: 300 },
  )
})
