import type { NotificationKind } from '@chorus/contracts/community'
import type { Office } from '@chorus/db/database'
import { notify } from '@chorus/db/stores/notifications'
import type { SubjectKey } from '@chorus/db/stores/threads'

/** PostgreSQL takes no more than 65,535 values in a statement. */
const atOnce = 5000

/** Tells many people the same. */
export async function tellAll(
  office: Office,
  people: readonly string[],
  told: { what: NotificationKind; about: SubjectKey; actor: string; at: Date },
): Promise<void> {
  for (let start = 0; start < people.length; start += atOnce)
    await notify(
      office,
      people.slice(start, start + atOnce).map((person) => ({ person, ...told })),
    )
}
