import { type DeviceList, deviceStorage, hasTexts, isRecord, type KeyValue, listOf } from './list.ts'

/**
 * What stays on the device of a ballot: what the server signed, and whom to ask for it. It says nothing of the answers. `sig` is
 * null for a ballot that was not counted, `refused` then says why.
 */
export type Receipt = {
  /** The leaf, or for a ballot that was not counted something as unique. */
  readonly id: string
  readonly wave: string
  readonly label: string
  readonly closes: string
  readonly fingerprint: string
  readonly dimension: string
  readonly cohort: string
  readonly group: string
  readonly size: number
  /** base64url */
  readonly pkR: string
  readonly leaf: string
  readonly sig: string | null
  readonly refused: string | null
}

export function receiptsIn(storage: KeyValue | undefined = deviceStorage()): DeviceList<Receipt> {
  return listOf(storage, 'chorus.receipts', isReceipt)
}

function isReceipt(value: unknown): value is Receipt {
  if (!isRecord(value) || typeof value.size !== 'number') return false
  const { sig, refused } = value
  return hasTexts(value, texts) && (typeof sig === 'string') === (refused === null)
}

const texts = ['id', 'wave', 'label', 'closes', 'fingerprint', 'dimension', 'cohort', 'group', 'pkR', 'leaf']
