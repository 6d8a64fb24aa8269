import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Notice } from '../../ui/notice.tsx'
import { triedQuery } from './api/settings.ts'

/** What came back from the try, in words; what the provider itself said stays in its own. */
export function TriedNotice() {
  const { t } = useTexts()
  const tried = useQuery(triedQuery).data?.tried
  if (!tried) return null
  const { refusal, said, value, person } = tried
  if (refusal === null)
    return (
      <Notice tone="good" title={t('provider.tried-good')}>
        <p>{t('provider.tried-person', { value: value ?? '', person: person ?? '' })}</p>
      </Notice>
    )
  return (
    <Notice tone="problem" title={t('provider.tried-bad')}>
      <p>{t(`problem.${refusal}`)}</p>
      {value && <p>{t('provider.tried-value', { value })}</p>}
      {said && <p>{t('provider.tried-said', { said })}</p>}
    </Notice>
  )
}
