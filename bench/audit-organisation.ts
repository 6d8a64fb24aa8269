import type { AuditedBlock, AuditedWave } from '../packages/anonymity/src/auditor/audit-input.ts'
import type { Repair } from '../packages/anonymity/src/auditor/repairs.ts'
import { protectedCell, protectedMeasure } from '../packages/anonymity/src/release.ts'
import type { Cell, Figure, MeasureFigures } from '../packages/contracts/src/publish.ts'

type Person = {
  readonly team: number
  readonly tenure: number
  readonly place: number
  readonly answers: readonly number[]
}
export type Organisation = { readonly parents: readonly number[]; readonly people: readonly Person[] }

const [blockCount, itemsPerBlock] = [6, 4]
const blocks: AuditedBlock[] = Array.from({ length: blockCount }, (_, b) => ({
  id: `b${b}`,
  measures: [
    { id: `b${b}`, min: 1, max: 7, isScale: true },
    ...Array.from({ length: itemsPerBlock }, (_, i) => ({
      id: `b${b}q${i}`,
      min: 1,
      max: 7,
      isScale: false,
    })),
  ],
}))

let state = 20_261_121
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state / 2 ** 32
}
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
const clamp = (value: number) => Math.min(7, Math.max(1, Math.round(value)))

/** Teams of 5 to 12 under departments of 10 under divisions of 10 under one root; everybody sits in a team. */
export function largeOrganisation(teams: number): Organisation {
  const parents: number[] = [-1]
  const departments = Math.ceil(teams / 10)
  const divisions = Math.ceil(departments / 10)
  for (let i = 0; i < divisions; i++) parents.push(0)
  for (let i = 0; i < departments; i++) parents.push(1 + Math.floor(i / 10))
  const people: Person[] = []
  for (let i = 0; i < teams; i++) {
    const team = parents.push(1 + divisions + Math.floor(i / 10)) - 1
    const climate = 5 + 0.6 * normal()
    const size = 5 + Math.floor(8 * random())
    for (let p = 0; p < size; p++) people.push(newPerson(team, climate))
  }
  return { parents, people }
}

function newPerson(team: number, climate: number): Person {
  const own = climate + 0.8 * normal()
  return {
    team,
    tenure: Math.floor(5 * random()),
    place: Math.floor(4 * random()),
    answers: Array.from({ length: blockCount * itemsPerBlock }, () => clamp(own + normal())),
  }
}

/** A later wave: three of a hundred left, three of a hundred joined, the others answer partly as before. */
export function turnOver({ parents, people }: Organisation): Organisation {
  const stay = people.filter(() => random() > 0.03)
  const later = stay.map((one) => ({
    ...one,
    answers: one.answers.map((answer) => (random() < 0.5 ? answer : clamp(answer + normal()))),
  }))
  const joined = stay.filter(() => random() < 0.03).map(({ team }) => newPerson(team, 5))
  return { parents, people: [...later, ...joined] }
}

/** Shows every unit with enough people, by the steps of the disclosure rules; children are shown when the rest is 0 or enough. */
export function drawWave(
  id: string,
  { parents, people }: Organisation,
  repairs: readonly Repair[],
  withCuts: boolean,
): AuditedWave {
  const name = (unit: number) => `u${unit}`
  const width = blockCount * itemsPerBlock
  const counts = new Int32Array(parents.length)
  const sums = new Float64Array(parents.length * width)
  for (const { team, answers } of people)
    for (let at = team; at !== -1; at = parents[at] ?? -1) {
      counts[at] = (counts[at] ?? 0) + 1
      answers.forEach((answer, i) => {
        sums[at * width + i] = (sums[at * width + i] ?? 0) + answer
      })
    }
  const isHidden = hideSmall(parents, counts)
  const repaired = new Map(repairs.map((one) => [`${one.unit} ${one.block}`, one.step]))
  const cells = parents.map((_, unit) =>
    isHidden[unit] === 1
      ? hiddenCell(name(unit))
      : shownCell(
          name(unit),
          {},
          counts[unit] ?? 0,
          sums.subarray(unit * width, (unit + 1) * width),
          repaired,
        ),
  )
  const groups = new Map<string, AuditedWave['groups'][number]>()
  for (const { team, tenure, place } of people) {
    const cut: Record<string, string> = withCuts ? { tenure: `t${tenure}`, place: `p${place}` } : {}
    const key = withCuts ? `${team} ${tenure} ${place}` : `${team}`
    const n = (groups.get(key)?.respondents ?? 0) + 1
    groups.set(key, { unit: name(team), cut, respondents: n, complete: blocks.map(() => n) })
  }
  if (withCuts)
    for (const [attribute, letter, categories] of [
      ['tenure', 't', 5],
      ['place', 'p', 4],
    ] as const)
      for (let category = 0; category < categories; category++) {
        const inside = people.filter((one) => one[attribute] === category)
        const total = Float64Array.from({ length: width }, (_, i) =>
          inside.reduce((sum, one) => sum + (one.answers[i] ?? 0), 0),
        )
        if (inside.length >= 10)
          cells.push(
            shownCell(name(0), { [attribute]: `${letter}${category}` }, inside.length, total, repaired),
          )
      }
  return {
    id,
    units: parents.map((parent, unit) => ({ id: name(unit), parent: parent === -1 ? null : name(parent) })),
    groups: [...groups.values()],
    blocks,
    cells,
  }
}

/** Units below five are hidden; where they leave fewer than five to their parent, a neighbour of five or more is hidden too. */
function hideSmall(parents: readonly number[], counts: Int32Array): Uint8Array {
  const hidden = Uint8Array.from(counts, (n) => (n < 5 ? 1 : 0))
  const left = new Int32Array(parents.length)
  parents.forEach((parent, unit) => {
    if (parent !== -1 && hidden[unit] === 1) left[parent] = (left[parent] ?? 0) + (counts[unit] ?? 0)
  })
  parents.forEach((parent, unit) => {
    const open = left[parent] ?? 0
    if (parent === -1 || hidden[unit] === 1 || open === 0 || open >= 5) return
    hidden[unit] = 1
    left[parent] = open + (counts[unit] ?? 0)
  })
  return hidden
}

const silent = (id: string, isScale: boolean): MeasureFigures =>
  protectedMeasure({ type: isScale ? 'scale' : 'item', id })
const hiddenMeasures = blocks.flatMap(({ measures }) =>
  measures.map(({ id, isScale }) => silent(id, isScale)),
)

function hiddenCell(unit: string): Cell {
  return protectedCell(unit, {}, hiddenMeasures)
}

function shownCell(
  unit: string,
  cut: Record<string, string>,
  n: number,
  sums: Float64Array,
  repaired: ReadonlyMap<string, Repair['step']>,
): Cell {
  const usual = n < 15 ? 0.5 : n < 30 ? 0.2 : 0.1
  const measures = blocks.flatMap((block, b) => {
    const step = repaired.get(`${unit} ${block.id}`) ?? usual
    const own = sums.subarray(b * itemsPerBlock, (b + 1) * itemsPerBlock)
    return block.measures.map(({ id, isScale }, m): MeasureFigures => {
      const base = silent(id, isScale)
      if (step === 'hidden') return base
      const sum = isScale ? own.reduce((total, one) => total + one, 0) / itemsPerBlock : (own[m - 1] ?? 0)
      return { ...base, status: 'published', n, mean: bandOf(sum / n, step) }
    })
  })
  return { unit, cut, status: 'published', reason: null, n, invited: null, responseRate: null, measures }
}

function bandOf(value: number, step: number): Figure {
  const middle = 1 + Math.round((value - 1) / step) * step
  return {
    lo: middle <= 1 + step + 1e-9 ? 1 : Math.min(middle - step / 2, 7 - 1.5 * step),
    hi: middle >= 7 - step - 1e-9 ? 7 : Math.max(middle + step / 2, 1 + 1.5 * step),
  }
}
