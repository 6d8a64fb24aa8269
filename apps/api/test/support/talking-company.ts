import { mentionOf } from '@chorus/contracts/mention-text'
import { expect } from 'vitest'
import { onServer } from '../../../../packages/db/test/support/test-server.ts'
import { joinedCompany } from './joined-company.ts'
import { runApp } from './running-app.ts'

const people = {
  head: 'top1',
  hr: 'top2',
  auditor: 'top3',
  divisionHead: 'division1',
  eastHead: 'east1',
  east: 'east2',
  eastTwo: 'east3',
  leaver: 'east4',
  west: 'west2',
}
export type Who = keyof typeof people

type Told = {
  id: string
  what: string
  about: { id: string; title: string } | null
  actor: string | null
  seen: boolean
}

/** A company whose people tell lessons, reply and mention each other, with what they do and what they read. Each call is a second later. */
export async function talkingCompany() {
  const cookies: Record<string, string> = {}
  const ids: Record<string, string> = {}
  const running = await runApp(joinedCompany())
  const { rows } = await onServer(running.databaseUrl, (client) =>
    client.query('SELECT id, external_id FROM person'),
  )
  for (const [who, id] of Object.entries(people)) {
    cookies[who] = await running.signIn(`${id}@test.example`)
    ids[who] = rows.find((row) => row.external_id === id).id
  }

  function ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, who: Who, payload?: object) {
    // No two things happen at one moment.
    if (method !== 'GET') running.clock.now = new Date(running.clock.now.getTime() + 1000)
    return running.app.inject({
      method,
      url,
      headers: { cookie: cookies[who] ?? '' },
      ...(payload && { payload }),
    })
  }
  const at = (who: Who) => mentionOf(ids[who] ?? '')

  async function tell(who: Who, change: object = {}): Promise<string> {
    const answer = await ask('POST', '/api/lessons', who, {
      kind: 'went wrong',
      title: 'The release went out on a Friday',
      happened: 'Nobody who knew the rollback was there at the weekend.',
      learned: 'A release needs somebody who can take it back.',
      now: '',
      tags: ['release day'],
      goal: '',
      language: 'en',
      unit: 'east',
      audience: 'organisation',
      leadersOwn: false,
      ...change,
    })
    expect(answer.statusCode, answer.body).toBe(201)
    return answer.json().id
  }

  async function reply(who: Who, lesson: string, text: string): Promise<string> {
    const answer = await ask('POST', `/api/community/lesson/${lesson}/replies`, who, { text })
    expect(answer.statusCode, answer.body).toBe(201)
    return answer.json().replies.at(-1).id
  }

  const told = async (who: Who): Promise<Told[]> =>
    (await ask('GET', '/api/my/notifications', who)).json().notifications
  const toldOf = async (who: Who, lesson: string) =>
    (await told(who)).filter(({ about }) => about?.id === lesson).map(({ what }) => what)
  const replies = async (who: Who, lesson: string) =>
    (await ask('GET', `/api/community/lesson/${lesson}/thread`, who)).json().replies
  const hide = (kind: string, id: string, who: Who = 'hr') =>
    ask('PUT', `/api/moderation/${kind}/${id}`, who, { decision: 'hide', reason: 'It blames one person.' })
  const trail = async () => (await ask('GET', '/api/audit-trail', 'hr')).json().events
  const inList = async (who: Who, lesson: string) =>
    (await ask('GET', '/api/lessons', who)).json().lessons.some(({ id }: { id: string }) => id === lesson)

  /** Somebody is of HR for a while. */
  async function asHr(who: Who, act: () => Promise<void>): Promise<void> {
    const role = (to: string) =>
      onServer(running.databaseUrl, (client) =>
        client.query(`UPDATE person SET role = $1 WHERE id = $2`, [to, ids[who]]),
      )
    await role('hr')
    try {
      await act()
    } finally {
      await role('employee')
    }
  }

  return { running, people, ids, ask, at, tell, reply, told, toldOf, replies, hide, trail, inList, asHr }
}
