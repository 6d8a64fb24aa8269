import type { LinkProps } from '@tanstack/react-router'
import type { MessageId } from '../../lib/i18n/message-id.ts'

type Group = 'happened' | 'change' | 'talk' | 'hard'
type LearningPlace = {
  readonly to: NonNullable<LinkProps['to']>
  readonly title: MessageId
  readonly words: MessageId
}

/** The parts of the learning loop, in groups, in the order in which they are read. */
export const learningGroups: readonly { readonly group: Group; readonly places: readonly LearningPlace[] }[] =
  [
    {
      group: 'happened',
      places: [
        { to: '/lessons', title: 'lessons.title', words: 'learning.lessons-words' },
        { to: '/reviews', title: 'reviews.title', words: 'learning.reviews-words' },
        { to: '/learning-measures', title: 'learning-measures.title', words: 'learning.measures-words' },
      ],
    },
    {
      group: 'change',
      places: [
        { to: '/actions', title: 'board.title', words: 'learning.actions-words' },
        { to: '/experiments', title: 'experiments.title', words: 'learning.experiments-words' },
      ],
    },
    {
      group: 'talk',
      places: [
        { to: '/reflections', title: 'reflections.title', words: 'learning.reflections-words' },
        { to: '/agreement', title: 'agreement.title', words: 'learning.agreement-words' },
        { to: '/recognition', title: 'recognition.title', words: 'learning.recognition-words' },
        { to: '/feedback', title: 'feedback.title', words: 'learning.feedback-words' },
      ],
    },
    {
      group: 'hard',
      places: [{ to: '/concern', title: 'concern.title', words: 'learning.concern-words' }],
    },
  ]

/** The group that a page belongs to, by its path; null for pages outside the loop. */
export function groupOfPath(path: string) {
  const isHere = ({ to }: LearningPlace) => path === to || path.startsWith(`${to}/`)
  return learningGroups.find(({ places }) => places.some(isHere)) ?? null
}
