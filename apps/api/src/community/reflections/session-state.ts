import type { ReflectionState } from '@chorus/contracts/reflections'
import type { ReflectionRow } from '@chorus/db/stores/reflections'

type Times = Pick<ReflectionRow, 'quietUntil' | 'opened' | 'summarised'>

/** Nothing has to run for a session to open by itself: its times say it. */
export function stateOf({ quietUntil, opened, summarised }: Times, now: Date): ReflectionState {
  if (summarised !== null) return 'closed'
  return opened !== null || (quietUntil !== null && quietUntil <= now) ? 'open' : 'quiet'
}
