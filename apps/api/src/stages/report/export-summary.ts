import { Readable } from 'node:stream'
import type { Release } from '@chorus/contracts/publish'
import type { Reporter } from '@chorus/db/database'
import { keepingScope } from '@chorus/db/organisation-scope'
import { listWaveCells, type ReleaseHeader, readRelease } from '@chorus/db/stores/releases'
import type { UnitBreaks } from '../../access/unit-breaks.ts'
import type { DescribedRelease } from '../../summarize/codebook.ts'
import type { CsvDialect } from '../../summarize/csv-dialect.ts'
import type { RowSource } from '../../summarize/summary-columns.ts'
import { summaryText } from '../../summarize/summary-csv.ts'
import { summaryRows } from '../../summarize/summary-rows.ts'
import { asOnPages, type Pages } from './as-on-pages.ts'
import type { UnitInTree } from './reportable-units.ts'

/**
 * The releases of one programme, oldest first and at least one, and the units of which a reader gets what pages show; null for everything.
 * `breaks` are those of the same waves.
 */
export type Extract = {
  readonly headers: readonly ReleaseHeader[]
  readonly visible: readonly UnitInTree[] | null
  readonly breaks: UnitBreaks
}

/** The released figures of some waves as CSV, read wave by wave while it is sent. */
export function summaryCsvOf(reporter: Reporter, extract: Extract, dialect: CsvDialect = 'plain'): Readable {
  return Readable.from(keepingScope(summaryText(rowsOf(reporter, extract), dialect)))
}

/** Every row of the file, cell by cell, read wave by wave. */
export function rowsOf(
  reporter: Reporter,
  { headers, visible, breaks }: Extract,
): AsyncGenerator<RowSource[]> {
  const places = new Map<string, number>(headers.map(({ wave }, at) => [wave, at]))
  const isNewGroup = (unit: string, since: string, wave: string) =>
    breaks.between(unit, places.get(since) ?? -1, places.get(wave) ?? -1)
  if (visible === null) return summaryRows(wholeReleases(reporter, headers), undefined, isNewGroup)
  const pages = asOnPages(visible, headers)
  const units = visible.map(({ id }) => id)
  return summaryRows(reducedReleases(reporter, headers, units, pages), pages.partly, isNewGroup)
}

async function* wholeReleases(
  reporter: Reporter,
  headers: readonly ReleaseHeader[],
): AsyncGenerator<Release> {
  for (const header of headers) yield await readRelease(reporter, header)
}

async function* reducedReleases(
  reporter: Reporter,
  headers: readonly ReleaseHeader[],
  units: readonly string[],
  pages: Pages,
): AsyncGenerator<Release> {
  for (const header of headers) yield pages.of(header, await listWaveCells(reporter, header, units))
}

/** What a codebook of these releases is made from. */
export function describedReleases(headers: readonly ReleaseHeader[]): DescribedRelease[] {
  return headers.map(({ instrument, policy, wave, label, closedOn }) => ({
    instrument,
    policy,
    waves: [{ id: wave, label, closed: closedOn }],
  }))
}
