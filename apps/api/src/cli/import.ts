import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Office } from '@chorus/db/database'
import { withinOrganisation } from '@chorus/db/organisation-scope'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { applyImport } from '@chorus/db/stores/organisation-import'
import {
  createOrganisation,
  listOrganisations,
  listUnits,
  type OrganisationRow,
} from '@chorus/db/stores/organisations'
import { keepColumns, rememberedColumns } from '@chorus/db/stores/pending-imports'
import { type Faults, faultLine } from '../csv/fault-list.ts'
import { matchColumns } from '../organisation/columns/match-columns.ts'
import { sampleColumns } from '../organisation/columns/sample-columns.ts'
import { undoLasts } from '../organisation/import-routes.ts'
import { importedSubject } from '../organisation/imported-subject.ts'
import { planImport } from '../organisation/plan-import.ts'
import { chunksOf } from '../organisation/waiting-import.ts'
import { chosenOrganisation } from './chosen-organisation.ts'
import { CommandRefused } from './command-refused.ts'
import { describeColumns, describePreview, stopSentence } from './describe-preview.ts'
import { progressLine, say, warn } from './output.ts'
import { withInstallation } from './with-installation.ts'

type Options = {
  organisation?: string
  people: string
  units?: string
  name?: string
  yes?: boolean
  expectLeavers?: number
  json?: boolean
}

/** Shows what would change, and changes it where that was agreed to. An empty organisation has nothing to lose and is filled at once. */
export async function importFiles(options: Options): Promise<void> {
  const people = await contentOf(options.people)
  const units = options.units === undefined ? null : await contentOf(options.units)
  const now = new Date()
  await withInstallation(async ({ database: { office } }) => {
    const hasNone = (await listOrganisations(office)).length === 0
    const organisation = hasNone
      ? await createOrganisation(office, options.name ?? 'Our organisation')
      : await chosenOrganisation(office, options.organisation)
    await withinOrganisation(organisation.id, () =>
      importInto(office, organisation, { people, units, now }, options),
    )
  })
}

async function importInto(
  office: Office,
  organisation: OrganisationRow,
  { people, units, now }: { people: Buffer; units: Buffer | null; now: Date },
  options: Options,
): Promise<void> {
  const names = { people: basename(options.people), units: basename(options.units ?? 'units.csv') }
  const columns = await columnsOf(office, organisation, people, units !== null, names.people)
  const planned = await planImport(
    office,
    organisation,
    {
      people: chunksOf(people),
      units: units && chunksOf(units),
      meanings: columns.map(({ meaning }) => meaning),
      names,
    },
    null,
  )
  if (!planned.ok) throw refusalOf(planned.error)
  const { wanted, preview } = planned.value
  const isFirst = preview.people === preview.counts.joined && preview.counts.left === 0
  const lines = [...describeColumns(columns), ...(isFirst ? [] : describePreview(preview))]
  for (const line of lines) warn(line)
  if (!isFirst && !options.yes)
    throw new CommandRefused('Nothing was changed. Run it again with --yes to import this.')
  if (preview.stop && preview.stop.number !== options.expectLeavers)
    throw new CommandRefused(stopSentence(preview.stop))

  const progress = progressLine('Importing')
  const applied = await applyImport(
    office,
    organisation.id,
    { ...wanted, history: preview.history },
    {
      now,
      fingerprint: preview.fingerprint,
      undoUntil: new Date(now.getTime() + undoLasts),
      note: (tx, done) =>
        recordEvent(tx, organisation.id, {
          at: now,
          actor: 'command line',
          action: 'organisation imported',
          subject: importedSubject(done, planned.value),
        }),
      onProgress: (written, of) => written < of && progress.show(`${written} of ${of} people`),
    },
  )
  progress.end()
  if (!applied.ok)
    throw new CommandRefused(
      'The organisation was changed in the meantime. Nothing was written. Run it again.',
    )
  await keepColumns(office, { organisation: organisation.id }, columns)
  const { units: unitsNow, people: peopleNow, joined, left, moved } = applied.value
  say(
    options.json ?? false,
    applied.value,
    `${organisation.name}: ${unitsNow} units, ${peopleNow} people (${joined} joined, ${left} left, ${moved} moved).`,
  )
}

async function columnsOf(
  office: Office,
  { id }: OrganisationRow,
  people: Buffer,
  unitsListed: boolean,
  file: string,
) {
  const sampled = await sampleColumns(people, file)
  if (!sampled.ok) throw refusalOf(sampled.error)
  const unitsKnown = (await listUnits(office, id)).length > 1
  return matchColumns(sampled.value, await rememberedColumns(office, id), unitsListed, unitsKnown)
}

async function contentOf(file: string): Promise<Buffer> {
  return readFile(file).catch(() => {
    throw new CommandRefused(`${file} cannot be read. Is the path right?`, 2)
  })
}

function refusalOf({ faults, inAll }: Faults): CommandRefused {
  const more = inAll > faults.length ? [`... and ${inAll - faults.length} more`] : []
  return new CommandRefused([...faults.map(faultLine), ...more, 'Nothing was changed.'].join('\n'), 2)
}
