import type { DifferenceKind, ImportPreview } from '@chorus/contracts/organisation-import'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MessageId } from '../../../lib/i18n/message-id.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Field } from '../../../ui/field.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Table } from '../../../ui/table.tsx'
import { differencesQuery } from '../api/import.ts'

const kinds: readonly (readonly [DifferenceKind, MessageId])[] = [
  ['left', 'import.kind.left'],
  ['joined', 'import.kind.joined'],
  ['returned', 'import.kind.returned'],
  ['moved', 'import.kind.moved'],
  ['renamed', 'import.kind.renamed'],
  ['address', 'import.kind.address'],
  ['role', 'import.kind.role'],
  ['leads', 'import.kind.leads'],
  ['other', 'import.kind.other'],
  ['unit-new', 'import.kind.unit-new'],
  ['unit-vanished', 'import.kind.unit-vanished'],
  ['unit-renamed', 'import.kind.unit-renamed'],
  ['unit-moved', 'import.kind.unit-moved'],
]

/** The differences of one kind at a time, searched and paged by the server. */
export function DifferenceList({ upload, counts }: { upload: string; counts: ImportPreview['counts'] }) {
  const { t } = useTexts()
  const there = kinds.filter(([kind]) => counts[kind] > 0)
  const [chosen, setChosen] = useState(there[0]?.[0])
  const [search, setSearch] = useState('')
  const [page, setPage] = useState(1)
  if (!chosen) return <p className="soft">{t('import.nothing')}</p>
  return (
    <div className="stack">
      <Choice
        label={t('import.show')}
        value={chosen}
        options={there.map(([kind, words]) => [
          kind,
          t('import.kind', { words: t(words), count: counts[kind] }),
        ])}
        onChange={({ target }) => {
          setChosen(there.find(([kind]) => kind === target.value)?.[0])
          setPage(1)
        }}
      />
      <Field
        label={t('import.search')}
        type="search"
        value={search}
        onChange={({ target }) => {
          setSearch(target.value)
          setPage(1)
        }}
      />
      <Page upload={upload} kind={chosen} search={search} page={page} onPage={setPage} />
    </div>
  )
}

function Page({
  upload,
  kind,
  search,
  page,
  onPage,
}: {
  upload: string
  kind: DifferenceKind
  search: string
  page: number
  onPage: (page: number) => void
}) {
  const { t } = useTexts()
  return (
    <Loaded query={useQuery(differencesQuery(upload, kind, search, page))}>
      {({ rows, inAll, pageSize }) => {
        if (inAll === 0) return <p className="soft">{t('import.none-found')}</p>
        const from = (page - 1) * pageSize + 1
        const to = Math.min(page * pageSize, inAll)
        return (
          <>
            <Table
              caption={t('import.range', { from, to, all: inAll })}
              columns={[t('import.who'), t('import.before'), t('import.after')]}
            >
              {rows.map(({ id, name, before, after }) => (
                <tr key={id}>
                  <th scope="row">
                    <bdi>{name}</bdi> <bdi className="small soft">{id}</bdi>
                  </th>
                  <td>{before ?? '–'}</td>
                  <td>{after ?? '–'}</td>
                </tr>
              ))}
            </Table>
            {inAll > pageSize && (
              <div className="import-buttons">
                <Button disabled={page === 1} onClick={() => onPage(page - 1)}>
                  {t('import.previous')}
                </Button>
                <Button disabled={to === inAll} onClick={() => onPage(page + 1)}>
                  {t('import.next')}
                </Button>
              </div>
            )}
          </>
        )
      }}
    </Loaded>
  )
}
