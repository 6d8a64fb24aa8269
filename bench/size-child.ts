import { GroupTally } from '../packages/anonymity/src/group-tally.ts'
import { drawMasks } from '../packages/anonymity/src/masks.ts'
import { publishWave } from '../packages/anonymity/src/publish.ts'
import type { PublishInput } from '../packages/anonymity/src/publish-input.ts'
import { Repairs } from '../packages/anonymity/src/repairs.ts'
import { treeOf } from '../packages/anonymity/src/tree.ts'
import { waveWriter } from '../packages/anonymity/src/write-wave.ts'
import { present } from '../packages/basics/src/assert.ts'
import { instrument } from '../packages/contracts/src/instrument.ts'
import { policyInput } from '../packages/contracts/src/policy.ts'
import { smallGenerator } from './small-generator.ts'

/** One organisation in a process of its own; tells what it cost after counting to whoever started it. */
export type SizeMeasured = {
  readonly seconds: number
  /** Of all threads: what the collector of rubbish works beside the program counts too. */
  readonly processorSeconds: number
  /** Highest so far, counting included. */
  readonly megabytes: number
  readonly coarser: number
  readonly hidden: number
}

const [size = '', task = ''] = process.argv.slice(2)
const waves = organisation(Number(size), task === 'second wave' ? 2 : 1)
const input = task === 'second wave' ? afterTheFirst(waves) : present(waves[0], 'a wave')
waves.length = 0
const started = performance.now()
const before = process.cpuUsage()
const repairs = task === 'figures' ? figuresOnly() : audited()
const used = process.cpuUsage(before)
const measured: SizeMeasured = {
  seconds: (performance.now() - started) / 1000,
  processorSeconds: (used.user + used.system) / 1e6,
  megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  ...repairs,
}
process.send?.(measured)

function afterTheFirst([first, second]: PublishInput[]): PublishInput {
  const published = publishWave(present(first, 'a wave'))
  if (!published.ok) throw new Error('the first wave was refused')
  return { ...present(second, 'a second wave'), earlier: [published.value] }
}

function audited(): { coarser: number; hidden: number } {
  const published = publishWave(input)
  const report = published.ok ? published.value.wave.organisation.audit : null
  if (!report) throw new Error('the release was refused')
  return report.repairs
}

function figuresOnly(): { coarser: number; hidden: number } {
  const tree = treeOf(input.units)
  const masks = drawMasks(input.counts, tree, input.policy)
  waveWriter(input, tree)(masks, new Repairs([]))
  return { coarser: 0, hidden: 0 }
}

/**
 * Ten units below each unit, seven people in each, six scales of five items. Answers lean on the climate of their unit. In a second wave one
 * person of twenty is not there, in each fourth unit somebody new is, and seven of ten say exactly what they said before.
 */
function organisation(size: number, count: number): PublishInput[] {
  const { scales } = instrument.parse({
    id: 'size',
    name: 'Size',
    scales: Array.from({ length: 6 }, (_, scale) => ({
      id: `scale-${scale}`,
      name: `Scale ${scale}`,
      role: 'core',
      items: Array.from({ length: 5 }, (_, item) => ({
        id: `item-${scale}-${item}`,
        reversed: item === 1,
        text: { en: 'An item.' },
      })),
    })),
  })
  const items = scales.flatMap((scale) => scale.items)
  const units = Array.from({ length: size }, (_, i) => ({
    id: `unit-${i}`,
    parent: i === 0 ? null : `unit-${Math.floor((i - 1) / 10)}`,
  }))
  const next = smallGenerator(20_261_121)
  const random = () => next() / 2 ** 32
  const swing = () => random() + random() + random() - 1.5
  const tallies = Array.from(
    { length: count },
    () =>
      new GroupTally(
        units.map(({ id }) => id),
        scales,
      ),
  )
  const response = new Float64Array(items.length)
  function answer(climate: number): void {
    const mood = climate + 1.6 * swing()
    for (const [i, item] of items.entries()) {
      const high = Math.min(7, Math.max(1, Math.round(mood + 2 * swing())))
      response[i] = item.reversed ? 8 - high : high
    }
  }
  for (let unit = 0; unit < size; unit++) {
    const climate = 5 + 1.2 * swing()
    for (let person = 0; person < 7; person++) {
      answer(climate)
      tallies[0]?.add(unit, response)
      if (!tallies[1] || random() < 0.05) continue
      if (random() < 0.3) answer(climate)
      tallies[1].add(unit, response)
    }
    if (!tallies[1] || random() < 0.75) continue
    answer(climate)
    tallies[1].add(unit, response)
  }
  return tallies.map((counts, i) => ({
    wave: { id: `w${i + 1}`, closed: null },
    units,
    counts,
    invited: null,
    policy: policyInput.parse({}),
    earlier: [],
  }))
}
