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

const upload = (files: Record<string, string | Buffer>) =>
  uploadTo(running, { url: '/api/organisation/import', cookie: hr }, files)

const tree = async () =>
  (await running.app.inject({ url: '/api/organisation', headers: { cookie: hr } })).json()

test('importing the same files again changes nothing', async () => {
  const before = await tree()
  const answer = await upload(company)
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
  const answer = await upload({ ...company, people: `${people}\nnew1,Newcomer,blue7@test.example,blue,,` })
  expect(answer.json()).toEqual({ units: 5, people: 26, joined: 1, left: 1, moved: 1 })
  expect((await tree()).units.find((unit: { id: string }) => unit.id === 'red').people).toBe(7)
})

test('a unit that is not listed any more goes, and its people with the files', async () => {
  const units = company.units.replace('\ntiny,top,Tiny', '')
  const people = company.people.replace(/\ntiny[12],[^\n]*/g, '')
  expect((await upload({ units, people })).json()).toMatchObject({ units: 4, people: 24 })
  await upload(company)
})

const bad: readonly (readonly [
  what: string,
  files: { units?: string | Buffer; people?: string | Buffer },
  code: string,
])[] = [
  ['an empty file', { units: '' }, 'empty-file'],
  ['a missing column', { units: 'unit_id,name\ntop,Top' }, 'missing-column'],
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
    const answer = await upload({ ...company, ...files })
    expect(answer.statusCode).toBe(422)
    const problem = answer.json()
    expect(problem.code).toBe('files-have-faults')
    expect(problem.faults.map((fault: { code: string }) => fault.code)).toContain(code)
    expect(problem.faults[0].file).toMatch(/^(units|people)\.csv$/)
    expect(await tree()).toEqual(before)
  },
)

test('a byte-order mark, semicolons and Windows line ends are understood', async () => {
  const answer = await upload({
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
  const plain = await running.app.inject({
    method: 'POST',
    url: '/api/organisation/import',
    headers: { cookie: hr },
    payload: { units: 'x' },
  })
  expect(plain.json().code).toBe('media-type-not-supported')
})
