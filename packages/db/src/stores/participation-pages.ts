/** Slots in one row: few enough for a row to stay small, many enough for no row to be about a person. */
export const slotsOfPage = 128
/** Length of a retry tag. */
export const tagBytes = 16

/** The empty pages of a cohort. */
export function emptyPages(size: number): { page: number; bits: Buffer; tags: Buffer }[] {
  return Array.from({ length: Math.ceil(size / slotsOfPage) }, (_, page) => ({
    page,
    bits: Buffer.alloc(slotsOfPage / 8),
    tags: Buffer.alloc(slotsOfPage * tagBytes),
  }))
}
