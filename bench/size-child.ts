import { GroupTally } from '../packages/anonymity/src/group-tally.ts'
import { drawMasks } from '../packages/anonymity/src/masks.ts'
import { publishWave } from '../packages/anonymity/src/publish.ts'
import type { PublishInput } from '../packages/anonymity/src/publish-input.ts'
import { Repairs } from '../packages/anonymity/src/repairs.ts'
import { treeOf } from '../packages/anonymity/src/tree.ts'
import { waveWriter } from '../packages/anonymity/src/write-wave.ts'
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

const [size = '', task = '', answers = ''] = process.argv.slice(2)
const input = organisation(Number(size), answers === 'alike')
const started = performance.now()
const before = process.cpuUsage()
const repairs = task === 'audited' ? audited() : figuresOnly()
const used = process.cpuUsage(before)
const measured: SizeMeasured = {
  seconds: (performance.now() - started) / 1000,
  processorSeconds: (used.user + used.system) / 1e6,
  megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  ...repairs,
}
process.send?.(measured)

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
 * Ten units below each unit, seven answers in each, six scales of five items. Answers lean on the climate of their unit; where they are
 * `alike`, four of five people say exactly what the unit says, which no real team does, and many figures need repair.
 */
function organisation(size: number, alike: boolean): PublishInput {
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
  const counts = new GroupTally(
    units.map(({ id }) => id),
    scales,
  )
  const response = new Float64Array(items.length)
  for (let unit = 0; unit < size; unit++) {
    const climate = 5 + 1.2 * swing()
    for (let person = 0; person < 7; person++) {
      const own = alike && random() < 0.8 ? 0 : 1
      const mood = climate + own * 1.6 * swing()
      for (let item = 0; item < items.length; item++) {
        const answer = Math.min(7, Math.max(1, Math.round(mood + own * 2 * swing())))
        response[item] = items[item]?.reversed ? 8 - answer : answer
      }
      counts.add(unit, response)
    }
  }
  return {
    wave: { id: 'w1', closed: null },
    units,
    counts,
    invited: null,
    policy: policyInput.parse({}),
    earlier: [],
  }
}
