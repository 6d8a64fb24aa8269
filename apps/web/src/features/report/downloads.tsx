import { Link } from '@tanstack/react-router'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Disclosure } from '../../ui/disclosure.tsx'

const files = [
  { text: 'exports.summary', address: 'summary.csv' },
  { text: 'exports.spreadsheet', address: 'summary.csv?format=spreadsheet' },
  { text: 'exports.workbook', address: 'report.xlsx' },
  { text: 'exports.codebook', address: 'codebook.csv' },
] as const

/** The figures of the pages as files: of the whole programme for those who see all of it, else of the own units. */
export function Downloads({ unit, seesWhole }: { unit: string; seesWhole: boolean }) {
  const { t } = useTexts()
  return (
    <Disclosure summary={t('exports.title')}>
      <div className="stack measure">
        <p>{t(seesWhole ? 'exports.words-all' : 'exports.words-own')}</p>
        <ul className="stack">
          {files.map(({ text, address }) => (
            <li key={text}>
              <a href={`/api/reports/${address}`} download>
                {t(text)}
              </a>
            </li>
          ))}
          <li>
            <Link to="/print/$unit" params={{ unit }}>
              {t('exports.print-link')}
            </Link>
          </li>
        </ul>
        <p>
          <Link to="/tokens">{t('tokens.link')}</Link>
        </p>
        <p className="small soft">{t('exports.noted')}</p>
      </div>
    </Disclosure>
  )
}
