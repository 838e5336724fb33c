/** Pictures that are decoded before they are looked at: 100 ms from key to picture leave no time for decoding. */

export interface DecodedPicture {
  readonly url: string
  /** Kept so that the browser keeps what it decoded. */
  readonly image: HTMLImageElement
}

export interface Shelf {
  /** Decodes the file, or gives what is there. Rejects when the browser cannot decode it. */
  readonly put: (key: string, file: Blob) => Promise<DecodedPicture>
  /** Decoded already. */
  readonly atHand: (key: string) => DecodedPicture | undefined
  /** Gives every address back. */
  readonly clear: () => void
}

/** What a screen of pictures needs at once: the one shown, its neighbours and those compared with it. */
const most = 12

interface Place {
  readonly url: string
  readonly coming: Promise<DecodedPicture>
  decoded?: DecodedPicture
}

export function makeShelf(): Shelf {
  const places = new Map<string, Place>()
  /** Last used goes last: the first one is given up. */
  const use = (key: string) => {
    const place = places.get(key)
    if (!place) return undefined
    places.delete(key)
    places.set(key, place)
    return place
  }
  const drop = (key: string) => {
    const place = places.get(key)
    places.delete(key)
    if (place) URL.revokeObjectURL(place.url)
  }
  return {
    put(key, file) {
      const known = use(key)
      if (known) return known.coming
      const url = URL.createObjectURL(file)
      const image = new Image()
      image.src = url
      const coming = image.decode().then(() => {
        const decoded = { url, image }
        const place = places.get(key)
        if (place) place.decoded = decoded
        return decoded
      })
      places.set(key, { url, coming })
      if (places.size > most) drop([...places.keys()][0] ?? '')
      return coming
    },
    atHand: (key) => use(key)?.decoded,
    clear() {
      for (const key of [...places.keys()]) drop(key)
    },
  }
}
