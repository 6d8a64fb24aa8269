import { measuresOfUnit, unitOrOwn } from '@chorus/contracts/learning-measures'
import { readReviewFacts } from '@chorus/db/stores/review-facts'
import { readSharingFacts } from '@chorus/db/stores/sharing-facts'
import { signedInPerson } from '../../http/permission.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { readableUnit } from '../readable-unit.ts'
import { fewestThings, learningMeasuresOf } from './learning-measures.ts'

/** A quarter. */
const days = 91
/** A year: units share few reviews in a quarter. */
const longerDays = 365
const dayMs = 86_400_000

/** How a unit and the organisation learn. There is no such route for a person, and none that counts mistakes. */
export function measureRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/learning-measures',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'How a unit with all below it, and the organisation, learn',
        querystring: unitOrOwn,
        response: { 200: measuresOfUnit },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const unit = await readableUnit(office, reader, request.query.unit)
      const [ofUnit, ofOrganisation] = await Promise.all([
        measuresOf(reader.organisation, unit.id),
        measuresOf(reader.organisation, null),
      ])
      return measuresOfUnit.parse({
        unit,
        ofUnit,
        ofOrganisation,
        days,
        longerDays,
        fewest: fewestThings,
      })
    },
  )

  async function measuresOf(organisation: string, root: string | null) {
    const daysAgo = (some: number) => new Date(parts.now().getTime() - some * dayMs)
    const [sharing, reviews] = await Promise.all([
      readSharingFacts(office, organisation, root, daysAgo(days)),
      readReviewFacts(office, organisation, root, daysAgo(longerDays)),
    ])
    return learningMeasuresOf(sharing, reviews)
  }
}
