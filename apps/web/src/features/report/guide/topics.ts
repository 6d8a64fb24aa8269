import type { ItemResult, UnitReport } from '@chorus/contracts/report'
import { middleOf } from '../../../lib/format/figures.ts'

/** What a conversation is about: one of our scales; anything else, and a team without figures, is talked about in general. */
const topicsOfScales = [
  'psychological-safety',
  'belonging',
  'learning-from-mistakes',
  'standards',
  'leader-as-model',
  'learning-community',
] as const
export type Topic = (typeof topicsOfScales)[number] | 'general'

/** A question to talk about, and why: a statement with its figures as the report shows them, or none. */
export type GuideQuestion = {
  readonly topic: Topic
  /** Which of the topic's questions; `strength` asks what makes something go well. */
  readonly ask: '1' | '2' | 'strength'
  readonly because: {
    readonly reason: 'rose' | 'highest' | 'fell' | 'split' | 'weak' | 'lowest'
    readonly item: ItemResult
    readonly scale: Scale
  } | null
}

type Scale = Pick<UnitReport['scales'][number], 'id' | 'name' | 'min' | 'max'>
type Because = NonNullable<GuideQuestion['because']>
type Shown = Pick<Because, 'item' | 'scale'>

/**
 * Two or three questions for a team, from its own report alone: first something that goes well, then at most two that are worth talking about:
 * what fell more than chance would explain, what people see very differently, and what stands lowest, in this order. A statement whose
 * figure the newest wave does not show is never chosen; where it shows none, or all stand alike, the questions are general ones.
 */
export function guideQuestions(report: Pick<UnitReport, 'waves' | 'scales' | 'others'>): GuideQuestion[] {
  const shown = shownStatements(report)
  const strength = strengthOf(shown)
  const talk = toTalkAbout(
    shown.filter(({ item }) => item !== strength?.item),
    strength,
  )
  const chosen = [...(strength ? [strength] : []), ...talk]
  const asked = new Set<Topic>()
  const questions = chosen.map((because): GuideQuestion => {
    const topic = topicOf(because.scale.id)
    if (because === strength) return { topic, ask: 'strength', because }
    const ask = asked.has(topic) ? '2' : '1'
    asked.add(topic)
    return { topic, ask, because }
  })
  const general = (['1', '2'] as const)
    .map((ask): GuideQuestion => ({ topic: 'general', ask, because: null }))
    .filter(({ ask }) => !questions.some((one) => one.topic === 'general' && one.ask === ask))
  return [...questions, ...general.slice(0, Math.max(0, 2 - questions.length))]
}

/** Topics in which somebody who leads says something first, each once: what goes well needs no opening. */
export function topicsToOpen(questions: readonly GuideQuestion[]): Topic[] {
  return [...new Set(questions.filter(({ ask }) => ask !== 'strength').map(({ topic }) => topic))]
}

/** Statements of the newest wave: those of the core, and of the scale whose turn it was. */
function shownStatements({
  waves,
  scales,
  others,
}: Pick<UnitReport, 'waves' | 'scales' | 'others'>): Shown[] {
  const newest = waves.at(-1)?.id
  const itsTurn = others.filter(({ points }) => points.at(-1)?.wave === newest)
  return [...scales, ...itsTurn].flatMap(({ items, ...scale }) => items.map((item) => ({ item, scale })))
}

function strengthOf(shown: readonly Shown[]): Because | null {
  const rose = byMovement(shown, 'up').at(-1)
  if (rose) return { ...rose, reason: 'rose' }
  const inOrder = byLevel(shown)
  const [lowest, highest] = [inOrder[0], inOrder.at(-1)]
  return lowest && highest && levelOf(highest) > levelOf(lowest) ? { ...highest, reason: 'highest' } : null
}

function toTalkAbout(shown: readonly Shown[], strength: Because | null): Because[] {
  const fell = byMovement(shown, 'down').slice(0, 1)
  const apart = shown
    .filter(({ item }) => divided(item) && !fell.some((one) => one.item === item))
    .toSorted((a, b) => smallerSide(b.item) - smallerSide(a.item))
    .slice(0, 1)
  const taken = [...fell, ...apart].map(({ item }) => item)
  const low = byLevel(shown).filter((one) => !taken.includes(one.item) && standsLower(one, shown, strength))
  const [lowest] = low
  // Statements of one scale go together: a second one is worth more from another scale.
  const second = low.find(({ scale }) => scale.id !== lowest?.scale.id) ?? low[1]
  return [
    ...fell.map((one) => ({ ...one, reason: 'fell' as const })),
    ...apart.map((one) => ({ ...one, reason: one.item.split ? ('split' as const) : ('weak' as const) })),
    ...[lowest, second].flatMap((one) => (one ? [{ ...one, reason: 'lowest' as const }] : [])),
  ].slice(0, 2)
}

/** Where all stand alike, none is the lowest. */
function standsLower(one: Shown, others: readonly Shown[], strength: Because | null): boolean {
  return [...others, ...(strength ? [strength] : [])].some((other) => levelOf(other) > levelOf(one))
}

function byLevel(shown: readonly Shown[]): Shown[] {
  return shown.toSorted((a, b) => levelOf(a) - levelOf(b))
}

/** Most to the low side first. */
function byMovement(shown: readonly Shown[], verdict: 'up' | 'down'): Shown[] {
  return shown
    .filter(({ item }) => item.change?.verdict === verdict)
    .toSorted((a, b) => movementOf(a.item) - movementOf(b.item))
}

function levelOf({ item, scale: { min, max } }: Shown): number {
  return (middleOf(item.mean) - min) / (max - min)
}

function movementOf({ change }: ItemResult): number {
  return change?.difference == null ? 0 : middleOf(change.difference)
}

/** Two camps, or so little agreement that the mean speaks for few. */
function divided({ split, agreement }: ItemResult): boolean {
  return split !== null || agreement === 'weak'
}

function smallerSide({ split }: ItemResult): number {
  return split ? Math.min(split.below, split.above) : 0
}

function topicOf(scale: string): Topic {
  return topicsOfScales.find((topic) => topic === scale) ?? 'general'
}
