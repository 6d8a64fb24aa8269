import { explainThresholds } from '@chorus/anonymity/policy'
import type { Release } from '@chorus/contracts/publish'
import { textIn } from '@chorus/instruments/localise'
import { favourableFrom } from '@chorus/psychometrics/favourable-share'
import { type CsvDialect, csvText, startOf } from './csv-dialect.ts'
import { scalePoints, summaryColumns } from './summary-columns.ts'

/** What a codebook is made from: a release without its cells. */
export type DescribedRelease = Pick<Release, 'instrument' | 'policy'> & {
  readonly waves: readonly {
    readonly id: string
    readonly label?: string | undefined
    readonly closed: string | null
  }[]
}

/** The columns of codebook.csv. Their order is part of the format. */
export const codebookColumns = ['kind', 'wave', 'name', 'unit', 'values', 'meaning'] as const

type Line = Record<(typeof codebookColumns)[number], string | number>

/**
 * What stands in summary.csv, in the same kind of file, so that both can be read by programs: each column, then of each wave what it was
 * released under (every threshold, k first) and each measure with its range. The same to the byte for the same releases.
 */
export function codebookCsv(releases: readonly DescribedRelease[], dialect: CsvDialect = 'plain'): string {
  const rows = codebookLines(releases).map((line) => codebookColumns.map((column) => line[column]))
  return startOf(dialect) + csvText([[...codebookColumns], ...rows], dialect)
}

export function codebookLines(releases: readonly DescribedRelease[]): Line[] {
  return [...summaryColumns.map(columnLine), ...releases.flatMap(releaseLines)]
}

function columnLine({ name, unit, values, meaning }: (typeof summaryColumns)[number]): Line {
  return { kind: 'column', wave: '', name, unit, values, meaning }
}

function releaseLines({ instrument, policy, waves }: DescribedRelease): Line[] {
  return waves.flatMap(({ id, label, closed }) => {
    const wave = label ?? id
    return [
      line('release', wave, id, '', closed ?? '', 'The released wave; its values are the day it closed.'),
      line('questionnaire', wave, instrument.id, '', '', textIn(instrument.name, 'en')),
      ...explainThresholds(policy).map(({ name, value, reason }) =>
        line('threshold', wave, name, 'answers or teams', value, reason),
      ),
      ...instrument.scales.flatMap((scale) => measureLines(wave, scale)),
    ]
  })
}

function measureLines(
  wave: string,
  { id, name, role, items }: Release['instrument']['scales'][number],
): Line[] {
  const [first] = items
  const isScale = role !== 'outcome'
  const ofScale =
    isScale && first ? [line('scale', wave, id, scalePoints, rangeOf(first), textIn(name, 'en'))] : []
  return [
    ...ofScale,
    ...items.map((item) =>
      line(
        isScale ? `item of ${id}` : 'outcome',
        wave,
        item.id,
        scalePoints,
        item.reversed ? `${rangeOf(item)}; turned: agreeing counts as low` : rangeOf(item),
        textIn(item.text, 'en'),
      ),
    ),
  ]
}

function rangeOf(range: { readonly min: number; readonly max: number }): string {
  return `${range.min} to ${range.max}; favourable from ${favourableFrom(range)} on`
}

function line(
  kind: string,
  wave: string,
  name: string,
  unit: string,
  values: string | number,
  meaning: string,
): Line {
  return { kind, wave, name, unit, values, meaning }
}
