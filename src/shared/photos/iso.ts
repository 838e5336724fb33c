/**
 * Quality components of ISO/IEC 29794-5 by the mappings that its reference implementation (OFIQ) publishes. They stand
 * beside our own checks, so that a standard can be quoted; our checks decide by their own limits, because several of
 * these mappings are lenient (under-exposure turns at 92 % of the face in the dark).
 */

/** Rises from 0 to 1 around `x0`; `w` is its width. */
const sigmoid = (x: number, x0: number, w: number): number => 1 / (1 + Math.exp((x0 - x) / w))

/** The sigmoid mapping of the configuration: h (a + s sig(x)). */
const curve =
  (h: number, a: number, s: number, x0: number, w: number) =>
  (x: number): number =>
    h * (a + s * sigmoid(x, x0, w))

const rising = (x0: number, w: number) => curve(100, 0, 1, x0, w)
const absence = (share: number): number => 100 * (1 - share)
const turn = (degrees: number): number => 100 * Math.max(0, Math.cos((degrees * Math.PI) / 180)) ** 2
const headSize = curve(200, 1, -1, 0, 0.05)

/** From the raw measure to a value that is rounded and kept within 0 and 100. */
const mappings = {
  UnifiedQualityScore: rising(23, 2.6),
  BackgroundUniformity: curve(190, 1, -1, 10, 100),
  IlluminationUniformity: (x) => 100 * x ** 0.3,
  LuminanceMean: (x) => 100 * sigmoid(x, 0.2, 0.05) * (1 - sigmoid(x, 0.8, 0.05)),
  LuminanceVariance: (x) => 100 * Math.sin(((60 * x) / (60 * x + 1)) * Math.PI),
  UnderExposurePrevention: curve(120, 0.832, -1, 0.92, 0.05),
  OverExposurePrevention: (x) => 1 / (x + 0.01),
  DynamicRange: (x) => 12.5 * x,
  Sharpness: curve(1, -14, 115, -20, 15),
  CompressionArtifacts: curve(1, -0.0278, 103, 0.3308, 0.092),
  NaturalColour: curve(200, 1, -1, 0, 10),
  SingleFacePresent: absence,
  EyesOpen: rising(0.02, 0.01),
  MouthClosed: curve(100, 1, -1, 0.2, 0.06),
  EyesVisible: absence,
  MouthOcclusionPrevention: absence,
  FaceOcclusionPrevention: absence,
  InterEyeDistance: rising(70, 20),
  HeadSize: (x) => headSize(Math.abs(x - 0.45)),
  LeftwardCropOfTheFaceImage: rising(0.9, 0.1),
  RightwardCropOfTheFaceImage: rising(0.9, 0.1),
  MarginAboveOfTheFaceImage: rising(1.4, 0.1),
  MarginBelowOfTheFaceImage: rising(1.8, 0.1),
  HeadPoseYaw: turn,
  HeadPosePitch: turn,
  HeadPoseRoll: turn,
  ExpressionNeutrality: rising(-5000, 5000),
} as const satisfies Record<string, (raw: number) => number>

export type IsoComponentName = keyof typeof mappings
export const isoComponentNames = Object.keys(mappings) as IsoComponentName[]

/** The quality component of a raw measure: a whole number from 0 (worst) to 100. */
export const isoQuality = (component: IsoComponentName, raw: number): number =>
  Math.max(0, Math.min(100, Math.round(mappings[component](raw)))) + 0
