import { cusumChart, cusumWavesUntilSignal } from '../../packages/psychometrics/src/cusum-chart.ts'
import { ewmaChart, ewmaWavesUntilSignal } from '../../packages/psychometrics/src/ewma-chart.ts'
import { runSignals } from '../../packages/psychometrics/src/run-rules.ts'
import { xmrChart, xmrWavesUntilSignal } from '../../packages/psychometrics/src/xmr-chart.ts'
import { standardNormals } from './population.ts'

type Chart = {
  readonly name: string
  readonly promised: { readonly noShift: number; readonly halfSigma: number; readonly oneSigma: number }
  /** Positions of signals among standardised waves. */
  readonly signals: (z: readonly number[]) => readonly number[]
}

const known = { centre: 0, sigma: 1 }
const charts: readonly Chart[] = [
  { name: 'X, 3 sigma', promised: xmrWavesUntilSignal, signals: (z) => runSignals(z).beyondThreeSigma },
  { name: 'EWMA .2, 2.962', promised: ewmaWavesUntilSignal, signals: beyondAsymptoticLimits },
  ...([5, 4] as const).map((limit) => ({
    name: `CUSUM .5, ${limit}`,
    promised: cusumWavesUntilSignal[limit],
    signals: (z: readonly number[]) => cusumChart(z, { ...known, limit }).signals,
  })),
]

/** The promise is about limits that are the same from the first wave on. */
function beyondAsymptoticLimits(z: readonly number[]): number[] {
  const { averages, asymptoticLimits } = ewmaChart(z, known)
  return [...averages.keys()].filter((wave) => Math.abs(averages[wave] ?? 0) > asymptoticLimits.hi)
}

/** Mean waves until a signal, beside what the charts promise; returns those that are more than 6 % off. */
export function printRunLengths(runs: number): string[] {
  console.log('\nMean waves until a signal, centre and sigma known (promised)')
  console.log(
    `${''.padEnd(20)}${['no shift', 'half sigma', 'one sigma'].map((s) => s.padStart(20)).join('')}`,
  )
  const outside: string[] = []
  for (const { name, promised, signals } of charts) {
    const cells = (
      [
        ['noShift', 0],
        ['halfSigma', 0.5],
        ['oneSigma', 1],
      ] as const
    ).map(([shift, size]) => {
      const mean = meanRun(runs, size, signals)
      const off = mean / promised[shift] - 1
      if (Math.abs(off) > 0.06)
        outside.push(`${name}, ${shift}: ${mean.toFixed(1)} waves, promised ${promised[shift]}`)
      return `${mean.toFixed(1)} (${promised[shift]})`.padStart(20)
    })
    console.log(`${name.padEnd(20)}${cells.join('')}`)
  }
  const drawn = [0, 0.5, 1].map((size) => meanRun(runs, size, (z) => ewmaChart(z, known).signals).toFixed(1))
  console.log(`EWMA as drawn, with narrower first limits: ${drawn.join(', ')}`)
  return outside
}

function meanRun(runs: number, shift: number, signals: Chart['signals']): number {
  const normal = standardNormals(41)
  let sum = 0
  for (let run = 0; run < runs; run++) {
    const waves: number[] = []
    for (let length = 64; ; length *= 4) {
      while (waves.length < length) waves.push(normal() + shift)
      const [first] = signals(waves)
      if (first === undefined) continue
      sum += first + 1
      break
    }
  }
  return sum / runs
}

/** What a short baseline costs: nothing changed, and one of the next twelve waves is called all the same. */
export function printShortBaselines(runs: number): void {
  console.log(
    '\nA false alarm within the next 12 waves, limits from that many waves before (X, 3 sigma; known limits 3.2 %)',
  )
  for (const baseline of [8, 12, 20, 50]) {
    const normal = standardNormals(42)
    let alarms = 0
    for (let run = 0; run < runs; run++) {
      const chart = xmrChart(Array.from({ length: baseline + 12 }, normal), baseline)
      if (chart.ok && chart.value.signals.beyondThreeSigma.some((position) => position >= baseline)) alarms++
    }
    console.log(`${String(baseline).padStart(4)} waves ${((100 * alarms) / runs).toFixed(1)} %`)
  }
}
