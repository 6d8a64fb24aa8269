import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { buttonClass } from '../../ui/button.tsx'
import { providersQuery } from './api/providers.ts'

/** Links and not requests: the browser itself goes to the provider, and comes back. */
export function ProviderButtons({ wave }: { wave: string | undefined }) {
  const { t } = useTexts()
  const providers = useQuery(providersQuery).data?.providers ?? []
  if (providers.length === 0) return null
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
