/** What a native date-and-time field holds: local time without a zone, "2026-03-12T18:00". */
export function toLocalInput(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
  return `${day}T${two(moment.getHours())}:${two(moment.getMinutes())}`
}

/** Two weeks from now, at six in the evening of the reader's day. */
export function suggestedClose(now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 14, 18)
}

/** The moment that the field means, or undefined when it is empty or no date. */
export function fromLocalInput(text: string): Date | undefined {
  const moment = new Date(text)
  return text === '' || Number.isNaN(moment.getTime()) ? undefined : moment
}
