import { useEffect, useState } from 'react'
import { takeFragment } from '../../lib/address/take-fragment.ts'
import { getManifest } from '../../lib/api/manifest.ts'
import { type Receipt, receiptsIn } from '../../lib/device/receipts.ts'

export type Taken = { is: 'none' } | { is: 'added' } | { is: 'not-added' } | { is: 'problem'; error: unknown }

/** Puts the receipt behind the # of the address onto this device, once its signature holds. */
export function useTakenReceipt(): { taken: Taken; receipts: readonly Receipt[] } {
  const [taken, setTaken] = useState<Taken>({ is: 'none' })
  const [receipts, setReceipts] = useState(() => newestFirst())
  useEffect(() => {
    const text = takeFragment(window.location, window.history)
    // The link that leads past the navigation also stands behind a #.
    if (text === '' || text === 'main') return
    void taking(text).then((next) => {
      setTaken(next)
      setReceipts(newestFirst())
    })
  }, [])
  return { taken, receipts }
}

async function taking(text: string): Promise<Taken> {
  try {
    const { takeReceipt } = await import('./take-receipt.ts')
    const receipt = await takeReceipt(text, getManifest)
    if (receipt) receiptsIn().put(receipt)
    return { is: receipt ? 'added' : 'not-added' }
  } catch (error) {
    return { is: 'problem', error }
  }
}

function newestFirst(): readonly Receipt[] {
  return [...receiptsIn().all()].reverse()
}
