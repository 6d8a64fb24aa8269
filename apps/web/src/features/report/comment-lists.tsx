import { nameMark } from '@chorus/contracts/name-mark'
import type { Conversations } from '@chorus/contracts/replies'
import type { UnitComments } from '@chorus/contracts/report'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { showCount } from '../../lib/format/figures.ts'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { conversationsQuery } from './api/conversations.ts'
import { type CommentGroup, commentGroups, type Grouping } from './comment-groups.ts'
import { Conversation } from './conversation.tsx'
import { FindComments } from './find-comments.tsx'

/** The comments of one wave, by scale or by theme, and those of them that hold what is searched for. */
export function CommentLists({ comments: { unit, wave, scales, threshold } }: { comments: UnitComments }) {
  const { t, locale } = useTexts()
  const conversations = useQuery(conversationsQuery(unit.id, wave.id))
  const [grouping, setGrouping] = useState<Grouping>('scale')
  const [search, setSearch] = useState('')
  const hasNames = scales.some(({ comments }) => comments.some(({ text }) => text.includes(nameMark)))
  const { groups, found, all } = commentGroups(scales, grouping, search)
  const hidden = scales.filter(({ comments }) => comments.length === 0)
  return (
    <>
      <p className="small soft measure">
        {t('report.comments-words', { threshold })}{' '}
        {hasNames && t('comments.names', { mark: t('comments.name') })}
      </p>
      {conversations.error && <ProblemNotice error={conversations.error} />}
      {all > 0 && (
        <FindComments
          grouping={grouping}
          onGrouping={setGrouping}
          search={search}
          onSearch={setSearch}
          status={
            search.trim() === ''
              ? ''
              : t('comments.found', { found: showCount(found, locale), all: showCount(all, locale) })
          }
        />
      )}
      {grouping === 'theme' && <p className="small soft measure">{t('comments.themes-words')}</p>}
      {groups.map((group) => (
        <Group
          key={'scale' in group.of ? group.of.scale.id : group.of.theme}
          group={group}
          answers={conversations.data?.answers ?? []}
          unit={unit.id}
          wave={wave.id}
        />
      ))}
      {grouping === 'theme' && hidden.length > 0 && (
        <p className="soft measure">
          {t('comments.hidden', {
            scales: hidden.map(({ name }) => localised(name, locale).text).join(' · '),
          })}
        </p>
      )}
    </>
  )
}

function Group({
  group: { of, comments },
  answers,
  unit,
  wave,
}: {
  group: CommentGroup
  answers: Conversations['answers']
  unit: string
  wave: string
}) {
  const { t, locale } = useTexts()
  return (
    <section className="comments-group">
      <h3>{'scale' in of ? localised(of.scale.name, locale).text : t(`comments.theme.${of.theme}`)}</h3>
      {comments.length === 0 ? (
        <p className="soft">{t('report.comments-none')}</p>
      ) : (
        <ul className="comments">
          {comments.map((one) => (
            <Conversation
              key={one.comment.id}
              {...one}
              answers={answers.filter(({ comment }) => comment === one.comment.id)}
              unit={unit}
              wave={wave}
            />
          ))}
        </ul>
      )}
    </section>
  )
}
