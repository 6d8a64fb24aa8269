import { present } from '@chorus/basics/assert'
import { mentionOf } from '@chorus/contracts/mention-text'
import type { Office } from '@chorus/db/database'
import { appealHidden, hideTarget } from '@chorus/db/stores/hidden-targets'
import { insertLesson } from '@chorus/db/stores/lessons'
import { notify } from '@chorus/db/stores/notifications'
import { insertReport } from '@chorus/db/stores/target-reports'
import { insertReply, listReplies } from '@chorus/db/stores/threads'

const dayMs = 24 * 3_600_000

/** People of the demo in this part: of Infrastructure but for the head of Platform, of Data, and of HR. */
const roles = {
  guest: 'm020',
  platformHead: 'm005',
  infrastructureHead: 'm015',
  colleague: 'm018',
  blunt: 'm022',
  data: 'm008',
} as const

/** A lesson that people talk about: mentions, a notification for whoever tries the demo, a reply that was reported and one that is hidden. */
export async function addDemoCommons(
  office: Office,
  organisation: string,
  { personIds, hr }: { readonly personIds: ReadonlyMap<string, string>; readonly hr: string },
  now: Date,
): Promise<void> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs)
  const idOf = (who: keyof typeof roles) => present(personIds.get(roles[who]), `${who} of the demo`)
  const id = await insertLesson(office, {
    organisation,
    unit: 'infrastructure',
    unitName: 'Infrastructure',
    audience: 'organisation',
    author: idOf('guest'),
    kind: 'went wrong',
    title: 'Die Rücknahme der Freigabe stand in keinem Plan',
    happened:
      'Am Freitagabend ging eine neue Fassung der Ladesteuerung hinaus. Als sie Fehler machte, wusste nur eine Person, wie man sie zurücknimmt, und die war im Zug.',
    learned:
      'Wie man etwas zurücknimmt, gehört in den Plan der Freigabe, bevor sie beginnt, und zwei Personen müssen es einmal geübt haben.',
    now: 'Jede Freigabe hat einen Abschnitt „Zurück“. Wir üben ihn jeden ersten Montag im Monat, abwechselnd.',
    tags: ['release day', 'rollback'],
    goal: '',
    language: 'de',
    leadersOwn: false,
    review: null,
    at: daysAgo(12),
  })
  const lesson = { organisation, kind: 'lesson', id } as const
  const replies = [
    {
      author: idOf('platformHead'),
      text: `Danke, ${mentionOf(idOf('guest'))}, dass du es so offen erzählst. Den Abschnitt „Zurück“ übernehmen wir für ganz Platform.`,
      at: daysAgo(11),
    },
    {
      author: idOf('data'),
      text: `We have the same gap with the nightly loads. ${mentionOf(idOf('infrastructureHead'))}, may two of us join your next exercise?`,
      at: daysAgo(10),
    },
    {
      author: idOf('infrastructureHead'),
      text: `Gladly, ${mentionOf(idOf('data'))}: first Monday, nine o’clock.`,
      at: daysAgo(9),
    },
    {
      author: idOf('blunt'),
      text: 'Mit etwas mehr Sorgfalt von einer bestimmten Person wäre das nie passiert.',
      at: daysAgo(8),
    },
    { author: idOf('colleague'), text: 'Und wer hat freitags freigegeben? Eben.', at: daysAgo(7) },
  ]
  for (const reply of replies) await insertReply(office, lesson, reply)
  await notify(office, [
    {
      person: idOf('guest'),
      what: 'mention',
      about: lesson,
      actor: idOf('platformHead'),
      at: daysAgo(11),
    },
    ...replies.slice(1).map(({ author, at }) => ({
      person: idOf('guest'),
      what: 'reply' as const,
      about: lesson,
      actor: author,
      at,
    })),
  ])
  const written = await listReplies(office, lesson)
  const replyOf = (who: keyof typeof roles) => ({
    organisation,
    kind: 'reply' as const,
    id: present(
      written.find(({ author }) => author === idOf(who)),
      `the reply of ${who}`,
    ).id,
  })
  await insertReport(office, replyOf('colleague'), {
    person: idOf('data'),
    reason: 'blames',
    words: 'We said that we look at what happened, and not for who.',
    at: daysAgo(6),
  })
  await hideTarget(office, replyOf('blunt'), {
    reason: 'Das zielt auf eine Person. Schreiben Sie gern, was uns beim nächsten Mal hilft.',
    by: hr,
    at: daysAgo(7),
  })
  await appealHidden(office, replyOf('blunt'), 'Ich habe niemanden genannt und meinte den Ablauf.')
}
