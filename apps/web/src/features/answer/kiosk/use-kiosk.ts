import { fingerprintOf } from '@chorus/ballot/manifest-fingerprint'
import { useCallback, useEffect, useState } from 'react'
import { getManifest } from '../../../lib/api/manifest.ts'
import { type ApiProblemCode, codeOf } from '../../../lib/api/problem.ts'
import { lookUpSheet } from '../api/sheet.ts'
import type { Pulse } from '../open-pulse.ts'
import { openSheetPulse } from './open-sheet-pulse.ts'

export type CodeFault = ApiProblemCode | 'malformed-code' | 'manifest-differs'

type Kiosk =
  | { at: 'code'; busy: boolean; fault: CodeFault | null }
  | { at: 'pulse'; pulse: Pulse; code: string }

/** From the code to the pulse that it answers. @param scanned the code of the address, or nothing */
export function useKiosk(wave: string, scanned: string) {
  const [kiosk, setKiosk] = useState<Kiosk>({ at: 'code', busy: scanned !== '', fault: null })
  const open = useCallback(
    async (code: string) => {
      setKiosk({ at: 'code', busy: true, fault: null })
      setKiosk(await opened(wave, code))
    },
    [wave],
  )
  useEffect(() => {
    if (scanned) void open(scanned)
  }, [scanned, open])
  return { kiosk, open: (code: string) => void open(code) }
}

async function opened(wave: string, code: string): Promise<Kiosk> {
  const refused = (fault: CodeFault): Kiosk => ({ at: 'code', busy: false, fault })
  try {
    // A typing error is noticed here, without asking anybody.
    const { readSheetCode } = await import('@chorus/ballot/sheet-code')
    if (readSheetCode(code) === null) return refused('malformed-code')
    const pulse = await openSheetPulse(wave, code, { getManifest, lookUpSheet, fingerprintOf })
    return pulse ? { at: 'pulse', pulse, code } : refused('manifest-differs')
  } catch (problem) {
    return refused(codeOf(problem))
  }
}
