import { Fragment } from 'react'

/** What is known of something, on one line: each keeps its own direction of writing. @param facts those that are null are left out */
export function Facts({ facts }: { facts: readonly (string | null)[] }) {
  const known = facts.filter((one) => one !== null)
  return (
    <p className="small soft">
      {known.map((one) => (
        <Fragment key={one}>
          {one !== known[0] && ' · '}
          <bdi>{one}</bdi>
        </Fragment>
      ))}
    </p>
  )
}
