import type { ListedPerson, PeoplePage } from '@chorus/contracts/people'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Table } from '../../ui/table.tsx'
import './people.css'

type Props = {
  page: PeoplePage
  /** From 1. */
  number: number
  /** These are people who left. */
  left: boolean
  onPage: (number: number) => void
  onEdit: (person: ListedPerson) => void
  onReturn: (person: ListedPerson) => void
}

export function PeopleTable({ page, number, left, onPage, onEdit, onReturn }: Props) {
  const { t, locale } = useTexts()
  const { total, pageSize, people } = page
  if (total === 0) return <p role="status">{t('people.none')}</p>
  const from = (number - 1) * pageSize + 1
  const columns = [
    'people.name',
    'people.unit',
    left ? 'people.erased-on' : 'people.role',
    'people.action',
  ] as const
  const last = Math.ceil(total / pageSize)
  return (
    <>
      <Table
        stacked
        caption={t('people.list', { from, to: from + people.length - 1, total })}
        columns={columns.map((column) => t(column))}
      >
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              <bdi>{person.name}</bdi>
              <span className="people-address">
                <bdi>{person.email}</bdi>
              </span>
              {person.locked && <span className="people-address">{t('people.from-scim')}</span>}
            </th>
            <td>{person.unitName}</td>
            <td>{person.eraseOn ? showDay(person.eraseOn, locale) : t(`people.role.${person.role}`)}</td>
            <td>
              {!person.mayChange ? (
                <span className="soft">{t('people.by-whole')}</span>
              ) : left ? (
                <Button
                  aria-label={t('people.return-named', { name: person.name })}
                  onClick={() => onReturn(person)}
                >
                  {t('people.return')}
                </Button>
              ) : (
                <Button
                  aria-label={t('people.edit-named', { name: person.name })}
                  onClick={() => onEdit(person)}
                >
                  {t('people.edit')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </Table>
      {last > 1 && (
        <nav className="row" aria-label={t('people.people')}>
          {number > 1 && <Button onClick={() => onPage(number - 1)}>{t('people.previous')}</Button>}
          {number < last && <Button onClick={() => onPage(number + 1)}>{t('people.next')}</Button>}
        </nav>
      )}
    </>
  )
}
