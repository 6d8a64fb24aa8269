import { present } from '@chorus/basics/assert'
import { instrument } from '@chorus/contracts/instrument'
import { policyInput } from '@chorus/contracts/policy'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GroupTally } from './group-tally.ts'
import { publishWave } from './publish.ts'

const { scales } = instrument.parse({
  id: 'test',
  name: 'Test',
  scales: [
    ...['safety', 'belonging'].map((id) => ({
      id,
      name: id,
      role: 'core',
      items: [1, 2, 3].map((item) => ({ id: `${id}-${item}`, text: { en: `${id} ${item}.` } })),
    })),
    { id: 'o', name: 'O', role: 'outcome', items: [{ id: 'engagement', text: { en: 'Engaged.' } }] },
  ],
})

const bounded = (value: number) => Math.min(7, Math.max(1, Math.round(value)))

/** Answers without any pattern beside the one that is put in; always the same. */
function randomNumbers(): () => number {
  let state = 7
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) / 2 ** 24
  }
}

/** Engagement goes with safety and against nothing else; teams differ by up to `apart` points. */
function lively(apart: number): (team: number) => number[] {
  const random = randomNumbers()
  return (team) => {
    const level = 4 + apart * ((team % 5) / 4 - 0.5)
    const safety = level + 4 * (random() - 0.5)
    const belonging = 4 + 4 * (random() - 0.5)
    const items = (score: number) => [1, 2, 3].map(() => bounded(score + 2 * (random() - 0.5)))
    return [...items(safety), ...items(belonging), bounded(safety + random() - 0.5)]
  }
}

function publish(teams: number, size: number, answersOf: (team: number, person: number) => number[]) {
  const units = [
    { id: 'all', parent: null },
    ...Array.from({ length: teams }, (_, i) => ({ id: `team-${i}`, parent: 'all' })),
  ]
  const counts = new GroupTally(
    units.map(({ id }) => id),
    scales,
  )
  for (let team = 0; team < teams; team++)
    for (let person = 0; person < size; person++) counts.add(team + 1, answersOf(team, person))
  const published = publishWave({
    wave: { id: 'w', closed: null },
    units,
    counts,
    invited: null,
    policy: policyInput.parse({}),
    earlier: [],
  })
  if (!published.ok) throw new Error('refused')
  return present(published.value.wave.organisation.statistics, 'statistics')
}

test('nobody answered: every figure is absent with its reason', () => {
  const { scales: found, drivers } = publish(3, 0, () => [])
  expect(found).toHaveLength(2)
  for (const { n, alpha, omega, items, teams, agreement } of found) {
    expect(n).toBe(null)
    expect([alpha, omega, items, teams, agreement]).toEqual(Array(5).fill({ absent: 'protected' }))
  }
  expect(drivers).toEqual({ absent: 'protected' })
})

test('99 answers are too few for reliability and drivers, 100 are enough', () => {
  const of99 = publish(11, 9, lively(1))
  expect(of99.scales[0]).toMatchObject({
    n: 99,
    alpha: { absent: 'too-few-answers' },
    teams: { absent: 'too-few-answers' },
  })
  expect(of99.drivers).toEqual({ absent: 'too-few-answers' })
  const of100 = publish(10, 10, lively(1))
  expect(of100.scales[0]).toMatchObject({ n: 100, alpha: { value: expect.any(Number) } })
  expect(of100.drivers).toMatchObject({ n: 100 })
})

test('below a hundred answers the block is the same whatever was answered', () => {
  const answers = fc.array(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 7, maxLength: 7 }), {
    minLength: 99,
    maxLength: 99,
  })
  const other = publish(11, 9, lively(1))
  fc.assert(
    fc.property(answers, (people) => {
      expect(publish(11, 9, (team, person) => people[9 * team + person] ?? [])).toEqual(other)
    }),
    { numRuns: 15 },
  )
})

test('nine teams are too few to be compared, and so are teams of four', () => {
  expect(publish(9, 20, lively(1)).scales[0]?.teams).toEqual({ absent: 'too-few-teams' })
  expect(publish(40, 4, lively(1)).scales[0]?.agreement).toEqual({ absent: 'too-few-teams' })
})

test('fewer than 20 teams make no bootstrap interval, but the figures', () => {
  const { scales: found, drivers } = publish(12, 10, lively(1))
  expect(found[0]?.omega).toMatchObject({ interval: null, value: expect.any(Number) })
  expect(drivers).toMatchObject({ scales: [{ interval: null, aboveRandom: null }, {}] })
})

test('teams that differ are told from teams that do not', () => {
  expect(publish(30, 10, lively(3)).scales[0]?.teams).toMatchObject({ differ: true })
  const alike = publish(30, 10, lively(0)).scales[0]?.teams
  expect(alike).toMatchObject({ differ: false })
})

test('what engagement goes along with is above a random predictor, and what it does not is not', () => {
  const { drivers } = publish(40, 10, lively(1))
  if ('absent' in drivers) throw new Error(drivers.absent)
  const [safety, belonging] = drivers.scales
  expect(safety?.weight).toBeGreaterThan(0.5)
  expect(safety?.aboveRandom?.lo).toBeGreaterThan(0)
  expect(safety?.direction).toBe('positive')
  expect(belonging?.aboveRandom?.lo).toBeLessThanOrEqual(0)
})

test('everybody says the same, or nearly: one word for both, so that unanimity cannot be read', () => {
  const same = publish(20, 10, () => [6, 6, 6, 6, 6, 6, 6])
  const nearly = publish(20, 10, (team, person) =>
    team + person === 0 ? [5, 5, 5, 5, 5, 5, 5] : [6, 6, 6, 6, 6, 6, 6],
  )
  const alike = { absent: 'too-alike' }
  for (const { scales: found, drivers } of [same, nearly]) {
    expect(found[0]).toMatchObject({ alpha: alike, omega: alike, items: alike })
    expect(found[0]).toMatchObject({ teams: alike, agreement: alike })
    expect(drivers).toEqual(alike)
  }
})

test('teams that are each of one mind have no ICC that says so', () => {
  const [safety] = publish(20, 10, (team) => Array(7).fill(team % 2 === 0 ? 2 : 6)).scales
  expect(safety).toMatchObject({ teams: { absent: 'too-alike' }, agreement: { absent: 'too-alike' } })
})

test('the order in which people answered changes nothing', () => {
  const people = lively(1)
  const answers = Array.from({ length: 25 }, (_, team) => Array.from({ length: 8 }, () => people(team)))
  const forth = publish(25, 8, (team, person) => answers[team]?.[person] ?? [])
  const back = publish(25, 8, (team, person) => answers[team]?.[7 - person] ?? [])
  expect(back).toEqual(forth)
})

test('no figure is NaN, infinite or finer than two decimals', () => {
  const text = JSON.stringify([publish(30, 10, lively(2)), publish(12, 10, lively(0))])
  expect(text).not.toMatch(/\d\.\d{3}/)
  expect(text.replaceAll(/"(interval|aboveRandom|alphaIfDeleted)":null/g, '')).not.toContain('null')
})
