import type { MadeToken } from '@chorus/contracts/tokens'
import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

/** The only time that the secret can be read. Where a browser does not let a page copy, it can still be marked by hand. */
export function NewSecret({ token: { name, secret } }: { token: MadeToken }) {
  const { t } = useTexts()
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no')
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => setCopied('yes'),
      () => setCopied('refused'),
    )
  return (
    <Notice tone="good" title={t('tokens.made', { name })}>
      <p>{t('tokens.made-words')}</p>
      <p>
        <code>{secret}</code>
      </p>
      <div>
        <Button onClick={() => void copy()}>{t(copied === 'yes' ? 'tokens.copied' : 'tokens.copy')}</Button>
      </div>
      {copied === 'refused' && <p>{t('tokens.copy-refused')}</p>}
      <p>{t('tokens.use')}</p>
      <p>
        <code>{`curl -H "Authorization: Bearer ${secret}" ${location.origin}/api/reports/summary.csv`}</code>
      </p>
    </Notice>
  )
}
