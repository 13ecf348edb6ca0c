// A photo of a good phone is larger than what is taken, and than what anybody needs to see: where a browser can, it is
// made smaller as soon as it is chosen, and nothing leaves the phone by it. Where any of it fails the photo stays as it
// is, and the service says whether it is too large.
;(() => {
  const longest = 2000
  // Such a one is small enough, and not worth what it loses.
  const enough = 1_000_000

  const smaller = async (file) => {
    // Upright: what says how the phone was held is lost on the way. A browser that cannot turn it throws.
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const share = Math.min(1, longest / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * share)
    canvas.height = Math.round(picture.height * share)
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height)
    return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
  }

  for (const input of document.querySelectorAll('input[type="file"]'))
    input.addEventListener('change', async () => {
      const [file] = input.files
      // As it came it is evidence, if it can be sent so.
      const least = (input.dataset.whole ?? 0) * 1024 * 1024 || enough
      if (!file || file.size <= least || !file.type.startsWith('image/')) return
      try {
        const made = await smaller(file)
        // He may have chosen another one meanwhile.
        if (!made || made.size >= file.size || input.files[0] !== file) return
        const chosen = new DataTransfer()
        chosen.items.add(new File([made], 'photo.jpg', { type: made.type }))
        input.files = chosen.files
      } catch {}
    })
})()
