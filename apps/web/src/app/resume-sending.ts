import type { PageSender } from '../features/answer/page-sender.ts'
import { deviceStorage } from '../lib/device/list.ts'

let sender: Promise<PageSender> | undefined

/** Answers that are kept on this device go on the next visit to any page of the product, not only to the survey page. */
export async function resumeSending(person: string): Promise<void> {
  if (!sender && !hasKept()) return
  sender ??= import('../features/answer/page-sender.ts').then(({ startPageSender }) => startPageSender())
  await (await sender).resume(person)
}

function hasKept(): boolean {
  try {
    return Boolean(deviceStorage()?.getItem('chorus.kept'))
  } catch {
    return false
  }
}
