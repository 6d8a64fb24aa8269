import { useParams, useSearch } from '@tanstack/react-router'
import { AddFromTalk } from '../features/actions/add-from-talk.tsx'
import { AgreementPage } from '../features/agreement/agreement-page.tsx'
import { BeginPage } from '../features/reflections/begin-page.tsx'
import { ReflectionPage } from '../features/reflections/reflection-page.tsx'
import { ReflectionsPage } from '../features/reflections/reflections-page.tsx'
import { Thread } from '../features/thread/thread.tsx'
import { LearningNav } from './learning-nav.tsx'
import { useSession } from './session.ts'

export function ReflectionsRoute() {
  return (
    <>
      <LearningNav />
      <ReflectionsPage />
    </>
  )
}

export function BeginReflectionRoute() {
  const { after } = useSearch({ from: '/signed-in/reflections/new' })
  return (
    <>
      <LearningNav />
      <BeginPage key={after} after={after} />
    </>
  )
}

export function ReflectionRoute() {
  const { session: id } = useParams({ from: '/signed-in/reflections/$session' })
  return (
    <>
      <LearningNav />
      <ReflectionPage
        key={id}
        session={id}
        threadOf={(post) => <Thread of={{ kind: 'session-post', id: post }} />}
        talkAbout={(session) => <Thread of={{ kind: 'session', id: session.id }} />}
        actionFrom={({ unit, title }) =>
          unit.id && (
            <AddFromTalk
              unit={unit.id}
              question={title}
              draft={{ title: '', cause: { kind: 'session', id, title } }}
            />
          )
        }
      />
    </>
  )
}

export function OwnAgreementRoute() {
  return <AgreementOf unit={useSession().unit.id} />
}

export function AgreementRoute() {
  return <AgreementOf unit={useParams({ from: '/signed-in/agreement/$unit' }).unit} />
}

function AgreementOf({ unit }: { unit: string }) {
  return (
    <>
      <LearningNav />
      <AgreementPage
        unit={unit}
        reader={useSession().person.id}
        threadOf={(version) => <Thread of={{ kind: 'agreement', id: version }} />}
      />
    </>
  )
}
