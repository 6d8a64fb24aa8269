import type { Benchmark } from '@chorus/contracts/benchmark'
import type { Cell } from '@chorus/contracts/publish'
import type { ReleaseHeader } from '@chorus/db/stores/releases'
import { civilServicePeopleSurvey } from '@chorus/instruments/benchmark/civil-service-people-survey'
import { comparableQuestions } from '@chorus/instruments/benchmark/comparable-questions'
import { mayBeSaid, sayableFrom } from '@chorus/reporting/may-be-said'

/**
 * The favourable share of each comparable statement in the newest wave that asked it, where that wave may show it, beside the outside one.
 * @param headers the programme's releases, oldest first
 * @param wholeOf the cell of the whole organisation in a wave
 */
export function benchmarkOf(
  headers: readonly ReleaseHeader[],
  wholeOf: (header: ReleaseHeader) => Cell | undefined,
): Benchmark {
  const { year, attribution, medians } = civilServicePeopleSurvey
  const newestFirst = headers.toReversed()
  const seen = new Set<string>()
  const rows = newestFirst.flatMap((header) =>
    comparableQuestions(header.instrument.scales).flatMap(({ item, question }) => {
      if (seen.has(item.id)) return []
      seen.add(item.id)
      const figures = wholeOf(header)?.measures.find(({ id }) => id === item.id)
      const favourable = figures?.favourable ?? null
      const may = mayBeSaid(figures?.n ?? null, sayableFrom(header.policy)).favourable
      if (!may || favourable === null) return []
      const { id, text } = item
      return [
        {
          item: id,
          text,
          wave: header.label,
          k: header.policy.k,
          favourable,
          question,
          median: medians[question],
        },
      ]
    }),
  )
  return { source: { year, attribution }, rows }
}
