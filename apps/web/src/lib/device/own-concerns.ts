import { type DeviceList, deviceStorage, hasTexts, isRecord, type KeyValue, listOf } from './list.ts'

/** That a concern was raised on this device, without what it says: only where its sender wanted the key to be kept. */
export type OwnConcern = {
  /** The key, see `@chorus/ballot/six-words`, base64url. */
  readonly id: string
  readonly organisation: string
  /** ISO day from which it can be read. */
  readonly readableOn: string
}

export function ownConcernsIn(storage: KeyValue | undefined = deviceStorage()): DeviceList<OwnConcern> {
  return listOf(storage, 'chorus.own-concerns', isOwnConcern)
}

function isOwnConcern(value: unknown): value is OwnConcern {
  return isRecord(value) && hasTexts(value, ['id', 'organisation', 'readableOn'])
}
