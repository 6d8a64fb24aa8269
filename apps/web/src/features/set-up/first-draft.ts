import type { Policy } from '@chorus/contracts/policy'
import type { Rhythm } from '@chorus/contracts/rhythm'
import type { ProgrammeDraft } from '@chorus/contracts/set-up'

/** Where nobody has begun. */
export const emptyDraft: ProgrammeDraft = {
  step: 'organisation',
  name: null,
  instrument: null,
  rhythm: null,
  rotation: null,
  policy: null,
}

/** What the rhythm step begins with: Mondays in the reader's zone, from tomorrow on, open until the evening of Friday. */
export function suggestedRhythm(now: Date): Rhythm {
  const two = (value: number) => String(value).padStart(2, '0')
  const tomorrow = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1)
  return {
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    every: { unit: 'week', count: 2, weekday: 1 },
    opensAt: '09:00',
    from: `${tomorrow.getFullYear()}-${two(tomorrow.getMonth() + 1)}-${two(tomorrow.getDate())}`,
    windowDays: 4,
    closesAt: '18:00',
    reminderDays: [2],
    workdays: [1, 2, 3, 4, 5],
    rests: [],
    inRest: 'move',
    paused: false,
  }
}

export const suggestedPolicy: Policy = {
  k: 5,
  commentK: 10,
  cutK: 10,
  cuts: [],
  crossings: [],
  comments: false,
}
