import type { Bilingual } from '../../language.ts'
import type { ReasonCode } from '../reasons.ts'

export interface CodeText {
  /** For the officer. */
  readonly label: Bilingual
  /** For the applicant. In double braces: `pixels`, `megabytes`, `months` and `head` of the policy. */
  readonly wrong: Bilingual
  readonly again: Bilingual
}

const text = (label: [string, string], wrong: [string, string], again: [string, string]): CodeText => ({
  label: { en: label[0], fr: label[1] },
  wrong: { en: wrong[0], fr: wrong[1] },
  again: { en: again[0], fr: again[1] },
})

const plainWall: [string, string] = [
  'Stand half a metre in front of a plain white wall, with nothing else behind you.',
  'Tenez-vous à un demi-mètre d’un mur blanc et uni, sans rien d’autre derrière vous.',
]
const evenLight: [string, string] = [
  'Face a window or a lamp so that both sides of your face are lit the same, with no shadow behind you.',
  'Faites face à une fenêtre ou à une lampe pour que les deux côtés du visage soient éclairés également, sans ombre derrière vous.',
]
const straight: [string, string] = [
  'Hold the camera at the height of your eyes and look straight at it, head upright.',
  'Placez l’appareil à la hauteur de vos yeux et regardez-le bien en face, la tête droite.',
]
const fromFile: [string, string] = [
  'Send the file as the camera made it, without any program or filter changing it.',
  'Envoyez le fichier tel que l’appareil l’a produit, sans qu’un logiciel ou un filtre le modifie.',
]
const step: [string, string] = [
  'Let somebody take it from one to two metres away: whole head and top of the shoulders, in the middle.',
  'Faites-la prendre d’une distance de un à deux mètres : toute la tête et le haut des épaules, au milieu.',
]

export const codeTexts: Readonly<Record<ReasonCode, CodeText>> = {
  dark: text(
    ['Too dark', 'Trop sombre'],
    ['The photo is too dark.', 'La photo est trop sombre.'],
    [
      'Take it in daylight or in a well-lit room, with the light in front of you. Do not brighten it afterwards.',
      'Prenez-la à la lumière du jour ou dans une pièce bien éclairée, la lumière devant vous. Ne l’éclaircissez pas après coup.',
    ],
  ),
  features_hidden: text(
    ['Features hidden', 'Traits cachés'],
    ['Your facial features are not all visible.', 'Les traits de votre visage ne sont pas tous visibles.'],
    [
      'Your whole face must be seen, from chin to forehead: no mask, hand, hair or cloth over eyes, nose or mouth.',
      'Tout le visage doit être visible, du menton au front : ni masque, ni main, ni cheveux, ni tissu devant les yeux, le nez ou la bouche.',
    ],
  ),
  eyes_closed: text(
    ['Eyes closed', 'Yeux fermés'],
    ['Your eyes are not open.', 'Vos yeux ne sont pas ouverts.'],
    ['Keep both eyes wide open and look at the camera.', 'Gardez les deux yeux bien ouverts et regardez l’appareil.'],
  ),
  glasses: text(
    ['Glasses', 'Lunettes'],
    [
      'Your eyes cannot be seen clearly through your glasses.',
      'Vos yeux ne se voient pas nettement à travers vos lunettes.',
    ],
    ['Take off tinted or dark glasses.', 'Retirez les lunettes teintées ou foncées.'],
  ),
  headcover: text(
    ['Head covering', 'Couvre-chef'],
    ['A head covering hides part of your face.', 'Un couvre-chef cache une partie de votre visage.'],
    [
      'Take off hats and caps. A covering worn for religious or medical reasons may stay on if your whole face is seen and nothing throws a shadow on it.',
      'Retirez chapeau ou casquette. Un couvre-chef porté pour des raisons religieuses ou médicales est permis si tout le visage est visible et sans ombre.',
    ],
  ),
  blur: text(
    ['Blurred', 'Floue'],
    ['The photo is not sharp.', 'La photo n’est pas nette.'],
    [
      'Hold the camera still, clean its lens, and tap on your face on the screen before you take it.',
      'Tenez l’appareil sans bouger, nettoyez l’objectif et touchez le visage à l’écran avant de prendre la photo.',
    ],
  ),
  cropped: text(
    ['Head cut off', 'Tête coupée'],
    ['Part of your head is cut off.', 'Une partie de votre tête est coupée.'],
    step,
  ),
  glare: text(
    ['Glare', 'Reflets'],
    ['There is glare on your face or your glasses.', 'Il y a des reflets sur votre visage ou vos lunettes.'],
    [
      'Turn the flash off. If you wear glasses, tilt them slightly down or take them off.',
      'Désactivez le flash. Si vous portez des lunettes, inclinez-les légèrement vers le bas ou retirez-les.',
    ],
  ),
  photo_of_photo: text(
    ['Picture of a paper photo', 'Image d’une photo papier'],
    [
      'The photo is a picture of a paper photo or of a screen.',
      'La photo est l’image d’une photo papier ou d’un écran.',
    ],
    [
      'Take the photo of yourself directly, or ask the photographer for the file.',
      'Prenez directement la photo de vous, ou demandez le fichier au photographe.',
    ],
  ),
  bright: text(
    ['Too bright', 'Trop claire'],
    [
      'The photo is too bright: parts of your face are white.',
      'La photo est trop claire : des parties du visage sont blanches.',
    ],
    [
      'Move away from direct sun or lamps and turn the flash off.',
      'Éloignez-vous du soleil direct ou des lampes et désactivez le flash.',
    ],
  ),
  shadow: text(
    ['Shadows', 'Ombres'],
    ['There are shadows on your face or behind you.', 'Il y a des ombres sur votre visage ou derrière vous.'],
    evenLight,
  ),
  bg_not_white: text(
    ['Background not white', 'Arrière-plan non blanc'],
    ['The background is not plain and white.', 'L’arrière-plan n’est pas uni et blanc.'],
    plainWall,
  ),
  head_size: text(
    ['Size of the head', 'Taille de la tête'],
    [
      'Your head is too large or too small in the picture: on paper it must be {{head}} mm, chin to crown.',
      'Votre tête est trop grande ou trop petite sur l’image : sur papier, elle doit mesurer {{head}} mm, du menton au sommet du crâne.',
    ],
    step,
  ),
  framing: text(
    ['Not in the middle', 'Hors du centre'],
    ['Your face is not in the middle of the picture.', 'Votre visage n’est pas au milieu de l’image.'],
    step,
  ),
  pose: text(
    ['Pose', 'Pose'],
    ['You are not looking straight at the camera.', 'Vous ne regardez pas l’appareil bien en face.'],
    straight,
  ),
  expression: text(
    ['Expression', 'Expression'],
    ['Your expression is not neutral.', 'Votre expression n’est pas neutre.'],
    ['Keep your mouth closed and do not smile.', 'Gardez la bouche fermée et ne souriez pas.'],
  ),
  several_people: text(
    ['Somebody else in the picture', 'Une autre personne sur l’image'],
    ['Somebody else can be seen in the photo.', 'Une autre personne est visible sur la photo.'],
    [
      'You must be alone in the picture; a child must be held so that nobody else is seen.',
      'Personne d’autre ne doit être sur l’image; un enfant doit être tenu de sorte que nul autre ne soit visible.',
    ],
  ),
  colour: text(
    ['Colours', 'Couleurs'],
    ['The colours of the photo are not natural.', 'Les couleurs de la photo ne sont pas naturelles.'],
    [
      'Take it in colour, in white light, with no filter.',
      'Prenez-la en couleur, sous une lumière blanche, sans filtre.',
    ],
  ),
  altered: text(['Altered', 'Retouchée'], ['The photo was altered.', 'La photo a été retouchée.'], fromFile),
  old: text(
    ['Too old', 'Trop ancienne'],
    ['The photo is more than {{months}} months old.', 'La photo date de plus de {{months}} mois.'],
    ['Take a new photo.', 'Prenez une nouvelle photo.'],
  ),
  pixels: text(
    ['Pixels', 'Pixels'],
    ['The picture does not have the right number of pixels.', 'L’image n’a pas le bon nombre de pixels.'],
    [
      'It must have {{pixels}} pixels. Do not enlarge a smaller picture.',
      'Elle doit compter {{pixels}} pixels. N’agrandissez pas une image plus petite.',
    ],
  ),
  file_size: text(
    ['File too large', 'Fichier trop volumineux'],
    ['The file is larger than {{megabytes}} MB.', 'Le fichier dépasse {{megabytes}} Mo.'],
    ['Save it as a JPEG of at most {{megabytes}} MB.', 'Enregistrez-la en JPEG d’au plus {{megabytes}} Mo.'],
  ),
  format: text(
    ['Format or damaged file', 'Format ou fichier endommagé'],
    ['The file is not a whole JPEG or PNG picture.', 'Le fichier n’est pas une image JPEG ou PNG complète.'],
    ['Send it again as a JPEG or PNG file.', 'Envoyez-la de nouveau en fichier JPEG ou PNG.'],
  ),
  same_again: text(
    ['Same photo as returned', 'Même photo que la précédente'],
    ['This is the photo that was returned before.', 'C’est la photo qui vous a déjà été retournée.'],
    ['Take a new photo.', 'Prenez une nouvelle photo.'],
  ),
  wrong_person: text(
    ['Another person', 'Autre personne'],
    ['The photo does not seem to be yours.', 'La photo ne semble pas être la vôtre.'],
    ['Send a photo of yourself.', 'Envoyez une photo de vous.'],
  ),
  other: text(
    ['Other', 'Autre'],
    ['The photo does not meet another requirement.', 'La photo ne respecte pas une autre exigence.'],
    [
      'Read the requirements for photos before you take it.',
      'Lisez les exigences pour les photos avant de la prendre.',
    ],
  ),
}
