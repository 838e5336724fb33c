/** Limits that do not depend on what the photo is for. */
import type { CheckId } from '../checks.ts'
import { iso, measured, mesh, seed, specification } from './sources.ts'
import type { CheckRule } from './types.ts'

/** Everything but the sizes of file, picture and head. */
export const commonChecks = {
  no_face: {
    metrics: { face_score: { review: { min: 0.6 }, return: { min: 0.5 }, source: measured } },
    code: 'features_hidden',
    required: true,
  },
  animal: {
    metrics: { face_flag: { review: { min: 18 }, return: { min: 15 }, source: mesh } },
    code: 'features_hidden',
    required: true,
  },
  several_faces: {
    metrics: { second_face: { return: { max: 0.04 }, source: specification } },
    code: 'several_people',
    required: true,
  },

  eyes_closed: {
    metrics: {
      // The standard's own turning point: narrow eyes and eyes that the sun narrows are open.
      eye_gap: {
        review: { min: 0.03 },
        return: { min: 0.02 },
        source: iso('eyes open, x0 = .02', 'yeux ouverts, x0 = 0,02'),
        infants: { review: { min: 0.03 } },
      },
      // A lid has the light of the lid beside it. Irises of open eyes reach 0.31 in 25 real faces.
      iris_light: {
        review: { max: 0.5 },
        return: { max: 0.7 },
        source: specification,
        infants: { review: { max: 0.5 } },
      },
    },
    code: 'eyes_closed',
    required: true,
  },
  eyes_covered: {
    metrics: {
      eyes_probe: { review: { max: 1 }, return: { max: 2.2 }, source: seed },
      eye_deviation: { review: { min: 0.135 }, return: { min: 0.12 }, source: measured },
      // Whites of eyes beside very dark skin reach 1.1; light on lenses is seen by `lens_glare` as well.
      eye_mean: { review: { min: 0.28, max: 1.15 }, return: { min: 0.25 }, source: measured },
    },
    code: 'features_hidden',
    required: true,
  },
  tinted_glasses: {
    // Sunglasses (ISO 12312-1, categories 2 to 4) let less than 43 % of the light through; shade may take half.
    metrics: { lens_light: { review: { min: 0.5 }, return: { min: 0.3 }, source: specification } },
    code: 'glasses',
  },
  mouth_open: {
    // Neutral expression is later practice, not the service's word: never returned for it alone.
    metrics: { mouth_gap: { review: { max: 0.1 }, source: specification, infants: {} } },
    code: 'expression',
  },
  mouth_covered: {
    metrics: { mouth_probe: { review: { max: 1 }, return: { max: 2.5 }, source: seed } },
    code: 'features_hidden',
    required: true,
  },

  too_dark: {
    // Never the face's brightness alone: that returns dark skin in good light.
    metrics: {
      exposure: { review: { min: 62 }, return: { min: 54 }, source: seed },
      face_p95: { review: { min: 80 }, return: { min: 62 }, source: seed },
      peak: { review: { min: 185 }, return: { min: 150 }, source: measured },
    },
    code: 'dark',
    required: true,
  },
  over_exposed: {
    metrics: {
      burnt: { review: { max: 0.002 }, return: { max: 0.01 }, source: iso('over-exposure', 'surexposition') },
      saturated: { review: { max: 0.04 }, return: { max: 0.08 }, source: measured },
      clipped: { review: { max: 0.006 }, return: { max: 0.02 }, source: measured },
      face_p50: { review: { max: 190 }, return: { max: 200 }, source: measured },
    },
    code: 'bright',
    required: true,
  },
  low_contrast: {
    metrics: {
      // No band for review: it would hold dark skin in good light. Of 312 good portraits none lies below 48.
      contrast: { return: { min: 48 }, source: measured },
    },
    code: 'features_hidden',
  },
  glare: {
    metrics: {
      glare: { review: { max: 0.005 }, return: { max: 0.014 }, source: seed },
      lens_glare: { review: { max: 0.04 }, return: { max: 0.12 }, source: seed },
    },
    code: 'glare',
    required: true,
  },
  uneven_light: {
    metrics: { evenness: { review: { min: 0.35 }, return: { min: 0.12 }, source: specification } },
    code: 'shadow',
  },
  shade_edge: {
    // Looked at, never returned for itself: what throws a shade is not in the picture.
    metrics: { shade_edge: { review: { min: 0.6 }, source: specification } },
    code: 'shadow',
  },

  blur: {
    metrics: {
      blur: { review: { max: 0.55 }, return: { max: 0.62 }, source: specification },
      eye_detail: { review: { min: 0.06 }, return: { min: 0.04 }, source: specification },
    },
    code: 'blur',
    required: true,
  },
  motion: {
    metrics: { motion: { review: { max: 1.45 }, return: { max: 1.9 }, source: measured } },
    code: 'blur',
  },
  upscaled: {
    metrics: { enlarged: { review: { max: 2.15 }, return: { max: 3.2 }, source: measured } },
    code: 'pixels',
  },
  compression: {
    metrics: {
      blocks: { review: { max: 1.38 }, return: { max: 1.8 }, source: measured },
      jpeg_quality: { review: { min: 50 }, source: measured },
    },
    code: 'blur',
  },

  background_uneven: {
    metrics: {
      background_deviation: { review: { max: 7 }, return: { max: 10 }, source: specification },
      background_detail: { review: { max: 13 }, return: { max: 20 }, source: specification },
    },
    code: 'bg_not_white',
    required: true,
  },
  background_dark: {
    metrics: { background_lightness: { review: { min: 65 }, return: { min: 55 }, source: specification } },
    code: 'bg_not_white',
    required: true,
  },
  background_colour: {
    metrics: { background_chroma: { review: { max: 15 }, return: { max: 25 }, source: specification } },
    code: 'bg_not_white',
    required: true,
  },
  background_shadow: {
    metrics: { background_shadow: { review: { max: 14 }, source: specification } },
    code: 'shadow',
  },

  cropped: {
    metrics: {
      chin_margin: { return: { min: 0.06 }, source: specification },
      crown_margin: { review: { min: 0.02 }, return: { min: -0.02 }, source: specification },
      top_touch: { review: { max: 0.15 }, return: { max: 0.35 }, source: specification },
    },
    code: 'cropped',
    required: true,
  },
  off_centre: {
    metrics: {
      off_centre: { review: { min: -0.07, max: 0.07 }, return: { min: -0.12, max: 0.12 }, source: specification },
    },
    code: 'framing',
  },
  roll: {
    metrics: {
      roll: {
        review: { min: -5.5, max: 5.5 },
        return: { min: -6.5, max: 6.5 },
        source: iso('roll within 8 degrees', 'inclinaison d’au plus 8 degrés'),
        infants: { review: { min: -12, max: 12 } },
      },
    },
    code: 'pose',
    required: true,
  },
  yaw: {
    metrics: {
      yaw: {
        review: { min: -9, max: 9 },
        return: { min: -15, max: 15 },
        source: specification,
        infants: { review: { min: -15, max: 15 }, return: { min: -30, max: 30 } },
      },
    },
    code: 'pose',
    required: true,
  },
  pitch: {
    metrics: {
      pitch: {
        review: { min: -15, max: 15 },
        return: { min: -19, max: 19 },
        source: specification,
        infants: { review: { min: -20, max: 20 } },
      },
    },
    code: 'pose',
    required: true,
  },

  colour_cast: {
    metrics: {
      colour_distance: { review: { max: 2.5 }, return: { max: 5 }, source: iso('natural colour', 'couleur naturelle') },
      face_chroma: { review: { min: 4 }, return: { min: 4 }, source: measured },
    },
    code: 'colour',
  },
  greyscale: { metrics: { grey: { review: { max: 0 }, source: specification } }, code: 'colour' },

  // A prompt for the officer, by the service's list; never alone a reason.
  recapture: {
    metrics: {
      paper_edge: { review: { max: 0.52 }, source: seed },
      raster: { review: { max: 1.45 }, source: seed },
    },
    code: 'photo_of_photo',
  },
  duplicate: { metrics: { difference: { review: { min: 9 }, source: measured } }, code: 'same_again' },
  duplicate_other: { metrics: { difference: { review: { min: 7 }, source: measured } }, code: 'wrong_person' },
  transparency: { metrics: {}, code: 'altered' },

  format: { metrics: {}, code: 'format' },
  turned: { metrics: {} },
  upside_down: { metrics: {} },
  mirrored: { metrics: {}, code: 'altered' },
  damaged: { metrics: {}, code: 'format' },
  cmyk: { metrics: {}, code: 'colour' },
  moving: { metrics: {}, code: 'format' },
  trailing_file: { metrics: {} },
  trailing_bytes: { metrics: {} },
  place_removed: { metrics: {} },
} as const satisfies Partial<Record<CheckId, CheckRule>>
