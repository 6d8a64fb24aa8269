import { hash } from 'node:crypto'

/** What is kept of a ticket: who reads the database cannot reply in an author's place. */
export function ticketHash(ticket: Uint8Array): Buffer {
  return hash('sha256', ticket, 'buffer')
}
