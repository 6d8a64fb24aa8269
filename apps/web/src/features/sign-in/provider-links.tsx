import type { ProviderOffers } from '@chorus/contracts/sign-in'
import { useTexts } from '../../lib/i18n/texts.ts'
import { buttonClass } from '../../ui/button.tsx'

type Props = { providers: ProviderOffers['providers']; wave: string | undefined }

/** Links and not requests: the browser itself goes to the provider, and comes back. */
export function ProviderLinks({ providers, wave }: Props) {
  const { t } = useTexts()
  const to = encodeURIComponent(wave === undefined ? '/' : `/answer/${wave}`)
  return (
    <div className="row">
      {providers.map(({ organisation, name }) => (
        <a
          key={organisation}
          className={buttonClass('main')}
          href={`/api/sign-in/providers/${organisation}?to=${to}`}
        >
          {t('provider.sign-in', { name })}
        </a>
      ))}
    </div>
  )
}
