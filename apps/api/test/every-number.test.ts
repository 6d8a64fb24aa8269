import { randomUUID } from 'node:crypto'
import { present } from '@chorus/basics/assert'
import { cohort } from '@chorus/db/schema/collect'
import { listReleases } from '@chorus/db/stores/releases'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { derivedFigures } from './support/derived-figures.ts'
import type { Released } from './support/follows-from-release.ts'
import { marked, type NumberAt, numbersIn } from './support/marked-release.ts'
import { type KnownNames, placeInAnswer } from './support/place-in-answer.ts'
import { type ReleasedCompany, releasedCompany } from './support/released-company.ts'

// Enough teams for a position among them and for the overlap of two scales, and one that is divided.
const moreTeams = Array.from({ length: 8 }, (_, at) => ({
  id: `team${at}`,
  parent: 'right',
  name: `Team ${at}`,
  people: 30,
}))
const camps = [0.4, 0.05, 0.03, 0.04, 0.03, 0.05, 0.4]

/** Files: every row of them is looked at in exports.test.ts. */
const files = ['summary.csv', 'codebook.csv', 'comments.csv', 'report.xlsx'].map(
  (name) => `/api/reports/${name}`,
)
const readers = { hr: 'hr', left: 'manager', green: 'manager', somebody: 'employee' } as const

let running: ReleasedCompany
let released: Omit<Released, 'listed'>
let known: KnownNames
let labels: Map<number, { path: string[]; unit?: string; wave: string; measure?: string; isCut: boolean }>
const cookies = new Map<string, string>()
const found = new Set<string>()

beforeAll(async () => {
  running = await releasedCompany(2, {
    moreTeams,
    alter: (wave) => {
      const whole = wave.cells.filter(({ unit, cut }) => unit === 'top' && Object.keys(cut).length === 0)
      const cells = wave.cells.map((cell) => ({
        ...cell,
        measures: cell.measures.map((one) =>
          cell.unit === 'red' && one.type === 'item' ? { ...one, answers: camps } : one,
        ),
      }))
      return marked({
        ...wave,
        cells: [...cells, ...whole.map((cell) => ({ ...cell, cut: { tenure: 'longer' } }))],
      })
    },
  })
  // The own unit of an employee is where a wave counted it; how many were counted there must be on no page.
  for (const { id: wave } of running.waves)
    await running.database.office.insert(cohort).values({
      ...{ organisation: running.organisation, wave, id: randomUUID() },
      ...{ dimension: 'unit', label: 'Red', unit: 'red', size: 4444, collected: 4443 },
    })
  const headers = await listReleases(running.database.reporter, running.organisation)
  const newest = present(headers.at(-1), 'the newest release')
  released = { headers, waves: running.waves }
  known = {
    root: 'top',
    newest: newest.wave,
    unitByName: new Map(newest.units.map(({ id, name }) => [name, id])),
    waveByLabel: new Map(headers.map(({ wave, label }) => [label, wave])),
  }
  labels = labelled()
  for (const who of Object.keys(readers)) cookies.set(who, await running.signIn(`${who}@test.example`))
})

afterAll(() => running.stop())

/** Every released number, and what it is: no two are alike. */
function labelled(): typeof labels {
  const map: typeof labels = new Map()
  for (const { id: wave, cells, organisation } of running.waves) {
    for (const { path, value } of numbersIn(organisation))
      map.set(value, { path: [...path], wave, isCut: false })
    for (const { measures, unit, cut, ...cell } of cells) {
      const shared = { unit, wave, isCut: Object.keys(cut).length > 0 }
      for (const { path, value } of numbersIn(cell)) map.set(value, { path: [...path], ...shared })
      for (const { id, ...figures } of measures)
        for (const { path, value } of numbersIn(figures))
          map.set(value, { path: [...path], measure: id, ...shared })
    }
  }
  return map
}

async function read(url: string, who: string): Promise<{ status: number; json: unknown }> {
  const answer = await running.app.inject({ url, headers: { cookie: cookies.get(who) ?? '' } })
  return { status: answer.statusCode, json: answer.json() }
}

/** The units that a page about many lists; none on the page of one. */
function listedIn(url: string, json: object): string[] {
  if (url === '/api/reports/overview')
    return present(released.headers.at(-1), 'the newest release').units.map(({ id }) => id)
  const text = JSON.stringify(
    'rows' in json && url.includes('heatmap') ? json.rows : url.includes('/map') ? json : null,
  )
  if (url === '/api/reports/units' && 'units' in json && Array.isArray(json.units))
    return json.units.map(({ id }) => id)
  return [...text.matchAll(/"unit":\{"id":"([^"]+)"/g)].flatMap(([, id]) => id ?? [])
}

/** A sentence for a number that comes from elsewhere; null for one of the release. */
function faultAt(url: string, json: object, { path, value }: NumberAt): string | null {
  const place = placeInAnswer(json, path, known)
  const dotted = path.join('.')
  const is = `${url}: ${dotted} is ${value}`
  const derived = derivedFigures.find(({ where }) => where.test(dotted))
  if (derived) {
    found.add(derived.what)
    const expected = derived.from(place, { ...released, listed: listedIn(url, json) })
    // Sums over teams may be added up in another order.
    const isSame = typeof expected === 'number' && Math.abs(expected - value) <= 1e-9
    return isSame ? null : `${is}, and the release makes ${expected} of it (${derived.what})`
  }
  const label = labels.get(value)
  if (!label) return `${is}, which stands in no release`
  const from = [label.wave, label.unit, label.measure, ...label.path].join(' ')
  if (path.slice(-label.path.length).join('.') !== label.path.join('.'))
    return `${is}, which is another figure: ${from}`
  if (label.wave !== place.wave) return `${is}, which is of another wave: ${from}`
  if (label.unit !== undefined && label.unit !== place.unit) return `${is}, which is of another unit: ${from}`
  if (label.measure !== undefined && label.measure !== place.measure)
    return `${is}, which is of another measure: ${from}`
  return label.isCut === (path[0] === 'cuts') ? null : `${is}, which is of a cut: ${from}`
}

function faultsIn(url: string, json: unknown): string[] {
  if (typeof json !== 'object' || json === null) return [`${url}: no answer`]
  return numbersIn(json).flatMap((one) => faultAt(url, json, one) ?? [])
}

/** What somebody can read, page by page. */
function pages(): string[] {
  const newest = present(released.headers.at(-1), 'the newest release')
  const whole = [
    'units',
    'mine',
    'organisation',
    'benchmark',
    'heatmap',
    'heatmap?order=certainty',
    'map',
    'overview',
  ]
  return [
    ...whole.map((name) => `/api/reports/${name}`),
    ...newest.units.flatMap(({ id }) => [
      `/api/reports/units/${id}`,
      `/api/reports/units/${id}/comments`,
      `/api/reports/units/${id}/conversations?wave=${newest.wave}`,
    ]),
  ]
}

test('no page of results is left out here', async () => {
  const { json } = await read('/api/openapi.json', 'hr')
  const paths: Record<string, object> = Object(json).paths
  const described = Object.entries(paths).flatMap(([path, verbs]) =>
    path.startsWith('/api/reports/') && 'get' in verbs ? [path] : [],
  )
  const asked = pages().map((url) => url.replace(/\?.*/, '').replace(/units\/[^/]+/, 'units/{unit}'))
  expect([...new Set([...asked, ...files])].sort()).toEqual(described.sort())
})

test.each(Object.entries(readers))(
  'every number that %s (%s) reads on any page is in the release, or follows from it as listed',
  async (who) => {
    let [opened, numbers] = [0, 0]
    for (const url of pages()) {
      const { status, json } = await read(url, who)
      if (status !== 200) continue
      opened += 1
      numbers += numbersIn(json).length
      expect(faultsIn(url, json)).toEqual([])
    }
    expect(opened).toBeGreaterThan(who === 'hr' ? 30 : 1)
    expect(numbers).toBeGreaterThan(100)
  },
)

test('every kind of derived number was met', () => {
  expect(derivedFigures.map(({ what }) => what).filter((what) => !found.has(what))).toEqual([])
})

test('a number from elsewhere is noticed, wherever it stands', async () => {
  for (const url of ['units/red', 'heatmap', 'overview', 'organisation', 'map', 'benchmark'].map(
    (name) => `/api/reports/${name}`,
  )) {
    const { json } = await read(url, 'hr')
    const page = Object(json)
    for (const one of numbersIn(page))
      expect(faultAt(url, page, { ...one, value: one.value + 0.001 }), one.path.join('.')).toContain(url)
  }
})
