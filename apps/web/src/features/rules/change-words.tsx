import { policyDifferences } from '@chorus/contracts/policy-differences'
import type { ProposedChange } from '@chorus/contracts/rights'
import { localised } from '../../lib/i18n/localised.ts'
import { policyDifferenceWords } from '../../lib/i18n/policy-difference.ts'
import { type Translate, useTexts } from '../../lib/i18n/texts.ts'
import { concernSettingsChange, trustedChange } from './concern-change.ts'
import { providerChange, scimChange } from './connection-change.ts'
import { rhythmChange } from './rhythm-change.ts'

/** What a change is about, in sentences: what will be, and what was before. */
export function ChangeWords({ change }: { change: ProposedChange }) {
  const { t, locale } = useTexts()
  const { title, told } = inWords(change, t, locale)
  return (
    <div>
      <p>
        <bdi>{title}</bdi>
      </p>
      {told.length > 0 && (
        <ul>
          {told.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

type Words = { readonly title: string; readonly told: readonly string[] }

function inWords(change: ProposedChange, t: Translate, locale: string): Words {
  switch (change.kind) {
    case 'policy': {
      const told = policyDifferences(change.before, change.after).map((one) => policyDifferenceWords(one, t))
      return { title: change.name, told: told.length > 0 ? told : [t('rules.silent')] }
    }
    case 'questionnaire': {
      const [now, before] = [change.after, change.before].map((one) => questionnaireName(one, t, locale))
      return {
        title: change.name,
        told: [t('rules.questionnaire', { now: now ?? '', before: before ?? '' })],
      }
    }
    case 'rhythm':
      return { title: change.name, told: rhythmChange(change, t, locale) }
    case 'provider':
      return { title: t('rules.provider'), told: providerChange(change, t) }
    case 'scim-token':
      return {
        title: t(change.instead === null ? 'rules.scim.token' : 'rules.scim.instead', { name: change.name }),
        told: [],
      }
    case 'scim-settings':
      return { title: t('scim.title'), told: scimChange(change, t) }
    case 'second-person':
      return {
        title: t(change.on ? 'rules.second-person.change-on' : 'rules.second-person.change-off'),
        told: [],
      }
    case 'auditor':
      return {
        title: t(change.on ? 'rules.auditor.on' : 'rules.auditor.off', { name: change.name }),
        told: [],
      }
    case 'trusted-named':
    case 'trusted-dismissed':
      return trustedChange(change, t)
    case 'concern-settings':
      return { title: t('trusted.title'), told: concernSettingsChange(change, t) }
  }
}

type Questionnaire = Extract<ProposedChange, { kind: 'questionnaire' }>['after']

/** One of the organisation's own has its version behind its id. */
function questionnaireName({ id, name }: Questionnaire, t: Translate, locale: string): string {
  const text = localised(name, locale).text
  const version = /\/(\d+)$/.exec(id)?.[1]
  return version === undefined ? text : t('instruments.choice-own', { name: text, version })
}
