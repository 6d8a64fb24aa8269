import { deviceStorage, hasTexts, isRecord, type KeyValue, listOf } from '../../lib/device/list.ts'

/** How far somebody came on this device. */
type Place = { readonly id: string; readonly step: number }

const placesIn = (storage: KeyValue | undefined) => listOf(storage, 'chorus.welcome', isPlace)

/** The step that a person was at last; 0 at first. */
export function stepOf(person: string, steps: number, storage = deviceStorage()): number {
  return Math.min(placesIn(storage).find(person)?.step ?? 0, steps - 1)
}

export function keepStep(person: string, step: number, storage = deviceStorage()): void {
  placesIn(storage).put({ id: person, step })
}

export function forgetStep(person: string, storage = deviceStorage()): void {
  placesIn(storage).drop(person)
}

function isPlace(value: unknown): value is Place {
  return isRecord(value) && hasTexts(value, ['id']) && Number.isInteger(value.step) && Number(value.step) >= 0
}
