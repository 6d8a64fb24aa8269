import type { Agreement } from '@chorus/contracts/agreements'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { sign } from './api/agreements.ts'
import { useAgreementChange } from './use-agreement-change.ts'

type Props = { agreement: Agreement; version: string }

/** That one has read it, and who else has. Who has not is listed nowhere. */
export function Signatures({ agreement: { belongs, signed }, version }: Props) {
  const { t } = useTexts()
  const signing = useAgreementChange()
  return (
    <div className="stack stack-tight">
      {belongs && !signed.mine && (
        <div>
          <Button look="main" busy={signing.isPending} onClick={() => signing.mutate(() => sign(version))}>
            {t('agreement.sign')}
          </Button>
        </div>
      )}
      {signing.error && <ProblemNotice error={signing.error} />}
      <p className="small soft" role="status">
        {signed.mine && `${t('agreement.signed')} `}
        {t('agreement.read-by', { count: signed.count, people: signed.people })}
      </p>
      {signed.names !== null && signed.names.length > 0 && (
        <Disclosure summary={t('agreement.who-has')}>
          <ul className="row small">
            {signed.names.map((name, place) => (
              // Two people may have the same name.
              <li key={place}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}
