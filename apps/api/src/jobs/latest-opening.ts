/**
 * Until when a wave that could not open in time may still open: as long as half of its window is left. Later, people would be asked in a
 * hurry, and the next wave is near.
 */
export function latestOpening({ opensAt, closesAt }: { opensAt: Date; closesAt: Date }): Date {
  return new Date((opensAt.getTime() + closesAt.getTime()) / 2)
}
