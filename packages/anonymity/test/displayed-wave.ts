import type { Cell, Figure, MeasureFigures } from '@chorus/contracts/publish'
import type { AuditedBlock, AuditedWave } from '../src/auditor/audit-input.ts'
import { protectedCell, protectedMeasure } from '../src/release.ts'

export type Respondent = {
  readonly unit: string
  readonly cut?: Readonly<Record<string, string>>
  readonly answers: readonly number[]
}

export type ShownCell = {
  readonly unit: string
  readonly cut?: Readonly<Record<string, string>>
  /** Step of the means; 0 shows them exactly. */
  readonly step?: number
  readonly favourable?: number
  readonly sd?: boolean
}

/** One block of items 1 to 7; several items have a scale before them. */
export function blockOf(items: number): AuditedBlock {
  const item = (id: string, isScale = false) => ({ id, min: 1, max: 7, isScale })
  const own = Array.from({ length: items }, (_, i) => item(`q${i + 1}`))
  return { id: 'block', measures: items === 1 ? own : [item('scale', true), ...own] }
}

/** Shows the given cells of the given people by the auditor's own reading of the steps; all other units are hidden. */
export function displayedWave({
  id = 'w1',
  units,
  people,
  cells,
  step = 0.5,
}: {
  id?: string
  units: Readonly<Record<string, string | null>>
  people: readonly Respondent[]
  cells: readonly ShownCell[]
  step?: number
}): AuditedWave {
  const block = blockOf(people[0]?.answers.length ?? 1)
  const isInside = (unit: string, outer: string) => {
    for (let at: string | null = unit; at !== null; at = units[at] ?? null) if (at === outer) return true
    return false
  }
  const shown = cells.map((cell): Cell => {
    const inside = people.filter(
      (one) =>
        isInside(one.unit, cell.unit) &&
        Object.entries(cell.cut ?? {}).every(([name, category]) => one.cut?.[name] === category),
    )
    return {
      unit: cell.unit,
      cut: cell.cut ?? {},
      status: 'published',
      reason: null,
      n: inside.length,
      invited: null,
      responseRate: null,
      measures: block.measures.map((measure) => figuresOf(measure, block, inside, { step, ...cell })),
    }
  })
  const hidden = Object.keys(units)
    .filter((unit) => !cells.some((cell) => cell.unit === unit && !cell.cut))
    .map((unit) => hiddenCell(unit, block))
  const groups = new Map<string, AuditedWave['groups'][number]>()
  for (const { unit, cut = {} } of people) {
    const key = JSON.stringify([unit, cut])
    const n = (groups.get(key)?.respondents ?? 0) + 1
    groups.set(key, { unit, cut, respondents: n, complete: [n] })
  }
  return {
    id,
    units: Object.entries(units).map(([unit, parent]) => ({ id: unit, parent })),
    groups: [...groups.values()],
    blocks: [block],
    cells: [...shown, ...hidden],
  }
}

/** "6.5 or more" and "1.5 or less" are the two outermost steps together. */
function bandOf(value: number, step: number, min: number, max: number): Figure {
  if (step === 0) return value
  const middle = min + Math.round((value - min) / step) * step
  return {
    lo: middle <= min + step + 1e-9 ? min : Math.min(middle - step / 2, max - 1.5 * step),
    hi: middle >= max - step - 1e-9 ? max : Math.max(middle + step / 2, min + 1.5 * step),
  }
}

const silent = (id: string): MeasureFigures => protectedMeasure({ type: 'item', id })

function hiddenCell(unit: string, block: AuditedBlock): Cell {
  return protectedCell(
    unit,
    {},
    block.measures.map(({ id }) => silent(id)),
  )
}

function figuresOf(
  measure: AuditedBlock['measures'][number],
  block: AuditedBlock,
  inside: readonly Respondent[],
  show: ShownCell & { step: number },
): MeasureFigures {
  const place = block.measures.filter((one) => !one.isScale).findIndex((one) => one.id === measure.id)
  const values = inside.map(({ answers }) =>
    measure.isScale ? answers.reduce((sum, one) => sum + one, 0) / answers.length : (answers[place] ?? 0),
  )
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length
  const squares = values.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  const share = values.filter((one) => one >= 5 - 1e-9).length / values.length
  return {
    ...silent(measure.id),
    status: 'published',
    n: inside.length,
    mean: bandOf(mean, show.step, measure.min, measure.max),
    favourable: show.favourable === undefined ? null : bandOf(share, show.favourable, 0, 1),
    sd: show.sd ? Math.sqrt(squares / (values.length - 1)) : null,
  }
}
