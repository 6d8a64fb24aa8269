import type { ExperimentState } from '@chorus/contracts/experiments'
import type { ExperimentRow } from '@chorus/db/stores/experiments'

/** A day on which a wave closes, or did, whose results are not published yet. */
export type AwaitedClose = { readonly label: string; readonly day: string; readonly programme: string }

/**
 * Where an experiment is. It ends when its last day has passed and no wave that closed in it is still to be published: only then is it certain
 * which wave is the last one.
 * @param today ISO day
 */
export function experimentState(
  { programme, fromDay, toDay, lesson }: Pick<ExperimentRow, 'programme' | 'fromDay' | 'toDay' | 'lesson'>,
  today: string,
  awaited: readonly AwaitedClose[],
): ExperimentState {
  if (today < fromDay) return 'planned'
  if (today <= toDay) return 'running'
  if (awaited.some((wave) => wave.programme === programme && wave.day <= toDay)) return 'waiting'
  return lesson === null ? 'ended' : 'learned'
}
