import type { DraftText, InstrumentDraft } from '@chorus/contracts/instruments'
import { csvText } from '../summarize/csv-dialect.ts'

/** A questionnaire as a table for those who write and translate it: an item in each row, a column for each language. */
export function instrumentCsv({ name, languages, scales }: InstrumentDraft): string {
  const inAll = (text: DraftText) => languages.map((language) => text[language] ?? '')
  const columns = (what: string) => languages.map((language) => `${what}:${language}`)
  const rows = scales.flatMap((scale) =>
    scale.items.map((item) => [
      ...inAll(name),
      scale.id,
      ...inAll(scale.name),
      scale.role,
      scale.fromWave ?? '',
      scale.source,
      item.id,
      item.reversed ? 'yes' : 'no',
      item.min,
      item.max,
      ...inAll(item.text),
    ]),
  )
  return csvText(
    [
      [
        ...columns('name'),
        'scale_id',
        ...columns('scale_name'),
        'role',
        'from_wave',
        'source',
        'item_id',
        'reversed',
        'min',
        'max',
        ...columns('text'),
      ],
      ...rows,
    ],
    'plain',
  )
}
