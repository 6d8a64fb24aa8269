import type { Recognition } from '@chorus/contracts/recognition'
import type { RecognitionRow } from '@chorus/db/stores/recognitions'

/** @param reader the id of the person who reads it */
export function describeRecognition(row: RecognitionRow, reader: string) {
  const { id, people, did, enabled, value, audience } = row
  return {
    id,
    of: row.ofTeam ? 'team' : 'people',
    people,
    did,
    enabled,
    value,
    unit: { id: row.unit, name: row.unitName },
    audience,
    author:
      row.author !== null && row.authorName !== null ? { person: row.author, name: row.authorName } : null,
    at: row.at.toISOString(),
    mine: row.author === reader,
    aboutMe: people.some(({ person }) => person === reader),
    withdrawn: isWithdrawn(row),
  } satisfies Record<keyof Recognition, unknown>
}

/** It was about people, and all of them have stepped out of it or left. */
export function isWithdrawn({ ofTeam, people }: RecognitionRow): boolean {
  return !ofTeam && people.length === 0
}
