import { type DeviceList, hasTexts, isRecord, type KeyValue, listOf } from './list.ts'

/** That a reply to an answer was sent, and the day from which it can be read; not what it says. */
export type SentReply = { readonly id: string; readonly readableOn: string }

export function sentRepliesIn(storage: KeyValue | undefined): DeviceList<SentReply> {
  return listOf(storage, 'chorus.sent-replies', isSentReply)
}

function isSentReply(value: unknown): value is SentReply {
  return isRecord(value) && hasTexts(value, ['id', 'readableOn'])
}
