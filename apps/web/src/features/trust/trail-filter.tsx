import { useTexts } from '../../lib/i18n/texts.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import type { LookedFor } from './api/audit-trail.ts'

/** Looks for entries by what was done, by whom and when, while one types. */
export function TrailFilter({
  looked,
  onLook,
  actions,
}: {
  looked: LookedFor
  onLook: (looked: LookedFor) => void
  actions: readonly (readonly [action: string, words: string])[]
}) {
  const { t, locale } = useTexts()
  const sorted = [...actions].sort(([, a], [, b]) => a.localeCompare(b, locale))
  const look = (part: keyof LookedFor) => (event: { target: { value: string } }) =>
    onLook({ ...looked, [part]: event.target.value })
  return (
    <search className="trust-filter">
      <Choice
        label={t('trail.action')}
        options={[['', t('trail.action-all')], ...sorted]}
        value={looked.action}
        onChange={look('action')}
      />
      <Field label={t('trail.person')} value={looked.person} maxLength={200} onChange={look('person')} />
      <Field label={t('trail.from')} type="date" value={looked.from} onChange={look('from')} />
      <Field label={t('trail.to')} type="date" value={looked.to} onChange={look('to')} />
    </search>
  )
}
