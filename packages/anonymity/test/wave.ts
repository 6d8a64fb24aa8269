import { present } from '@chorus/basics/assert'
import { instrument, type Scale } from '@chorus/contracts/instrument'
import { type Policy, policyInput } from '@chorus/contracts/policy'
import type { ReleasedWave } from '@chorus/contracts/publish'
import { GroupTally } from '../src/group-tally.ts'
import { publishWave } from '../src/publish.ts'
import type { EarlierWave } from '../src/publish-input.ts'

/** A scale of two items, the second reversed, and one item that stands alone; 1 to 7. */
export const twoScales = instrument.parse({
  id: 'test',
  name: 'Test',
  scales: [
    {
      id: 'safety',
      name: 'Safety',
      role: 'core',
      items: [
        { id: 's1', text: { en: 'One.' } },
        { id: 's2', reversed: true, text: { en: 'Two.' } },
      ],
    },
    { id: 'outcomes', name: 'Outcomes', role: 'outcome', items: [{ id: 'o1', text: { en: 'Three.' } }] },
  ],
}).scales

export type Answers = (number | null)[]
export type TestUnit = { id: string; parent: string | null; answers: Answers[]; invited?: number }

export const unit = (id: string, parent: string | null, answers: Answers[] = []): TestUnit => ({
  id,
  parent,
  answers,
})

/** n people who all answer the same. */
export const people = (n: number, answer: Answers = [6, 2, 5]): Answers[] =>
  Array.from({ length: n }, () => answer)

export function tallyOf(units: TestUnit[]): GroupTally {
  const tally = new GroupTally(
    units.map(({ id }) => id),
    twoScales,
  )
  units.forEach(({ answers }, number) => {
    for (const answer of answers)
      tally.add(
        number,
        answer.map((value) => value ?? Number.NaN),
      )
  })
  return tally
}

export function publish(
  units: TestUnit[],
  options: { id?: string; policy?: Partial<Policy>; earlier?: ReleasedWave[]; askedBefore?: Scale[] } = {},
): ReleasedWave {
  const invited = units.some((one) => one.invited !== undefined)
  const result = publishWave({
    wave: { id: options.id ?? 'w1', closed: null },
    units,
    counts: tallyOf(units),
    invited: invited ? units.map((one) => ({ unit: one.id, cut: {}, people: one.invited ?? 0 })) : null,
    policy: policyInput.parse(options.policy ?? {}),
    earlier: (options.earlier ?? []).map((wave) => ({
      wave,
      behind: present(behind.get(wave), 'a published wave'),
      scales: options.askedBefore ?? twoScales,
    })),
  })
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  behind.set(result.value.wave, result.value.behind)
  return result.value.wave
}

/** Who was behind the waves that were published here. */
const behind = new WeakMap<ReleasedWave, EarlierWave['behind']>()

export function cellOf(wave: ReleasedWave, id: string) {
  const cell = wave.cells.find((one) => one.unit === id)
  if (!cell) throw new Error(`no cell for ${id}`)
  return cell
}

export function figuresOf(wave: ReleasedWave, id: string, measure: string) {
  const figures = cellOf(wave, id).measures.find((one) => one.id === measure)
  if (!figures) throw new Error(`no ${measure} for ${id}`)
  return figures
}
