import { fingerprintOf } from '@chorus/ballot/manifest-fingerprint'
import { useCallback, useEffect, useState } from 'react'
import { getManifest } from '../../lib/api/manifest.ts'
import { deviceStorage } from '../../lib/device/list.ts'
import { getInvitations } from './api/invitations.ts'
import { getPerson } from './api/person.ts'
import { openPulse, type Pulse, type PulseRefused } from './open-pulse.ts'
import { pinFingerprint } from './pinned.ts'

type State =
  | { is: 'loading' }
  | { is: 'problem'; error: unknown }
  | { is: 'refused'; code: PulseRefused['code'] }
  | { is: 'open'; pulse: Pulse }

export function usePulse(wave: string): { state: State; reload: () => void } {
  const [state, setState] = useState<State>({ is: 'loading' })
  const [round, setRound] = useState(0)
  useEffect(() => {
    let left = false
    openPulse(wave, { getInvitations, getManifest, getPerson, fingerprintOf, pin })
      .then<State, State>(
        (opened) =>
          opened.opened ? { is: 'open', pulse: opened.pulse } : { is: 'refused', code: opened.refused.code },
        (error: unknown) => ({ is: 'problem', error }),
      )
      .then((next) => {
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

function pin(wave: string, fingerprint: string): string {
  return pinFingerprint(deviceStorage(), wave, fingerprint)
}
