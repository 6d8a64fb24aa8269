import { useParams } from '@tanstack/react-router'
import { ActionPage } from '../features/actions/action-page.tsx'
import { ActionsOfCause } from '../features/actions/actions-of-cause.tsx'
import { BoardPage } from '../features/actions/board/board-page.tsx'
import { ExperimentPage } from '../features/experiments/experiment-page.tsx'
import { ExperimentsPage } from '../features/experiments/experiments-page.tsx'
import { PlanPage } from '../features/experiments/plan-page.tsx'
import { Course } from '../features/report/course.tsx'
import { FollowThrough } from '../features/report/follow-through.tsx'
import { Thread } from '../features/thread/thread.tsx'
import { useTexts } from '../lib/i18n/texts.ts'
import { LearningNav } from './learning-nav.tsx'
import { useSession } from './session.ts'

export function ActionsRoute() {
  const { unit: own } = useSession()
  return (
    <>
      <LearningNav />
      <BoardPage own={own.id} besides={(unit) => <FollowThrough unit={unit} />} />
    </>
  )
}

export function ActionRoute() {
  const { action } = useParams({ from: '/signed-in/actions/$action' })
  return (
    <>
      <LearningNav />
      <ActionPage key={action} action={action} thread={<Thread of={{ kind: 'action', id: action }} />} />
    </>
  )
}

export function ExperimentsRoute() {
  return (
    <>
      <LearningNav />
      <ExperimentsPage />
    </>
  )
}

export function PlanExperimentRoute() {
  return (
    <>
      <LearningNav />
      <PlanPage />
    </>
  )
}

export function ExperimentRoute() {
  const { t } = useTexts()
  const { experiment } = useParams({ from: '/signed-in/experiments/$experiment' })
  return (
    <>
      <LearningNav />
      <ExperimentPage
        key={experiment}
        experiment={experiment}
        courseOf={({ unit, measure, from, to }) =>
          unit.id && (
            <Course unit={unit.id} measure={measure.id} from={from} to={to} words={t('experiments.marked')} />
          )
        }
        actionsOf={({ id, title, unit }) =>
          unit.id && <ActionsOfCause unit={unit.id} cause={{ kind: 'experiment', id, title }} />
        }
        thread={<Thread of={{ kind: 'experiment', id: experiment }} />}
      />
    </>
  )
}
