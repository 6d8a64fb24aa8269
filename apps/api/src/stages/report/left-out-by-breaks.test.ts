import { expect, test } from 'vitest'
import { type UnitChange, unitBreaks } from '../../access/unit-breaks.ts'
import { judgedWave } from './judged-wave.ts'
import { leftOutByBreaks } from './left-out-by-breaks.ts'
import { measure, releasedCell, releasedHeader } from './support/released-wave.ts'

const visible = ['red', 'blue'].map((id) => ({ id, name: id.toUpperCase(), parent: null, depth: 0 }))
const gone = { id: 'gone', parent: null, name: 'Gone' }
const merged: UnitChange = {
  kind: 'merged',
  day: '2026-01-01',
  from: [visible[0] ?? gone, gone],
  to: visible.slice(0, 1),
}

type Wave = { readonly shown: readonly string[]; readonly words?: string; readonly tree?: (typeof gone)[] }

/** Waves in which these units show the scale, asked with these words. */
function leftOut(waves: readonly Wave[], changes: readonly UnitChange[] = []) {
  const released = waves.map(({ shown, words, tree = [] }, at) => {
    const header = releasedHeader(`w${at + 1}`)
    const scales = header.instrument.scales.map((scale) =>
      scale.id === measure.id && words !== undefined
        ? { ...scale, items: scale.items.map((item) => ({ ...item, text: { ...item.text, en: words } })) }
        : scale,
    )
    return {
      header: { ...header, instrument: { ...header.instrument, scales }, units: tree },
      cells: new Map(shown.map((unit) => [unit, { ...releasedCell({ n: 40, mean: 5, sd: 1 }), unit }])),
    }
  })
  const newest = released.at(-1)
  if (!newest) throw new Error('a wave')
  const headers = released.map(({ header }) => header)
  const breaks = unitBreaks(headers, changes)
  const ids = visible.map(({ id }) => id)
  const judged = judgedWave(newest.header, headers, breaks, ids, newest.cells)
  return leftOutByBreaks(released, visible, judged, breaks).map(
    ({ unit, because, scales }) => `${unit.name}: ${because}, ${scales.join(' ')}`,
  )
}

const both = ['red', 'blue']

test('where nothing broke nobody is left out, also after a wave that showed nothing', () => {
  expect(leftOut([{ shown: both }])).toEqual([])
  expect(leftOut([{ shown: both }, { shown: [] }, { shown: both }])).toEqual([])
})

test('a unit that was merged since it was shown last is named, one beside it is not', () => {
  const before = { shown: both, tree: [gone] }
  const named = [`RED: new-group, ${measure.id}`]
  expect(leftOut([before, { shown: both }], [merged])).toEqual(named)
  expect(leftOut([before, { shown: ['blue'] }, { shown: both }], [merged])).toEqual(named)
})

test('one wave later it has something to be compared with', () => {
  expect(leftOut([{ shown: both, tree: [gone] }, { shown: both }, { shown: both }], [merged])).toEqual([])
})

test('who shows nothing is not named: that would tell that something is hidden there', () => {
  expect(leftOut([{ shown: both, tree: [gone] }, { shown: ['blue'] }], [merged])).toEqual([])
})

test('other questions leave out whoever answered the old ones last, with the scales', () => {
  const named = (...units: string[]) => units.map((unit) => `${unit}: other-questions, ${measure.id}`)
  expect(leftOut([{ shown: both }, { shown: both, words: 'Anew.' }])).toEqual(named('RED', 'BLUE'))
  const second = { shown: ['blue'], words: 'Anew.' }
  expect(leftOut([{ shown: both }, second, { ...second, shown: both }])).toEqual(named('RED'))
})

test('of a unit that was merged as well, only that is said', () => {
  expect(
    leftOut(
      [
        { shown: both, tree: [gone] },
        { shown: both, words: 'Anew.' },
      ],
      [merged],
    ),
  ).toEqual([`RED: new-group, ${measure.id}`, `BLUE: other-questions, ${measure.id}`])
})
