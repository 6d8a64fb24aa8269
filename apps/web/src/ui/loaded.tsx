import type { ReactNode } from 'react'
import { Loading } from './loading.tsx'
import { PageTitle } from './page-title.tsx'
import { ProblemNotice } from './problem-notice.tsx'

/** What a query gives: grey lines, the problem in words, or the content. */
export function Loaded<T>({
  query,
  title,
  children,
}: {
  query: Query<T>
  /** Names the page while its content cannot; only where the content itself holds the page's title. */
  title?: string
  children: (data: T) => ReactNode
}) {
  if (query.data !== undefined) return children(query.data)
  if (query.error)
    return (
      <div className="stack">
        {title && <PageTitle title={title} />}
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      </div>
    )
  return <Loading />
}

type Query<T> = { data: T | undefined; error: unknown; refetch: () => Promise<unknown> }
