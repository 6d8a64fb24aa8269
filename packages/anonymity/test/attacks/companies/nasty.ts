import fc from 'fast-check'
import type { Cut, Person, Truth, Unit } from '../snapshot-format.ts'

type Team = { readonly unit: string; readonly people: readonly { cut: Cut; answers: Person['answers'] }[] }

/** A company of one wave from its teams; whoever is listed was invited. */
export function companyOf(
  units: readonly Unit[],
  teams: readonly Team[],
  cuts: Truth['cuts'] = {},
  items: readonly string[] = ['q1'],
): Truth {
  const people = teams.flatMap(({ unit, people }) =>
    people.map((person, i): Person => ({ pid: `${unit}-${i}`, unit, ...person })),
  )
  return { units, cuts, items, waves: [{ id: 'w1', people }] }
}

/** n people of no category with the same answer. */
export function unanimous(n: number, answer: number): Team['people'] {
  return Array.from({ length: n }, () => ({ cut: {}, answers: [answer] }))
}

const anyAnswer = fc.integer({ min: 1, max: 7 })
const cuts = { site: ['a', 'b', 'c'], band: ['x', 'y'] }

/** Sizes on which rules turn: nobody, one to four, around k and around 2k, and a giant. */
const edgeSize = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 9, 10, 11) },
  { weight: 1, arbitrary: fc.constantFrom(15, 29, 30, 31) },
)

/** Any answers; all the same; all the same but one; everybody at an end. */
const teamAnswers = (n: number) =>
  fc.oneof(
    fc.array(anyAnswer, { minLength: n, maxLength: n }),
    anyAnswer.map((answer) => Array.from({ length: n }, () => answer)),
    fc
      .tuple(anyAnswer, anyAnswer)
      .map(([most, one]) => Array.from({ length: n }, (_, i) => (i === 0 ? one : most))),
    fc.constantFrom(1, 7).map((answer) => Array.from({ length: n }, () => answer)),
  )

/** Categories that follow the team but for one person, that are rare, or that are mixed. */
const teamCut = (n: number) =>
  fc.oneof(
    fc
      .constantFrom<Cut>({ site: 'a', band: 'x' }, { site: 'b', band: 'y' })
      .map((usual) => Array.from({ length: n }, (_, i): Cut => (i === 0 ? { site: 'c', band: 'y' } : usual))),
    fc.array(fc.record({ site: fc.constantFrom('a', 'a', 'b'), band: fc.constantFrom('x', 'x', 'x', 'y') }), {
      minLength: n,
      maxLength: n,
    }),
  )

const team = edgeSize.chain((n) => fc.tuple(teamAnswers(n), teamCut(n)))

/**
 * Trees that rules trip over: chains of single children, a giant beside teams of one to four, empty teams, people in every
 * inner unit; with categories that overlap the teams but for one person.
 */
export const nastyCompany: fc.Arbitrary<Truth> = fc
  .array(fc.record({ above: fc.oneof(fc.constant(0), fc.nat()), chained: fc.boolean(), team }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((rows) => {
    const units = rows.map(({ above, chained }, i): Unit => {
      const parent = chained ? i - 1 : above % Math.max(1, i)
      return { id: `u${i}`, parent: i === 0 ? null : `u${parent}` }
    })
    const teams = rows.map(({ team: [answers, categories] }, i) => ({
      unit: `u${i}`,
      people: answers.map((answer, j) => ({ cut: categories[j] ?? {}, answers: [answer] })),
    }))
    return companyOf(units, teams, cuts)
  })

/** The same with a scale of two items, and some people who left out an item or everything. */
export const companyWithGaps: fc.Arbitrary<Truth> = nastyCompany.chain((company) =>
  fc
    .array(fc.tuple(fc.nat(9), anyAnswer, anyAnswer), {
      minLength: sizeOf(company),
      maxLength: sizeOf(company),
    })
    .map((more) => {
      const people = company.waves[0]?.people.map((person, i): Person => {
        const [gap, first, second] = more[i] ?? [0, 1, 1]
        const alone = person.answers?.[0] ?? null
        if (gap === 0) return { ...person, answers: null }
        if (gap === 1) return { ...person, answers: [alone, null, first, null] }
        return { ...person, answers: [alone, (first + second) / 2, first, second] }
      })
      const items = ['q1', 'scale', 's1', 's2']
      return {
        ...company,
        items,
        scales: { scale: ['s1', 's2'] },
        waves: [{ id: 'w1', people: people ?? [] }],
      }
    }),
)

function sizeOf(company: Truth): number {
  return company.waves[0]?.people.length ?? 0
}
