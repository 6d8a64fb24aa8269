import { addToMoments, noMoments, sampleOf } from '@chorus/psychometrics/moments'
import { scaleScore } from '@chorus/psychometrics/scale-score'
import { z } from 'zod'
import { itemsFromData, itemsInline, orientedRows } from '../inputs.ts'
import { statistic } from '../statistic.ts'

/** A data file has more rows than anybody wants to read: "first 20". */
const firstRows = { rows: z.string().regex(/^first \d+$/, 'rows are named like "first 20"') }

export const reversed = statistic(
  z.union([itemsInline, itemsFromData.extend(firstRows)]),
  (input, { data }) => {
    if (!('dataset' in input)) return { rows: orientedRows(input, data) }
    const { rows, ...items } = input
    return { rows: orientedRows(items, data).slice(0, Number(rows.slice('first '.length))) }
  },
)

const half = { min_answered: z.int().min(1).optional() }

export const scaleScores = statistic(
  z.union([itemsInline.extend(half), itemsFromData.extend(half)]),
  (input, { data }) => {
    const scored = orientedRows(input, data).map((row) => scaleScore(row, input.min_answered))
    const answered = scored.map((one) => one.answered)
    const scores = scored.map(({ score }) => score)
    const sample = sampleOf(scores.filter((score) => score !== null).reduce(addToMoments, noMoments))
    return {
      answered,
      score: scores,
      answered_first60: answered.slice(0, 60),
      score_first60: scores.slice(0, 60),
      n_scored: sample?.n ?? 0,
      mean: sample?.mean ?? null,
      sd: sample?.sd ?? null,
    }
  },
)
