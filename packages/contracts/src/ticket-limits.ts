/** How many concerns somebody may raise in a month: enough for a second thought, too few to flood a trusted person. Free of zod, for pages. */
export const ticketsAMonth = 2
