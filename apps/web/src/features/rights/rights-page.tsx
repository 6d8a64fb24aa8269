import type { PersonRights } from '@chorus/contracts/roles'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Translate, useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { FindPerson } from '../../ui/find-person.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Table } from '../../ui/table.tsx'
import { rightsQuery } from './api/rights.ts'
import { ChangeRights } from './change-rights.tsx'

type Chosen = Pick<PersonRights, 'id' | 'name' | 'role' | 'hrUnits' | 'leads'>

/** Who is more than an employee; @param self whoever reads, whose own rights somebody else changes */
export function RightsPage({ self }: { self: string }) {
  const { t } = useTexts()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [saved, setSaved] = useState<'holds' | 'waits' | null>(null)
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('rights.title')} />
        <p className="lead soft">{t('rights.lead')}</p>
      </div>
      {saved && (
        <Notice tone="good">
          <p>{t(saved === 'waits' ? 'rights.waits' : 'rights.saved')}</p>
        </Notice>
      )}
      <Loaded query={useQuery(rightsQuery)}>
        {({ people, units }) => (
          <>
            <Table
              stacked
              caption={t('rights.list')}
              columns={[t('rights.person'), t('rights.role'), t('rights.leads'), t('rights.action')]}
            >
              {people.map((person) => (
                <tr key={person.id}>
                  <th scope="row">
                    <bdi>{person.name}</bdi>
                  </th>
                  <td>{roleWords(person, t)}</td>
                  <td>{person.leads.map(({ name }) => name).join(', ')}</td>
                  <td>
                    {person.id !== self && (
                      <Button
                        aria-label={t('rights.change-of', { name: person.name })}
                        onClick={() => setChosen(person)}
                      >
                        {t('rights.action')}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </Table>
            <Card as="div">
              <FindPerson
                onChoose={({ id, name }) =>
                  setChosen(
                    people.find((one) => one.id === id) ?? {
                      id,
                      name,
                      role: 'employee',
                      hrUnits: [],
                      leads: [],
                    },
                  )
                }
              />
            </Card>
            {chosen && (
              <ChangeRights
                key={chosen.id}
                person={chosen}
                units={units}
                onSaved={(waits) => setSaved(waits ? 'waits' : 'holds')}
                onClose={() => setChosen(null)}
              />
            )}
          </>
        )}
      </Loaded>
    </div>
  )
}

function roleWords({ role, hrUnits, alsoAdministrator }: PersonRights, t: Translate): string {
  if (alsoAdministrator) return t('first-start.both-roles')
  if (role === 'hr' && hrUnits.length > 0)
    return t('rights.hr-of', { units: hrUnits.map(({ name }) => name).join(', ') })
  return t(`rights.role.${role}`)
}
