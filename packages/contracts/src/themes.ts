/** What comments are about, as far as their words tell. */
export const themes = [
  'workload',
  'leadership',
  'meetings',
  'recognition',
  'tools',
  'decisions',
  'information',
  'conflict',
  'mistakes',
  'openness',
  'fairness',
  'goals',
  'growth',
  'flexibility',
  'pay',
] as const
export type Theme = (typeof themes)[number]

/** A theme that a comment touches, and its words that say so, as they were written. */
export type CommentTheme = { readonly theme: Theme; readonly words: string[] }
