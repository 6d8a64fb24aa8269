import { type DeviceList, deviceStorage, hasTexts, isRecord, type KeyValue, listOf } from './list.ts'

/** That somebody wrote comments in a wave, without what they say: the secret with which answers to them can be read. */
export type OwnComments = {
  readonly id: string
  readonly wave: string
  readonly label: string
  /** base64url, see `@chorus/ballot/six-words`. */
  readonly secret: string
}

export function ownCommentsIn(storage: KeyValue | undefined = deviceStorage()): DeviceList<OwnComments> {
  return listOf(storage, 'chorus.own-comments', isOwnComments)
}

function isOwnComments(value: unknown): value is OwnComments {
  return isRecord(value) && hasTexts(value, ['id', 'wave', 'label', 'secret'])
}
