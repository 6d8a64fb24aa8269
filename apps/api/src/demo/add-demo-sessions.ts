import { present } from '@chorus/basics/assert'
import { usualKeepDays } from '@chorus/contracts/reflection-limits'
import type { Office } from '@chorus/db/database'
import { insertAction } from '@chorus/db/stores/actions'
import { insertPost, listPosts } from '@chorus/db/stores/reflection-posts'
import { insertReflection, openReflection, summariseReflection } from '@chorus/db/stores/reflections'
import { insertReply, setReaction } from '@chorus/db/stores/threads'
import { isBelow } from './climate-model.ts'
import type { DemoPerson } from './demo-people.ts'
import { type DemoSession, demoSessions } from './demo-sessions.ts'
import { demoUnits } from './organisation-data.ts'

const dayMs = 24 * 3_600_000
const minuteMs = 60_000

/** Writes the sessions of the demo's teams: one with its summary and what followed, one in its quiet time. */
export async function addDemoSessions(
  office: Office,
  organisation: string,
  people: readonly DemoPerson[],
  personIds: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  for (const session of demoSessions) {
    const team = people.filter(({ unit }) => isBelow(unit, session.unit))
    const idOf = (place: number) =>
      present(
        personIds.get(present(team[place], `person ${place} of ${session.unit}`).id),
        'a person of the demo',
      )
    const lead = present(team[0], `who leads ${session.unit}`)
    const unitName = present(
      demoUnits.find(([id]) => id === session.unit),
      session.unit,
    )[2]
    const begun = daysFrom(now, session.begun)
    const id = await insertReflection(office, {
      organisation,
      unit: session.unit,
      unitName,
      title: session.title,
      prompts: session.prompts,
      facilitator: idOf(0),
      begun,
      quietUntil: null,
      everyWeeks: session.everyWeeks,
      keepDays: usualKeepDays,
    })
    for (const [place, { prompt, by, text }] of session.posts.entries()) {
      const at = new Date(begun.getTime() + place * minuteMs)
      await insertPost(office, { organisation, session: id, prompt, author: idOf(by), text, at })
    }
    if (!session.summary) continue
    const on = daysFrom(now, session.summary.on)
    await openReflection(office, { organisation, id }, new Date(begun.getTime() + dayMs))
    await talk(office, { organisation, id, reader: idOf(0) }, session, idOf, on)
    await summariseReflection(office, { organisation, id }, session.summary, on)
    if (!session.action) continue
    const { title, due, note } = session.action
    await insertAction(office, {
      organisation,
      unit: session.unit,
      title,
      cause: { kind: 'session', id, title: session.title },
      owner: idOf(0),
      ownerName: lead.name,
      due: dayOf(daysFrom(now, due)),
      state: 'done',
      notes: [{ on: dayOf(daysFrom(now, due)), state: 'done', text: note }],
      changed: dayOf(daysFrom(now, due)),
      added: dayOf(on),
    })
  }
}

/** What people said to each other's posts once the session was open. */
async function talk(
  office: Office,
  { organisation, id, reader }: { organisation: string; id: string; reader: string },
  { posts }: DemoSession,
  idOf: (place: number) => string,
  at: Date,
): Promise<void> {
  const written = await listPosts(office, { organisation, session: id }, { reader, whose: null })
  for (const { text, alike = [], reply } of posts) {
    const post = present(
      written.find((one) => one.text === text),
      'a post of the demo',
    )
    const subject = { organisation, kind: 'session-post' as const, id: post.id }
    for (const place of alike)
      await setReaction(office, subject, { person: idOf(place), reaction: 'same here' }, true)
    if (reply) await insertReply(office, subject, { author: idOf(reply.by), text: reply.text, at })
  }
}

function daysFrom(now: Date, days: number): Date {
  return new Date(now.getTime() + days * dayMs)
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 'yyyy-mm-dd'.length)
}
