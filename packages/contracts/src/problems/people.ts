import type { ProblemPart } from './problem-part.ts'

/** The organisation: imports, units and people. */
export const peopleProblems = {
  'files-have-faults': { status: 422, title: 'The files have faults. Nothing was changed' },
  'unknown-import': {
    status: 404,
    title:
      'These files do not wait any more: they were imported, replaced or are older than a day. Upload them again',
  },
  'organisation-changed': {
    status: 409,
    title: 'The organisation was changed in the meantime. Nothing was written. Look at it again',
  },
  'import-asks': {
    status: 409,
    title: 'This import looks like a mistake. Type the number that the preview names to go on',
  },
  'nothing-to-undo': { status: 409, title: 'There is no import that can be undone' },
  'unit-change-does-not-fit': {
    status: 422,
    title:
      'Units that merged are several before and one after; one that was split is one before and several after; a renamed one is one before and one after, with another id or name',
  },
  'unit-change-in-the-future': {
    status: 422,
    title: 'What became of units is noted from its day on, not before',
  },
  'unit-change-noted': { status: 409, title: 'This is noted already, for the same day' },
  'unknown-unit-change': { status: 404, title: 'There is no such note on units' },
  'unknown-unit': { status: 404, title: 'There is no such unit' },
  'unknown-person': { status: 404, title: 'There is no such person' },
  'email-not-valid': { status: 422, title: 'This is not an e-mail address' },
  'language-not-valid': { status: 422, title: 'A language is a tag such as "en" or "de"' },
  'email-taken': { status: 409, title: 'Somebody else has this e-mail address' },
  'person-id-taken': { status: 409, title: 'Somebody else has this id, or had it and is not erased yet' },
  'last-hr': {
    status: 409,
    title: 'This is the last person of HR. Give the role to somebody else first',
  },
  'kept-by-scim': {
    status: 409,
    title: 'This comes from SCIM. Change it in the identity provider, or have an administrator unlock it',
  },
  'department-is-unit': {
    status: 409,
    title: 'The department says to which unit a person belongs, and cannot feed a cut too',
  },
  'root-stays': { status: 409, title: 'This unit is the whole organisation. It can only be renamed' },
  'unit-below-itself': { status: 409, title: 'A unit cannot go below itself or into itself' },
  'unit-not-empty': {
    status: 409,
    title: 'People or units still belong to this unit. Move them first, or join it into another',
  },
} as const satisfies ProblemPart
