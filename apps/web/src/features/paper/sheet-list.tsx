import type { PrintedSheets } from '@chorus/contracts/paper'
import { showMoment } from '../../lib/format/dates.ts'
import { inFours } from '../../lib/format/fingerprint.ts'
import { groupName } from '../../lib/i18n/group-name.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { QrCode } from '../../ui/qr-code.tsx'
import type { FrozenWave } from './api/frozen-wave.ts'
import { kioskAddress } from './kiosk-address.ts'
import './sheet-list.css'

type Props = { wave: string; printed: PrintedSheets; frozen: FrozenWave; organisation: string }

/** The sheets as they are printed, six to a page of A4, to be cut along the lines. All look alike but for the code. */
export function SheetList({ wave, printed, frozen, organisation }: Props) {
  const { t, locale } = useTexts()
  const { codes, label, print } = printed
  return (
    <ul className="sheets" aria-label={t('paper.sheets', { count: codes.length })}>
      {codes.map((code) => (
        <li key={code} className="sheet">
          <p className="sheet-head">
            <strong>{organisation}</strong> · {frozen.label}
          </p>
          <p className="sheet-voice">{t('paper.sheet.voice')}</p>
          <p>
            {t('paper.sheet.group', { group: groupName(label, t) })}
            <br />
            {t('paper.sheet.until', { moment: showMoment(frozen.closes, locale) })}
          </p>
          <div className="sheet-qr">
            <QrCode text={kioskAddress(wave, code)} label={t('paper.sheet.qr')} />
          </div>
          <p className="sheet-how">{t('paper.sheet.how')}</p>
          <p className="sheet-code">{code}</p>
          <p className="sheet-small">{kioskAddress(wave)}</p>
          <p className="sheet-small">
            {t('paper.sheet.fingerprint')}: <span className="sheet-print">{inFours(frozen.fingerprint)}</span>
          </p>
          <p className="sheet-small">
            {t('paper.sheet.promise')} {t('paper.sheet.print', { print })}
          </p>
        </li>
      ))}
    </ul>
  )
}
