/**
 * Waves of different numbers of answers on one footing: how many of its own standard errors each lies from the centre. A wave of
 * six answers strays further from the truth than one of sixty, and a chart with one sigma would call that a change.
 * Chart the scores with centre 0 and sigma 1. The standard error is that of the wave, sigma within the team / sqrt(n), from the spread pooled
 * over waves rather than the wave's own. Source: standardised control charts, Montgomery.
 * @example waveScores([{ mean: 5, standardError: 0.5 }], 4) // [2]
 */
export function waveScores(
  waves: readonly { readonly mean: number; readonly standardError: number }[],
  centre: number,
): number[] {
  return waves.map(({ mean, standardError }) => (mean - centre) / standardError)
}
