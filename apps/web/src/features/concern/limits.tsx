import { useTexts } from '../../lib/i18n/texts.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import './limits.css'

const limits = ['mailbox', 'server', 'few', 'network'] as const

/** What is left of the section on concerns in docs/threat-model.md, in plain words. */
export function Limits() {
  const { t } = useTexts()
  return (
    <Disclosure summary={t('concern.limits')}>
      <ul className="concern-limits stack stack-tight">
        {limits.map((one) => (
          <li key={one}>{t(`concern.limits.${one}`)}</li>
        ))}
      </ul>
    </Disclosure>
  )
}
