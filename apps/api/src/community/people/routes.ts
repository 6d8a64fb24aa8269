import { colleagues, colleaguesQuery, namesOfPeople, namesQuery } from '@chorus/contracts/commons'
import { namesOf, searchColleagues } from '@chorus/db/stores/colleagues'
import { signedInPerson } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import { RequestLimit } from '../../mail/request-limit.ts'
import type { Parts } from '../../parts.ts'

const minuteMilliseconds = 60_000

/** Colleagues to be mentioned: names and units of today, and nothing else of anybody. */
export function colleagueRoutes(app: App, parts: Parts): void {
  const { office } = parts.database
  // As fast as anybody types, and too slow for copying a staff list.
  const limit = new RequestLimit({ each: 60, all: 20_000, periodMilliseconds: minuteMilliseconds })

  app.get(
    '/api/community/people',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Colleagues by a beginning of their name, to mention them',
        querystring: colleaguesQuery,
        response: { 200: colleagues },
      },
    },
    async (request) => {
      const { organisation, person } = signedInPerson(request)
      if (!limit.allows(person.id, parts.now())) throw new ProblemError('too-many-searches')
      return colleagues.parse({
        people: await searchColleagues(office, organisation, request.query.search),
      })
    },
  )

  app.get(
    '/api/community/people/names',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Today’s names of people who are mentioned',
        querystring: namesQuery,
        response: { 200: namesOfPeople },
      },
    },
    async (request) => {
      const { organisation } = signedInPerson(request)
      const names = await namesOf(
        office,
        organisation,
        request.query.ids.split(',').filter((id) => id !== ''),
      )
      return { names: Object.fromEntries(names) }
    },
  )
}
