import type { Rhythm, RhythmAnswer } from '@chorus/contracts/rhythm'
import type { Rotation } from '@chorus/contracts/rotation'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../api/request.ts'

export const rhythmQuery = (programme: string) =>
  queryOptions({
    queryKey: ['rhythm', programme],
    queryFn: () => request<RhythmAnswer>('GET', addressOf(programme)),
  })

/** A rotation that is left out stays as it is. */
export function changeRhythm({
  programme,
  ...change
}: {
  programme: string
  rhythm: Rhythm | null
  rotation?: Rotation | null
}): Promise<RhythmAnswer> {
  return request('PATCH', addressOf(programme), change)
}

function addressOf(programme: string): string {
  return `/api/programmes/${encodeURIComponent(programme)}/rhythm`
}
