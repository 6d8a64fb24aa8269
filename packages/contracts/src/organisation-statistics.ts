import { z } from 'zod'

/**
 * Why a figure of the whole organisation is absent:
 * - `too-few-answers`, `too-few-items`, `too-few-teams`, `too-few-scales`: it needs more of them
 * - `too-alike`: people agree so much that the figure would come near to saying what each of them said
 * - `no-fit`: these answers do not follow the model behind it
 * - `no-difference`: teams do not differ, so there is nothing to be reliable about
 * - `no-reference`: nobody has published what random answers on so many points look like
 * - `not-asked`: the outcome was not asked
 * - `protected`: the scale is hidden for the whole organisation
 */
export const whyAbsent = z.enum([
  'too-few-answers',
  'too-few-items',
  'too-few-teams',
  'too-few-scales',
  'too-alike',
  'no-fit',
  'no-difference',
  'no-reference',
  'not-asked',
  'protected',
])
export type WhyAbsent = z.infer<typeof whyAbsent>

export const absentFigure = z.object({ absent: whyAbsent })
export type AbsentFigure = z.infer<typeof absentFigure>

const interval = z.object({ lo: z.number(), hi: z.number() })
const count = z.union([z.number(), interval])

/** A figure, or why there is none. Never 0 in its place. */
export const plainFigure = z.union([z.object({ value: z.number() }), absentFigure])
export type PlainFigure = z.infer<typeof plainFigure>

/** The same with its 95 % interval; null where too few teams answered to make one. */
export const estimate = z.union([
  z.object({ value: z.number(), interval: interval.nullable() }),
  absentFigure,
])
export type Estimate = z.infer<typeof estimate>

/** How each statement goes with the others of its scale. */
export const itemFit = z.object({
  id: z.string(),
  /** Correlation with the sum of the other items. */
  itemRest: z.number(),
  /** Alpha of the others; null for fewer than two others. */
  alphaIfDeleted: z.number().nullable(),
})
export type ItemFit = z.infer<typeof itemFit>

/** How teams differ, over all teams of enough answers. */
export const teamDifferences = z.object({
  /** Teams, as a band of ten. */
  teams: interval,
  icc1: z.object({ value: z.number(), interval }),
  icc2: plainFigure,
  f: z.number(),
  designEffect: z.number(),
  /** Whether teams differ by more than chance explains: the interval of ICC(1) lies above 0. */
  differ: z.boolean(),
})
export type TeamDifferences = z.infer<typeof teamDifferences>

/** Mean agreement inside teams, r_wg(j), against two kinds of random answers. */
export const teamsAgreement = z.object({ teams: interval, uniform: z.number(), slightSkew: plainFigure })
export type TeamsAgreement = z.infer<typeof teamsAgreement>

export const scaleStatistics = z.object({
  scale: z.string(),
  /** People who answered all of the scale, as the cell of the whole organisation shows them. */
  n: count.nullable(),
  alpha: estimate,
  omega: estimate,
  items: z.union([z.array(itemFit), absentFigure]),
  teams: z.union([teamDifferences, absentFigure]),
  agreement: z.union([teamsAgreement, absentFigure]),
})
export type ScaleStatistics = z.infer<typeof scaleStatistics>

/** How much of what is explained of the outcome goes to one scale. */
export const driver = z.object({
  scale: z.string(),
  /** Part of R squared. */
  weight: z.number(),
  interval: interval.nullable(),
  /** Weight minus that of a predictor made of random numbers; null as the interval. */
  aboveRandom: interval.nullable(),
  /** Of the plain correlation: a weight has no sign. */
  direction: z.enum(['positive', 'negative']),
})
export type Driver = z.infer<typeof driver>

export const drivers = z.object({
  outcome: z.string(),
  /** People who answered the outcome and every scale. */
  n: count,
  rSquared: z.number(),
  scales: z.array(driver),
})

export type Drivers = z.infer<typeof drivers>

/** What belongs to the whole organisation alone, to two decimals: how well its scales measure, and what goes along with the outcome. */
export const organisationStatistics = z.object({
  scales: z.array(scaleStatistics),
  drivers: z.union([drivers, absentFigure]),
})
export type OrganisationStatistics = z.infer<typeof organisationStatistics>
