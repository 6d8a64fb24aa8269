import { remembered } from '@chorus/basics/remembered'
import type { Reporter } from '@chorus/db/database'
import { listReleasedWaves, listReleases, type ReleaseHeader } from '@chorus/db/stores/releases'

/**
 * Reads the releases of an organisation, oldest first. A release never changes, and everybody's start page asks for them: they are read
 * anew only when there are others than before. Whoever gets them shares them, and with them what is remembered of their trees.
 */
export const releasesReader = remembered(
  (reporter: Reporter): ((organisation: string) => Promise<readonly ReleaseHeader[]>) => {
    const known = new Map<string, { readonly waves: string; readonly headers: Promise<ReleaseHeader[]> }>()
    return async (organisation) => {
      const waves = (await listReleasedWaves(reporter, organisation)).join(' ')
      const before = known.get(organisation)
      if (before?.waves === waves) return before.headers
      const headers = listReleases(reporter, organisation)
      known.set(organisation, { waves, headers })
      headers.catch(() => known.delete(organisation))
      return headers
    }
  },
)
