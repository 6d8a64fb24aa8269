import { useState } from 'react'
import { Frame } from '../frame.tsx'
import { CodeStep } from './code-step.tsx'
import { KioskSteps } from './kiosk-steps.tsx'
import { useKiosk } from './use-kiosk.ts'
import './kiosk.css'

/** Answering at a shared device: a code, the pulse, sent, and nothing left behind. */
export function KioskPage({ wave, scanned }: { wave: string; scanned: string }) {
  const { kiosk, open } = useKiosk(wave, scanned)
  const [initial] = useState(scanned)
  return (
    <Frame home={false}>
      {kiosk.at === 'code' ? (
        <CodeStep initial={initial} busy={kiosk.busy} fault={kiosk.fault} onCode={open} />
      ) : (
        <KioskSteps pulse={kiosk.pulse} code={kiosk.code} />
      )}
    </Frame>
  )
}
