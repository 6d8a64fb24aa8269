/** What an action can answer, by kind. Free of zod, for pages. */
export const causeKinds = ['scale', 'words', 'theme', 'review', 'session', 'experiment'] as const
export type CauseKind = (typeof causeKinds)[number]
