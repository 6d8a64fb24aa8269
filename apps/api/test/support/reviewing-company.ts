import { expect } from 'vitest'
import { joinedCompany } from './joined-company.ts'
import { runApp } from './running-app.ts'

const people = {
  head: 'top1',
  hr: 'top2',
  divisionHead: 'division1',
  opener: 'east2',
  facilitator: 'east3',
  participant: 'east4',
  east: 'east5',
  west: 'west2',
}
export type Who = keyof typeof people

export const basics = {
  title: 'The release that was taken back',
  about: 'It went out at noon.',
  impact: '',
  began: '2026-03-01',
  ended: '2026-03-02',
  due: '2026-03-16',
  language: 'en',
  audience: 'unit',
}

/** A company in which somebody opens reviews, with what people do to them. `open` makes a draft with a facilitator and a participant. */
export async function reviewingCompany() {
  const running = await runApp(joinedCompany())
  const cookies: Record<string, string> = {}
  const ids: Record<string, string> = {}

  const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, who: Who, payload?: object) =>
    running.app.inject({ method, url, headers: { cookie: cookies[who] ?? '' }, ...(payload && { payload }) })

  async function open(change: object = {}): Promise<string> {
    const given = { unit: 'east', facilitator: ids.facilitator, ...basics, ...change }
    const answer = await ask('POST', '/api/reviews', 'opener', given)
    expect(answer.statusCode, answer.body).toBe(201)
    const { id } = answer.json()
    const named = { facilitator: ids.facilitator, participants: [ids.participant] }
    expect((await ask('PUT', `/api/reviews/${id}/people`, 'facilitator', named)).statusCode).toBe(200)
    return id
  }

  const move = (id: string, who: Who, state: string) => ask('PUT', `/api/reviews/${id}/state`, who, { state })
  const share = async (id: string) => {
    for (const state of ['in review', 'shared'])
      expect((await move(id, 'facilitator', state)).statusCode).toBe(200)
    return id
  }
  const write = (id: string, who: Who, part: string, revision: number, content: object) =>
    ask('PUT', `/api/reviews/${id}/parts/${part}`, who, { revision, content })
  const codeFor = async (id: string, who: Who) => {
    const answer = await ask('GET', `/api/reviews/${id}`, who)
    const list = (await ask('GET', '/api/reviews', who)).json().reviews
    // The list and the page never disagree on who reads what.
    expect(list.some((one: { id: string }) => one.id === id)).toBe(answer.statusCode === 200)
    return answer.statusCode === 200 ? 'reads' : answer.json().code
  }

  for (const [who, id] of Object.entries(people) as [Who, string][]) {
    cookies[who] = await running.signIn(`${id}@test.example`)
    ids[who] = (await ask('GET', '/api/session', who)).json().person.id
  }
  return { running, ids, ask, open, move, share, write, codeFor }
}
