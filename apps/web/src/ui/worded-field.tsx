import { findBlame, hasWording } from '@chorus/wording/find-blame'
import type { Finding } from '@chorus/wording/finding'
import { takeOffer } from '@chorus/wording/take-offer'
import { useDeferredValue, useId, useRef, useState } from 'react'
import { useTexts } from '../lib/i18n/texts.ts'
import { Button } from './button.tsx'
import './field.css'
import './worded-field.css'

type Props = {
  label: string
  hint?: string
  value: string
  /** The language that is written in: only texts in English and German are looked at. */
  language: string
  /** Names that are pointed out beside a fault. */
  names: readonly string[]
  maxLength?: number
  required?: boolean
  onChange: (text: string) => void
}

/** A field for a text in which wordings that may read as blame are underlined, with another one on offer. Nothing is ever held up. */
export function WordedField({ label, hint, value, language, names, onChange, ...rest }: Props) {
  const { t } = useTexts()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const status = useRef<HTMLParagraphElement>(null)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const looked = useDeferredValue(value)
  const findings = hasWording(language)
    ? findBlame(looked, { language, names }).filter((one) => !left.has(keyOf(looked, one)))
    : []
  // What is underlined belongs to the text that was looked at: while somebody types on, it waits.
  const shown = looked === value ? findings : []
  // The button that was pressed goes with its finding: the focus stays at what is left, or at the text.
  const goOn = () => (shown.length > 1 ? status : area).current?.focus()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="small soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="worded">
        <div className="worded-layer" aria-hidden="true" dir="auto">
          {underlined(value, shown)}
        </div>
        <textarea
          {...rest}
          ref={area}
          id={id}
          rows={3}
          dir="auto"
          value={value}
          aria-describedby={`${hint ? `${id}-hint ` : ''}${id}-found`}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </div>
      <p className="small soft" id={`${id}-found`} role="status" ref={status} tabIndex={-1}>
        {findings.length > 0 && t('wording.found', { count: findings.length })}
      </p>
      {shown.length > 0 && (
        <ul className="worded-findings">
          {shown.map((finding) => {
            const words = value.slice(finding.from, finding.to)
            const { kind, offer } = finding
            return (
              <li key={`${finding.from} ${words}`} className="stack stack-tight">
                <p className="small">
                  <strong dir="auto">{t('wording.quoted', { words })}</strong> {t(`wording.${kind}`)}
                </p>
                {offer.kind === 'question' && (
                  <p className="small" dir="auto" lang={language}>
                    {offer.text}
                  </p>
                )}
                <div className="row">
                  {offer.kind === 'words' && (
                    <Button
                      onClick={() => {
                        onChange(takeOffer(value, finding))
                        goOn()
                      }}
                    >
                      {offer.text === '' ? t('wording.leave-out') : t('wording.use', { words: offer.text })}
                    </Button>
                  )}
                  <Button
                    look="quiet"
                    aria-label={`${t('wording.keep')}: ${words}`}
                    onClick={() => {
                      setLeft(new Set([...left, keyOf(value, finding)]))
                      goOn()
                    }}
                  >
                    {t('wording.keep')}
                  </Button>
                </div>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}

/** What is kept once is kept for this text, wherever it stands in it. */
function keyOf(text: string, { from, to, kind }: Finding): string {
  return `${kind} ${text.slice(from, to).toLowerCase()}`
}

function underlined(text: string, findings: readonly Finding[]) {
  const ends = [0, ...findings.map(({ to }) => to)]
  return (
    <>
      {findings.map(({ from, to }, at) => [
        text.slice(ends[at], from),
        <mark key={from}>{text.slice(from, to)}</mark>,
      ])}
      {text.slice(ends.at(-1))}
      {/* A last empty line has height only with something on it. */}
      {'\u200b'}
    </>
  )
}
