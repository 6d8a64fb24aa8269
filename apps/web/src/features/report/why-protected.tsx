import { useTexts } from '../../lib/i18n/texts.ts'
import { Disclosure } from '../../ui/disclosure.tsx'

export function WhyProtected({ k }: { k: number }) {
  const { t } = useTexts()
  return (
    <Disclosure summary={t('report.why')}>
      <div className="stack measure">
        <p>{t('report.why-small', { k })}</p>
        <p>{t('report.why-same-word')}</p>
      </div>
    </Disclosure>
  )
}
