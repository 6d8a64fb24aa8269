import { fold } from '@chorus/basics/folded-text'
import type { UploadedImport } from '@chorus/contracts/organisation-import'
import { cutColumn, isCutColumn } from '../../csv/columns.ts'
import { looksLikeEmail } from '../../csv/looks-like-email.ts'
import synonyms from './synonyms.json' with { type: 'json' }

type Column = UploadedImport['columns'][number]
export type SampledColumn = { readonly header: string; readonly examples: readonly string[] }

const meaningOf = new Map(
  Object.entries(synonyms).flatMap(([meaning, names]) =>
    [meaning, ...names].map((name) => [plain(name), meaning] as const),
  ),
)
const examplesShown = 3
/** Of the examples, so many must be addresses for a column to be taken for one of them. */
const mostAreAddresses = 0.8

/**
 * Proposes what the columns of a people file mean: by what the last file's column of that name meant, by its name in one of seven languages, by
 * what stands in it. No meaning is proposed twice, and what is not known is left out of the import.
 * @param unitsListed whether a file of units came with it: then no column is a level of the tree
 * @param unitsKnown whether there are units that a column could name; where there are none yet, it makes them
 */
export function matchColumns(
  columns: readonly SampledColumn[],
  remembered: Readonly<Record<string, string>>,
  unitsListed: boolean,
  unitsKnown = true,
): Column[] {
  const taken = new Set<string>()
  const proposed = new Map<SampledColumn, Pick<Column, 'meaning' | 'because'>>()
  const propose = (column: SampledColumn, meaning: string | undefined, because: Column['because']) => {
    if (meaning === undefined || proposed.has(column) || (meaning !== 'ignore' && taken.has(meaning))) return
    if (unitsListed && meaning.startsWith('level:')) return
    proposed.set(column, { meaning, because })
    taken.add(meaning)
  }
  for (const column of columns)
    propose(
      column,
      Object.hasOwn(remembered, column.header) ? remembered[column.header] : undefined,
      'remembered',
    )
  for (const column of columns) propose(column, byName(column.header), 'name')
  for (const column of columns) propose(column, byContent(column), 'content')
  levelsInsteadOfUnit(columns, proposed)
  if (!unitsListed && !unitsKnown && !taken.has('level:1')) levelOfUnit(proposed)
  return columns.map((column) => ({
    header: column.header,
    ...(proposed.get(column) ?? { meaning: 'ignore', because: 'unknown' }),
    examples: column.examples.slice(0, examplesShown),
  }))
}

function byName(header: string): string | undefined {
  if (isCutColumn(header)) return cutColumn(header.slice(4))
  return meaningOf.get(plain(header))
}

function byContent({ examples }: SampledColumn): string | undefined {
  const addresses = examples.filter((one) => looksLikeEmail(one.toLowerCase()))
  return addresses.length > 0 && addresses.length >= examples.length * mostAreAddresses ? 'email' : undefined
}

/** "Division, Department, Team": where a level stands beside a unit, the unit is the level below it. */
function levelsInsteadOfUnit(
  columns: readonly SampledColumn[],
  proposed: Map<SampledColumn, Pick<Column, 'meaning' | 'because'>>,
): void {
  const levels = [...proposed.values()].filter(
    ({ meaning, because }) => meaning.startsWith('level:') && because === 'name',
  )
  if (levels.length === 0) return
  let deepest = Math.max(...levels.map(({ meaning }) => Number(meaning.slice('level:'.length))))
  for (const column of columns) {
    const now = proposed.get(column)
    const isUnit = now
      ? now.because === 'name' && now.meaning === 'unit_id'
      : byName(column.header) === 'unit_id'
    if (isUnit) proposed.set(column, { meaning: `level:${++deepest}`, because: 'name' })
  }
}

/** "Team" alone, where no unit has that name yet: the teams stand below the organisation. */
function levelOfUnit(proposed: Map<SampledColumn, Pick<Column, 'meaning' | 'because'>>): void {
  for (const [column, { meaning, because }] of proposed)
    if (meaning === 'unit_id') proposed.set(column, { meaning: 'level:1', because })
}

/** "E-Mail-Adresse", "e_mail adresse" and "E-MAIL ADRESSE" are one name. */
function plain(name: string): string {
  return fold(name)
    .replaceAll(/[^\p{L}\p{N}:]+/gu, ' ')
    .trim()
}
