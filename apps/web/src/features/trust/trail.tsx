import type { AuditAction } from '@chorus/contracts/trust'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { showStamp } from '../../lib/format/dates.ts'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Table } from '../../ui/table.tsx'
import { auditTrailQuery, everything, type LookedFor } from './api/audit-trail.ts'
import { TrailFilter } from './trail-filter.tsx'
import { TrailHead } from './trail-head.tsx'

const actionWords: Record<AuditAction, MessageId> = {
  'appeal declined': 'trust.action.appeal-declined',
  'learning exported': 'trust.action.learning-exported',
  'reports set aside': 'trust.action.reports-set-aside',
  'text blacked out': 'trust.action.text-blacked-out',
  'text hidden': 'trust.action.text-hidden',
  'text shown again': 'trust.action.text-shown-again',
  'comment answered': 'trust.action.comment-answered',
  'action added': 'trust.action.action-added',
  'action changed': 'trust.action.action-changed',
  'administrator password removed': 'trust.action.password-removed',
  'administrator password set': 'trust.action.password-set',
  'agreement put in force': 'trust.action.agreement-in-force',
  'actions mailed': 'trust.action.actions-mailed',
  'bounce secret made': 'trust.action.bounce-secret-made',
  'bounce secret removed': 'trust.action.bounce-secret-removed',
  'channel added': 'trust.action.channel-added',
  'channel removed': 'trust.action.channel-removed',
  'codebook exported': 'trust.action.codebook-exported',
  'comments exported': 'trust.action.comments-exported',
  'comments read': 'trust.action.comments-read',
  'demo organisation filled': 'trust.action.demo-filled',
  'erasing changed': 'trust.action.erasing-changed',
  'good example chosen': 'lessons.trail.good-example-chosen',
  'good example removed': 'lessons.trail.good-example-removed',
  'history imported': 'trust.action.history-imported',
  'instrument draft dropped': 'trust.action.instrument-draft-dropped',
  'instrument exported': 'trust.action.instrument-exported',
  'instrument finished': 'trust.action.instrument-finished',
  'instrument imported': 'trust.action.instrument-imported',
  'import undone': 'trust.action.import-undone',
  'invitations sent': 'trust.action.invitations-sent',
  'organisation added': 'trust.action.organisation-added',
  'job tried again': 'trust.action.job-tried-again',
  'mail settings changed': 'trust.action.mail-settings-changed',
  'organisation imported': 'trust.action.organisation-imported',
  'organisation renamed': 'trust.action.organisation-renamed',
  'organisation set up': 'trust.action.organisation-set-up',
  'people provisioned': 'scim.trail.provisioned',
  'person added': 'people.trail.added',
  'person changed': 'people.trail.changed',
  'person left': 'people.trail.left',
  'person returned': 'people.trail.returned',
  'concern settings changed': 'trusted.trail.settings',
  'trusted person dismissed': 'trusted.trail.dismissed',
  'trusted person named': 'trusted.trail.named',
  'programme created': 'trust.action.programme-created',
  'programme instrument changed': 'trust.action.programme-instrument-changed',
  'pulse limit changed': 'trust.action.pulse-limit-changed',
  'reminder sent': 'trust.action.reminder-sent',
  'report read': 'trust.action.report-read',
  'rhythm changed': 'trust.action.rhythm-changed',
  'scim cuts changed': 'scim-cuts.trail',
  'scim settings changed': 'scim.trail.settings',
  'scim token made': 'scim.trail.made',
  'scim token revoked': 'scim.trail.revoked',
  'scim token rotated': 'scim.trail.rotated',
  'sessions of somebody ended': 'trust.action.sessions-ended',
  'rights changed': 'trust.action.rights-changed',
  'rule change agreed': 'trust.action.rule-change-agreed',
  'rule change declined': 'trust.action.rule-change-declined',
  'rule change proposed': 'trust.action.rule-change-proposed',
  'rule change withdrawn': 'trust.action.rule-change-withdrawn',
  'rule changed': 'trust.action.rule-changed',
  'reminder rule changed': 'trust.action.reminder-rule-changed',
  'results mailed': 'trust.action.results-mailed',
  'sheets handed out': 'trust.action.sheets-handed-out',
  'sheets printed': 'trust.action.sheets-printed',
  'sign-in provider removed': 'trust.action.sign-in-provider-removed',
  'sign-in provider set': 'trust.action.sign-in-provider-set',
  'snapshot exported': 'trust.action.snapshot-exported',
  'stand-in ended': 'trust.action.stand-in-ended',
  'stand-in named': 'trust.action.stand-in-named',
  'summary exported': 'trust.action.summary-exported',
  'token made': 'trust.action.token-made',
  'token revoked': 'trust.action.token-revoked',
  'trail exported': 'trust.action.trail-exported',
  'unit added': 'people.trail.unit-added',
  'unit changed': 'people.trail.unit-changed',
  'unit closed': 'people.trail.unit-closed',
  'unit change noted': 'trust.action.unit-change-noted',
  'unit change removed': 'trust.action.unit-change-removed',
  'vault copied': 'trust.action.vault-copied',
  'vault copy destroyed': 'trust.action.vault-copy-destroyed',
  'wave closed': 'trust.action.wave-closed',
  'wave opened': 'trust.action.wave-opened',
  'wave published': 'trust.action.wave-published',
  'workbook exported': 'trust.action.workbook-exported',
}

export function Trail() {
  const { t, locale } = useTexts()
  const [looked, setLooked] = useState<LookedFor>(everything)
  const query = useInfiniteQuery(auditTrailQuery(looked))
  const actions = auditActions.map((action) => [action, t(actionWords[action])] as const)
  return (
    <section className="stack" aria-labelledby="trust-trail">
      <h2 id="trust-trail">{t('trust.trail')}</h2>
      <p className="measure">{t('trust.trail-words')}</p>
      <TrailFilter looked={looked} onLook={setLooked} actions={actions} />
      <Loaded query={query}>
        {({ pages }) => {
          const events = pages.flatMap((page) => page.events)
          const head = pages[0]?.head ?? null
          return (
            <>
              {events.length === 0 ? (
                <p className="soft" role="status">
                  {t(head === null ? 'trust.trail-empty' : 'trail.none')}
                </p>
              ) : (
                <Table
                  stacked
                  caption={t('trail.shown', { count: events.length })}
                  columns={[t('trust.when'), t('trust.who'), t('trust.what'), t('trust.which')]}
                >
                  {events.map((event) => (
                    <tr key={event.number}>
                      <td className="trust-when">{showStamp(event.at, locale)}</td>
                      <td>{event.actor === 'command line' ? t('trust.command-line') : event.actor}</td>
                      <td>{t(actionWords[event.action])}</td>
                      <td>
                        <bdi>{event.subject}</bdi>
                      </td>
                    </tr>
                  ))}
                </Table>
              )}
              {query.hasNextPage && (
                <div>
                  <Button onClick={() => void query.fetchNextPage()}>{t('trust.trail-more')}</Button>
                </div>
              )}
              {head && <TrailHead head={head} />}
            </>
          )
        }}
      </Loaded>
    </section>
  )
}

const auditActions = Object.keys(actionWords).filter(isAction)

function isAction(text: string): text is AuditAction {
  return text in actionWords
}
