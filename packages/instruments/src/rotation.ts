import type { Instrument, Scale } from '@chorus/contracts/instrument'
import type { Rotation } from '@chorus/contracts/rotation'

/**
 * What one wave asks: every core scale, some rotating scales by turn, and the outcomes, so that answering stays
 * under two minutes. The turn goes by wave and never by person: each person asked something else would leave
 * small teams without any scale that enough people answered.
 * @param waveIndex 0 for the first wave of a programme
 * @param rotation how many rotating scales a wave asks; null: one
 */
export function scalesOfWave(
  instrument: Instrument,
  waveIndex: number,
  rotation: Rotation | null = null,
): Scale[] {
  const asked = instrument.scales.filter((scale) => waveIndex + 1 >= (scale.fromWave ?? 1))
  const rotating = asked.filter((scale) => scale.role === 'rotating')
  const perWave = rotation?.perWave ?? 1
  const first = (waveIndex * perWave) % Math.max(1, rotating.length)
  const inTurn = new Set([...rotating, ...rotating].slice(first, first + Math.min(perWave, rotating.length)))
  return asked.filter((scale) => scale.role !== 'rotating' || inTurn.has(scale))
}

/** A scale that takes turns is asked again after at most so many waves; 1 where each is asked in every wave. */
export function wavesUntilReturn(instrument: Instrument, rotation: Rotation | null = null): number {
  const rotating = instrument.scales.filter((scale) => scale.role === 'rotating').length
  return Math.max(1, Math.ceil(rotating / (rotation?.perWave ?? 1)))
}
