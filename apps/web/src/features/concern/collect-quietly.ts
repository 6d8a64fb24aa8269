/** Collects the tickets of the month beside the page. What goes wrong is tried again on the next visit, and told to whoever needs one. */
export async function collectTicketsQuietly(person: string): Promise<void> {
  try {
    const { collectUnlessElsewhere } = await import('./collect-tickets.ts')
    await collectUnlessElsewhere(person)
  } catch {
    // Nobody asked for anything here.
  }
}
