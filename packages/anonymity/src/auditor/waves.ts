import type { Figure } from '@chorus/contracts/publish'
import type { AuditedBlock } from './audit-input.ts'
import type { Finding, FindingKind } from './finding.ts'
import { isRefuted, tightestMove, tightestTurnover, turnoversOf } from './frozen-answers.ts'
import { type AnswerRange, answerRange } from './personal-width.ts'
import { type ComparedSet, comparedSets, type DisplayedWave } from './wave-pair.ts'

export type BlockPair = {
  readonly block: AuditedBlock
  readonly earlier: DisplayedWave
  readonly now: DisplayedWave
  /** Everybody who answered anything answered all of this block, in both waves: its people are everybody. */
  readonly isComplete: boolean
}

/**
 * Two waves against each other, in the worst case that everybody who stays gives the same answers again. Rosters are deleted, so
 * nobody knows here who joined and left; head counts are all there is. So the turnover that they tell is defended where it is of
 * fewer than k people, unless the numbers of some measure contradict it: people who really changed their minds refute it. Blocks that everybody answered have the same turnover and refute it together.
 */
export function attackPair(pairs: readonly BlockPair[], k: number): Finding[] {
  const refutedTogether = new Map<string, Uint8Array>()
  for (const pair of pairs)
    if (pair.isComplete)
      for (const set of comparedSets(pair.earlier, pair.now)) {
        const refuted = refutedTogether.get(set.key) ?? new Uint8Array(k)
        refutedTogether.set(set.key, refuted)
        refute(set, rangesOf(pair.block), k, refuted)
      }
  return pairs.flatMap((pair) => attackBlock(pair, k, refutedTogether))
}

function attackBlock(
  pair: BlockPair,
  k: number,
  refutedTogether: ReadonlyMap<string, Uint8Array>,
): Finding[] {
  const findings = new Map<string, Finding>()
  const ranges = rangesOf(pair.block)
  const report = (cell: number, measure: string, finding: FindingKind) => {
    const { unit, cut } = pair.now.index.wave.cells[cell] ?? { unit: '', cut: {} }
    findings.set(`${cell} ${measure} ${finding}`, { finding, unit, cut, measure })
  }
  const parts = new Map<string, { whole: ComparedSet | null; changed: ComparedSet[] }>()
  const partsOf = (key: string) => {
    const entry = parts.get(key) ?? { whole: null, changed: [] }
    parts.set(key, entry)
    return entry
  }
  for (const set of comparedSets(pair.earlier, pair.now)) {
    if (set.inside !== null && set.now !== set.was) partsOf(set.inside).changed.push(set)
    if (set.isPart && set.now === set.was) partsOf(set.key).whole = set
    if (isLarge(pair.now.index.wave.cells[set.cell]?.n ?? null)) continue
    const refuted = (pair.isComplete && refutedTogether.get(set.key)) || new Uint8Array(k)
    if (!pair.isComplete) refute(set, ranges, k, refuted)
    for (const turnover of turnoversOf(set.was, set.now, k)) {
      if (refuted[turnover.left] === 1) continue
      for (const sums of set.sums) {
        const range = ranges.get(sums.measure)
        const tight = range ? tightestTurnover(sums, range, turnover) : null
        if (tight) report(set.cell, sums.measure, tight)
      }
    }
  }
  for (const { whole, changed } of parts.values()) if (whole) attackMove(changed, ranges, k, report)
  return [...findings.values()]
}

/**
 * In a cell of so many answers one or two who come or go explain next to nothing of its change: less than a twentieth of what they
 * said at 31 answers, where others change their minds a little.
 */
function isLarge(shown: Figure | null): boolean {
  return typeof shown === 'number' && shown >= 30
}

/** Within a set that kept its number, exactly one part lost as many people as exactly one other won: taken for a move. */
function attackMove(
  changed: readonly ComparedSet[],
  ranges: ReadonlyMap<string, AnswerRange>,
  k: number,
  report: (cell: number, measure: string, finding: FindingKind) => void,
): void {
  const [a, b] = changed
  if (!a || !b || changed.length !== 2) return
  const [from, to] = a.now < a.was ? [a, b] : [b, a]
  const movers = from.was - from.now
  if (movers !== to.now - to.was || movers >= k) return
  const found = to.sums.map((sums, i) => {
    const range = ranges.get(sums.measure)
    const left = from.sums[i]
    return range && left ? tightestMove(left, sums, range, movers) : null
  })
  if (found.includes('refuted')) return
  found.forEach((tight, i) => {
    if (tight !== null && tight !== 'refuted') report(to.cell, to.sums[i]?.measure ?? '', tight)
  })
}

function refute(
  set: ComparedSet,
  ranges: ReadonlyMap<string, AnswerRange>,
  k: number,
  refuted: Uint8Array,
): void {
  for (const turnover of turnoversOf(set.was, set.now, k))
    for (const sums of set.sums) {
      const range = ranges.get(sums.measure)
      if (range && isRefuted(sums, range, turnover)) refuted[turnover.left] = 1
    }
}

function rangesOf({ measures }: AuditedBlock): Map<string, AnswerRange> {
  const items = measures.filter(({ isScale }) => !isScale).length
  return new Map(measures.map((measure) => [measure.id, answerRange(measure, measure.isScale ? items : 1)]))
}
