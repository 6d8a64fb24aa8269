import type { AgreementVersion } from '@chorus/contracts/agreements'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Differences } from './differences.tsx'
import { VersionWords } from './version-words.tsx'

type Props = { current: AgreementVersion; earlier: readonly AgreementVersion[] }

/** What was agreed before, and what each version changed. @param earlier newest first */
export function EarlierVersions({ current, earlier }: Props) {
  const { t, locale } = useTexts()
  const all = [current, ...earlier]
  return (
    <section className="stack" aria-labelledby="agreement-earlier">
      <h2 id="agreement-earlier">{t('agreement.history')}</h2>
      {all.map((version, place) => {
        const before = all[place + 1]
        const label = t('agreement.version', {
          number: version.number ?? 0,
          day: showDay(version.decidedOn ?? version.proposedOn, locale),
        })
        return (
          <Disclosure key={version.id} summary={label}>
            {before && !before.hidden && !version.hidden ? (
              <>
                <h3>{t('agreement.changes', { number: before.number ?? 0 })}</h3>
                <Differences before={before.texts} after={version.texts} />
              </>
            ) : (
              <VersionWords version={version} />
            )}
          </Disclosure>
        )
      })}
    </section>
  )
}
