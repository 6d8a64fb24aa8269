import { useState } from 'react'
import { useTexts } from '../lib/i18n/texts.ts'
import { Button } from './button.tsx'

/** A text for another program, and a button that copies it. Where a browser does not let a page copy, it can still be marked by hand. */
export function CopyText({ text }: { text: string }) {
  const { t } = useTexts()
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no')
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('refused'),
    )
  return (
    <>
      <p>
        <code dir="ltr">{text}</code>
      </p>
      <div>
        <Button onClick={() => void copy()}>{t(copied === 'yes' ? 'scim.copied' : 'scim.copy')}</Button>
      </div>
      {copied === 'refused' && <p role="status">{t('scim.copy-refused')}</p>}
    </>
  )
}
