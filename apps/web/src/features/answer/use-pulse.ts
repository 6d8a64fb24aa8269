import { fingerprintOf } from '@chorus/ballot/manifest-fingerprint'
import { useCallback, useEffect, useState } from 'react'
import { getManifest } from '../../lib/api/manifest.ts'
import { deviceStorage } from '../../lib/device/list.ts'
import { getInvitations } from './api/invitations.ts'
import { getPerson } from './api/person.ts'
import { needLaterWords } from './later-words.ts'
import { openPulse, type Pulse, type PulseRefused } from './open-pulse.ts'
import { pinFingerprint } from './pinned.ts'

export type PulseState =
  | { is: 'problem'; error: unknown }
  | { is: 'refused'; code: PulseRefused['code'] }
  | { is: 'open'; pulse: Pulse }

/** @param first how the first attempt ended, where there was one before the page was drawn */
export function usePulse(
  wave: string,
  first?: PulseState,
): { state: PulseState | { is: 'loading' }; reload: () => void } {
  const [state, setState] = useState<PulseState | { is: 'loading' }>(first ?? { is: 'loading' })
  const [round, setRound] = useState(first ? 0 : 1)
  useEffect(() => {
    if (round === 0) return
    let left = false
    void pulseOf(wave).then((next) => {
      if (!left) setState(next)
    })
    return () => {
      left = true
    }
  }, [wave, round])
  const reload = useCallback(() => {
    setState({ is: 'loading' })
    setRound((now) => now + 1)
  }, [])
  return { state, reload }
}

/** Never fails: what went wrong is a state too, and has its words by then. */
export async function pulseOf(wave: string): Promise<PulseState> {
  try {
    const opened = await openPulse(wave, { getInvitations, getManifest, getPerson, fingerprintOf, pin })
    return opened.opened ? { is: 'open', pulse: opened.pulse } : { is: 'refused', code: opened.refused.code }
  } catch (error) {
    // Without them, the problem is shown in fewer words.
    await needLaterWords().catch(() => undefined)
    return { is: 'problem', error }
  }
}

function pin(wave: string, fingerprint: string): string {
  return pinFingerprint(deviceStorage(), wave, fingerprint)
}
