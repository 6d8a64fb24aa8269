import { z } from 'zod'
import { author, place } from './community.ts'
import { unitId } from './ids.ts'
import { instrumentName } from './instrument.ts'
import { band, changeVerdict, figure } from './publish.ts'

/** A scale, or an outcome that stands for itself, of the programme's questionnaire. */
const experimentMeasure = z.object({
  id: z.string(),
  name: instrumentName,
  min: z.number(),
  max: z.number(),
})
export type ExperimentMeasure = z.infer<typeof experimentMeasure>

/** In half points: the step in which the means of small groups are shown. */
const halfPoints = z.number().min(0.5).max(6).multipleOf(0.5)

/** What would count as success: into which direction, and by how many scale points at least. */
const criterion = z.object({ direction: z.enum(['up', 'down']), least: halfPoints }).strict()
export type Criterion = z.infer<typeof criterion>

/** planned -> running -> waiting for the results of the window's last wave -> ended -> learned, which it is once somebody told what came of it. */
const experimentState = z.enum(['planned', 'running', 'waiting', 'ended', 'learned'])
export type ExperimentState = z.infer<typeof experimentState>

/** A learning sprint: what a unit tries, and what would tell that it works, said before it begins. Open and named, like all of the learning loop. */
export const experiment = z.object({
  id: z.uuid(),
  unit: place,
  owner: author,
  title: z.string(),
  hypothesis: z.string(),
  /** What is done differently in the time of the experiment. */
  doing: z.string(),
  measure: experimentMeasure,
  /** First and last day of the window. */
  from: z.iso.date(),
  to: z.iso.date(),
  /** As it was set before the window began; it is judged by this one. */
  criterion,
  /** What somebody made of it after the window had begun: shown, and not what it is judged by. Oldest first. */
  amendments: z.array(criterion.extend({ on: z.iso.date() })),
  state: experimentState,
  /** The learning moment that it became. */
  lesson: z.uuid().nullable(),
  mayChange: z.boolean(),
})
export type Experiment = z.infer<typeof experiment>

const shownWave = z.object({
  label: z.string(),
  closed: z.iso.date(),
  mean: figure,
  interval: band.nullable(),
})

/** Why an outcome cannot be told. None of these says how many answered. */
const cannotTell = z.enum([
  'not open to you',
  'no wave in the window',
  'no wave before',
  'not asked',
  'too few',
  'questionnaire changed',
  'unit changed',
])
export type CannotTell = z.infer<typeof cannotTell>

/** The unit's change next to the organisation's in the same time. */
const besideOrganisation = z.object({
  before: figure,
  after: figure,
  /** By how much more the unit moved, with a 95 % interval; null where too few answered to say it. */
  more: z.object({ difference: z.number(), interval: band }).nullable(),
})

/**
 * What the waves say: the last one before the window beside the last one in it, from releases alone, and only where the report of the unit
 * shows both to this reader.
 */
const experimentOutcome = z.discriminatedUnion('status', [
  z.object({ status: z.literal('cannot tell'), why: cannotTell }),
  z.object({
    status: z.literal('told'),
    before: shownWave,
    after: shownWave,
    difference: figure.nullable(),
    /** 95 %, of this one comparison, which was planned. */
    interval: band.nullable(),
    smallestSeen: z.number().nullable(),
    verdict: changeVerdict,
    /** Seen against the criterion that was set beforehand. */
    result: z.enum(['reached', 'less than hoped', 'other way', 'no change shown']),
    /** For core scales of units that are not the whole organisation. */
    organisation: besideOrganisation.nullable(),
  }),
])
export type ExperimentOutcome = z.infer<typeof experimentOutcome>

/** `GET /api/experiments?unit=`: newest first, of all units that the reader reads. */
export const experiments = z.object({ experiments: z.array(experiment) })
export type Experiments = z.infer<typeof experiments>

/** `GET /api/experiments/{experiment}`: `outcome` is null until its window is over and its last wave published. */
export const oneExperiment = experiment.extend({ outcome: experimentOutcome.nullable() })
export type OneExperiment = z.infer<typeof oneExperiment>

/** `GET /api/experiments/choices`: what an experiment can be planned with. */
export const experimentChoices = z.object({
  /** Where the reader may plan one: the own unit, and those that the reader leads. */
  units: z.array(z.object({ id: unitId, name: z.string() })),
  measures: z.array(experimentMeasure),
  /** Days on which waves close, as far as that is known. */
  closes: z.array(z.object({ label: z.string(), day: z.iso.date() })),
})
export type ExperimentChoices = z.infer<typeof experimentChoices>

const longText = z.string().trim().min(1).max(2000)

/** `POST /api/experiments`, and `PUT` until the window begins */
export const planExperiment = z
  .object({
    unit: unitId,
    title: z.string().trim().min(1).max(140),
    hypothesis: longText,
    doing: longText,
    measure: z.string(),
    from: z.iso.date(),
    to: z.iso.date(),
    criterion,
  })
  .strict()
export type PlanExperiment = z.infer<typeof planExperiment>

/** `POST /api/experiments/{experiment}/amendments`: while it runs. */
export const amendExperiment = criterion

/** `PUT /api/experiments/{experiment}/lesson`: what was learned, once it is told. */
export const experimentLesson = z.object({ lesson: z.uuid() }).strict()
