import type { Instrument } from '@chorus/contracts/instrument'
import type { PlannedWaveAnswer, Rhythm } from '@chorus/contracts/rhythm'
import type { Rotation } from '@chorus/contracts/rotation'
import { answeringSeconds } from '@chorus/instruments/answering-time'
import { scalesOfWave } from '@chorus/instruments/rotation'
import { nextWaves } from '@chorus/rhythm/next-waves'

/**
 * The next waves of a programme with what each of them asks, as it is planned today.
 * @param nextIndex 0 where the programme has no wave yet
 */
export function planAhead(
  programme: { instrument: Instrument; rhythm: Rhythm | null; rotation: Rotation | null },
  nextIndex: number,
  now: Date,
  count: number,
): PlannedWaveAnswer[] {
  if (!programme.rhythm) return []
  return nextWaves(programme.rhythm, now, count).map((wave, later) => {
    const scales = scalesOfWave(programme.instrument, nextIndex + later, programme.rotation)
    return {
      occurrence: wave.occurrence,
      opensAt: wave.opensAt.toISOString(),
      remindAt: wave.remindAt.map((moment) => moment.toISOString()),
      closesAt: wave.closesAt.toISOString(),
      scales: scales.map(({ id, name, role }) => ({ id, name, role })),
      seconds: answeringSeconds(scales),
    }
  })
}
