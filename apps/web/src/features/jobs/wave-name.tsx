import './wave-name.css'

/** A wave in a table: its programme, and below it its name, so that a phone has room for what became of it. */
export function WaveName({ programme, label }: { programme: string; label: string }) {
  return (
    <th scope="row">
      <bdi>{programme}</bdi>
      <br />
      <bdi className="wave-name-label">{label}</bdi>
    </th>
  )
}
