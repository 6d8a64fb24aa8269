import { eraseLeavers, letLeave } from '@chorus/db/stores/leavers'
import { afterAll, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { forgetOldCommunity } from '../src/community/forget-old.ts'
import { talkingCompany, type Who } from './support/talking-company.ts'

const { running, people, ids, ask, at, tell, reply, toldOf, replies, hide, trail } = await talkingCompany()

afterAll(() => running.stop())

test('a unit takes everything of it and below along, by whoever leads it or HR, and the trail notes it', async () => {
  const lesson = await tell('east', { audience: 'unit', learned: `Ask ${at('eastTwo')}.` })
  await reply('eastTwo', lesson, 'Gladly.')
  await ask('PUT', `/api/community/lesson/${lesson}/reactions/useful`, 'eastTwo', { on: true })
  for (const [unit, who] of [
    ['east', 'eastHead'],
    ['division', 'divisionHead'],
    ['top', 'hr'],
  ] as const) {
    const answer = await ask('GET', `/api/community/export?unit=${unit}`, who)
    expect(answer.statusCode, who).toBe(200)
    expect(answer.headers['content-disposition']).toContain('attachment')
    const item = answer.json().items.find(({ id }: { id: string }) => id === lesson)
    expect(item, who).toMatchObject({
      kind: 'lesson',
      unit: 'East',
      author: 'Person east2',
      content: { learned: 'Ask @Person east3.', tags: ['release day'] },
      reactions: { useful: 1 },
      replies: [{ author: 'Person east3', text: 'Gladly.' }],
    })
    expect((await trail())[0]).toMatchObject({ action: 'learning exported', actor: `Person ${people[who]}` })
  }
  const units = async (who: Who) =>
    (await ask('GET', '/api/community/export/units', who)).json().units.map(({ id }: { id: string }) => id)
  expect(await units('eastHead')).toEqual(['east'])
  expect(await units('divisionHead')).toEqual(expect.arrayContaining(['division', 'east', 'west']))
  expect(await units('hr')).toContain('top')
  expect((await ask('GET', '/api/community/export?unit=west', 'eastHead')).json().code).toBe('unknown-unit')
  expect((await ask('GET', '/api/community/export?unit=division', 'eastHead')).json().code).toBe(
    'unknown-unit',
  )
})

test('everybody sees all that they wrote, and takes it back at any time, hidden or not', async () => {
  const lesson = await tell('eastHead')
  const elsewhere = await tell('east')
  const id = await reply('eastHead', elsewhere, 'The same here.')
  await hide('reply', id)
  const mine = async () => (await ask('GET', '/api/my/written', 'eastHead')).json()
  const places = async () => (await mine()).texts.map((one: { id: string }) => one.id)
  expect(await places()).toEqual([id, lesson])
  expect((await mine()).texts[0]).toMatchObject({
    kind: 'reply',
    texts: ['The same here.'],
    subject: { id: elsewhere },
    hidden: { reason: 'It blames one person.', appeal: null },
  })
  await ask('PUT', `/api/community/lesson/${elsewhere}/reactions/useful`, 'eastHead', { on: true })
  expect((await mine()).reactions).toContainEqual({
    subject: { kind: 'lesson', id: elsewhere, title: 'The release went out on a Friday' },
    reaction: 'useful',
  })
  for (const who of ['hr', 'east'] as const) {
    expect((await ask('DELETE', `/api/my/written/lesson/${lesson}`, who)).json().code).toBe('unknown-subject')
    expect((await ask('DELETE', `/api/my/written/reply/${id}`, who)).json().code).toBe('unknown-reply')
  }
  expect((await ask('DELETE', `/api/my/written/lesson/${lesson}`, 'eastHead')).statusCode).toBe(204)
  expect((await ask('DELETE', `/api/my/written/reply/${id}`, 'eastHead')).statusCode).toBe(204)
  expect(await places()).toEqual([])
  expect(await replies('east', elsewhere)).toEqual([])
  const left = await onServer(running.databaseUrl, (client) =>
    client.query('SELECT target FROM hidden_target WHERE target = $1', [id]),
  )
  expect(left.rowCount).toBe(0)
})

test('what somebody was told of is forgotten after ninety days, and so is who reported what was decided on', async () => {
  const lesson = await tell('eastTwo')
  const open = await tell('eastTwo')
  for (const id of [lesson, open])
    await ask('POST', `/api/community/moderation/lesson/${id}/reports`, 'head', {
      reason: 'other',
      words: id,
    })
  await ask('PUT', `/api/moderation/lesson/${lesson}`, 'hr', { decision: 'leave' })
  const reported = async () =>
    (await ask('GET', '/api/my/written', 'head')).json().reports.map(({ words }: { words: string }) => words)
  await reply('west', lesson, 'Thank you.')
  const { office } = running.database
  const days = (count: number) => new Date(running.clock.now.getTime() + count * 86_400_000)
  await forgetOldCommunity(office, running.organisation, days(89))
  expect(await toldOf('eastTwo', lesson)).toEqual(['reply'])
  expect(await reported()).toEqual(expect.arrayContaining([lesson, open]))
  await forgetOldCommunity(office, running.organisation, days(91))
  expect(await toldOf('eastTwo', lesson)).toEqual([])
  expect(await reported()).toContain(open)
  expect(await reported()).not.toContain(lesson)
})

test('whoever leaves is named nowhere from that day on, and found by nobody; once erased the text still stands', async () => {
  const lesson = await tell('leaver', { title: 'Before I go' })
  await reply('west', lesson, `Farewell, ${at('leaver')}!`)
  const names = async () =>
    (await ask('GET', `/api/community/people/names?ids=${ids.leaver}`, 'west')).json().names
  expect(await names()).toEqual({ [ids.leaver ?? '']: 'Person east4' })
  const { office } = running.database
  await office.transaction((tx) => letLeave(tx, running.organisation, [ids.leaver ?? ''], '2026-03-02'))
  const nobody = async () => {
    expect(await names()).toEqual({})
    expect((await ask('GET', '/api/community/people?search=east4', 'west')).json().people).toEqual([])
    const exported = (await ask('GET', '/api/community/export?unit=east', 'eastHead')).json()
    const item = exported.items.find(({ id }: { id: string }) => id === lesson)
    expect(item).toMatchObject({
      author: null,
      content: { title: 'Before I go' },
      replies: [{ text: 'Farewell, @somebody who has left!' }],
    })
  }
  await nobody()
  await eraseLeavers(office, running.organisation, '2027-01-01')
  await nobody()
  expect((await ask('GET', `/api/lessons/${lesson}`, 'west')).json().author).toBeNull()
})
