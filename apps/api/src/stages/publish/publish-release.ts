import { GroupTally } from '@chorus/anonymity/group-tally'
import { publishWave } from '@chorus/anonymity/publish'
import { publishComments, type WrittenComments } from '@chorus/anonymity/publish-comments'
import type { EarlierWave, PublishInput } from '@chorus/anonymity/publish-input'
import { present } from '@chorus/basics/assert'
import { err, type Result } from '@chorus/basics/result'
import { commentDimension, isCut, manifest, unitDimension } from '@chorus/contracts/collect'
import type { Scale } from '@chorus/contracts/instrument'
import type { Closer, Database } from '@chorus/db/database'
import { insertRelease, listReleases, type ReleaseMoment } from '@chorus/db/stores/releases'
import {
  countAnswers,
  listCohorts,
  readCutCounts,
  readSealedComments,
  readSealedResponses,
  type WaveKey,
} from '@chorus/db/stores/sealed-waves'
import type { WaveRow } from '@chorus/db/stores/waves'
import { cutTally } from '../seal/cut-tally.ts'
import { earlierWave } from './earlier-wave.ts'
import { maskedComments } from './masked-comments.ts'

/** Not the whole manifest: a wave that was sealed by an earlier version has one without keys. */
const whatPublishingReads = manifest.pick({ policy: true, instrument: true, scales: true })

export type PublishRefused =
  | { code: 'wave-still-open' }
  | { code: 'wave-already-published' }
  | { code: 'release-refused' }

/**
 * One pass over the sealed responses, the disclosure rules, the audit, and the same for comments; only then is the release written, once,
 * with names masked in comments, and responses and comments deleted with it. A crash before that leaves the wave sealed, to be published again.
 * @param tellFrom now, where people are to be told: that they still are is kept with the release until it is done
 */
export async function publishRelease(
  { closer, office }: Pick<Database, 'closer' | 'office'>,
  wave: WaveRow,
  { tellFrom = null, at }: { tellFrom?: Date | null; at?: (moment: ReleaseMoment) => Promise<void> } = {},
): Promise<Result<void, PublishRefused>> {
  if (wave.stage === 'open') return err({ code: 'wave-still-open' })
  if (wave.stage === 'published') return err({ code: 'wave-already-published' })
  const { organisation, units } = wave
  const { policy, instrument, scales } = whatPublishingReads.parse(JSON.parse(wave.manifest))
  const key = { organisation, wave: wave.id }
  const cohorts = await listCohorts(closer, key)
  const inUnits = cohorts.flatMap(({ id, dimension, unit, size }) =>
    unit === null || dimension !== unitDimension ? [] : [{ id, unit, size }],
  )
  const unitOf = new Map(inUnits.map((cohort) => [cohort.id, cohort.unit]))
  const counts = new GroupTally(
    units.map((unit) => unit.id),
    scales,
  )
  for await (const response of readSealedResponses(closer, key))
    counts.addById(unitOf.get(response.cohort) ?? '', response.answers)

  const headers = await listReleases(closer, organisation, wave.programme)
  const earlier: EarlierWave[] = []
  for (const header of headers) earlier.push(await earlierWave(closer, header))
  const closedOn = present(wave.closedOn, 'the closing day of a sealed wave')
  const cuts = wave.categories === null ? [] : policy.cuts.filter(isCut)
  const cutCounts = cutTally({ units, scales, cuts, cohorts }, await readCutCounts(closer, key))
  const published = publishWave({
    wave: { id: wave.id, closed: closedOn },
    units,
    counts,
    dimensions: { cuts: cutCounts, chosen: wave.categories ?? {}, audit: wave.sealingAudit },
    invited: inUnits.map(({ unit, size }) => ({ unit, cut: {}, people: size })),
    policy: { ...policy, cuts, crossings: [] },
    earlier,
    stayed: whoCanHaveStayed(wave.invitedAgain),
  })
  if (!published.ok) return err({ code: 'release-refused' })
  const { cells, organisation: summary } = published.value.wave
  const written = policy.comments === true ? await writtenComments(closer, key, scales) : []
  const comments = publishComments({ units, cells, written, policy })
  if (!comments.ok) return err({ code: 'release-refused' })
  const audit = summary.audit && { ...summary.audit, commentLayers: written.length }
  return insertRelease(
    closer,
    {
      organisation,
      wave: wave.id,
      programme: wave.programme,
      number: wave.number,
      label: wave.label,
      source: 'own',
      closedOn,
      instrument: { ...instrument, scales },
      policy,
      units,
      summary: policy.comments === true ? { ...summary, audit } : summary,
    },
    cells,
    await maskedComments(office, organisation, units, comments.value),
    { tellFrom, at },
  )
}

/** Who answered is forgotten when a wave closes: of those invited to both, as many as can have answered both are taken for it. */
function whoCanHaveStayed(invitedAgain: WaveRow['invitedAgain']): PublishInput['stayed'] {
  if (invitedAgain === null) return new Map()
  const groups = invitedAgain.people.map(({ before, now, people }) => ({
    before: { unit: before, cut: {} },
    now: { unit: now, cut: {} },
    people,
  }))
  return new Map([[invitedAgain.since, groups]])
}

/** The comments of each scale, and how many people handed in a ballot for them, by unit. */
async function writtenComments(
  closer: Closer,
  key: WaveKey,
  scales: readonly Scale[],
): Promise<WrittenComments<Awaited<ReturnType<typeof readSealedComments>>[number]>[]> {
  const comments = await readSealedComments(closer, key)
  return Promise.all(
    scales.map(async ({ id: scale }, position) => ({
      scale,
      answers: await countAnswers(closer, key, commentDimension(position)),
      comments: comments.filter((comment) => comment.scale === scale),
    })),
  )
}
