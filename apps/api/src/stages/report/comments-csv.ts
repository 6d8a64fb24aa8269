import { Readable } from 'node:stream'
import { nameMark } from '@chorus/contracts/name-mark'
import type { ReleasedComment } from '@chorus/contracts/publish'
import type { Reporter } from '@chorus/db/database'
import { keepingScope } from '@chorus/db/organisation-scope'
import { listComments, type ReleaseHeader } from '@chorus/db/stores/releases'
import { textIn } from '@chorus/instruments/localise'
import { commentThemes } from '@chorus/reporting/themes/comment-themes'
import { type CsvDialect, csvText, startOf } from '../../summarize/csv-dialect.ts'

/** The columns of comments.csv. Their order is part of the format. */
const columns = ['wave', 'wave_closed', 'unit_id', 'unit_name', 'scale', 'scale_name', 'comment', 'themes']

/**
 * Released comments, one in a row, with the lowest unit in which they may be read: by wave, unit and scale, and within these in the random
 * order that everybody reads them in. No figure stands beside them.
 */
export function commentsCsv(
  reporter: Reporter,
  headers: readonly ReleaseHeader[],
  dialect: CsvDialect,
): Readable {
  async function* rows() {
    yield startOf(dialect) + csvText([columns], dialect)
    for (const header of headers) {
      const units = new Map(header.units.map((unit, place) => [unit.id, { place, name: unit.name }]))
      const scales = new Map<string, { place: number; name: string }>(
        header.instrument.scales.map((scale, place) => [scale.id, { place, name: textIn(scale.name, 'en') }]),
      )
      const placeOf = ({ unit, scale }: ReleasedComment) =>
        (units.get(unit)?.place ?? 0) * scales.size + (scales.get(scale)?.place ?? 0)
      // Sorting keeps the random order of those in one place.
      const comments = (await listComments(reporter, header)).sort((a, b) => placeOf(a) - placeOf(b))
      yield csvText(
        comments.map(({ unit, scale, text }) => [
          header.label,
          header.closedOn,
          unit,
          units.get(unit)?.name ?? '',
          scale,
          scales.get(scale)?.name ?? '',
          text.replaceAll(nameMark, '[name]'),
          commentThemes(text)
            .map(({ theme }) => theme)
            .join(' '),
        ]),
        dialect,
      )
    }
  }
  return Readable.from(keepingScope(rows()))
}
