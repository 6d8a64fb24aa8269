import { escapeHtml } from '../summarize/html.ts'
import { letterStyle } from './letter-style.ts'
import type { MailTexts } from './texts.ts'

/** What a mail is put together from; each part is written twice, as plain text and as a piece of the page. */
export type Part =
  | { readonly is: 'heading' | 'eyebrow' | 'words' | 'title'; readonly text: string }
  | { readonly is: 'small'; readonly text: string; readonly code?: string }
  | { readonly is: 'list'; readonly items: readonly string[] }
  | { readonly is: 'button'; readonly text: string; readonly address: string }
  /** An address to be copied; one `by-hand` stands at the button already in the plain text. */
  | { readonly is: 'address' | 'by-hand'; readonly text: string; readonly address: string }
  | { readonly is: 'way-out'; readonly text: string; readonly label: string; readonly address: string }

/**
 * Plain text and HTML of one mail, in the same words. No picture, font or style comes from elsewhere, nothing tells that the mail was
 * opened, and without its style it still reads from top to bottom.
 */
export function letter(
  { locale, direction }: MailTexts,
  subject: string,
  parts: readonly Part[],
): { text: string; html: string } {
  const text = parts.flatMap((part) => plain(part) ?? []).join('\n\n')
  const html = `<!doctype html>
<html lang="${locale}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>${letterStyle}</style>
</head>
<body lang="${locale}" dir="${direction}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" class="letter" dir="${direction}" width="100%" cellpadding="0" cellspacing="0"><tr><td>
${parts.map(drawn).join('\n')}
</td></tr></table>
</td></tr></table>
</body>
</html>
`
  return { text: `${text}\n`, html }
}

function plain(part: Part): string | null {
  switch (part.is) {
    case 'list':
      return part.items.map((item) => `- ${item}`).join('\n')
    case 'button':
      return `${part.text}:\n${part.address}`
    case 'address':
      return `${part.text}\n${part.address}`
    case 'by-hand':
      return null
    case 'way-out':
      return `-- \n${part.text}\n${part.label}:\n${part.address}`
    case 'small':
      return part.code === undefined ? part.text : `${part.text}\n${part.code}`
    default:
      return part.text
  }
}

function drawn(part: Part): string {
  switch (part.is) {
    case 'heading':
      return `<h1>${escapeHtml(part.text)}</h1>`
    case 'title':
      return `<h2>${escapeHtml(part.text)}</h2>`
    case 'list':
      return `<ul>${part.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`
    case 'button':
      return `<p class="way"><a class="button" href="${escapeHtml(part.address)}">${escapeHtml(part.text)}</a></p>`
    case 'address':
    case 'by-hand':
      return `<p class="small">${escapeHtml(part.text)}<br><a class="address" dir="ltr" href="${escapeHtml(part.address)}">${escapeHtml(part.address)}</a></p>`
    case 'way-out':
      return `<p class="small out">${escapeHtml(part.text)} <a href="${escapeHtml(part.address)}">${escapeHtml(part.label)}</a></p>`
    case 'small':
      return `<p class="small">${escapeHtml(part.text)}${part.code === undefined ? '' : `<br><code dir="ltr">${escapeHtml(part.code)}</code>`}</p>`
    case 'eyebrow':
      return `<p class="eyebrow">${escapeHtml(part.text)}</p>`
    default:
      return `<p>${escapeHtml(part.text)}</p>`
  }
}
