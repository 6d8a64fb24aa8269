import { afterAll, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { talkingCompany, type Who } from './support/talking-company.ts'

const { running, ids, ask, at, tell, reply, told, toldOf } = await talkingCompany()

afterAll(() => running.stop())

test('colleagues are found by a beginning of a name, with their unit, and by nothing else', async () => {
  const found = async (search: string) =>
    (await ask('GET', `/api/community/people?search=${encodeURIComponent(search)}`, 'west')).json().people
  expect(await found('east2')).toEqual([{ id: ids.east, name: 'Person east2', unit: 'East' }])
  expect(await found('person')).toHaveLength(8)
  for (const nothing of ['east2@test', 'ast2', '%', '_erson']) expect(await found(nothing)).toEqual([])
})

test('whoever searches on and on has to wait a minute', async () => {
  const search = () => ask('GET', '/api/community/people?search=e', 'auditor')
  for (let times = 0; times < 60; times++) expect((await search()).statusCode).toBe(200)
  expect((await search()).json().code).toBe('too-many-searches')
  running.clock.now = new Date(running.clock.now.getTime() + 60_000)
  expect((await search()).statusCode).toBe(200)
})

test('who is mentioned in a lesson or a reply is told once, by whom and where, and not again when it is changed', async () => {
  const lesson = await tell('east', { learned: `Ask ${at('west')} first.` })
  const id = await reply('eastTwo', lesson, `And ${at('west')}, and ${at('eastTwo')} too.`)
  expect(await toldOf('west', lesson)).toEqual(['mention', 'mention'])
  expect(await toldOf('eastTwo', lesson)).toEqual([])
  expect((await told('west'))[0]).toMatchObject({ actor: 'Person east3', seen: false })
  await ask('PATCH', `/api/community/lesson/${lesson}/replies/${id}`, 'eastTwo', {
    text: `${at('west')} and now ${at('head')}`,
  })
  expect(await toldOf('west', lesson)).toHaveLength(2)
  expect(await toldOf('head', lesson)).toEqual(['mention'])
})

test('whoever may not read a text is not told of being mentioned in it', async () => {
  const lesson = await tell('east', { audience: 'unit', happened: `${at('west')} and ${at('eastTwo')}` })
  expect(await toldOf('eastTwo', lesson)).toEqual(['mention'])
  const rows = await onServer(running.databaseUrl, (client) =>
    client.query('SELECT 1 FROM notification WHERE subject = $1 AND person = $2', [lesson, ids.west]),
  )
  expect(rows.rowCount).toBe(0)
})

test('an author who is mentioned in a reply is told of one thing', async () => {
  const lesson = await tell('east')
  await reply('west', lesson, `Thank you, ${at('east')}`)
  await reply('west', lesson, 'And once more.')
  expect(await toldOf('east', lesson)).toEqual(['reply', 'mention'])
})

test('what is seen counts no more, by one’s own hand alone', async () => {
  const lesson = await tell('head', { unit: 'top' })
  await reply('west', lesson, 'Thank you.')
  const [newest] = await told('head')
  const unseen = async (who: Who) => (await ask('GET', '/api/my/notifications/unseen', who)).json().unseen
  const before = await unseen('head')
  await ask('POST', '/api/my/notifications/seen', 'west', { ids: [newest?.id] })
  expect(await unseen('head')).toBe(before)
  const after = await ask('POST', '/api/my/notifications/seen', 'head', { ids: [newest?.id] })
  expect(after.json()).toEqual({ unseen: before - 1 })
})

test('what somebody does not want to hear of is not told, and comes again when it is wanted', async () => {
  const lesson = await tell('divisionHead', { unit: 'division' })
  const wish = (how: string) => ask('PUT', '/api/my/notification-wishes/reply', 'divisionHead', { how })
  expect((await wish('not at all')).json().wishes).toContainEqual({ what: 'reply', how: 'not at all' })
  await reply('west', lesson, 'One')
  expect(await toldOf('divisionHead', lesson)).toEqual([])
  expect((await wish('digest')).json().wishes).toContainEqual({ what: 'reply', how: 'digest' })
  await reply('west', lesson, 'Two')
  expect(await toldOf('divisionHead', lesson)).toEqual(['reply'])
})
