/** Sharp on dense screens and in print. */
const scale = 2

/** A drawing as pixels. @param markup a whole svg document that needs nothing from elsewhere */
export async function pngOf({
  markup,
  width,
  height,
}: {
  markup: string
  width: number
  height: number
}): Promise<Blob> {
  const picture = new Image(width, height)
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`
  await picture.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * scale
  canvas.height = height * scale
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser draws no pictures')
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((done, refuse) => {
    canvas.toBlob((blob) => (blob ? done(blob) : refuse(new Error('the picture is empty'))), 'image/png')
  })
}
