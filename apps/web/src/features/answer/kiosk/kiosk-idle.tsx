import { IdleWarning } from '../idle-warning.tsx'
import { startAfresh } from './start-afresh.ts'

/** Three minutes at a kiosk: somebody else may be waiting. */
export function KioskIdle() {
  return <IdleWarning where="kiosk" after={180_000} onOver={startAfresh} />
}
