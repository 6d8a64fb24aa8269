import { readSheetCode, writeSheetCode } from '@chorus/ballot/sheet-code'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importOrganisation } from '../src/organisation/import-organisation.ts'
import {
  askForBallot,
  deviceOf,
  type FrozenWave,
  newDevice,
  openWaveFor,
  readManifest,
  unblind,
} from './support/ballot-device.ts'
import { paperCompany } from './support/paper-company.ts'
import { type RunningApp, runApp } from './support/running-app.ts'
import {
  answerWithSheet,
  askWithSheet,
  cohortCalled,
  handOut,
  kioskFor,
  listPaper,
  lookUp,
  printSheets,
  sheetsInTheBowl,
} from './support/sheet-device.ts'

/** Sheets of paper from the import to the close, over HTTP, in the order in which it happens. */
let running: RunningApp
let hr: string
let frozen: FrozenWave
beforeAll(async () => {
  running = await runApp(paperCompany())
  hr = await running.signIn('few7@test.example')
  frozen = await openWaveFor(running, hr, { cuts: ['tenure'] })
})

afterAll(() => running.stop())

const email = (name: string) => `${name}@test.example`
const all = () => cohortCalled(frozen, 'All')
const some = () => cohortCalled(frozen, 'Some')
let codes: string[] = []

test('a group has sheets from k paper people on, with fewer it is told to HR and they are invited online', async () => {
  expect(await listPaper(running, frozen, hr)).toEqual({
    k: 5,
    groups: [
      { cohort: all().id, label: 'All', sheets: 6, print: 0, state: 'none' },
      { cohort: some().id, label: 'Some', sheets: 5, print: 0, state: 'none' },
    ],
    tooFew: [{ label: 'Few', people: 4 }],
  })
  const invited = await deviceOf(running, frozen, email('few1'))
  expect((await askForBallot(running, frozen, invited)).statusCode).toBe(200)
})

test('the manifest counts paper people in their group, says how many sheets there are, and leaves them out of cuts', () => {
  const unitGroups = frozen.manifest.cohorts.filter(({ dimension }) => dimension === 'unit')
  expect(unitGroups.map(({ label, size, sheets }) => [label, size, sheets]).sort()).toEqual([
    ['All', 6, 6],
    ['Few', 7, undefined],
    ['Some', 7, 5],
  ])
  const cut = frozen.manifest.cohorts.filter(({ dimension }) => dimension === 'tenure')
  expect(cut.map(({ label, size }) => [label, size])).toEqual([['short', 9]])
})

test('who answers on paper gets no ballot online, and is told so kindly; the others of the group do', async () => {
  const cookie = await running.signIn(email('some1'))
  const { invitations, onPaper } = (
    await running.app.inject({ url: '/api/my/invitations', headers: { cookie } })
  ).json()
  expect(invitations).toEqual([])
  expect(onPaper).toEqual([{ wave: frozen.wave, label: 'A wave', closes: frozen.manifest.closes }])
  const refused = await askForBallot(running, frozen, newDevice(cookie, [some()]))
  expect(refused.json()).toMatchObject({ status: 403, code: 'answers-on-paper' })
  const stored = (await running.app.inject({ url: '/api/my/stored', headers: { cookie } })).json()
  expect(stored).toMatchObject({ waves: [], person: { channel: 'paper' } })

  const online = await deviceOf(running, frozen, email('some6'))
  expect((await askForBallot(running, frozen, online)).statusCode).toBe(200)
})

test('sheets cannot be handed out before they are printed, nor those of a group that has none', async () => {
  expect((await handOut(running, frozen, hr, all().id, 1)).json()).toMatchObject({
    status: 409,
    code: 'sheets-not-printed',
  })
  const few = cohortCalled(frozen, 'Few').id
  for (const answer of [
    await printSheets(running, frozen, hr, few),
    await handOut(running, frozen, hr, few, 1),
  ])
    expect(answer.json()).toMatchObject({ status: 404, code: 'no-sheets' })
})

test('printing makes exactly one code for each paper person, and a later print replaces them', async () => {
  const first = (await printSheets(running, frozen, hr, all().id)).json()
  const second = (await printSheets(running, frozen, hr, all().id)).json()
  expect([first.print, second.print]).toEqual([1, 2])
  codes = second.codes
  expect(new Set([...first.codes, ...codes]).size).toBe(12)
  for (const code of codes) {
    expect(readSheetCode(code)).not.toBeNull()
    expect((await lookUp(running, frozen, code)).json()).toMatchObject({
      status: 403,
      code: 'sheet-not-handed-out',
    })
  }
  expect((await handOut(running, frozen, hr, all().id, 1)).json()).toMatchObject({
    status: 409,
    code: 'sheets-printed-anew',
  })
  const answer = await handOut(running, frozen, hr, all().id, 2)
  expect(answer.json().groups[0]).toMatchObject({ label: 'All', state: 'handed out' })
  expect((await lookUp(running, frozen, first.codes[0])).json()).toMatchObject({
    status: 403,
    code: 'sheet-code-not-valid',
  })
})

test('after the sheets are handed out there is no second print and no second hand-out', async () => {
  for (const answer of [
    await printSheets(running, frozen, hr, all().id),
    await handOut(running, frozen, hr, all().id, 2),
  ])
    expect(answer.json()).toMatchObject({ status: 409, code: 'sheets-handed-out' })
})

test('looking a code up tells its group and changes nothing; a wrong code is refused', async () => {
  const [code = ''] = codes
  for (const typed of [code, code.toLowerCase().replaceAll('-', ' '), code])
    expect((await lookUp(running, frozen, typed)).json()).toEqual({ cohort: all().id })
  const another = writeSheetCode(new Uint8Array(10))
  for (const wrong of [another, code.slice(1), 'hello'])
    for (const answer of [
      await lookUp(running, frozen, wrong),
      await askWithSheet(running, frozen, kioskFor(all()), wrong),
    ])
      expect(answer.json(), wrong).toMatchObject({ status: 403, code: 'sheet-code-not-valid' })
})

test('codes that are not handed out give no ballot', async () => {
  const printed = (await printSheets(running, frozen, hr, some().id)).json()
  const answer = await askWithSheet(running, frozen, kioskFor(some()), printed.codes[0])
  expect(answer.json()).toMatchObject({ status: 403, code: 'sheet-not-handed-out' })
})

test('the same blinded element again is evaluated again, another one is refused, and the code is then told as used', async () => {
  const [code = ''] = codes
  const kiosk = kioskFor(all())
  const [first, again] = [
    await askWithSheet(running, frozen, kiosk, code),
    await askWithSheet(running, frozen, kiosk, code),
  ]
  expect([first.statusCode, again.statusCode]).toEqual([200, 200])
  expect(again.json().evaluated).toBe(first.json().evaluated)
  expect(unblind(frozen, kiosk, { ...first.json(), cuts: {} }).ok).toBe(true)
  const used = { status: 409, code: 'sheet-already-used' }
  expect((await askWithSheet(running, frozen, kioskFor(all()), code)).json()).toMatchObject(used)
  expect((await lookUp(running, frozen, code)).json()).toMatchObject(used)
})

test('of ten devices with one sheet at once, one gets a ballot', async () => {
  const code = codes[1] ?? ''
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => askWithSheet(running, frozen, kioskFor(all()), code)),
  )
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  expect(answers.filter(({ statusCode }) => statusCode === 409)).toHaveLength(9)
})

test('using a sheet leaves its row as it was: no version of it tells which was used, or when', async () => {
  const rows = () =>
    running.database.issuer.execute(
      `SELECT xmin, xmax, ctid, * FROM sheet WHERE cohort = '${all().id}' ORDER BY slot`,
    )
  const before = (await rows()).rows
  expect(before).toHaveLength(6)
  await answerWithSheet(running, frozen, all(), codes[2] ?? '')
  expect((await rows()).rows).toEqual(before)
  expect(new Set(before.map((row) => row.xmin)).size, 'all written by one transaction').toBe(1)
})

test('what HR sees of a group is the same before and after its sheets were used', async () => {
  const { groups } = await listPaper(running, frozen, hr)
  expect(groups[0]).toEqual({ cohort: all().id, label: 'All', sheets: 6, print: 2, state: 'handed out' })
})

test('an import while the wave is open changes nothing in it: whoever joined on paper has no sheet of the own', async () => {
  const { units, people } = paperCompany()
  const joined = `${people}\nnew1,New Person,${email('new1')},all,,short,paper`
  const files = { units: [Buffer.from(units)], people: [Buffer.from(joined)] }
  expect(
    (await importOrganisation(running.database.office, running.organisation, files, running.clock.now)).ok,
  ).toBe(true)
  expect((await listPaper(running, frozen, hr)).groups[0]).toMatchObject({ sheets: 6 })
  expect(await readManifest(running, frozen.wave)).toEqual(frozen)
})

test('the trail says that sheets were printed and handed out, how many, and never a code', async () => {
  const trail = await running.app.inject({ url: '/api/audit-trail', headers: { cookie: hr } })
  const events: { action: string; subject: string }[] = trail.json().events
  expect(events.map(({ action, subject }) => `${action}: ${subject}`)).toEqual(
    expect.arrayContaining([
      'sheets printed: A wave, All: 6 sheets, print 2',
      'sheets handed out: A wave, All: 6 sheets',
    ]),
  )
  for (const code of codes) expect(trail.body).not.toContain(code.slice(0, 9))
})

test('after the close every receipt of a sheet is in the signed list, codes are refused, and no row of a sheet is left', async () => {
  const receipts = [
    await answerWithSheet(running, frozen, all(), codes[3] ?? ''),
    await answerWithSheet(running, frozen, all(), codes[4] ?? ''),
  ]
  const someCodes = await sheetsInTheBowl(running, frozen, hr, some().id)
  const other = await answerWithSheet(running, frozen, some(), someCodes[0] ?? '')
  const url = `/api/waves/${frozen.wave}/close`
  const closed = await running.app.inject({ method: 'POST', url, headers: { cookie: hr } })
  expect(closed.statusCode).toBe(200)

  const leaves = async (cohort: string): Promise<string[]> =>
    (await running.app.inject({ url: `/w/${frozen.wave}/closed/${cohort}` })).json().leaves
  const counted = await leaves(all().id)
  expect(counted).toHaveLength(3)
  for (const { leaf } of receipts) expect(counted).toContain(leaf)
  expect(await leaves(some().id)).toEqual([other.leaf])

  for (const answer of [
    await lookUp(running, frozen, codes[5] ?? ''),
    await askWithSheet(running, frozen, kioskFor(all()), codes[5] ?? ''),
    await printSheets(running, frozen, hr, all().id),
    await handOut(running, frozen, hr, all().id, 2),
  ])
    expect(answer.json()).toMatchObject({ status: 410, code: 'wave-not-open' })
  expect((await running.database.issuer.execute('SELECT 1 FROM sheet')).rows).toEqual([])
})

test('nothing of all this was reported as unexpected', () => {
  expect(running.reported).toEqual([])
})
