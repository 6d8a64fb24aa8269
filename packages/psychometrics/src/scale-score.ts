import { mean } from 'simple-statistics'

/**
 * A person's score on a scale: the mean of the answered items, when at least half of them are answered.
 * What was answered is used and nothing is put in place of the rest: filling gaps with means or medians
 * makes people look more alike than they are.
 * Source: Newman (2014), half rule; psych::scoreItems(impute = "none").
 * @param answers oriented answers, null where there is none
 * @param minAnswered how many answers a score needs; half of the items, rounded up, unless given
 * @returns the number of answers, and the score in scale points, or null where too few are answered
 * @example scaleScore([6, null, 5, 7]) // { answered: 3, score: 6 }
 */
export function scaleScore(
  answers: readonly (number | null)[],
  minAnswered: number = Math.max(1, Math.ceil(answers.length / 2)),
): { answered: number; score: number | null } {
  const given = answers.filter((answer) => answer !== null)
  const enough = given.length > 0 && given.length >= minAnswered
  return { answered: given.length, score: enough ? mean(given) : null }
}
