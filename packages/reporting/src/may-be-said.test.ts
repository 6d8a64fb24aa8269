import { shownCount } from '@chorus/anonymity/rules/display-steps'
import { policyInput } from '@chorus/contracts/policy'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayBeSaid, sayableFrom } from './may-be-said.ts'

const from = sayableFrom(policyInput.parse({}))
const said = (answers: number) => mayBeSaid(shownCount(answers, 5), from)

test('nothing is said of a protected group, nor of one below the minimum', () => {
  const silent = { mean: false, position: 'nothing', favourable: false, agreement: false }
  expect(mayBeSaid(null, from)).toMatchObject({ ...silent, change: 'nothing', detail: false })
  expect(mayBeSaid(4, from)).toEqual(mayBeSaid(null, from))
})

test('five to nine answers have a mean and a word for their position, and no share, agreement or change', () => {
  const few = { mean: true, position: 'word', favourable: false, agreement: false, change: 'nothing' }
  expect(said(5)).toMatchObject(few)
  expect(said(9)).toEqual(said(5))
})

test('ten to fourteen say whether it moved, fifteen also by how much, thirty how often each answer was given', () => {
  expect(said(10)).toMatchObject({ position: 'word', favourable: true, agreement: true, change: 'verdict' })
  expect(said(15)).toMatchObject({ position: 'number', change: 'size', detail: false })
  expect(said(29)).toMatchObject({ detail: false })
  expect(said(30)).toMatchObject({ detail: true })
})

test('eight answers shown exactly may be compared, seven may not', () => {
  expect(mayBeSaid(8, from).change).toBe('verdict')
  expect(mayBeSaid(7, from).change).toBe('nothing')
})

const shown = fc
  .integer({ min: 3, max: 40 })
  .chain((k) => fc.record({ k: fc.constant(k), n: fc.integer({ min: k + 1, max: 200 }) }))
const of = (n: number, k: number) => mayBeSaid(shownCount(n, k), sayableFrom(policyInput.parse({ k })))

test('more answers never say less', () => {
  const rank = ({ position, change, ...yesNo }: ReturnType<typeof of>) => [
    ...Object.values(yesNo).map(Number),
    ['nothing', 'word', 'number'].indexOf(position),
    ['nothing', 'verdict', 'size'].indexOf(change),
  ]
  fc.assert(
    fc.property(shown, ({ n, k }) => {
      const more = rank(of(n + 1, k))
      rank(of(n, k)).forEach((value, i) => {
        expect(more[i]).toBeGreaterThanOrEqual(value)
      })
    }),
  )
})

test('a higher k never lets a share, agreement or distribution be said that a lower one withholds', () => {
  fc.assert(
    fc.property(shown, ({ n, k }) => {
      const [low, high] = [of(n, k), of(n, k + 1)]
      for (const name of ['mean', 'favourable', 'agreement', 'detail'] as const)
        if (high[name]) expect(low[name]).toBe(true)
    }),
  )
})
