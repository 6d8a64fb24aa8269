import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'
import { upload } from './support/upload.ts'

let running: RunningApp
let cookie: string

beforeAll(async () => {
  running = await runApp(smallCompany())
  cookie = await running.signIn('top2@test.example')
})

afterAll(() => running.stop())

const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) =>
  running.app.inject({ method, url: `/api${url}`, headers: { cookie }, ...(payload && { payload }) })
const send = (instrument: string) => upload(running, { url: '/api/instruments/file', cookie }, { instrument })

const table = [
  'name:en,name:de,scale_id,scale_name:en,scale_name:de,role,source,item_id,reversed,min,max,text:en,text:de',
  'Focus pulse,Fokus,focus,Focus,Fokus,core,Our own words.,f1,no,1,5,I can work undisturbed.,Ich kann ungestört arbeiten.',
  ',,focus,,,,,f2,yes,1,5,Meetings eat my day.,Sitzungen fressen meinen Tag.',
  ',,focus,,,,,f3,,1,5,"I finish what I begin, mostly.",Ich beende meist, ',
].join('\n')

test('a questionnaire of two languages comes from a table, is finished, asked, and opens a wave that asks just that', async () => {
  const given = await send(table.replace('Ich beende meist, ', 'Ich beende meist was ich beginne.'))
  expect(given.statusCode, given.body).toBe(201)
  const { id, revision, content } = given.json()
  expect(content.languages).toEqual(['en', 'de'])
  expect((await ask('POST', `/instruments/${id}/final`, { revision })).json().state).toBe('final')

  const instrument = { id, version: 1 }
  const programme = (await ask('POST', '/programmes', { name: 'Focus', instrument })).json()
  expect(programme.instrument.name).toEqual({ en: 'Focus pulse', de: 'Fokus' })
  const opened = await ask('POST', `/programmes/${programme.id}/waves`, {
    label: 'March',
    closes: '2026-03-20T12:00:00Z',
  })
  expect(opened.statusCode, opened.body).toBe(201)
  const { canonical } = (await ask('GET', `/../w/${opened.json().id}/manifest`)).json()
  const { scales } = JSON.parse(canonical)
  expect(scales.map((scale: { id: string }) => scale.id)).toEqual(['focus'])
  expect(scales[0].items[1]).toEqual({
    id: 'f2',
    reversed: true,
    min: 1,
    max: 5,
    text: { en: 'Meetings eat my day.', de: 'Sitzungen fressen meinen Tag.' },
  })
  const { instruments } = (await ask('GET', '/instruments')).json()
  expect(instruments).toEqual([
    expect.objectContaining({ id, versions: [{ version: 1, state: 'final' }], askedBy: ['Focus'] }),
  ])
})

test('what is exported is read again as the same questionnaire, as a table and as JSON', async () => {
  const begun = await ask('POST', '/instruments', { name: 'All of it', language: 'en', from: 'library' })
  const { id, content, revision } = begun.json()
  const named = {
    ...content,
    name: Object.fromEntries(content.languages.map((one: string) => [one, `All ${one}`])),
  }
  expect((await ask('PUT', `/instruments/${id}/draft`, { revision, content: named })).json()).toEqual({
    revision: 1,
  })
  for (const ending of ['csv', 'json']) {
    const file = await ask('GET', `/instruments/${id}/1/file.${ending}`)
    expect(file.statusCode, file.body).toBe(200)
    const again = await send(file.body)
    expect(again.statusCode, again.body).toBe(201)
    expect(again.json().content, ending).toEqual(named)
  }
})

test('a draft with gaps can be kept and not be asked; a finished version can be asked and not be changed', async () => {
  const { id, content } = (
    await ask('POST', '/instruments', { name: 'Gaps', language: 'de', from: 'nothing' })
  ).json()
  expect((await ask('POST', `/instruments/${id}/final`, { revision: 0 })).json().code).toBe(
    'draft-has-faults',
  )
  expect(
    (await ask('POST', '/programmes', { name: 'Gaps', instrument: { id, version: 1 } })).json().code,
  ).toBe('instrument-not-final')
  const item = { id: 'mut-1', reversed: false, min: 0, max: 10, text: { de: 'Hier darf man sich irren.' } }
  const scale = { id: 'mut', name: { de: 'Mut' }, role: 'core', source: '', items: [item] }
  await ask('PUT', `/instruments/${id}/draft`, { revision: 0, content: { ...content, scales: [scale] } })
  expect((await ask('POST', `/instruments/${id}/final`, { revision: 0 })).json().code).toBe('draft-changed')
  expect((await ask('POST', `/instruments/${id}/final`, { revision: 1 })).statusCode).toBe(200)
  expect((await ask('PUT', `/instruments/${id}/draft`, { revision: 1, content })).json().code).toBe(
    'no-draft',
  )
  expect((await ask('DELETE', `/instruments/${id}/draft`)).json().code).toBe('no-draft')

  const next = (await ask('POST', `/instruments/${id}/draft`)).json()
  expect([next.version, next.state, next.before.version]).toEqual([2, 'draft', 1])
  expect(next.content).toEqual({ ...content, scales: [scale] })
  expect((await ask('DELETE', `/instruments/${id}/draft`)).statusCode).toBe(204)
  expect((await ask('GET', `/instruments/${id}/1`)).json().versions).toEqual([{ version: 1, state: 'final' }])
})

test('of two people who save the same draft the second is told, and nothing is lost', async () => {
  const { id, content } = (
    await ask('POST', '/instruments', { name: 'Two', language: 'en', from: 'nothing' })
  ).json()
  const saved = await Promise.all(
    ['First', 'Second'].map((en) =>
      ask('PUT', `/instruments/${id}/draft`, { revision: 0, content: { ...content, name: { en } } }),
    ),
  )
  expect(saved.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  const winner = saved[0]?.statusCode === 200 ? 'First' : 'Second'
  expect((await ask('GET', `/instruments/${id}/1`)).json().content.name).toEqual({ en: winner })
})

test('every fault of a table is told at its place, and nothing is begun', async () => {
  const before = (await ask('GET', '/instruments')).json().instruments.length
  const faulty = [
    'scale_id,role,item_id,reversed,min,max,text:en',
    'focus,core,f1,perhaps,1,7,One.',
    ',leading,f2,no,one,70,Two.',
  ].join('\n')
  const { code, faults } = (await send(faulty)).json()
  expect(code).toBe('files-have-faults')
  expect(
    faults.map(({ line, column, code }: Record<string, unknown>) => `${line}:${column} ${code}`),
  ).toEqual([
    '2:4 unknown-value',
    '3:1 missing-value',
    '3:2 unknown-value',
    '3:5 unknown-value',
    '3:6 unknown-value',
  ])
  const unknown = (await send('scale_id,item_id,text:tlh\nfocus,f1,nuqneH\n')).json()
  expect(unknown.faults[0]).toMatchObject({ line: 1, column: 3, code: 'unknown-column' })
  const tooWide = {
    name: 'N',
    id: 'n',
    scales: [{ id: 's', name: 'S', role: 'core', items: [{ id: 'i', min: 0.5, text: { en: 'One.' } }] }],
  }
  const json = (await send(JSON.stringify(tooWide, null, 1))).json()
  expect(json.faults).toEqual([expect.objectContaining({ line: 12, code: 'wrong-shape' })])
  expect((await ask('GET', '/instruments')).json().instruments.length).toBe(before)
})
