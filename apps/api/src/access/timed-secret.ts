/**
 * A link's secret that carries its own last moment. It cannot be moved: what is stored is the hash of the whole. So a link ends to the second,
 * and its row does not tell when it was made.
 */
export function secretUntil(secret: string, endsAt: Date): string {
  return `${secret}.${Math.floor(endsAt.getTime() / 1000).toString(36)}`
}

/** Whether a secret says of itself that it is over; one that says nothing is not. */
export function isOver(secret: string, now: Date): boolean {
  const [, end] = secret.split('.')
  return end !== undefined && !(Number.parseInt(end, 36) * 1000 > now.getTime())
}
