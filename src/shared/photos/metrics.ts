/**
 * Everything that is measured on a photo: one number each, which the policy gives limits to. Codes are sRGB 0-255; Y is
 * linear-light luminance (IEC 61966-2-1); L*, a*, b* are CIELAB (D65). The face is the oval of the mesh in a canonical
 * crop: eyes level, 128 px apart (IED), 512 x 640 px. T is the distance from the middle of the eyes to the chin.
 */
export const metrics = {
  /** Of the whole file, from its headers: the judge fills these in itself. */
  megabytes: { unit: 'MB', decimals: 2 },
  width: { unit: 'px', decimals: 0 },
  height: { unit: 'px', decimals: 0 },
  aspect: { unit: 'ratio', decimals: 2 },
  age: { unit: 'months', decimals: 0 },
  trailing: { unit: 'bytes', decimals: 0 },

  /** Score of the detector, 0 to 1, of the largest face; 0 when there is none. */
  face_score: { unit: 'score', decimals: 2 },
  /** Face flag of the attention mesh, logit: animals below 15, people from 19. */
  face_flag: { unit: 'score', decimals: 1 },
  /** Area of the second largest face over the largest; 0 when alone. */
  second_face: { unit: 'share', decimals: 2 },

  /** max(95th percentile of the face's luma / 2.55, mean L* of the background): 0 to 100. */
  exposure: { unit: 'lightness', decimals: 0 },
  /** 99.5th percentile of the luma of the whole picture: where nothing is bright, light was missing, whatever the skin. */
  peak: { unit: 'code', decimals: 0 },
  /** 95th, 50th percentile of the face's luma. */
  face_p95: { unit: 'code', decimals: 0 },
  face_p50: { unit: 'code', decimals: 0 },
  /** Share of the face with Y >= 247/255; with every channel >= 235 and one >= 250. */
  burnt: { unit: 'share', decimals: 3 },
  clipped: { unit: 'share', decimals: 3 },
  /** Share of the face whose largest channel is at the end of its scale: colour and relief are lost there. */
  saturated: { unit: 'share', decimals: 3 },
  /** 95th minus 5th percentile of the face's luma. */
  contrast: { unit: 'code', decimals: 0 },
  /** Largest blob of near-white, unsaturated pixels on the face / area of the face. */
  glare: { unit: 'share', decimals: 4 },
  /** The same inside the boxes of the eyes / area of both boxes: light on lenses. */
  lens_glare: { unit: 'share', decimals: 4 },
  /** Smaller of left/right mean Y of the halves of the face and of the cheeks: 1 is even. */
  evenness: { unit: 'share', decimals: 2 },
  /** Light beyond the hardest border across the face / light before it: 1 is none. */
  shade_edge: { unit: 'share', decimals: 2 },

  /** Share of the edges that vanish in a 9 px box blur (Crete et al. 2007, inverted: higher is more blurred). */
  blur: { unit: 'ratio', decimals: 2 },
  /** RMS of the Laplacian over the strip of the eyes / (contrast + 8). */
  eye_detail: { unit: 'ratio', decimals: 3 },
  /** Detail across the direction of least detail / along it: 1 is equal, high is a moved camera. */
  motion: { unit: 'ratio', decimals: 2 },
  /** How many times the picture seems to have been enlarged, from where its spectrum ends: 1 is not. */
  enlarged: { unit: 'times', decimals: 1 },
  /** Step at the edges of the 8 x 8 blocks / step in their middle; undecimated JPEG only. */
  blocks: { unit: 'ratio', decimals: 2 },
  /** Quality 1 to 100 of the quantiser's tables (Annex K of ITU-T T.81 scaled); JPEG only. */
  jpeg_quality: { unit: 'score', decimals: 0 },

  /** Standard deviation and mean of L*, mean Sobel step of Y x 255, chroma of the mean a*, b*, of the background. */
  background_deviation: { unit: 'lightness', decimals: 1 },
  background_detail: { unit: 'code', decimals: 1 },
  background_lightness: { unit: 'lightness', decimals: 0 },
  background_chroma: { unit: 'chroma', decimals: 1 },
  /** How much darker (L*) the darkest connected tenth of the background beside the head is than its median. */
  background_shadow: { unit: 'lightness', decimals: 1 },

  /** Chin to estimated crown (1.87 T) over the height of the picture. */
  head: { unit: 'share', decimals: 3 },
  /** The same on paper: the judge fills it in from `head` and the frame that is printed. */
  head_mm: { unit: 'mm', decimals: 1 },
  /** Dots an inch of the frame around the face on paper; filled in by the judge. */
  print_dpi: { unit: 'dpi', decimals: 0 },
  /** Chin to the lower edge; estimated crown to the upper edge (negative: outside), over the height. */
  chin_margin: { unit: 'share', decimals: 3 },
  crown_margin: { unit: 'share', decimals: 3 },
  /** Share of the head's width that touches the upper edge, by the segmentation: hair cut off. */
  top_touch: { unit: 'share', decimals: 2 },
  /** Middle of the eyes to the middle of the picture, over the width, signed: + is to the right as seen. */
  off_centre: { unit: 'share', decimals: 3 },
  /** Degrees; + is clockwise as seen, to the right as seen, up. Pitch without the mesh's own bias. */
  roll: { unit: 'degrees', decimals: 1 },
  yaw: { unit: 'degrees', decimals: 1 },
  pitch: { unit: 'degrees', decimals: 1 },

  /** Largest lid gap of the eye that is less open / T. */
  eye_gap: { unit: 'ratio', decimals: 3 },
  /** Light of the iris / light of the white beside it, of the eye that shows less: about 1 under a lid. */
  iris_light: { unit: 'share', decimals: 2 },
  /** Of the boxes of the eyes against the cheeks: least standard deviation / mean, least mean / mean. */
  eye_deviation: { unit: 'ratio', decimals: 3 },
  eye_mean: { unit: 'ratio', decimals: 2 },
  /** Linear probes on the mesh's inner activation, logit. */
  eyes_probe: { unit: 'score', decimals: 1 },
  mouth_probe: { unit: 'score', decimals: 1 },
  /** Light of the skin behind lenses / of the skin around them: what a filter before the eyes lets through. */
  lens_light: { unit: 'share', decimals: 2 },
  /** Largest inner lip gap / T. */
  mouth_gap: { unit: 'ratio', decimals: 2 },

  /** Distance of the face's mean a*, b* from natural skin (ISO/IEC 29794-5, natural colour). */
  colour_distance: { unit: 'chroma', decimals: 1 },
  /** Chroma of the face's mean a*, b*. */
  face_chroma: { unit: 'chroma', decimals: 1 },
  /** 1 when the picture has no colour anywhere. */
  grey: { unit: 'flag', decimals: 0 },

  /** Straight lines around the face: max(b4, min(b3 - .03, b4 + .1)) of the sides' support, third and fourth best. */
  paper_edge: { unit: 'share', decimals: 2 },
  /** Highest peak over the radial median of the spectrum, log10, when at least 4 bins stand out; else 0. */
  raster: { unit: 'score', decimals: 2 },
  /** Bits of 64 in which the face (or the picture) differs from the nearest other photo: filled in by the judge. */
  difference: { unit: 'bits', decimals: 0 },
} as const satisfies Record<string, Metric>

export type MetricId = keyof typeof metrics
export const metricIds = Object.keys(metrics) as [MetricId, ...MetricId[]]

export const units = [
  'MB',
  'px',
  'mm',
  'dpi',
  'months',
  'degrees',
  'bytes',
  'bits',
  'code',
  'lightness',
  'chroma',
  'share',
  'ratio',
  'times',
  'score',
  'flag',
] as const
export type Unit = (typeof units)[number]

interface Metric {
  readonly unit: Unit
  /** Digits after the point that are stored and shown: rounding makes reports comparable. */
  readonly decimals: number
}

/** A value as reports hold it. */
export const rounded = (metric: MetricId, value: number): number => {
  const { decimals } = metrics[metric]
  return Number(value.toFixed(decimals)) + 0 // no minus zero
}
