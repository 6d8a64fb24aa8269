import { z } from 'zod'
import { action } from './actions.ts'
import { experiment } from './experiments.ts'
import { reflectionEntry } from './reflections.ts'

/**
 * `GET /api/learning-loop?unit=`: where a unit stands between two pulses; null or empty where a step has not come. The own unit where none is
 * named. What a unit above it talks about, does and tries is its own, too: each step tells of the nearest unit that took it.
 */
export const learningLoop = z.object({
  unit: z.object({ id: z.string(), name: z.string() }),
  /** The newest published wave. */
  pulse: z.object({ label: z.string(), closed: z.iso.date() }).nullable(),
  /** The newest reflection session that the reader may know of. */
  conversation: reflectionEntry
    .pick({ id: true, unit: true, title: true, state: true, begun: true })
    .nullable(),
  /** What is done about it and not finished, the earliest day first: some of it. */
  actions: z.array(action.pick({ id: true, unit: true, title: true, overdue: true })),
  /** The newest one. */
  experiment: experiment.pick({ id: true, unit: true, title: true, state: true, to: true }).nullable(),
  /** The wave that is open, or else the next one that is planned, with the day on which it closes. */
  next: z.object({ label: z.string(), closes: z.iso.date(), isOpen: z.boolean() }).nullable(),
})
export type LearningLoop = z.infer<typeof learningLoop>
