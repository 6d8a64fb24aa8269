import { useTexts } from '../../lib/i18n/texts.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { kioskAddress } from './kiosk-address.ts'

export function Instructions({ wave, count }: { wave: string; count: number }) {
  const { t } = useTexts()
  return (
    <Disclosure summary={t('paper.steps')}>
      <ol className="paper-steps">
        <li>{t('paper.step.print')}</li>
        <li>{t('paper.step.cut')}</li>
        <li>{t('paper.step.bowl', { count })}</li>
        <li>{t('paper.step.draw', { count })}</li>
        <li>{t('paper.step.kiosk')}</li>
      </ol>
      <p>
        {t('paper.kiosk')}: <code className="paper-address">{kioskAddress(wave)}</code>
      </p>
    </Disclosure>
  )
}
