import type { ImportPreview } from '@chorus/contracts/organisation-import'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'
import { upload as uploadTo } from './support/upload.ts'

let running: RunningApp
let hr: string
const company = smallCompany()

beforeAll(async () => {
  running = await runApp(company)
  hr = await running.signIn('top2@test.example')
})

afterAll(() => running.stop())

type Files = Readonly<Record<string, string | Buffer>>
const upload = (files: Files) => uploadTo(running, { url: '/api/organisation/import', cookie: hr }, files)
const ask = (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) =>
  running.app.inject({
    method,
    url: `/api/organisation${url}`,
    headers: { cookie: hr },
    ...(payload && { payload }),
  })
const tree = async () => (await ask('GET', '')).json()

async function preview(files: Files) {
  const uploaded = await upload(files)
  if (uploaded.statusCode !== 200) return uploaded
  const { id, columns } = uploaded.json()
  const meanings = columns.map(({ meaning }: { meaning: string }) => meaning)
  return ask('POST', `/import/${id}/preview`, { columns: meanings })
}

const waitingId = async () => (await ask('GET', '/import')).json().pending.id

async function importFiles(files: Files, number: number | null = null) {
  const previewed = await preview(files)
  if (previewed.statusCode !== 200) return previewed
  const { fingerprint, history } = previewed.json<ImportPreview>()
  return ask('POST', `/import/${await waitingId()}/confirm`, { fingerprint, history, number })
}

test('importing the same files again changes nothing', async () => {
  const before = await tree()
  const answer = await importFiles(company)
  expect(answer.json()).toEqual({ units: 5, people: 26, joined: 0, left: 0, moved: 0 })
  expect(await tree()).toEqual(before)
})

test('people join, leave, move and swap addresses in one import', async () => {
  const people = company.people
    .replace('red8,Person red8,red8@test.example,red', 'red8,Person red8,red8@test.example,green')
    .replace(/\nblue7,[^\n]*/, '')
    .replace('green1@test.example', 'swap@test.example')
    .replace('green2@test.example', 'green1@test.example')
    .replace('swap@test.example', 'green2@test.example')
  const answer = await importFiles({
    ...company,
    people: `${people}\nnew1,Newcomer,blue7@test.example,blue,,`,
  })
  expect(answer.json()).toEqual({ units: 5, people: 26, joined: 1, left: 1, moved: 1 })
  expect((await tree()).units.find((unit: { id: string }) => unit.id === 'red').people).toBe(7)
  await importFiles(company)
})

test('a unit that is not listed any more goes, and its people with the files', async () => {
  const units = company.units.replace('\ntiny,top,Tiny', '')
  const people = company.people.replace(/\ntiny[12],[^\n]*/g, '')
  // The only administrator is one of them.
  expect((await importFiles({ units, people })).json().code).toBe('import-asks')
  expect((await importFiles({ units, people }, 1)).json()).toMatchObject({ units: 4, people: 24 })
  await importFiles(company)
})

test('nothing is changed by a preview, which counts and lists every difference', async () => {
  const before = await tree()
  const people = company.people
    .replace('red8,Person red8,red8@test.example,red', 'red8,Person red8,red8@test.example,green')
    .replace(/\nblue7,[^\n]*/, '')
    .replace('Person green3', 'Renamed green3')
  const files = { units: company.units.replace('Red', 'Scarlet'), people }
  const { counts, stop, history } = (await preview(files)).json<ImportPreview>()
  expect(counts).toMatchObject({ left: 1, moved: 1, renamed: 1, joined: 0, 'unit-renamed': 1 })
  expect(stop).toBeNull()
  expect(history).toEqual([
    { kind: 'renamed', from: [{ id: 'red', name: 'Red' }], to: [{ id: 'red', name: 'Scarlet' }] },
  ])
  const list = async (query: string) =>
    (await ask('GET', `/import/${await waitingId()}/differences?${query}`)).json()
  expect(await list('kind=moved')).toMatchObject({
    inAll: 1,
    rows: [{ id: 'red8', name: 'Person red8', before: 'Red', after: 'Green' }],
  })
  expect(await list('kind=left&search=BLUE7')).toMatchObject({ inAll: 1 })
  expect(await list('kind=left&search=red')).toMatchObject({ inAll: 0, rows: [] })
  expect(await tree()).toEqual(before)
  expect((await ask('DELETE', `/import/${await waitingId()}`)).statusCode).toBe(204)
  expect((await ask('GET', '/import')).json().pending).toBeNull()
})

test('zones, and of which part somebody is HR, are shown before they change; the trail says who got which role', async () => {
  const withParts = async (part: string) => {
    const [head = '', ...rows] = company.people.split('\n')
    const people = rows.map((row) => {
      if (row.startsWith('red2,')) return `${row.replace(/,[^,]*,[^,]*$/, ',hr,')},${part},`
      return row.startsWith('red3,') ? `${row},,Europe/Zurich` : `${row},,`
    })
    const files = { units: company.units, people: [`${head},hr_units,zone`, ...people].join('\n') }
    return (await importFiles(files)).statusCode
  }
  const firstDifference = async (kind: string, people: string) => {
    await preview({ units: company.units, people })
    return (await ask('GET', `/import/${await waitingId()}/differences?kind=${kind}`)).json().rows[0]
  }
  expect(await withParts('blue')).toBe(200)
  const events = async () =>
    (await running.app.inject({ url: '/api/audit-trail', headers: { cookie: hr } })).json().events
  expect((await events())[0]).toMatchObject({
    action: 'organisation imported',
    subject: '5 units, 26 people (roles: red2: hr: Blue)',
  })
  const rows = company.people.split('\n').map((row, at) => {
    if (at === 0) return `${row},hr_units,zone`
    return row.startsWith('red2,') ? `${row.replace(/,[^,]*,[^,]*$/, ',hr,')},,` : `${row},,`
  })
  expect(await firstDifference('role', rows.join('\n'))).toMatchObject({ before: 'hr: Blue', after: 'hr' })
  expect(await firstDifference('other', rows.join('\n'))).toMatchObject({
    id: 'red3',
    before: 'en, online, Europe/Zurich',
    after: 'en, online',
  })
  expect((await ask('POST', '/import/undo')).statusCode).toBe(204)
})

test('an import that looks like a mistake stops until somebody types the number of leavers', async () => {
  const before = await tree()
  const cutOff = { ...company, people: company.people.split('\n').slice(0, 20).join('\n') }
  const { stop } = (await preview(cutOff)).json<ImportPreview>()
  expect(stop).toMatchObject({
    number: 7,
    reasons: [{ code: 'many-leave', number: 7, of: 26 }, { code: 'last-administrator' }],
  })
  expect((await importFiles(cutOff)).json().code).toBe('import-asks')
  expect((await importFiles(cutOff, 6)).json().code).toBe('import-asks')
  expect(await tree()).toEqual(before)
  expect((await importFiles(cutOff, 7)).json()).toMatchObject({ left: 7 })
  expect((await ask('POST', '/import/undo')).statusCode).toBe(204)
})

test('undoing makes people, units, leads and actions what they were, once', async () => {
  const roster = async () => {
    const { rows } = await running.database.office.execute(
      `SELECT p.*, (SELECT array_agg(l.unit ORDER BY l.unit) FROM unit_lead l WHERE l.person = p.id) AS leads
       FROM person p WHERE erase_on IS NULL ORDER BY external_id`,
    )
    return rows
  }
  await importFiles(company)
  await running.database.office.execute(
    `INSERT INTO action (organisation, unit, title, owner_name, due, state, notes, changed)
     VALUES ('${running.organisation}', 'tiny', 'Talk', 'Somebody', '2026-04-01', 'planned', '[]', '2026-03-01')`,
  )
  const [before, treeBefore] = [await roster(), await tree()]
  const people = `${company.people
    .replace(/\ntiny1,[^\n]*/g, '')
    .replace('tiny2@test.example,tiny', 'tiny2@test.example,red')
    .replace('red1,Person red1,red1@test.example,red,,red', 'red1,Person red1,red1@test.example,red,,blue')
    .replace('green1@test.example', 'swap@test.example')
    .replace('green2@test.example', 'green1@test.example')
    .replace('swap@test.example', 'green2@test.example')}\nnew2,New,tiny1@test.example,blue,,`
  await importFiles({ units: company.units.replace('\ntiny,top,Tiny', ''), people })
  expect(await roster()).not.toEqual(before)
  expect((await ask('POST', '/import/undo')).statusCode).toBe(204)
  expect(await roster()).toEqual(before)
  expect(await tree()).toEqual(treeBefore)
  const actions = await running.database.office.execute('SELECT title FROM action')
  expect(actions.rows).toEqual([{ title: 'Talk' }])
  expect((await ask('POST', '/import/undo')).json().code).toBe('nothing-to-undo')
})

test('what changed since is not overwritten: neither by a confirmation nor by undoing', async () => {
  const change = (name: string) =>
    running.database.office.execute(`UPDATE person SET name = '${name}' WHERE external_id = 'red3'`)
  const { fingerprint } = (await preview(company)).json<ImportPreview>()
  await change('Changed by hand')
  const refused = await ask('POST', `/import/${await waitingId()}/confirm`, { fingerprint })
  expect(refused.json().code).toBe('organisation-changed')
  await importFiles(company)
  await change('Changed again')
  expect((await ask('POST', '/import/undo')).json().code).toBe('organisation-changed')
  await importFiles(company)
})

test('an import can be undone for 7 days, and an upload waits for one', async () => {
  await importFiles(company)
  const began = running.clock.now
  await upload(company)
  const id = await waitingId()
  running.clock.now = new Date(began.getTime() + 24 * 3_600_000)
  hr = await running.signIn('top2@test.example')
  expect((await ask('POST', `/import/${id}/preview`, { columns: ['name'] })).json().code).toBe(
    'unknown-import',
  )
  expect((await ask('GET', '/import')).json()).toMatchObject({
    pending: null,
    undo: { until: /^2026-03-09/ },
  })
  running.clock.now = new Date(began.getTime() + 7 * 24 * 3_600_000)
  hr = await running.signIn('top2@test.example')
  expect((await ask('POST', '/import/undo')).json().code).toBe('nothing-to-undo')
  running.clock.now = began
  hr = await running.signIn('top2@test.example')
})

test('units follow from columns of levels, in German and with semicolons, and what a column meant is remembered', async () => {
  const people = [
    'Personalnummer;Vorname;Nachname;E-Mail-Adresse;Bereich;Abteilung;Merkmal',
    ...company.people
      .split('\n')
      .slice(1)
      .map((line, at) => `${line.split(',')[0]};Vor;Nach ${at};p${at}@test.example;Vertrieb;Süd ${at % 3};x`),
  ].join('\n')
  const { columns } = (await upload({ people })).json()
  expect(columns.map(({ meaning }: { meaning: string }) => meaning)).toEqual([
    'person_id',
    'first_name',
    'last_name',
    'email',
    'level:1',
    'level:2',
    'ignore',
  ])
  const meanings = [...columns.slice(0, 6).map(({ meaning }: { meaning: string }) => meaning), 'cut:place']
  const previewed = await ask('POST', `/import/${await waitingId()}/preview`, { columns: meanings })
  expect(previewed.json()).toMatchObject({ units: 4, people: 26, stop: { number: 26 } })
  const again = (await upload({ people })).json()
  expect(again.columns[6]).toMatchObject({ meaning: 'cut:place', because: 'remembered' })
  await ask('DELETE', `/import/${await waitingId()}`)
})

const bad: readonly (readonly [
  what: string,
  files: { units?: string | Buffer; people?: string | Buffer },
  code: string,
])[] = [
  ['an empty file', { people: ' ' }, 'empty-file'],
  ['a missing column', { units: 'unit_id,name\ntop,Top' }, 'missing-column'],
  ['people without addresses', { people: 'person_id,name,unit_id\nx,X,red' }, 'missing-column'],
  ['a duplicate unit', { units: `${company.units}\nred,top,Red again` }, 'duplicate-id'],
  ['two roots', { units: `${company.units}\nother,,Other` }, 'two-roots'],
  ['a cycle', { units: `${company.units}\na,b,A\nb,a,B` }, 'cycle'],
  ['an unknown unit', { people: `${company.people}\nx,X,x@test.example,nowhere,,` }, 'unknown-unit'],
  [
    'Latin-1',
    { people: Buffer.from(`${company.people}\nx,J\u00f6rg,x@test.example,red,,`, 'latin1') },
    'not-utf8',
  ],
]

test.each(bad)(
  '%s: the fault is listed with its place, and nothing is changed',
  async (_what, files, code) => {
    const before = await tree()
    const answer = await preview({ ...company, ...files })
    expect(answer.statusCode).toBe(422)
    const problem = answer.json()
    expect(problem.code).toBe('files-have-faults')
    expect(problem.faults.map((fault: { code: string }) => fault.code)).toContain(code)
    expect(problem.faults[0].file).toMatch(/^(units|people)\.csv$/)
    expect(await tree()).toEqual(before)
  },
)

test('a byte-order mark, semicolons and Windows line ends are understood', async () => {
  const answer = await importFiles({
    units: `\ufeff${company.units.replaceAll(',', ';').replaceAll('\n', '\r\n')}`,
    people: company.people,
  })
  expect(answer.statusCode).toBe(200)
})

test('a file above the limit, a missing file and a body that is no upload are refused in words', async () => {
  const huge = await upload({ ...company, people: Buffer.alloc(51 * 1024 * 1024, 'x') })
  expect(huge.json().code).toBe('body-too-large')
  const { units } = company
  expect((await upload({ units })).json().code).toBe('malformed-request')
  const plain = await ask('POST', '/import', { units: 'x' })
  expect(plain.json().code).toBe('media-type-not-supported')
})

test('a proposal can be another one, and says only what fits the units before and after', async () => {
  await importFiles(company)
  const units = company.units.replace('\ntiny,top,Tiny', '')
  const people = company.people.replace(/,tiny,/g, ',blue,')
  const { fingerprint } = (await preview({ units, people })).json<ImportPreview>()
  const id = await waitingId()
  const known = (await ask('GET', `/import/${id}/units`)).json()
  const idsOf = (list: { id: string }[]) => list.map((one) => one.id).sort()
  expect(idsOf(known.before)).toEqual(['blue', 'green', 'red', 'tiny', 'top'])
  expect(idsOf(known.after)).toEqual(['blue', 'green', 'red', 'top'])
  const confirm = (from: string[], to: string[]) => {
    const named = (ids: string[]) => ids.map((one) => ({ id: one, name: 'of my own' }))
    const history = [{ kind: 'merged', from: named(from), to: named(to) }]
    return ask('POST', `/import/${id}/confirm`, { fingerprint, history, number: null })
  }
  expect((await confirm(['tiny'], ['green'])).json().code).toBe('unit-change-does-not-fit')
  expect((await confirm(['tiny', 'green'], ['tiny'])).json().code).toBe('unknown-unit')
  expect((await confirm(['tiny', 'green'], ['green'])).json()).toMatchObject({ units: 4, moved: 2 })
  const { changes } = (await ask('GET', '/unit-changes')).json()
  const merged = changes.filter(({ kind }: { kind: string }) => kind === 'merged')
  expect(merged).toMatchObject([{ to: [{ id: 'green', name: 'Green' }] }])
  expect((await ask('GET', '/import/progress')).json()).toEqual({ now: null })
  await ask('POST', '/import/undo')
})
