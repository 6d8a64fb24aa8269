import { present } from '@chorus/basics/assert'
import { nameMark } from '@chorus/contracts/name-mark'
import { openDatabase } from '@chorus/db/database'
import { listExperiments } from '@chorus/db/stores/experiments'
import { listInvitations } from '@chorus/db/stores/invitations'
import { findKnownPerson } from '@chorus/db/stores/known-people'
import { listComments, listReleases, readRelease } from '@chorus/db/stores/releases'
import { findPersonByEmail } from '@chorus/db/stores/sign-in-links'
import { findUnpublishedWave } from '@chorus/db/stores/waves'
import { expect, test } from 'vitest'
import { cloneTestDatabase } from '../../../packages/db/test/support/test-database.ts'
import { demoPeople } from '../src/demo/demo-people.ts'
import { demoAccounts, fillDemo } from '../src/demo/fill-demo.ts'
import { fillDemoWhenEmpty } from '../src/demo/fill-when-empty.ts'
import { demoUnits } from '../src/demo/organisation-data.ts'
import { experimentReader } from '../src/stages/report/experiment-reader.ts'
import { SealedTexts } from '../src/vault/sealed-texts.ts'
import { throwAwayVault } from './support/throw-away-vault.ts'

const now = new Date('2026-06-15T10:00:00Z')
const secrets = new SealedTexts(Buffer.alloc(32, 7))

async function filled() {
  const place = await cloneTestDatabase()
  const installation = openDatabase(place.url)
  const { vault, remove } = await throwAwayVault()
  const { organisation } = await fillDemo({ database: installation, vault, secrets }, now, () => {})
  await installation.close()
  const database = openDatabase(place.url, { organisation })
  const headers = await listReleases(database.reporter, organisation)
  const releases = []
  for (const header of headers) releases.push(await readRelease(database.reporter, header))
  const comments = await Promise.all(headers.map((header) => listComments(database.reporter, header)))
  const open = await findUnpublishedWave(database.office, organisation)
  const { employee } = demoAccounts(organisation)
  const guest = await findPersonByEmail(database.office, organisation, employee)
  const invitations = await listInvitations(database.issuer, { organisation, person: guest?.id ?? '' }, now)
  return {
    releases,
    comments,
    open,
    invitations,
    database,
    url: place.url,
    organisation,
    async stop() {
      await database.close()
      await place.drop()
      await remove()
    },
  }
}

test('the demo organisation has what shows the hard cases', () => {
  const sizes = demoUnits.map(([, , , size]) => size)
  expect(demoPeople().length).toBeGreaterThan(220)
  expect(demoPeople().length).toBeLessThan(260)
  expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([0, 25])
  const children = (id: string) => demoUnits.filter(([, parent]) => parent === id).length
  expect(demoUnits.filter(([id]) => children(id) === 1).map(([id]) => id)).toEqual(['quality', 'labs'])
  expect(new Set(demoPeople().map((person) => person.email)).size).toBe(demoPeople().length)
})

test('nine waves are published, one is open, and every figure is the same each time it is filled', {
  timeout: 400_000,
}, async () => {
  const [first, second] = [await filled(), await filled()]
  try {
    expect(first.releases).toHaveLength(9)
    expect(first.open?.stage).toBe('open')
    const places = first.invitations.flatMap((invitation) => invitation.places)
    expect(places.map(({ dimension, bit }) => [dimension, bit]).sort()).toEqual([
      ['location', false],
      ['tenure', false],
      ['unit', false],
    ])
    const splits = first.releases.map((release) => cutsShown(release))
    expect(splits.slice(0, -1).flat(), 'earlier waves are not split').toEqual([])
    expect(splits.at(-1), 'some of the newest wave is shown').toContain('6 years and more')
    expect(figures(second.releases)).toEqual(figures(first.releases))
    expect(first.comments.map((wave) => wave.length > 5)).toEqual([...Array(7).fill(false), true, true])
    const texts = first.comments.flat().map(({ text }) => text)
    expect(texts.filter((text) => text.includes(nameMark)).length).toBeGreaterThan(3)
    for (const { name } of demoPeople())
      expect(texts.filter((text) => text.includes(name) || /[{}]/.test(text))).toEqual([])
    const means = safetyOf(first.releases, 'support')
    expect(means.at(-1) ?? 0, 'Support recovers').toBeGreaterThan((means[0] ?? 0) + 1)
    const dip = safetyOf(first.releases, 'engineering')
    expect(dip[4] ?? 0, 'the reorganisation shows as a dip').toBeLessThan((dip[3] ?? 0) - 0.5)
    expect(await outcomesToldHr(first)).toEqual({
      platform: 'reached',
      paint: 'no wave in the window',
      tooling: 'too few',
    })
  } finally {
    await first.stop()
    await second.stop()
  }
})

test('a demo that was interrupted half way is emptied and filled again; a finished one is left alone', {
  timeout: 300_000,
}, async () => {
  const place = await cloneTestDatabase()
  const database = openDatabase(place.url)
  const { vault, remove } = await throwAwayVault()
  const installation = { database, vault, secrets, databaseUrl: place.url }
  try {
    const interrupted = fillDemo(installation, now, (line) => {
      if (line.startsWith('wave 2')) throw new Error('the power went out')
    })
    await expect(interrupted).rejects.toThrow('the power went out')
    expect(await fillDemoWhenEmpty(installation, () => {})).toBe(true)
    expect(await fillDemoWhenEmpty(installation, () => {})).toBe(false)
  } finally {
    await database.close()
    await place.drop()
    await remove()
  }
})

/** Categories that are shown for the whole organisation. */
function cutsShown(release: Releases[number]): string[] {
  const cells = release.waves.flatMap((wave) => wave.cells)
  return cells.flatMap(({ unit, cut, status }) =>
    unit === 'company' && status === 'published' ? Object.values(cut) : [],
  )
}

/** What the waves say of each team's experiment, to who may read all that is shown. */
async function outcomesToldHr({ database: { office, reporter }, organisation }: Filled) {
  const hr = await findPersonByEmail(office, organisation, demoAccounts(organisation).hr)
  const known = present(await findKnownPerson(office, organisation, hr?.id ?? '', now), 'the HR of the demo')
  const session = { ...known, id: '', endsOn: '', mark: 0, markBefore: 0 }
  const outcomes: Record<string, string> = {}
  for (const row of await listExperiments(office, organisation, null, 10)) {
    const asked = { ...row, from: row.fromDay, to: row.toDay }
    const { outcome } = await experimentReader(office, reporter)(session, asked)
    outcomes[row.unit ?? ''] = outcome.status === 'told' ? outcome.result : outcome.why
  }
  return outcomes
}

type Filled = Awaited<ReturnType<typeof filled>>
type Releases = Awaited<ReturnType<typeof filled>>['releases']

/** All figures, without the random ids of waves. */
function figures(releases: Releases) {
  return releases.map((release) =>
    release.waves.map((wave) =>
      wave.cells.map((cell) => ({
        ...cell,
        measures: cell.measures.map((measure) => ({
          ...measure,
          change: measure.change && { ...measure.change, since: '' },
        })),
      })),
    ),
  )
}

function safetyOf(releases: Releases, unit: string): number[] {
  return releases.flatMap((release) =>
    release.waves.flatMap((wave) => {
      const [scale] = wave.cells.find((cell) => cell.unit === unit)?.measures ?? []
      if (scale?.mean === null || scale?.mean === undefined) return []
      return [typeof scale.mean === 'number' ? scale.mean : (scale.mean.lo + scale.mean.hi) / 2]
    }),
  )
}
