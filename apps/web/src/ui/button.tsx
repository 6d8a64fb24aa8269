import type { ButtonHTMLAttributes } from 'react'
import './button.css'

/** `danger`: what it does cannot be taken back, or takes something away from somebody. */
type Look = 'main' | 'plain' | 'quiet' | 'danger'

export function Button({
  look = 'plain',
  busy = false,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look; busy?: boolean }) {
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass(look)}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
    />
  )
}

/** For links that look like buttons. */
export function buttonClass(look: Look): string {
  return `button button-${look}`
}
