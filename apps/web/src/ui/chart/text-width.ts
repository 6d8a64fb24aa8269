/** About how wide a text of 12 px is, in pixels: Japanese signs are as wide as they are high, letters a good half of it. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, sign) => sum + (isWide.test(sign) ? 12.5 : 7), 0)
}

const isWide = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303f\uff00-\uff60]/u
