import type { Lesson, WriteLesson } from '@chorus/contracts/lessons'
import { type Locale, locales } from '@chorus/contracts/locale'
import type { Session } from '@chorus/contracts/session'
import { deviceStorage, hasTexts, isRecord, type KeyValue, listOf } from '../../lib/device/list.ts'
import { lessonKinds } from './lesson-kinds.ts'

/** A lesson that is being written: `id` says whose draft it is. */
type LessonDraft = WriteLesson & { readonly id: string }

/** Drafts of this device, at most one for each person who signs in here. They are gone once they are sent. */
export function lessonDraftsIn(storage: KeyValue | undefined = deviceStorage()) {
  return listOf(storage, 'chorus.lesson-drafts', isDraft)
}

/** @param locale the language of the page */
export function emptyLesson(session: Session, locale: string): WriteLesson {
  return {
    kind: 'went wrong',
    title: '',
    happened: '',
    learned: '',
    now: '',
    tags: [],
    goal: '',
    language: isLocale(locale) ? locale : 'en',
    unit: session.unit.id,
    audience: 'organisation',
    leadersOwn: false,
  }
}

/** A lesson as it is written, for changing it. @param own the unit in the place of one that is gone */
export function writtenOf(lesson: Lesson, own: Session['unit']): WriteLesson {
  const { kind, title, happened, learned, now, tags, goal, language, audience, leadersOwn } = lesson
  return {
    kind,
    title,
    happened,
    learned,
    now,
    tags,
    goal,
    language,
    audience,
    leadersOwn,
    unit: lesson.unit.id ?? own.id,
  }
}

const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value)

function isDraft(value: unknown): value is LessonDraft {
  return (
    isRecord(value) &&
    hasTexts(value, ['id', 'title', 'happened', 'learned', 'now', 'goal', 'unit']) &&
    lessonKinds.some((kind) => kind === value.kind) &&
    isLocale(value.language) &&
    (value.audience === 'unit' || value.audience === 'organisation') &&
    typeof value.leadersOwn === 'boolean' &&
    Array.isArray(value.tags) &&
    value.tags.every((tag) => typeof tag === 'string')
  )
}
