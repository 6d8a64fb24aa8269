import { useId } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Field } from '../../ui/field.tsx'
import type { Grouping } from './comment-groups.ts'

const groupings = ['scale', 'theme'] as const

/** How comments are grouped, and what is searched for in them. What was found is said politely while somebody types. */
export function FindComments({
  grouping,
  onGrouping,
  search,
  onSearch,
  status,
}: {
  grouping: Grouping
  onGrouping: (grouping: Grouping) => void
  search: string
  onSearch: (search: string) => void
  status: string
}) {
  const { t } = useTexts()
  const name = useId()
  return (
    <div className="comments-find">
      <fieldset className="comments-grouping">
        <legend>{t('comments.group-by')}</legend>
        {groupings.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={name}
              value={one}
              checked={grouping === one}
              onChange={() => onGrouping(one)}
            />
            {t(`comments.by.${one}`)}
          </label>
        ))}
      </fieldset>
      <div className="comments-search">
        <Field
          label={t('comments.search')}
          type="search"
          value={search}
          onChange={(event) => onSearch(event.currentTarget.value)}
        />
        <p className="small soft" role="status">
          {status}
        </p>
      </div>
    </div>
  )
}
