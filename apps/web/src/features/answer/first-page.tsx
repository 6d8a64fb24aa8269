import { Answering } from './answering.tsx'
import { CommentRoom } from './comment-room.tsx'
import { Frame } from './frame.tsx'
import { Intro } from './intro.tsx'
import type { Asked } from './questions.ts'

/**
 * The page as the server sends it: the promise and the statements, the same for everybody, of use without a script. The
 * script begins with the very same elements and goes on from there.
 */
export function FirstPage({ asked, told }: { asked: Asked; told: string }) {
  const roomAfter = (scale: string) => {
    const room = asked.commented.find(({ id }) => id === scale)
    return room ? <CommentRoom scale={room} onWrite={nothing} native /> : null
  }
  return (
    <Frame native>
      <Answering asked={asked} steps={standing} answers={{}} onChoose={nothing} native roomAfter={roomAfter}>
        <Intro asked={asked} pulse={undefined} resumes={false} told={told} onBegin={nothing} />
      </Answering>
    </Frame>
  )
}

const nothing = () => undefined
const standing = { step: { at: 'intro', moved: false }, go: nothing, reach: nothing } as const
