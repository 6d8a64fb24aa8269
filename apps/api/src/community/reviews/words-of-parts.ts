import type { ReviewParts } from '@chorus/contracts/reviews'

/** The parts of a review with all that people wrote in them rewritten, and nothing else: no day, no kind, no link. */
export function rewrite(parts: ReviewParts, change: (words: string) => string): ReviewParts {
  const { basics, timeline, decisions, factors, repair, lessons } = parts
  return {
    basics: {
      ...basics,
      title: change(basics.title),
      about: change(basics.about),
      impact: change(basics.impact),
    },
    timeline: { moments: timeline.moments.map((one) => ({ ...one, what: change(one.what) })) },
    decisions: {
      decisions: decisions.decisions.map(({ title, known, chosen, others }) => ({
        title: change(title),
        known: change(known),
        chosen: change(chosen),
        others: change(others),
      })),
    },
    factors: { factors: factors.factors.map((one) => ({ ...one, what: change(one.what) })) },
    repair: { ...repair, how: change(repair.how) },
    lessons: { lessons: lessons.lessons.map((one) => ({ ...one, text: change(one.text) })) },
  }
}

/** All that people wrote in a review, by part; what is of one kind stands in its order, with an empty line between. */
export function wordsByPart({ basics, timeline, decisions, factors, repair, lessons }: ReviewParts) {
  const below = (all: readonly string[]) => all.filter((one) => one !== '').join('\n\n')
  return {
    title: basics.title,
    about: basics.about,
    impact: basics.impact,
    timeline: below(timeline.moments.map(({ what }) => what)),
    decisions: below(
      decisions.decisions.flatMap(({ title, known, chosen, others }) => [title, known, chosen, others]),
    ),
    factors: below(factors.factors.map(({ what }) => what)),
    repair: repair.how,
    lessons: below(lessons.lessons.map(({ text }) => text)),
  }
}
