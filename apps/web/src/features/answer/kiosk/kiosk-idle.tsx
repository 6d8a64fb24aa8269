import { IdleWarning } from '../idle-warning.tsx'
import { startAfresh } from './start-afresh.ts'

/** Three minutes at a kiosk: somebody else may be waiting. */
export function KioskIdle() {
  return <IdleWarning texts={texts} after={180_000} onOver={startAfresh} />
}

const texts = {
  title: 'kiosk.idle.title',
  words: 'kiosk.idle.words',
  stay: 'kiosk.idle.stay',
  clear: 'kiosk.idle.clear',
} as const
