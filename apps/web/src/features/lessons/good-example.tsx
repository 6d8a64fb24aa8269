import type { WholeLesson } from '@chorus/contracts/lessons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { lessonQuery, lessonsKey, setGoodExample } from './api/lessons.ts'

/** For HR and who leads: shows a lesson to new joiners. */
export function GoodExample({ lesson }: { lesson: WholeLesson }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const choosing = useMutation({
    mutationFn: () => setGoodExample(lesson.id, !lesson.goodExample),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: lessonQuery(lesson.id).queryKey }),
        client.invalidateQueries({ queryKey: lessonsKey }),
        client.invalidateQueries({ queryKey: ['welcome'] }),
      ]),
  })
  return (
    <div className="stack stack-tight">
      <div className="row">
        <Button busy={choosing.isPending} onClick={() => choosing.mutate()}>
          {t(lesson.goodExample ? 'lessons.good-example-remove' : 'lessons.good-example-choose')}
        </Button>
        <span className="small soft">{t('lessons.good-example-hint')}</span>
      </div>
      {choosing.error && <ProblemNotice error={choosing.error} />}
    </div>
  )
}
