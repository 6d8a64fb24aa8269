import type { AuditTrail } from '@chorus/contracts/trust'
import { useTexts } from '../../lib/i18n/texts.ts'

const files = [
  { text: 'trail.jsonl', address: 'audit-trail.jsonl' },
  { text: 'trail.csv', address: 'audit-trail.csv' },
  { text: 'trail.spreadsheet', address: 'audit-trail.csv?format=spreadsheet' },
] as const

/** What a works council writes down, and takes along. */
export function TrailHead({ head }: { head: NonNullable<AuditTrail['head']> }) {
  const { t } = useTexts()
  return (
    <div className="stack measure">
      <h3>{t('trail.head', { number: head.number })}</h3>
      <p>
        <code className="trust-head" dir="ltr">
          {head.hash}
        </code>
      </p>
      <p className="small soft">{t('trail.head-words')}</p>
      <p className="small">
        <code className="trust-head" dir="ltr">{`chorus audit --trail --head ${head.hash}`}</code>
      </p>
      <h3>{t('trail.export')}</h3>
      <ul className="stack stack-tight">
        {files.map(({ text, address }) => (
          <li key={text}>
            <a href={`/api/${address}`} download>
              {t(text)}
            </a>
          </li>
        ))}
      </ul>
      <p className="small soft">{t('exports.noted')}</p>
    </div>
  )
}
