import type { AgreementVersion } from '@chorus/contracts/agreements'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Notice } from '../../ui/notice.tsx'
import { AgreementWords } from './agreement-words.tsx'

/** What a version says, or why HR has hidden that. */
export function VersionWords({ version: { texts, hidden, redacted } }: { version: AgreementVersion }) {
  const { t } = useTexts()
  return (
    <>
      {hidden && <Notice>{t('moderation.hidden-others', { reason: hidden.reason })}</Notice>}
      {redacted && <p className="small soft">{t('moderation.redacted')}</p>}
      <AgreementWords texts={texts} />
    </>
  )
}
