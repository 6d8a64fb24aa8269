import { foreignKey, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { person } from './organisation.ts'

/** Who has finished or put away the path for new joiners, and is not offered it any more; it goes with the person. */
export const welcomeFinished = pgTable(
  'welcome_finished',
  { organisation: uuid().notNull(), person: uuid().notNull() },
  (t) => [
    primaryKey({ columns: [t.organisation, t.person] }),
    foreignKey({
      columns: [t.organisation, t.person],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
  ],
)
