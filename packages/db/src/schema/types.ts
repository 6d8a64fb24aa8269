import { customType } from 'drizzle-orm/pg-core'

/** Raw bytes: hashes and bitmaps. */
export const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** Words to search, as PostgreSQL keeps them; made and asked for in SQL alone. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
