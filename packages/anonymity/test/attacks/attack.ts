import { findContradictions } from './contradictions.ts'
import { findFewAnswerSets } from './few-answer-sets.ts'
import { findFewAnswers } from './few-answers.ts'
import type { Finding } from './finding.ts'
import { findNarrowAnswers } from './narrow-answers.ts'
import { findSmallSets } from './small-sets.ts'
import type { Snapshot, Truth } from './snapshot-format.ts'
import { findTellingSilence } from './telling-silence.ts'

/** What treats shown numbers as exact, or looks at the file alone: threshold, hidden and small groups, metadata. */
export function attackStructure(snapshot: Snapshot, truth: Truth): Finding[] {
  return [
    ...findFewAnswers(snapshot, truth),
    ...findTellingSilence(snapshot),
    ...findContradictions(snapshot, truth),
    ...findSmallSets(snapshot, truth),
  ]
}

/** What goes by the numbers as they are displayed: single answers and sums of small groups, in and across waves. */
export function attackDisplay(snapshot: Snapshot, truth: Truth): Finding[] {
  return [...findNarrowAnswers(snapshot, truth), ...findFewAnswerSets(snapshot, truth)]
}
