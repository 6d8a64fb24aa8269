import { customType } from 'drizzle-orm/pg-core'

/** Raw bytes: hashes and bitmaps. */
export const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
