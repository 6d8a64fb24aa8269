import type { LessonKind } from '@chorus/contracts/lessons'
import type { MessageId } from '../../lib/i18n/message-id.ts'

export type { LessonKind }

export const kindWords: Readonly<Record<LessonKind, MessageId>> = {
  'went well': 'lessons.kind.went-well',
  'went wrong': 'lessons.kind.went-wrong',
  'changed our mind': 'lessons.kind.changed-our-mind',
}

export const lessonKinds: readonly LessonKind[] = ['went well', 'went wrong', 'changed our mind']
