import type { Cell, Figure, MeasureFigures, ReleasedWave } from '@chorus/contracts/publish'
import type { JudgedChange } from '@chorus/reporting/change-family'
import type { Sayable, SayableFrom } from '@chorus/reporting/may-be-said'
import { middleOf } from './shown-words.ts'
import { noteOf } from './summary-note.ts'

/** One measure of one cell with everything that a row says of it. */
export type RowSource = {
  readonly wave: Pick<ReleasedWave, 'id' | 'label' | 'closed' | 'imported'>
  readonly cell: Cell
  readonly figures: MeasureFigures
  readonly unit: { readonly name: string; readonly path: string }
  readonly measureName: string
  readonly say: Sayable
  readonly from: SayableFrom
  /** Among all changes of the wave that the file shows; null where nothing is compared. */
  readonly judged: JudgedChange | null
  /** The row holds only what the page of the unit shows of this measure, and leaves out the rest of what was released. */
  readonly partly: boolean
  /** Nothing is compared: the unit was merged or split since the wave that was shown before. */
  readonly newGroup: boolean
}

export type Field = string | number | null

/** A column of summary.csv, and what its codebook says of it. */
export type SummaryColumn = {
  readonly name: string
  /** The unit of its numbers, or "text". */
  readonly unit: string
  /** The values it may have. */
  readonly values: string
  readonly meaning: string
  readonly of: (row: RowSource) => Field
}

/** What means, intervals and changes are measured in. */
export const scalePoints = 'points of the answer format'
const share = 'share of 1'

/** The columns of summary.csv. Their order is part of the format; the codebook is made from this list. */
export const summaryColumns: readonly SummaryColumn[] = [
  {
    name: 'wave',
    unit: 'text',
    values: 'the label of the wave',
    meaning: 'The wave (one round of the pulse) that the row is about.',
    of: ({ wave }) => wave.label ?? wave.id,
  },
  {
    name: 'wave_closed',
    unit: 'day',
    values: 'ISO 8601 date; empty where it is not known',
    meaning: 'The day on which the wave closed.',
    of: ({ wave }) => wave.closed,
  },
  {
    name: 'unit_id',
    unit: 'text',
    values: 'the id of the import',
    meaning: 'The unit: the whole organisation, a division, a team.',
    of: ({ cell }) => cell.unit,
  },
  {
    name: 'unit_name',
    unit: 'text',
    values: 'any text',
    meaning: 'The name of the unit in that wave.',
    of: ({ unit }) => unit.name,
  },
  {
    name: 'unit_path',
    unit: 'text',
    values: 'names joined by " / "',
    meaning: 'The names from the top of what the file holds down to the unit.',
    of: ({ unit }) => unit.path,
  },
  {
    name: 'cut',
    unit: 'text',
    values: 'names of roster attributes joined by " & "; empty for everybody in the unit',
    meaning: 'The attribute that the people of the row share.',
    of: ({ cell }) => Object.keys(cell.cut).join(' & '),
  },
  {
    name: 'cut_value',
    unit: 'text',
    values: 'categories joined by " & ", in the order of cut; empty for everybody in the unit',
    meaning: 'Which category they share.',
    of: ({ cell }) => Object.values(cell.cut).join(' & '),
  },
  {
    name: 'measure_type',
    unit: 'text',
    values: 'scale | item | outcome',
    meaning:
      'A scale is the mean of its statements, an item one statement, an outcome a statement that stands alone.',
    of: ({ figures }) => figures.type,
  },
  {
    name: 'measure',
    unit: 'text',
    values: 'the id of the questionnaire',
    meaning: 'What was measured.',
    of: ({ figures }) => figures.id,
  },
  {
    name: 'measure_name',
    unit: 'text',
    values: 'any text',
    meaning: 'The name of the scale, or the words of the statement, in English.',
    of: ({ measureName }) => measureName,
  },
  {
    name: 'status',
    unit: 'text',
    values: 'published | protected',
    meaning:
      'protected: not shown, so that nobody can learn what one person said. Either too few answered, or the figure would give away one of too few; which of the two is not told.',
    of: ({ figures }) => figures.status,
  },
  {
    name: 'respondents_low',
    unit: 'people',
    values: 'whole number; empty where protected',
    meaning: 'At least so many answered all statements of the measure.',
    of: ({ figures }) => low(figures.n),
  },
  {
    name: 'respondents_high',
    unit: 'people',
    values: 'whole number, equal to respondents_low where it is exact; empty where protected',
    meaning: 'At most so many answered all statements of the measure.',
    of: ({ figures }) => high(figures.n),
  },
  {
    name: 'invited',
    unit: 'people',
    values: 'whole number; empty where protected or not known',
    meaning: 'People who were invited in the unit and below.',
    of: ({ cell, figures }) => (figures.status === 'published' ? cell.invited : null),
  },
  {
    name: 'response_rate',
    unit: share,
    values: '0 to 1; empty where protected or not known',
    meaning: 'The share of the invited who answered, as the middle of the band in which it is shown.',
    of: ({ cell, figures }) => (figures.status === 'published' ? middle(cell.responseRate) : null),
  },
  {
    name: 'mean',
    unit: scalePoints,
    values: 'within the range of the measure; empty where protected',
    meaning: 'The middle of mean_low and mean_high. Statements are turned so that high is good.',
    of: ({ figures }) => middle(figures.mean),
  },
  {
    name: 'mean_low',
    unit: scalePoints,
    values: 'within the range of the measure; empty where protected',
    meaning:
      'The lower end of the step in which the mean is shown: every true mean from mean_low to mean_high would be shown in the same way. Steps are finer where more people answered, and open at both ends of the format.',
    of: ({ figures }) => low(figures.mean),
  },
  {
    name: 'mean_high',
    unit: scalePoints,
    values:
      'within the range of the measure; equal to mean_low where the mean is exact; empty where protected',
    meaning: 'The upper end of that step.',
    of: ({ figures }) => high(figures.mean),
  },
  {
    name: 'ci_low',
    unit: scalePoints,
    values: 'a number; empty where there is no interval',
    meaning:
      'The lower end of the 95 % t interval of the climate as such, of which these answers are a sample, widened by the step.',
    of: ({ figures }) => low(figures.interval),
  },
  {
    name: 'ci_high',
    unit: scalePoints,
    values: 'a number; empty where there is no interval',
    meaning: 'The upper end of that interval.',
    of: ({ figures }) => high(figures.interval),
  },
  {
    name: 'favourable_low',
    unit: share,
    values: '0 to 1; empty where too few answered',
    meaning: 'The lower end of the step in which the share of favourable answers is shown.',
    of: ({ figures, say }) => low(say.favourable ? figures.favourable : null),
  },
  {
    name: 'favourable_high',
    unit: share,
    values: '0 to 1; empty where too few answered',
    meaning: 'The upper end of that step.',
    of: ({ figures, say }) => high(say.favourable ? figures.favourable : null),
  },
  {
    name: 'agreement',
    unit: 'word',
    values: 'weak | moderate | strong; empty where too few answered',
    meaning: 'How far people agree (r_wg): weak below 0.5, strong from 0.7 on.',
    of: ({ figures, say }) => (say.agreement ? figures.agreement : null),
  },
  {
    name: 'change_low',
    unit: scalePoints,
    values: 'a number, below 0 for a fall; empty where nothing is compared',
    meaning:
      'The lower end of the change since the last wave in which the measure was shown here, as finely as both waves are shown.',
    of: ({ figures }) => low(figures.change?.difference ?? null),
  },
  {
    name: 'change_high',
    unit: scalePoints,
    values: 'a number; empty where nothing is compared',
    meaning: 'The upper end of that change.',
    of: ({ figures }) => high(figures.change?.difference ?? null),
  },
  {
    name: 'change_verdict',
    unit: 'word',
    values: 'up | down | no change shown | too few; empty where nothing is compared',
    meaning:
      'Judged among all changes of the wave that the file holds, scales apart from statements, so that at most 5 % of the called ones are expected to be false. "no change shown" is not "no change": the note says what would have been seen. "too few": answers do not suffice to compare.',
    of: ({ judged }) => judged?.verdict ?? null,
  },
  {
    name: 'note',
    unit: 'text',
    values: 'remarks joined by "; "',
    meaning: 'Why a field of the row is empty, and what a comparison could have seen.',
    of: ({ wave, cell, figures, judged, from, partly, newGroup }) =>
      partly ? 'only what the page of the unit shows' : noteOf(wave, cell, figures, judged, from, newGroup),
  },
]

function low(figure: Figure | null): number | null {
  return figure === null || typeof figure === 'number' ? figure : figure.lo
}

function high(figure: Figure | null): number | null {
  return figure === null || typeof figure === 'number' ? figure : figure.hi
}

function middle(figure: Figure | null): number | null {
  return figure === null ? null : middleOf(figure)
}
