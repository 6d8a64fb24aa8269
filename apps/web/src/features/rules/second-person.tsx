import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { askForSecondPerson } from './api/rule-changes.ts'

/** Whether changes need a second person; HR asks for one at once, and can only propose to do without. */
export function SecondPerson({ on, maySwitch }: { on: boolean; maySwitch: boolean }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const switching = useMutation({
    mutationFn: () => askForSecondPerson(!on),
    onSuccess: () => client.invalidateQueries(),
  })
  return (
    <>
      <p className="measure">{t(on ? 'rules.second-person.on' : 'rules.second-person.off')}</p>
      {switching.error && <ProblemNotice error={switching.error} />}
      {maySwitch && (
        <div>
          <Button busy={switching.isPending} onClick={() => switching.mutate()}>
            {t(on ? 'rules.second-person.end' : 'rules.second-person.ask')}
          </Button>
        </div>
      )}
    </>
  )
}
