import { writeReceiptCode } from '../../../lib/device/receipt-code.ts'
import type { Receipt } from '../../../lib/device/receipts.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { QrCode } from '../../../ui/qr-code.tsx'

/** The receipt to take along: this device keeps none. It says nothing of the answers. */
export function KioskReceipt({ receipt }: { receipt: Receipt }) {
  const { t } = useTexts()
  const { leaf, sig } = receipt
  if (sig === null) return null
  const address = `${location.origin}/receipts#${writeReceiptCode({ ...receipt, sig })}`
  return (
    <section className="kiosk-receipt" aria-labelledby="kiosk-receipt">
      <div className="stack">
        <h2 id="kiosk-receipt">{t('kiosk.receipt.title')}</h2>
        <p>{t('kiosk.receipt.words')}</p>
        <p className="small soft">{t('kiosk.receipt.leaf')}</p>
        <p className="kiosk-leaf">
          <code>{leaf}</code>
        </p>
      </div>
      <div className="kiosk-qr">
        <QrCode text={address} label={t('kiosk.receipt.qr')} />
      </div>
    </section>
  )
}
