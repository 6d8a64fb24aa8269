import { seededNumbers, shuffled } from './seeded-numbers.ts'

/** What happens in a wave, in this order: somebody presses Send, the answers arrive, a night passes (a backup is made). */
export type WaveEvent =
  | { readonly at: number; readonly kind: 'issue' | 'send'; readonly person: string }
  | { readonly at: number; readonly kind: 'night' }

export type WavePeople = ReadonlyMap<string, readonly string[]>

const [minute, hour, day] = [60, 3600, 86_400]

/** Five teams of forty: `team3-17`. */
export function fiveTeamsOfForty(): WavePeople {
  return new Map(
    Array.from({ length: 5 }, (_, team) => [
      `team${team + 1}`,
      Array.from({ length: 40 }, (_, number) => `team${team + 1}-${number + 1}`),
    ]),
  )
}

/**
 * Five days as pulses go: half of those who answer do so soon after the first mail, three in ten after the reminder, the
 * others whenever they find time; 34 of 40 answer. Answers follow Send after up to 20 s, three in ten at once (the page was left), one in
 * twenty hours later (no network).
 */
export function waveSchedule(people: WavePeople, seed: number): WaveEvent[] {
  const random = seededNumbers(seed)
  const events: WaveEvent[] = Array.from({ length: 5 }, (_, night) => ({
    at: (night + 1) * day,
    kind: 'night' as const,
  }))
  for (const team of people.values())
    for (const person of shuffled(team, random).slice(0, Math.round(team.length * 0.85))) {
      const issued = arrival(random)
      events.push({ at: issued, kind: 'issue', person })
      events.push({ at: issued + pause(random), kind: 'send', person })
    }
  const order = { issue: 0, send: 1, night: 2 }
  return events.sort((a, b) => a.at - b.at || order[a.kind] - order[b.kind])
}

/** Seconds since the midnight before the wave opened. */
function arrival(random: () => number): number {
  const kind = random()
  const afterMail = -Math.log(1 - random()) * 25 * minute
  if (kind < 0.5) return 9 * hour + Math.min(afterMail, 12 * hour)
  if (kind < 0.8) return 2 * day + 9 * hour + Math.min(afterMail, 12 * hour)
  return Math.floor(random() * 5) * day + (8 + random() * 10) * hour
}

function pause(random: () => number): number {
  const kind = random()
  if (kind < 0.05) return (1 + random() * 5) * hour
  return kind < 0.35 ? 0.2 : random() * 20
}
