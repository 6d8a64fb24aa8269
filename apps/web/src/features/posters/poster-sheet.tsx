import { showMoment } from '../../lib/format/dates.ts'
import { inFours } from '../../lib/format/fingerprint.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { QrCode } from '../../ui/qr-code.tsx'
import type { Poster } from './api/poster.ts'
import type { PosterLanguage } from './poster-texts.ts'
import './poster-sheet.css'

type Props = {
  poster: Poster
  organisation: string
  /** Null for the whole organisation. */
  site: string | null
  languages: readonly PosterLanguage[]
  /** Behind the square code: the same for everybody. */
  codeAddress: string
  /** To be typed. */
  address: string
}

/** One page on a wall: the same words in each chosen language round one code. */
export function PosterSheet({ poster, organisation, site, languages, codeAddress, address }: Props) {
  const { t } = useTexts()
  const { label, closes, k, minutes, sheets, fingerprint } = poster
  // The more languages, the smaller and fewer the words: all of them fit on one page.
  const crowd =
    languages.length === 1 ? 'one' : languages.length === 2 ? 'two' : languages.length < 5 ? 'few' : 'many'
  return (
    <li className={`poster poster-${crowd}`}>
      <p className="poster-who">
        <strong>{organisation}</strong>
        {site !== null && <> · {site}</>} · {label}
      </p>
      <div className="poster-voices">
        {languages.map(({ locale, direction, t: say }) => (
          <div key={locale} lang={locale} dir={direction}>
            <p className="poster-voice">{say('poster.voice')}</p>
            {languages.length < 3 && <p>{say('poster.what', { minutes })}</p>}
            <p>{say('poster.scan')}</p>
          </div>
        ))}
      </div>
      <div className="poster-code">
        <QrCode text={codeAddress} label={t('poster.code')} />
        <p className="poster-address" dir="ltr">
          {address}
        </p>
      </div>
      <div className="poster-words">
        {languages.map(({ locale, direction, t: say }) => (
          <div key={locale} lang={locale} dir={direction}>
            {sheets && <p>{say('poster.sheet')}</p>}
            <p>
              <strong>{say('poster.until', { moment: showMoment(closes, locale) })}</strong>{' '}
              {say('poster.shown', { k })}
            </p>
          </div>
        ))}
      </div>
      <p className="poster-print" dir="ltr">
        {t('poster.fingerprint')} {inFours(fingerprint)}
      </p>
    </li>
  )
}
