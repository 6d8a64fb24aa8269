/** The parts of an agreement, in the order in which they are read. Free of zod, for pages. */
export const agreementParts = [
  'mustHold',
  'margins',
  'firstHour',
  'firstDay',
  'firstWeek',
  'speakUp',
] as const
export type AgreementPart = (typeof agreementParts)[number]
