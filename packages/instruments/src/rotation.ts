import type { Instrument, Scale } from '@chorus/contracts/instrument'

/**
 * What one wave asks: every core scale, one rotating scale by turn, and the outcomes, so that answering stays
 * under two minutes. The turn goes by wave and never by person: each person asked something else would leave
 * small teams without any scale that enough people answered.
 * @param waveIndex 0 for the first wave of a programme
 */
export function scalesOfWave(instrument: Instrument, waveIndex: number): Scale[] {
  const asked = instrument.scales.filter((scale) => waveIndex + 1 >= (scale.fromWave ?? 1))
  const rotating = asked.filter((scale) => scale.role === 'rotating')
  const turn = rotating[waveIndex % Math.max(1, rotating.length)]
  return asked.filter((scale) => scale.role !== 'rotating' || scale === turn)
}
