import { createHash, randomBytes } from 'node:crypto'
import { evaluateInput } from '@chorus/ballot/ballot-server'
import { toBase64url } from '@chorus/ballot/base64url'
import { writeComment } from '@chorus/ballot/comment-bytes'
import { present } from '@chorus/basics/assert'
import type { Result } from '@chorus/basics/result'
import { type Answers, commentDimension, unitDimension } from '@chorus/contracts/collect'
import { cohortId, programmeId } from '@chorus/contracts/ids'
import { type Policy, policyInput } from '@chorus/contracts/policy'
import { policyDifferences } from '@chorus/contracts/policy-differences'
import type { Office } from '@chorus/db/database'
import { withinOrganisation } from '@chorus/db/organisation-scope'
import { collectBallots } from '@chorus/db/stores/ballots'
import { createOrganisation } from '@chorus/db/stores/organisations'
import { tagBytes } from '@chorus/db/stores/participation-pages'
import { createProgramme, findProgramme, type ProgrammeRow } from '@chorus/db/stores/programmes'
import { proposeChange } from '@chorus/db/stores/rule-changes'
import { findPersonByEmail } from '@chorus/db/stores/sign-in-links'
import { findWave } from '@chorus/db/stores/waves'
import { defaultInstrument } from '@chorus/instruments/default-instrument'
import { scalesOfWave } from '@chorus/instruments/rotation'
import { importOrganisation } from '../organisation/import-organisation.ts'
import { acceptAnswers } from '../stages/collect/accept-answers.ts'
import { openWave } from '../stages/collect/open-wave.ts'
import { collectKeysOf } from '../stages/collect/wave-keys.ts'
import { questionsOf } from '../stages/collect/wave-questions.ts'
import { publishRelease } from '../stages/publish/publish-release.ts'
import { type CloseParts, sealWave } from '../stages/seal/seal-wave.ts'
import type { SealedTexts } from '../vault/sealed-texts.ts'
import { addDemoActions } from './add-demo-actions.ts'
import { addDemoAgreement } from './add-demo-agreement.ts'
import { addDemoConcern } from './add-demo-concern.ts'
import { addDemoExperiments } from './add-demo-experiments.ts'
import { addDemoLessons } from './add-demo-lessons.ts'
import { addDemoRecognition } from './add-demo-recognition.ts'
import { addDemoReviews } from './add-demo-reviews.ts'
import { addDemoSessions } from './add-demo-sessions.ts'
import { demoAnswers, takesPart } from './climate-model.ts'
import { asksForComments, demoComments } from './demo-comments.ts'
import { addDemoCommons } from './demo-commons.ts'
import { type DemoPerson, demoPeople } from './demo-people.ts'
import { demoCuts, demoPaperUnit, demoUnits } from './organisation-data.ts'

export const demoOrganisationName = 'Meridian Cycles'
/** Its name until everything is in it, so that an interrupted demo is recognised. */
export const unfinishedDemoName = 'Demo (being filled)'

const pastWaves = 9
/** Results are split from the last of these waves on: in all of them, filling would take half as long again. */
const firstWaveWithCuts = pastWaves
const daysBetweenWaves = 30
const daysOpen = 10
const dayMs = 24 * 3_600_000
/** Answers on their way at the same time. */
const inFlight = 10

export type DemoParts = CloseParts & { readonly secrets: SealedTexts }

export type DemoAccounts = {
  readonly organisation: string
  readonly employee: string
  readonly manager: string
  readonly hr: string
  readonly administrator: string
  readonly auditor: string
}

/** The people whose sign-in links are worth printing. The employee has not answered the open wave. */
export function demoAccounts(organisation: string): DemoAccounts {
  const people = demoPeople()
  const find = (what: string, wanted: (person: DemoPerson) => boolean) =>
    present(people.find(wanted), `the demo's ${what}`).email
  return {
    organisation,
    employee: find('employee', isGuest),
    manager: find('manager', (person) => person.unit === 'engineering'),
    hr: find('HR', (person) => person.role === 'hr'),
    administrator: find('administrator', (person) => person.role === 'administrator'),
    auditor: find('auditor', (person) => person.role === 'auditor'),
  }
}

/**
 * Fills an empty database with a made-up organisation, nine published waves and one open one, through the very code that real people's
 * answers go through, and with what its teams do about them.
 * @param progress told what is being done, in words
 */
export async function fillDemo(
  parts: DemoParts,
  now: Date,
  progress: (line: string) => void,
): Promise<DemoAccounts> {
  const { id } = await createOrganisation(parts.database.office, unfinishedDemoName)
  return withinOrganisation(id, () => fillOrganisation(id, parts, now, progress))
}

async function fillOrganisation(
  organisation: string,
  parts: DemoParts,
  now: Date,
  progress: (line: string) => void,
): Promise<DemoAccounts> {
  const { office } = parts.database
  const people = demoPeople()
  progress('importing people and units')
  await importPeople(office, organisation, people, 'all online', now)
  let programme = await createProgramme(office, organisation, {
    name: 'Team pulse',
    instrument: defaultInstrument,
    policy: policyOfWave(1),
  })
  const personIds = new Map<string, string>()
  for (const one of people)
    personIds.set(one.id, present(await findPersonByEmail(office, organisation, one.email), one.id).id)
  for (let number = 1; number <= pastWaves + 1; number++) {
    progress(`wave ${number} of ${pastWaves + 1}`)
    if (number > pastWaves) await importPeople(office, organisation, people, 'one unit on paper', now)
    const opens = new Date(now.getTime() - ((pastWaves + 1 - number) * daysBetweenWaves + 3) * dayMs)
    programme = await underPolicy(office, programme, policyOfWave(number), opens)
    await playWave(
      parts,
      programme,
      { number, opens, past: number <= pastWaves, people, personIds },
      (answered) => progress(`wave ${number} of ${pastWaves + 1}, ${answered} answers`),
    )
  }
  await addDemoActions(parts.database, organisation, people, personIds, now)
  await addDemoConcern(parts, organisation, people, personIds, now)
  const hr = present(await findPersonByEmail(office, organisation, demoAccounts(organisation).hr), 'HR')
  await addDemoCommons(office, organisation, { personIds, hr: hr.id }, now)
  await addDemoLessons(office, organisation, people, personIds, now)
  await addDemoReviews(office, organisation, people, personIds, now)
  await addDemoExperiments(office, programme, { people, personIds, now })
  await addDemoSessions(office, organisation, people, personIds, now)
  const accounts = demoAccounts(organisation)
  await addDemoAgreement(office, organisation, people, personIds, { reader: accounts.employee, now })
  await addDemoRecognition({ office, secrets: parts.secrets }, organisation, people, personIds, now)
  return accounts
}

/** Made-up people have no hands for sheets: past waves were answered online, and the open one waits for whoever tries the bowl. */
async function importPeople(
  office: Office,
  organisation: string,
  people: readonly DemoPerson[],
  how: 'all online' | 'one unit on paper',
  now: Date,
): Promise<void> {
  const cutColumns = demoCuts.map((cut) => `cut:${cut}`)
  const channelOf = ({ unit }: DemoPerson) =>
    how === 'one unit on paper' && unit === demoPaperUnit ? 'paper' : 'online'
  const imported = await importOrganisation(
    office,
    organisation,
    {
      units: [
        csv(
          ['unit_id', 'parent_id', 'name'],
          demoUnits.map(([id, parent, name]) => [id, parent, name]),
        ),
      ],
      people: [
        csv(
          ['person_id', 'name', 'email', 'unit_id', 'role', 'manages', 'language', 'channel', ...cutColumns],
          people.map((one) => [
            one.id,
            one.name,
            one.email,
            one.unit,
            one.role,
            one.manages,
            one.language,
            channelOf(one),
            ...demoCuts.map((cut) => one.cuts[cut]),
          ]),
        ),
      ],
    },
    now,
  )
  if (!imported.ok) throw new Error(imported.error.faults.map((fault) => fault.message).join('\n'))
}

type WaveToPlay = {
  readonly number: number
  readonly opens: Date
  readonly past: boolean
  readonly people: readonly DemoPerson[]
  readonly personIds: ReadonlyMap<string, string>
}

function policyOfWave(number: number): Policy {
  return policyInput.parse({
    cuts: number >= firstWaveWithCuts ? demoCuts : [],
    ...(asksForComments(number) && { comments: true }),
  })
}

/** HR changes the policy before a wave, so that the demo shows how rules come to change. */
async function underPolicy(
  office: Office,
  programme: ProgrammeRow,
  after: Policy,
  day: Date,
): Promise<ProgrammeRow> {
  const { organisation, id, name, policy: before } = programme
  if (policyDifferences(before, after).length === 0) return programme
  const { hr } = demoAccounts(organisation)
  const by = present(await findPersonByEmail(office, organisation, hr), 'the HR of the demo')
  const change = { kind: 'policy' as const, programme: programmeId.parse(id), name, before, after }
  // Of the demo the trail notes one thing, that it was filled.
  must(await proposeChange(office, organisation, { change, by, at: day }, () => Promise.resolve()))
  return present(await findProgramme(office, organisation, id), 'the programme of the demo')
}

async function playWave(
  parts: CloseParts,
  programme: ProgrammeRow,
  play: WaveToPlay,
  progress: (answered: number) => void,
): Promise<void> {
  const { database, vault } = parts
  const { organisation } = programme
  const closes = new Date(play.opens.getTime() + (play.past ? daysOpen : 17) * dayMs)
  const label = play.opens.toLocaleDateString('en', { month: 'short', year: 'numeric', timeZone: 'UTC' })
  const { cuts } = programme.policy
  const opened = must(
    await openWave(
      { office: database.office, vault },
      programme,
      { label, closes: closes.toISOString() },
      play.opens,
    ),
  )
  const scales = scalesOfWave(programme.instrument, play.number - 1)
  const written = demoComments(play.number, scales, play.people)
  const answering = play.people.filter(
    (person) =>
      takesPart(person, play.number) &&
      (play.past || (!isGuest(person) && person.unit !== demoPaperUnit && isEarly(person))),
  )
  for (let start = 0; start < answering.length; start += inFlight) {
    progress(start)
    await Promise.all(
      answering.slice(start, start + inFlight).map((person) => {
        const who = { organisation, person: play.personIds.get(person.id) ?? '', wave: opened.id }
        const comments = scales.map(({ id }) => written.get(id) && (written.get(id)?.get(person.id) ?? ''))
        const sent = { answers: demoAnswers(person, play.number, scales), comments }
        return answer(parts, who, cuts, sent, play.opens)
      }),
    )
  }
  if (!play.past) return
  must(await sealWave(parts, { organisation, wave: opened.id }, closes))
  const sealed = present(await findWave(database.office, organisation, opened.id), 'the sealed wave')
  must(await publishRelease(database, sealed))
}

/**
 * Puts one made-up person's answers and comments into the urn through the very code that real ones go through. Only the blind halves are left
 * out: nobody here has to be protected from the server, and they would take most of the time.
 * @param sent a comment on each scale of the wave, in their order: "" says nothing, and what is undefined is not sent
 */
async function answer(
  { database: { issuer, urn }, vault }: CloseParts,
  who: { organisation: string; person: string; wave: string },
  cuts: readonly string[],
  sent: { answers: Answers; comments: readonly (string | undefined)[] },
  now: Date,
): Promise<void> {
  const { infos } = must(await questionsOf(urn, who.wave))
  const { skB } = present(await collectKeysOf(vault, who.wave), 'the keys of an open wave')
  // Its other half was never made: an answer to a made-up author can be written, and nobody will read it.
  const replyKey = randomBytes(32)
  const contents = [
    ...[unitDimension, ...cuts].map((dimension) => ({ dimension, content: { answers: sent.answers } })),
    ...sent.comments.flatMap((text, position) =>
      text === undefined
        ? []
        : [
            {
              dimension: commentDimension(position),
              content: { comment: toBase64url(writeComment({ text, further: false, replyKey })) },
            },
          ],
    ),
  ]
  const newTag = () => randomBytes(tagBytes)
  const dimensions = contents.map(({ dimension }) => dimension)
  const places = must(await collectBallots(issuer, who, dimensions, newTag, now))
  for (const [place, { content }] of contents.entries()) {
    const cohort = cohortId.parse(places[place]?.cohort)
    const input = randomBytes(32)
    const token = evaluateInput(skB, present(infos.get(cohort), 'the cohort in the manifest'), input)
    const ballot = { cohort, input: toBase64url(input), token: toBase64url(token) }
    must(await acceptAnswers({ urn, vault }, who.wave, { ...ballot, ...content }, now))
  }
}

/** The person whose link is printed for trying: never answers by itself. */
function isGuest(person: DemoPerson): boolean {
  return person.id === 'm020'
}

/** About half of those who take part have answered the open wave already. */
function isEarly(person: DemoPerson): boolean {
  return (createHash('sha256').update(person.id).digest()[0] ?? 0) < 128
}

function must<T>(result: Result<T, { code: string }>): T {
  if (result.ok) return result.value
  throw new Error(`The demo organisation could not be filled: ${result.error.code}`)
}

function csv(header: readonly string[], rows: readonly (readonly string[])[]): Buffer {
  const line = (fields: readonly string[]) => fields.map((field) => `"${field}"`).join(',')
  return Buffer.from([header, ...rows].map(line).join('\r\n'))
}
