import type { ProviderRefusal } from '@chorus/contracts/sign-in'
import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Notice } from '../../ui/notice.tsx'

/** Why somebody who came back from a provider is not signed in. Taken from the address by code, so that no address can put words onto this page. */
export function RefusedByProvider() {
  const { t } = useTexts()
  const [code] = useState(() => new URLSearchParams(window.location.search).get('refused'))
  const refusal = refusals.find((known) => known === code)
  if (refusal === undefined) return null
  return (
    <Notice tone="problem">
      <p>{t(`problem.${refusal}`)}</p>
    </Notice>
  )
}

const refusals: readonly ProviderRefusal[] = [
  'provider-not-set-up',
  'provider-not-reached',
  'provider-refused',
  'provider-refuses-chorus',
  'provider-answer-not-valid',
  'sign-in-not-started-here',
  'claim-missing',
  'email-not-verified',
  'domain-not-allowed',
  'not-on-roster',
]
