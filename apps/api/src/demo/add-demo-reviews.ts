import { present } from '@chorus/basics/assert'
import { reviewParts } from '@chorus/contracts/reviews'
import type { Office } from '@chorus/db/database'
import { insertAction } from '@chorus/db/stores/actions'
import { insertReview, moveReview } from '@chorus/db/stores/reviews'
import type { DemoPerson } from './demo-people.ts'
import { demoReviews } from './demo-reviews.ts'
import { demoShortReviews } from './demo-short-reviews.ts'
import { demoUnits } from './organisation-data.ts'

const dayMs = 24 * 3_600_000

/** Writes the reviews of the demo, with what their units do about them. */
export async function addDemoReviews(
  office: Office,
  organisation: string,
  people: readonly DemoPerson[],
  personIds: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const noon = Math.floor(now.getTime() / dayMs) * dayMs + dayMs / 2
  const moment = (day: number, minutes: number) =>
    new Date(noon + day * dayMs + minutes * 60_000).toISOString()
  const dayOf = (day: number) => moment(day, 0).slice(0, 'yyyy-mm-dd'.length)
  const headOf = (unit: string) => {
    const head = people.find(({ manages }) => manages.split(' ').includes(unit))
    return present(personIds.get(present(head, `who leads ${unit}`).id), `the id of who leads ${unit}`)
  }
  for (const review of [...demoShortReviews, ...demoReviews]) {
    const { unit, openedBy, facilitator, participants, opened, shared, parts, actions } = review
    const written = reviewParts.parse(parts(moment, dayOf))
    const { title, audience, began, ended, due, language } = written.basics
    const [, , unitName] = present(
      demoUnits.find(([id]) => id === unit),
      unit,
    )
    const id = await insertReview(
      office,
      {
        organisation,
        unit,
        unitName,
        audience,
        state: 'draft',
        openedBy: headOf(openedBy),
        facilitator: headOf(facilitator),
        title,
        began,
        ended,
        due,
        language,
        opened: new Date(moment(opened, 0)),
      },
      written,
      participants.map(headOf),
    )
    if (shared !== null) await moveReview(office, { organisation, id }, 'shared', new Date(moment(shared, 0)))
    for (const { title: action, owner, due: by, state } of actions)
      await insertAction(office, {
        organisation,
        unit,
        title: action,
        cause: { kind: 'review', id, title },
        owner: null,
        ownerName: owner,
        due: dayOf(by),
        state,
        notes: [],
        changed: dayOf(shared ?? opened),
        added: dayOf(shared ?? opened),
      })
  }
}
